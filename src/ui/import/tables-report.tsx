import type { CopyReport } from '../../tabular/to-copy.ts';
import { IconButton } from '../parts/button.tsx';
import { count, counted } from '../parts/format.ts';
import type { TableImport } from './import-files.ts';
import styles from './tables-report.module.css';

interface TablesReportProps {
  readonly tables: readonly TableImport[];
  readonly onDismiss: () => void;
}

/** How many rows went where, and which cells did not fit. */
export function TablesReport({ tables, onDismiss }: TablesReportProps) {
  const rows = tables.reduce((sum, { report }) => sum + report.rowCount, 0);
  const misfits = tables.reduce((sum, { report }) => sum + report.misfitCount, 0);
  return (
    <section className={styles.report} aria-label="Import report">
      <div className={styles.header}>
        <p className={misfits > 0 ? styles.withMisfits : styles.clean}>
          {counted(rows, 'row')} imported into {counted(tables.length, 'table')}
          {misfits > 0 && <span>{counted(misfits, 'cell')} did not fit and became NULL</span>}
        </p>
        <IconButton icon="close" label="Dismiss the import report" onClick={onDismiss} />
      </div>
      <ul className={styles.tables}>
        {tables.map((table) => (
          <li key={`${table.fileName} ${table.tableName}`}>
            <p className={styles.table}>
              <code>{table.tableName}</code>
              <span>
                {counted(table.report.rowCount, 'row')} of {table.fileName}
              </span>
            </p>
            <Misfits report={table.report} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Misfits({ report: { misfits, misfitCount } }: { readonly report: CopyReport }) {
  if (misfitCount === 0) return null;
  return (
    <details className={styles.misfits}>
      <summary>{counted(misfitCount, 'cell')} that did not fit</summary>
      <ul>
        {misfits.map(({ line, column, value }) => (
          <li key={`${line} ${column}`}>
            Line {count(line)}, <code>{column}</code>: “{value}”
          </li>
        ))}
        {misfits.length < misfitCount && <li>and {count(misfitCount - misfits.length)} more</li>}
      </ul>
    </details>
  );
}
