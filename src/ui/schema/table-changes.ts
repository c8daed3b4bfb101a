/** What a person may do to a whole table, as SQL, and what that takes along. */
import type { Schema, Table } from '../../schema/model.ts';
import { quoteName } from '../../schema/names.ts';
import type { RelationKind } from './dependents.ts';

/** Bytes of a name in UTF-8: Postgres would cut a longer one without a word. */
const MAX_NAME_BYTES = 63;

type TableId = Pick<Table, 'namespace' | 'name'>;

/** Whatever the search path is. */
export function wholeName({ namespace, name }: TableId): string {
  return `${quoteName(namespace)}.${quoteName(name)}`;
}

export function renameTable(table: TableId, name: string): string {
  // Postgres takes ALTER TABLE for views too.
  return `ALTER TABLE ${wholeName(table)} RENAME TO ${quoteName(name)}`;
}

/** Numbers that the table counts up begin anew, as in a table that has just been made. */
export function emptyTable(table: TableId): string {
  return `TRUNCATE TABLE ${wholeName(table)} RESTART IDENTITY CASCADE`;
}

export function deleteTable(table: TableId, kind: RelationKind): string {
  return `DROP ${kind.toUpperCase()} ${wholeName(table)} CASCADE`;
}

/** What is wrong with a new name; null when Postgres would take it. */
export function nameProblem(name: string, { namespace }: TableId, { tables }: Schema): string | null {
  if (tables.some((table) => table.namespace === namespace && table.name === name)) {
    return `There is a table or view called ${name} already.`;
  }
  const length = new TextEncoder().encode(name).length;
  return length > MAX_NAME_BYTES ? `The name has ${length} bytes; Postgres keeps ${MAX_NAME_BYTES}.` : null;
}

/** Tables that are emptied with this one: those whose rows refer to its rows, directly or through others. */
export function emptiedWith(table: Table, { tables }: Schema): readonly Table[] {
  const emptied = new Set([table]);
  // A Set yields what is added on the way.
  for (const each of emptied) {
    for (const child of tables) if (child.foreignKeys.some((key) => refersTo(key, each))) emptied.add(child);
  }
  return [...emptied].slice(1);
}

function refersTo(key: Table['foreignKeys'][number], { namespace, name }: Table): boolean {
  return key.referencedNamespace === namespace && key.referencedTable === name;
}
