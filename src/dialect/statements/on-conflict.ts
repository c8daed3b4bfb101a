import type { ScriptState } from '../script-state.ts';
import type { TableDraft } from '../table/draft.ts';
import { type DuplicateKeyUpdate, readDuplicateKeyUpdate, tellRowsApart } from './duplicate-key.ts';
import type { InsertHead } from './insert-head.ts';
import { splitAssignments } from './split-assignments.ts';

export interface Inserted {
  readonly head: InsertHead;
  readonly table: TableDraft | undefined;
  /** The columns that get values; undefined for all of the table's. */
  readonly names: readonly string[] | undefined;
  /** What stands behind the rows. */
  readonly rest: string;
  readonly tableText: string;
}

/** ON CONFLICT …, with a blank in front; empty where rows that clash are errors. */
export function writeConflict(inserted: Inserted, state: ScriptState, notes: Set<string>): string {
  const { head, rest } = inserted;
  const update = readDuplicateKeyUpdate(rest);
  if (update) return updateOnConflict(inserted, update, state, notes);
  if (head.onConflict === 'ignore') return ' ON CONFLICT DO NOTHING';
  if (head.onConflict === 'replace') return replaceOnConflict(inserted, state, notes);
  const text = rest.trim();
  return text === '' || text === ';' ? '' : ` ${state.convert(text, notes)}`;
}

function updateOnConflict(
  inserted: Inserted,
  update: DuplicateKeyUpdate,
  state: ScriptState,
  notes: Set<string>,
): string {
  const { table } = inserted;
  const key = conflictKey(inserted, state, notes);
  const sets = splitAssignments(update.assignments, state.rules.lexical).map(({ column, value }) => {
    const told = tellRowsApart(value, { ...inserted, alias: update.alias }, state);
    return `${state.columnText(column, table)} = ${state.convert(told, notes)}`;
  });
  return ` ON CONFLICT (${key}) DO UPDATE SET ${sets.join(', ')}`;
}

function replaceOnConflict(inserted: Inserted, state: ScriptState, notes: Set<string>): string {
  const { table, names } = inserted;
  const key = keyColumns(inserted);
  if (!table || key.length === 0) {
    notes.add('REPLACE becomes INSERT: no key of the table is known here.');
    return '';
  }
  const columns = names ?? table.columns.map(({ name }) => name);
  const keys = key.map((name) => name.toLowerCase());
  const sets = columns
    .filter((name) => !keys.includes(name.toLowerCase()))
    .map((name) => state.columnText(name, table))
    .map((name) => `${name} = EXCLUDED.${name}`);
  // What the new row does not give goes back to its default.
  const given = new Set(columns.map((name) => name.toLowerCase()));
  const others = table.columns.filter(
    ({ name, identity }) => !identity && !given.has(name.toLowerCase()) && !isKey(table, name),
  );
  sets.push(...others.map(({ name }) => `${state.columnText(name, table)} = DEFAULT`));
  const target = key.map((name) => state.columnText(name, table)).join(', ');
  return sets.length === 0
    ? ` ON CONFLICT (${target}) DO NOTHING`
    : ` ON CONFLICT (${target}) DO UPDATE SET ${sets.join(', ')}`;
}

function isKey({ primaryKey }: TableDraft, name: string): boolean {
  return primaryKey?.parts.some(({ column }) => column === name) ?? false;
}

function conflictKey(inserted: Inserted, state: ScriptState, notes: Set<string>): string {
  const key = keyColumns(inserted);
  if (key.length > 0) return key.map((name) => state.columnText(name, inserted.table)).join(', ');
  notes.add('ON CONFLICT needs the columns of the key that rows clash in: the first column is a guess.');
  return state.columnText(inserted.names?.[0] ?? 'id', inserted.table);
}

/** The primary key where the row gives it, otherwise the first unique key that it gives. */
function keyColumns({ table, names }: Inserted): readonly string[] {
  if (!table) return [];
  const given = new Set((names ?? table.columns.map(({ name }) => name)).map((name) => name.toLowerCase()));
  const keys = [...(table.primaryKey ? [table.primaryKey] : []), ...table.uniqueKeys].map(({ parts }) =>
    parts.flatMap(({ column }) => (column === undefined ? [] : [column])),
  );
  return keys.find((columns) => columns.every((name) => given.has(name.toLowerCase()))) ?? keys[0] ?? [];
}
