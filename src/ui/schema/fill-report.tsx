import type { FillReport, GivenUp, TableFillReport } from '../../sample-rows/fill-report.ts';
import { tableName } from '../../schema/names.ts';
import { classes } from '../parts/button.tsx';
import { count, counted } from '../parts/format.ts';
import styles from './fill-dialog.module.css';

/** What became of each table that was to be filled: those that lack rows first. */
export function FillReportView({ report: { tables } }: { readonly report: FillReport }) {
  const total = tables.reduce((sum, { putIn }) => sum + putIn, 0);
  const isWhole = ({ putIn, wanted, withoutParent }: TableFillReport) => putIn >= wanted && withoutParent.length === 0;
  const lacking = tables.filter((table) => !isWhole(table));
  return (
    <div className={styles.report}>
      <p role="status">
        Put {counted(total, 'row')} into {counted(tables.length, 'table')}.
        {lacking.length > 0 &&
          ` ${counted(lacking.length, 'table has', 'tables have')} fewer than wanted, or lack a link.`}
      </p>
      <ul>
        {[...lacking, ...tables.filter(isWhole)].map((table) => (
          <FilledTable key={tableName(table)} table={table} />
        ))}
      </ul>
    </div>
  );
}

function FilledTable({ table }: { readonly table: TableFillReport }) {
  const { putIn, wanted, exhausted, givenUp, withoutParent } = table;
  return (
    <li>
      <span>{tableName(table)}</span>
      <span className={classes(styles.amount, putIn < wanted && styles.missing)}>
        {putIn < wanted ? `${count(putIn)} of ${count(wanted)}` : counted(putIn, 'row')}
      </span>
      {exhausted && (
        <p className={styles.why}>No more different values of {exhausted.join(', ')}, which must be unique.</p>
      )}
      {givenUp.map((each) => (
        <p key={each.reason} className={styles.why}>
          {counted(each.rows, 'row')} given up: {reasonText(each)}
        </p>
      ))}
      {withoutParent.map((each) => (
        <p key={each.reason} className={styles.why}>
          {counted(each.rows, 'row')} without a row to refer to: {reasonText(each)}
        </p>
      ))}
    </li>
  );
}

/** `new row violates check constraint "price" (23514)` */
function reasonText({ reason, code }: GivenUp): string {
  return code === undefined ? reason : `${reason} (${code.replace('pg/', '')})`;
}
