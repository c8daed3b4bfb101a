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
