import { useState } from 'react';
import type { SmartQueryResult } from '../../schema/smart-query/read-result.ts';
import { Button } from '../parts/button.tsx';
import { count, counted } from '../parts/format.ts';
import styles from './server-source.module.css';

/** Tables named at first: a schema has hundreds. */
const SHOWN_TABLES = 24;

/** What the schema of a server has. */
export function ServerContents({ result: { server, tables, notes } }: { readonly result: SmartQueryResult }) {
  const [all, setAll] = useState(false);
  const views = tables.filter(({ kind }) => kind === 'view').length;
  const shown = all ? tables : tables.slice(0, SHOWN_TABLES);
  return (
    <section className={styles.contents} aria-label="What is in the result">
      <p role="status">
        <strong>
          {counted(tables.length - views, 'table')}
          {views > 0 && `, ${counted(views, 'view')}`}
        </strong>{' '}
        of PostgreSQL {server}. {tables.length === 0 && 'There is nothing to import.'}
      </p>
      <ul className={styles.tables}>
        {shown.map(({ namespace, name, kind, approximateRows }) => (
          <li key={`${namespace}.${name}`}>
            {namespace === 'public' ? '' : `${namespace}.`}
            {name}
            <small>{kind === 'view' ? 'view' : approximateRows > 0 && `≈ ${count(approximateRows)} rows`}</small>
          </li>
        ))}
        {shown.length < tables.length && (
          <li>
            <Button look="quiet" onClick={() => setAll(true)}>
              {count(tables.length - shown.length)} more
            </Button>
          </li>
        )}
      </ul>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
