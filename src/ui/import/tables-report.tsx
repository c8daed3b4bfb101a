import type { CopyReport } from '../../tabular/to-copy.ts';
import { count, counted } from '../parts/format.ts';
import type { TableImport } from './import-files.ts';
import { ReportCard } from './report-card.tsx';
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
    <ReportCard
      headline={
        <>
          {counted(rows, 'row')} imported into {counted(tables.length, 'table')}
          {misfits > 0 && <span className={styles.rest}>{counted(misfits, 'cell')} did not fit and became NULL</span>}
        </>
      }
      isClean={misfits === 0}
      onDismiss={onDismiss}
    >
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
    </ReportCard>
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
