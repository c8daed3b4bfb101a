/**
 * Do two results hold the same answer? Columns may come in any order, under any name, and the candidate may have more of
 * them than the reference; rows are compared as a bag, or as a list where the question asks for an order.
 */

export type ResultCell = string | null;
export type ResultRows = readonly (readonly ResultCell[])[];

export interface CompareOptions {
  /** Rows must come in the reference's order. */
  readonly ordered: boolean;
}

/** Decimals that count when numbers are compared. */
const DECIMALS = 6;

export function sameAnswer(reference: ResultRows, candidate: ResultRows, { ordered }: CompareOptions): boolean {
  if (reference.length !== candidate.length) return false;
  const [first] = reference;
  if (first === undefined) return true;
  const wanted = columnsOf(reference, first.length);
  const offered = columnsOf(candidate, candidate[0]?.length ?? 0);
  return matchColumns(wanted, offered, [], ordered);
}

/** A cell in the one form in which equal values are equal: numbers by value, midnight as its date. */
export function normaliseCell(cell: ResultCell): string {
  if (cell === null) return 'null';
  const text = cell.trim();
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) {
    return `number ${String(Number(Number(text).toFixed(DECIMALS)) + 0)}`;
  }
  const date = /^(\d{4}-\d\d-\d\d)(?:[ T]00:00(?::00(?:\.0+)?)?(?:[+-]\d\d(?::?\d\d)?)?)?$/.exec(text);
  return date?.[1] === undefined ? `text ${cell}` : `date ${date[1]}`;
}

function columnsOf(rows: ResultRows, width: number): string[][] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => normaliseCell(row[column] ?? null)));
}

/** Tries to give each wanted column one of those offered, so that the rows agree; columns that cannot fit are not tried. */
function matchColumns(wanted: string[][], offered: string[][], chosen: number[], ordered: boolean): boolean {
  const next = wanted[chosen.length];
  if (next === undefined)
    return (
      ordered ||
      sameBag(
        wanted,
        chosen.map((index) => offered[index] ?? []),
      )
    );
  return offered.some((column, index) => {
    if (chosen.includes(index)) return false;
    const fits = ordered ? sameList(next, column) : sameList([...next].sort(), [...column].sort());
    return fits && matchColumns(wanted, offered, [...chosen, index], ordered);
  });
}

function sameBag(a: string[][], b: string[][]): boolean {
  return sameList(rowKeys(a).sort(), rowKeys(b).sort());
}

function rowKeys(columns: string[][]): string[] {
  return (columns[0] ?? []).map((_, row) => JSON.stringify(columns.map((column) => column[row])));
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
