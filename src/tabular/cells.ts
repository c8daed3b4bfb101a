/** Cells and rows as the readers of the formats give them, before any type is known. */

/** A value of a JSON file, which says itself what it is. Null and what is absent are `null`, not this. */
export interface JsonCell {
  /** `nested`: an object or an array. */
  readonly kind: 'string' | 'number' | 'boolean' | 'nested';
  /** Of a string, its characters; of all others, the source text, so that numbers keep their digits. */
  readonly text: string;
}

/** A cell of a delimited file is its text. `null`: no value. */
export type Cell = string | JsonCell | null;

export interface Row {
  /** In the file, from 1: where the row begins. */
  readonly line: number;
  /** Fewer than there are columns where the row is short. */
  readonly cells: readonly Cell[];
}

export function cellText(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  return typeof cell === 'string' ? cell : cell.text;
}
