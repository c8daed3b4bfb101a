import type { GrammarScope } from '../../app/grammar-inspector.ts';
import { count } from '../parts/format.ts';
import styles from './grammar-dialog.module.css';

interface IncludedTablesProps {
  readonly scope: GrammarScope;
  /** As SQL text. */
  readonly tables: readonly string[];
  /** The model whose grammar this is. */
  readonly model: string;
}

/** What is possible in one sentence, and which tables that is about. */
export function IncludedTables({ scope, tables, model }: IncludedTablesProps) {
  return (
    <section className={styles.section} aria-label="Tables">
      <p>
        <strong>{model}</strong> can write one query at a time that only reads: <code>SELECT</code>, <code>VALUES</code>
        , <code>WITH</code> over {tables.length === 1 ? 'this table' : `these ${count(tables.length)} tables`}.
      </p>
      <ul className={styles.tables}>
        {tables.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
      {scope.schema !== scope.whole && <p className={styles.note}>{pickedText(scope)}</p>}
    </section>
  );
}

function pickedText({ whole, schema, question }: GrammarScope): string {
  const picks = `The database has ${count(whole.tables.length)} tables: each question picks up to ${schema.tables.length} that its words are about, and what joins them.`;
  return question === null
    ? `${picks} None was asked yet, so these are just the first.`
    : `${picks} These were picked by “${question}”`;
}
