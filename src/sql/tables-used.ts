import { AppError } from '../platform/errors.ts';
import type { Schema, Table } from '../schema/model.ts';
import { findTable } from './resolve/context.ts';
import { type NameInStatement, tablesInStatement } from './tables-in-statement.ts';

/**
 * The tables and views of `schema` that a statement names, each once, in the order of its text. None where Postgres
 * cannot read it: half a statement is about nothing yet. Needs `loadParser`.
 */
export function tablesUsed(sql: string, schema: Schema): readonly Pick<Table, 'namespace' | 'name'>[] {
  const tables = namedIn(sql).flatMap(({ namespace, name }) => findTable(schema, namespace ?? undefined, name) ?? []);
  return [...new Set(tables)].map(({ namespace, name }) => ({ namespace, name }));
}

function namedIn(sql: string): readonly NameInStatement[] {
  try {
    return tablesInStatement(sql);
  } catch (thrown) {
    if (thrown instanceof AppError) return [];
    throw thrown;
  }
}
