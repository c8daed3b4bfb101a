import type { GrammarScope } from '../../app/grammar-inspector.ts';
import { tableName } from '../../schema/names.ts';
import { count } from '../parts/format.ts';
import styles from './grammar-dialog.module.css';

/** What is possible in one sentence, and which tables that is about. */
export function IncludedTables({ scope }: { readonly scope: GrammarScope }) {
  const { whole, schema } = scope;
  const { length } = schema.tables;
  return (
    <section className={styles.section} aria-label="Tables">
      <p>
        Any single <code>SELECT</code> over {length === 1 ? 'this table' : `these ${count(length)} tables`}; nothing
        that writes. No other word is within the model’s reach.
      </p>
      {schema !== whole && <p className={styles.note}>{pickedText(scope)}</p>}
      <ul className={styles.tables}>
        {schema.tables.map((table) => (
          <li key={tableName(table)}>
            <code>{tableName(table)}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

function pickedText({ whole, schema, question }: GrammarScope): string {
  const picks = `The database has ${count(whole.tables.length)} tables: each question picks up to ${schema.tables.length} that its words are about, and what joins them.`;
  return question === null
    ? `${picks} None was asked yet, so these are just the first.`
    : `${picks} These were picked by “${question}”`;
}
