import type { ReactNode } from 'react';
import type { Schema } from '../../schema/model.ts';
import { callableName, textLiteral } from '../../schema/names.ts';
import { count, counted } from '../parts/format.ts';
import { shortType } from '../parts/short-type.ts';
import { Disclosure, ScrollBox } from './disclosure.tsx';
import type { ListedColumn } from './grammar-reach.ts';
import { signature } from './signature.ts';
import styles from './words.module.css';

/** Labels of one enum that are shown: some hold every country there is. */
const MAX_LABELS = 60;

interface OwnWordsProps {
  readonly schema: Pick<Schema, 'functions' | 'enums' | 'domains'>;
  readonly listedColumns: readonly ListedColumn[];
}

/** What the schema adds to the names of its tables and columns: functions, types, and values that columns take. */
export function OwnWords({ schema: { functions, enums, domains }, listedColumns }: OwnWordsProps) {
  return (
    <>
      {functions.length > 0 && (
        <Disclosure title={`${counted(functions.length, 'function')} of this schema`}>
          <p className={styles.note}>Queries run read-only, so that a function cannot change anything either.</p>
          <ScrollBox label="Functions of this schema">
            <ul className={styles.lines}>
              {functions.map(signature).map((text) => (
                <li key={text}>
                  <code>{text}</code>
                </li>
              ))}
            </ul>
          </ScrollBox>
        </Disclosure>
      )}
      {enums.length + domains.length > 0 && (
        <Disclosure title={typesTitle(enums.length, domains.length)}>
          <p className={styles.note}>Types that values can be cast to.</p>
          <ScrollBox label="Types of this schema">
            <dl className={styles.terms}>
              {enums.map((type) => (
                <Term key={callableName(type)} name={callableName(type)}>
                  <Texts texts={type.labels} />
                </Term>
              ))}
              {domains.map((type) => (
                <Term key={callableName(type)} name={callableName(type)}>
                  <code>{shortType(type.baseType)}</code>
                </Term>
              ))}
            </dl>
          </ScrollBox>
        </Disclosure>
      )}
      {listedColumns.length > 0 && (
        <Disclosure title={`${counted(listedColumns.length, 'column')} with a list of values`}>
          <p className={styles.note}>
            By <code>=</code>, <code>{'<>'}</code> and <code>IN</code> they are compared with no other text.
          </p>
          <ScrollBox label="Columns with a list of values">
            <dl className={styles.terms}>
              {listedColumns.map(({ name, texts }) => (
                <Term key={name} name={name}>
                  <Texts texts={texts} />
                </Term>
              ))}
            </dl>
          </ScrollBox>
        </Disclosure>
      )}
    </>
  );
}

function typesTitle(enums: number, domains: number): string {
  const kinds = [enums > 0 && counted(enums, 'enum'), domains > 0 && counted(domains, 'domain')];
  return `${kinds.filter(Boolean).join(' and ')} of this schema`;
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.term}>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Texts({ texts }: { readonly texts: readonly string[] }) {
  const more = texts.length - MAX_LABELS;
  return (
    <>
      {texts.slice(0, MAX_LABELS).map((text, index) => (
        <span key={text}>
          {index > 0 && ', '}
          <code>{textLiteral(text)}</code>
        </span>
      ))}
      {more > 0 && ` and ${count(more)} more`}
    </>
  );
}
