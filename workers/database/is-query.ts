/** Statements that answer with rows and may run in a READ ONLY transaction. */
const QUERIES: ReadonlySet<string> = new Set(['select', 'values', 'table', 'with', 'explain', 'show']);

/** `words` as in `SqlPiece.words`. */
export function isQuery([first]: readonly string[]): boolean {
  return first !== undefined && QUERIES.has(first);
}
