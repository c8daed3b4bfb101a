/** What a person says about the tables that the model is shown, whatever the question is. */
import { subSchema } from '../schema/linking.ts';
import type { Schema, Table } from '../schema/model.ts';

export type TableId = Pick<Table, 'namespace' | 'name'>;

export interface TablePreferences {
  /** Shown first of all, the earliest pinned before the later. */
  readonly pinned: readonly TableId[];
  /** Never shown. */
  readonly dropped: readonly TableId[];
}

export const NO_PREFERENCES: TablePreferences = { pinned: [], dropped: [] };

export function isSameTable(a: TableId, b: TableId): boolean {
  return a.namespace === b.namespace && a.name === b.name;
}

/** What is left to choose from: the same schema where nothing is dropped. */
export function withoutDropped(schema: Schema, { dropped }: TablePreferences): Schema {
  const kept = schema.tables.filter((table) => !dropped.some((each) => isSameTable(each, table)));
  return kept.length === schema.tables.length ? schema : subSchema(schema, new Set(kept));
}

/** Those of `ids` that there are, in their order. */
export function tablesNamed(ids: readonly TableId[], { tables }: Schema): readonly Table[] {
  return ids.flatMap((each) => tables.find((table) => isSameTable(each, table)) ?? []);
}

/** The same preferences with other tables in them: `follow` says which; null takes one out. The same object where none is. */
export function mapTables(preferences: TablePreferences, follow: (table: TableId) => TableId | null): TablePreferences {
  const { pinned, dropped } = preferences;
  const mapped = (tables: readonly TableId[]) => tables.flatMap((table) => follow(table) ?? []);
  const next = { pinned: mapped(pinned), dropped: mapped(dropped) };
  const isSame = (a: readonly TableId[], b: readonly TableId[]) =>
    a.length === b.length && a.every((table, index) => table === b[index]);
  return isSame(pinned, next.pinned) && isSame(dropped, next.dropped) ? preferences : next;
}

/**
 * Where a table of `before` is in `after`, which is the same database later: under its name, or under another one when
 * it was renamed; null when it is gone. A table that went and one that came are the same when they, and no others, have
 * the same columns: Postgres knows better, but its numbers of tables change when a database is restored.
 */
export function tableTracker(before: Schema, after: Schema): (table: TableId) => TableId | null {
  const isIn = (table: TableId, { tables }: Schema) => tables.some((each) => isSameTable(each, table));
  const gone = before.tables.filter((table) => !isIn(table, after));
  const come = after.tables.filter((table) => !isIn(table, before));
  return (table) => {
    if (isIn(table, after)) return table;
    const old = gone.find((each) => isSameTable(each, table));
    if (!old) return null;
    const [renamed, ...others] = come.filter((each) => isAlike(each, old));
    const isOnly = others.length === 0 && gone.filter((each) => isAlike(each, old)).length === 1;
    return renamed && isOnly ? { namespace: renamed.namespace, name: renamed.name } : null;
  };
}

/** But for their names, and for rows, which the same change may bring. */
function isAlike(a: Table, b: Table): boolean {
  const facts = ({ kind, columns, primaryKey }: Table) => JSON.stringify([kind, columns, primaryKey]);
  return facts(a) === facts(b);
}
