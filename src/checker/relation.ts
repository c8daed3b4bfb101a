import { columnType, type QueryResult } from './expression.ts';
import type { SqlType } from './types/types.ts';

/** Something with columns that FROM can name: a table, a CTE, a derived table, a function's rows. */
export interface Relation {
  /** In order; null when the checker cannot tell. */
  readonly columns: readonly RelationColumn[] | null;
  /** Those of a name that two columns share are `ambiguous`. */
  readonly types: ReadonlyMap<string, SqlType | 'ambiguous'>;
  /** Empty when there is none. */
  readonly primaryKey: readonly string[];
}

export interface RelationColumn {
  /** As SQL text; null for what Postgres calls `?column?`. */
  readonly name: string | null;
  readonly type: SqlType;
}

export function makeRelation(columns: readonly RelationColumn[] | null, primaryKey: readonly string[] = []): Relation {
  const types = new Map<string, SqlType | 'ambiguous'>();
  for (const { name, type } of columns ?? []) {
    if (name !== null) types.set(name, types.has(name) ? 'ambiguous' : type);
  }
  return { columns, types, primaryKey };
}

/** With other names for the first columns; null when there are fewer columns than names. */
export function renamed(relation: Relation, names: readonly string[]): Relation | null {
  if (names.length === 0 || relation.columns === null) return relation;
  if (names.length > relation.columns.length) return null;
  return makeRelation(relation.columns.map((column, index) => ({ ...column, name: names[index] ?? column.name })));
}

/** With further columns behind its own. */
export function extended(relation: Relation, columns: readonly RelationColumn[]): Relation {
  return relation.columns === null ? relation : makeRelation([...relation.columns, ...columns]);
}

/** What a query returns, as something to read from. */
export function relationOf({ outputs }: QueryResult): Relation {
  return makeRelation(outputs?.map(({ name, type }) => ({ name, type: columnType(type) })) ?? null);
}
