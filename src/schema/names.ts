/**
 * How names are written in SQL. One canonical spelling each, shared by the prompt, the grammar and the training data:
 * bare where Postgres reads the name back unchanged, double-quoted where it would not.
 */
import type { Column, Schema, Table } from './model.ts';

/**
 * PostgreSQL 18's reserved and "can be function or type" keywords (documentation, appendix C): as a bare table or
 * column name each is a syntax error.
 */
const RESERVED_WORDS: ReadonlySet<string> = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation
  column concurrently constraint create cross current_catalog current_date current_role current_schema current_time
  current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze
  from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit
  localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references
  returning right select session_user similar some symmetric system_user table tablesample then to trailing true union
  unique user using variadic verbose when where window with`.split(/\s+/),
);

/** `name` as SQL text: `orders`, `"orderId"`, `"select"`, `"with ""quotes"""`. */
export function quoteName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED_WORDS.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A table as SQL text: bare in `public`, namespace-qualified elsewhere. */
export function tableName(table: Pick<Table, 'namespace' | 'name'>): string {
  const name = quoteName(table.name);
  return table.namespace === 'public' ? name : `${quoteName(table.namespace)}.${name}`;
}

/** A column as the canonical layout writes it: always with its whole table name. */
export function columnName(table: Pick<Table, 'namespace' | 'name'>, column: Pick<Column, 'name'>): string {
  return `${tableName(table)}.${quoteName(column.name)}`;
}

/** The alias of a table's second appearance in a self-join: `employees2`, or the next number that is free. */
export function selfJoinAlias(table: Pick<Table, 'name'>, schema: Schema): string {
  const taken = new Set(schema.tables.map((other) => other.name));
  for (let number = 2; ; number++) {
    const alias = `${table.name}${number}`;
    if (!taken.has(alias)) return quoteName(alias);
  }
}
