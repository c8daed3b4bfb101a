import type { Row } from '../cells.ts';

/** Whether the first of two lists names the columns: different texts, above something that is none, or other texts. */
export function isListHeader(first: Row, second: Row): boolean {
  const names = first.cells.map((cell) =>
    cell !== null && typeof cell !== 'string' && cell.kind === 'string' ? cell.text : '',
  );
  if (names.length === 0 || names.some((name) => name === '') || new Set(names).size < names.length) return false;
  const kinds = second.cells.map((cell) => (cell === null || typeof cell === 'string' ? 'none' : cell.kind));
  if (kinds.some((kind) => kind !== 'string' && kind !== 'none')) return true;
  return (
    names.every((name) => /^\p{L}[\p{L}\p{N} _-]{0,40}$/u.test(name)) && names.every((name) => isNew(name, second))
  );
}

function isNew(name: string, { cells }: Row): boolean {
  return !cells.some((cell) => cell !== null && typeof cell !== 'string' && cell.text === name);
}
