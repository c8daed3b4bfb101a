import type { Cell, ResultColumn } from '../../database/contract.ts';

const NUMERIC_TYPE = /^(?:smallint|integer|bigint|numeric|real|double precision|money|oid)(?:\(.*\))?$/;

/** Numbers align right, so that their digits stand under each other. */
export function isNumeric(column: ResultColumn): boolean {
  return NUMERIC_TYPE.test(column.type);
}

/** What the grid shows for a value: Postgres' own text, except for `t` and `f`, which nobody writes. */
export function cellText(cell: Cell, column: ResultColumn): string {
  if (cell === null) return 'NULL';
  if (column.type === 'boolean') return cell === 't' ? 'true' : cell === 'f' ? 'false' : cell;
  return cell;
}

/** The rows as tab-separated values, which spreadsheets take from the clipboard. NULL is an empty field. */
export function tabSeparated(columns: readonly ResultColumn[], rows: readonly (readonly Cell[])[]): string {
  const lines = [columns.map((column) => column.name), ...rows.map((row) => row.map((cell) => cell ?? ''))];
  return lines.map((fields) => fields.map(tabSeparatedField).join('\t')).join('\n');
}

function tabSeparatedField(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
