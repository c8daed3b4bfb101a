import type { Ref } from 'react';
import { count } from '../parts/format.ts';
import { Disclosure, type DisclosureHandle, ScrollBox } from './disclosure.tsx';
import { leftOutOfQueries } from './left-out.ts';
import { POSTGRES_FUNCTIONS } from './postgres-functions.ts';
import styles from './words.module.css';

/** What of PostgreSQL's own the grammar has, and what not. */
export function PostgresWords({ leftOutRef }: { readonly leftOutRef: Ref<DisclosureHandle> }) {
  return (
    <>
      <Disclosure title={`${count(POSTGRES_FUNCTIONS.length)} functions of PostgreSQL`}>
        <p className={styles.note}>No other function of PostgreSQL’s own is possible.</p>
        <ScrollBox label="Functions of PostgreSQL">
          <ul className={styles.names}>
            {POSTGRES_FUNCTIONS.map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </ScrollBox>
      </Disclosure>
      <Disclosure ref={leftOutRef} title="What is left out of PostgreSQL’s queries">
        <ScrollBox label="What is left out">
          <dl className={styles.terms}>
            {leftOutOfQueries().map(({ what, reason }) => (
              <div key={what} className={styles.term}>
                <dt>{what}</dt>
                <dd className={styles.note}>{reason}</dd>
              </div>
            ))}
          </dl>
        </ScrollBox>
        <p className={styles.note}>
          Names that a query gives, fields of composite types and keys that <code>JSON_TO_RECORDSET</code> reads look
          like <code>snake_case</code>, or are common words or names of a table or column.
        </p>
      </Disclosure>
    </>
  );
}
