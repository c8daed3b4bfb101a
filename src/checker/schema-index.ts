import type { Schema, Table } from '../schema/model.ts';
import { quoteName, tableName } from '../schema/names.ts';
import { queryNames } from '../schema/query-names.ts';
import { makeRelation, type Relation } from './relation.ts';
import { type Signature, signatureOf } from './types/functions.ts';
import { type TypeFinder, typeFinder } from './types/types.ts';

/** What the checker looks up in a schema, by names as canonical SQL writes them. */
export interface SchemaIndex {
  readonly tables: ReadonlyMap<string, Relation>;
  /** By all that can stand before a column: `orders`, `orders2`, `sales.orders`. */
  readonly qualifiers: ReadonlyMap<string, Relation>;
  readonly functions: ReadonlyMap<string, readonly Signature[]>;
  readonly findType: TypeFinder;
}

export function indexSchema(schema: Schema): SchemaIndex {
  const findType = typeFinder(schema);
  const names = queryNames(schema);
  const tables = new Map<string, Relation>();
  const qualifiers = new Map<string, Relation>();
  for (const table of schema.tables) {
    const relation = relationOf(table, findType);
    tables.set(tableName(table), relation);
    for (const qualifier of [tableName(table), ...names.aliasesOf(table)]) qualifiers.set(qualifier, relation);
  }
  const functions = new Map<string, Signature[]>();
  for (const each of schema.functions) {
    const text = tableName(each);
    functions.set(text, [...(functions.get(text) ?? []), signatureOf(each, findType)]);
  }
  return { tables, qualifiers, functions, findType };
}

function relationOf(table: Table, findType: TypeFinder): Relation {
  return makeRelation(
    table.columns.map((column) => ({ name: quoteName(column.name), type: findType(column.type) })),
    table.primaryKey.map(quoteName),
  );
}
