import { memo, useMemo, useRef, useState } from 'react';
import type { Cell, QueryResult, ResultColumn } from '../../database/contract.ts';
import { classes } from '../parts/button.tsx';
import { Hidden } from '../parts/hidden.tsx';
import { shortType } from '../parts/short-type.ts';
import { cellText, isNumeric } from './cell-text.ts';
import styles from './result-grid.module.css';
import { ROW_HEIGHT, type RowWindow, visibleRows } from './visible-rows.ts';

/** Characters of a column's width: narrow enough to see its neighbours, wide enough for most values. */
const MIN_WIDTH = 5;
const MAX_WIDTH = 44;
/** Characters beside a row's number. */
const NUMBER_PADDING = 3.5;
/** Pixels of a cell beside its text: padding, and room for rounding. */
const CELL_PADDING = 25;
/** Types are set smaller than values. */
const TYPE_SCALE = 0.86;
/** Assumed until the grid has been measured, which is at the first scroll. */
const ASSUMED_HEIGHT = 600;

/** A column with what is worked out once for all its cells. */
interface GridColumn extends ResultColumn {
  /** Unlike the name, given once only. */
  readonly key: string;
  readonly isNumeric: boolean;
  /** In characters. Fixed from the start, so that columns do not jump as other rows scroll into sight. */
  readonly width: number;
}

export function ResultGrid({ result }: { readonly result: QueryResult }) {
  const { rows } = result;
  const columns = useMemo(() => gridColumns(result), [result]);
  const numberWidth = String(rows.length).length + NUMBER_PADDING;
  const totalWidth = columns.reduce((total, column) => total + column.width, numberWidth);
  const [window, setWindow] = useState<RowWindow>(() => visibleRows(0, ASSUMED_HEIGHT, rows.length));
  const scroller = useRef<HTMLElement>(null);

  const follow = () => {
    if (!scroller.current) return;
    const next = visibleRows(scroller.current.scrollTop, scroller.current.clientHeight, rows.length);
    setWindow((current) => (current.first === next.first && current.end === next.end ? current : next));
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled by keyboard
    <section className={styles.scroller} ref={scroller} onScroll={follow} tabIndex={0} aria-label="Result rows">
      <table className={styles.grid} style={{ width: css(totalWidth, columns.length) }} aria-rowcount={rows.length + 1}>
        <colgroup>
          <col style={{ width: css(numberWidth, 0) }} />
          {columns.map((column) => (
            <col key={column.key} style={{ width: css(column.width, 1) }} />
          ))}
          <col />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.number}>
              <Hidden>Row</Hidden>
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classes(column.isNumeric && styles.numeric)}
                title={`${column.name}: ${column.type}`}
              >
                <span className={styles.columnName}>{column.name}</span>
                <span className={styles.columnType}>{shortType(column.type)}</span>
              </th>
            ))}
            <td className={styles.filler} />
          </tr>
        </thead>
        <tbody>
          <Gap rows={window.first} />
          {rows.slice(window.first, window.end).map((row, offset) => (
            <Row key={rowKey(window.first + offset)} index={window.first + offset} row={row} columns={columns} />
          ))}
          <Gap rows={rows.length - window.end} />
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly index: number;
  readonly row: readonly Cell[];
  readonly columns: readonly GridColumn[];
}

const Row = memo(function Row({ index, row, columns }: RowProps) {
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row" className={styles.number}>
        {index + 1}
      </th>
      {columns.map((column, at) => {
        const cell = row[at] ?? null;
        const text = cellText(cell, column);
        return (
          <td
            key={column.key}
            className={classes(column.isNumeric && styles.numeric, cell === null && styles.null)}
            title={text.length > MAX_WIDTH ? text : undefined}
          >
            {text}
          </td>
        );
      })}
      <td className={styles.filler} />
    </tr>
  );
});

/** The place of rows that are not drawn. */
function Gap({ rows }: { readonly rows: number }) {
  return rows > 0 ? <tr style={{ height: rows * ROW_HEIGHT }} /> : null;
}

function css(characters: number, cells: number): string {
  return `calc(${characters}ch + ${cells * CELL_PADDING}px)`;
}

/** A row has no identity but its place: a result never changes. */
function rowKey(index: number): string {
  return `row ${index}`;
}

function gridColumns({ columns, rows }: QueryResult): readonly GridColumn[] {
  return columns.map((column, index) => {
    let widest = Math.max(column.name.length, shortType(column.type).length * TYPE_SCALE);
    for (const row of rows) widest = Math.max(widest, row[index]?.length ?? 'NULL'.length);
    return {
      ...column,
      key: `${index} ${column.name}`,
      isNumeric: isNumeric(column),
      width: Math.min(Math.max(Math.ceil(widest), MIN_WIDTH), MAX_WIDTH),
    };
  });
}
