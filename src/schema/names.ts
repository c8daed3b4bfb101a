/**
 * How names are written in SQL. One canonical spelling each, shared by the prompt, the grammar and the training data:
 * bare where Postgres reads the name back unchanged, double-quoted where it would not.
 */
import type { Column, Table } from './model.ts';

/**
 * PostgreSQL 18's reserved and "can be function or type" keywords (documentation, appendix C): as a bare table or
 * column name each is a syntax error.
 */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
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

/** The name that `quoteName` wrote. */
export function unquoteName(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}

/** A text as a literal: `'O''Hara'`. */
export function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Keywords that can name a table or a column, but no function or type (documentation, appendix C). */
const COLUMN_NAME_WORDS: ReadonlySet<string> = new Set(
  `between bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout int integer
  interval json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize
  json_table json_value least merge_action national nchar none normalize nullif numeric out overlay position precision
  real row setof smallint substring time timestamp treat trim values varchar xmlattributes xmlconcat xmlelement xmlexists
  xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable`.split(/\s+/),
);

/** A function or type as SQL text: bare in `public`, namespace-qualified elsewhere. */
export function callableName({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  const text = COLUMN_NAME_WORDS.has(name) ? `"${name}"` : quoteName(name);
  return namespace === 'public' ? text : `${quoteName(namespace)}.${text}`;
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
