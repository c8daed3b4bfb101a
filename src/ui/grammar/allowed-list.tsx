import type { Allowed, Rejection } from '../../sql-tools/contract.ts';
import { count } from '../parts/format.ts';
import styles from './try-sql.module.css';

/** What the grammar has where the query went wrong. */
export function AllowedList({ rejection: { allowed, more, place } }: { readonly rejection: Rejection }) {
  const names = allowed.filter((each) => each.kind === 'names');
  const words = allowed.filter((each) => each.kind !== 'names');
  if (allowed.length === 0 && more === 0) return null;
  return (
    <div className={styles.allowed}>
      <h3>{place.from === place.to ? 'What could follow' : 'What could stand there'}</h3>
      <ul>
        {names.map((each) => (
          <li key={`${each.what} ${each.examples.join()}`}>
            <span className={styles.what}>{each.what}</span>{' '}
            <span>
              <Codes texts={each.examples} />
              {each.more > 0 && ` and ${count(each.more)} more`}
            </span>
          </li>
        ))}
        {(words.length > 0 || more > 0) && (
          <li>
            <span className={styles.what}>{names.length > 0 ? 'or' : 'only'}</span>{' '}
            <span>
              <Words words={words} />
              {more > 0 && `${words.length > 0 ? ' and ' : ''}${count(more)} more`}
            </span>
          </li>
        )}
      </ul>
    </div>
  );
}

function Words({ words }: { readonly words: readonly Exclude<Allowed, { kind: 'names' }>[] }) {
  const texts = words.flatMap((each) => (each.kind === 'text' ? [each.text] : []));
  const canEnd = words.some(({ kind }) => kind === 'end');
  return (
    <>
      <Codes texts={texts} />
      {canEnd && (texts.length > 0 ? ', or the end' : 'the end')}
    </>
  );
}

function Codes({ texts }: { readonly texts: readonly string[] }) {
  return texts.map((text, index) => (
    <span key={text}>
      {index > 0 && ', '}
      <code>{text}</code>
    </span>
  ));
}
