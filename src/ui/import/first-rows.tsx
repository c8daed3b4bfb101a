import { useState } from 'react';
import type { ColumnPreview } from '../../tabular/preview-model.ts';
import { Button } from '../parts/button.tsx';
import { count } from '../parts/format.ts';
import { Hidden } from '../parts/hidden.tsx';
import styles from './first-rows.module.css';

interface FirstRowsProps {
  readonly columns: readonly ColumnPreview[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly rowCount: number;
}

/** Rows shown before one asks for the others of the preview. */
const SHOWN_ROWS = 5;
/** Columns shown: the first ones tell enough, and the list below has them all. */
const SHOWN_COLUMNS = 30;

/** The beginning of a table, as it stands in the file. */
export function FirstRows({ columns, rows, rowCount }: FirstRowsProps) {
  const [all, setAll] = useState(false);
  const chosen = columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => column.isIncluded)
    .slice(0, SHOWN_COLUMNS);
  const shown = all ? rows : rows.slice(0, SHOWN_ROWS);
  if (rows.length === 0) return <p className={styles.note}>There are no rows; the table will be empty.</p>;
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled by keyboard */}
      <section className={styles.scroller} tabIndex={0} aria-label="First rows">
        <table className={styles.grid}>
          <thead>
            <tr>
              {chosen.map(({ column, at }) => (
                <th key={at} scope="col">
                  {column.name || <Hidden>without a name</Hidden>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place in the file
              <tr key={index}>
                {chosen.map(({ at }) => (
                  <Cell key={at} text={row[at] ?? null} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.note}>
        {count(shown.length)} of {count(rowCount)} {rowCount === 1 ? 'row' : 'rows'}
        {shown.length < rows.length && (
          <Button look="quiet" className={styles.more} onClick={() => setAll(true)}>
            Show {count(rows.length)}
          </Button>
        )}
      </p>
    </div>
  );
}

function Cell({ text }: { readonly text: string | null }) {
  if (text === null) return <td className={styles.null}>NULL</td>;
  return text === '' ? <td className={styles.null}>empty text</td> : <td title={text}>{text}</td>;
}
