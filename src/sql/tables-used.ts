import type { Schema, Table } from '../schema/model.ts';
import { statementFacts } from './facts.ts';
import { findTable } from './resolve/context.ts';

/**
 * The tables and views of `schema` that a statement names, each once, in the order of its text. None where Postgres
 * cannot read it: half a statement is about nothing yet. Needs `loadParser`.
 */
export function tablesUsed(sql: string, schema: Schema): readonly Pick<Table, 'namespace' | 'name'>[] {
  const facts = statementFacts(sql);
  if (facts.kind === 'none') return [];
  const tables = facts.tables.flatMap(({ namespace, name }) => findTable(schema, namespace ?? undefined, name) ?? []);
  return [...new Set(tables)].map(({ namespace, name }) => ({ namespace, name }));
}
