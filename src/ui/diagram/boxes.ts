/** A table as a box of the diagram, before it has a place. */
import type { Column, Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { shortType } from '../parts/short-type.ts';

/** Pixels. Text is monospaced, so that its width is known without drawing it. */
export const METRICS = { header: 30, row: 21, padding: 10, character: 6.65, mark: 18, gap: 14, minWidth: 132 } as const;
/** Characters of a name or a type before it is cut. */
const MAX_NAME = 28;
const MAX_TYPE = 18;
/** Rows of a box at most: a table of a hundred columns would hide all others. */
const MAX_ROWS = 24;

export interface BoxRow {
  readonly column: Column;
  readonly name: string;
  readonly type: string;
  readonly isKey: boolean;
  readonly isReference: boolean;
}

export interface Box {
  /** The table's name as SQL text. */
  readonly id: string;
  readonly table: Table;
  readonly title: string;
  readonly rows: readonly BoxRow[];
  readonly hiddenColumns: number;
  readonly width: number;
  readonly height: number;
}

/** Which columns a box shows. */
export type Detail = 'all' | 'keys';

export function boxOf(table: Table, detail: Detail): Box {
  const all = table.columns.map((column) => rowOf(column, table));
  const wanted = detail === 'all' ? all : all.filter(({ isKey, isReference }) => isKey || isReference);
  const rows = wanted.length > MAX_ROWS ? keysFirst(wanted).slice(0, MAX_ROWS) : wanted;
  const hiddenColumns = all.length - rows.length;
  const title = cut(tableName(table), MAX_NAME + MAX_TYPE);
  const id = tableName(table);
  const texts = rows.map(({ name, type }) => METRICS.mark + METRICS.gap + widthOf(name) + widthOf(type));
  const width = Math.max(METRICS.minWidth, widthOf(title) * 1.1 + METRICS.mark, ...texts) + METRICS.padding * 2;
  const lines = rows.length + (hiddenColumns > 0 ? 1 : 0);
  const height = METRICS.header + lines * METRICS.row + (lines > 0 ? METRICS.padding / 2 : 0);
  return { id, table, title, rows, hiddenColumns, width: Math.ceil(width), height };
}

/** From the top of a box to the middle of a column's row; of the title where the column is not shown. */
export function rowOffset({ rows }: Box, column: string | undefined): number {
  const index = rows.findIndex((row) => row.column.name === column);
  return index === -1 ? METRICS.header / 2 : METRICS.header + (index + 0.5) * METRICS.row;
}

function rowOf(column: Column, table: Table): BoxRow {
  return {
    column,
    name: cut(column.name, MAX_NAME),
    type: cut(shortType(column.type), MAX_TYPE),
    isKey: table.primaryKey.includes(column.name),
    isReference: table.foreignKeys.some(({ columns }) => columns.includes(column.name)),
  };
}

function keysFirst(rows: readonly BoxRow[]): readonly BoxRow[] {
  const isFirst = ({ isKey, isReference }: BoxRow) => isKey || isReference;
  return [...rows.filter(isFirst), ...rows.filter((row) => !isFirst(row))];
}

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

/** Characters of East Asian scripts and emoji take two places. */
function widthOf(text: string): number {
  const places = [...text].reduce((sum, character) => sum + (character > '\u1100' ? 2 : 1), 0);
  return places * METRICS.character;
}
