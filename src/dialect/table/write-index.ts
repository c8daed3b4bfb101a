import { quoteName } from '../../schema/names.ts';
import type { ScriptState } from '../script-state.ts';
import { columnOf, type IndexDraft, type KeyDraft, type KeyPart, type TableDraft } from './draft.ts';

/** The columns of a key, in parentheses; constraints take no more than columns. */
export function writeKeyColumns(key: KeyDraft, table: TableDraft, state: ScriptState): string {
  const columns = key.parts.flatMap(({ column }) => (column === undefined ? [] : [state.columnText(column, table)]));
  return `(${columns.join(', ')})`;
}

/** CREATE INDEX; none for shapes, which Postgres has in PostGIS alone. */
export function writeIndex(index: IndexDraft, table: TableDraft, state: ScriptState, notes: Set<string>): string[] {
  if (index.kind === 'spatial') {
    notes.add(`The SPATIAL index ${index.name ?? ''} is left out: Postgres has shapes in PostGIS alone.`);
    return [];
  }
  const unique = index.kind === 'unique' ? 'UNIQUE ' : '';
  const name = index.name === undefined ? '' : `${quoteName(state.relations.take(index.name, table.ref.name))} `;
  const where = index.where === undefined ? '' : ` WHERE ${state.convert(index.where, notes)}`;
  const on = `CREATE ${unique}INDEX ${name}ON ${state.tableText(table.ref)}`;
  if (index.kind === 'fulltext') return [`${on} USING gin (${searchDocument(index, table, state)})`];
  return [`${on} (${index.parts.map((part) => writePart(part, table, state, notes)).join(', ')})${where}`];
}

function writePart(part: KeyPart, table: TableDraft, state: ScriptState, notes: Set<string>): string {
  const direction = part.descending ? ' DESC' : '';
  if (part.column === undefined) return `(${state.convert(part.expression ?? '', notes)})${direction}`;
  const name = state.columnText(part.column, table);
  if (part.length === undefined) return `${name}${direction}`;
  const kind = columnOf(table, part.column)?.type.kind;
  return kind === 'bytes' ? `SUBSTR(${name}, 1, ${part.length})` : `LEFT(${name}, ${part.length})${direction}`;
}

function searchDocument(index: IndexDraft, table: TableDraft, state: ScriptState): string {
  const columns = index.parts.flatMap(({ column }) =>
    column === undefined ? [] : [`COALESCE(${state.columnText(column, table)}, '')`],
  );
  return `TO_TSVECTOR('simple', ${columns.join(" || ' ' || ")})`;
}
