import type { Schema } from '../../schema/model.ts';
import { quoteName } from '../../schema/names.ts';
import { isFunction } from '../resolve/function-columns.ts';

/** Keywords that are no names of functions unless quoted ("col_name_keyword" in Postgres' kwlist.h). */
const NOT_CALLABLE: ReadonlySet<string> = new Set(
  `between bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout int
  integer interval json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar
  json_serialize json_table json_value least merge_action national nchar none normalize nullif numeric out position
  precision real row setof smallint time timestamp treat trim values varchar xmlattributes xmlconcat xmlelement
  xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable json`.split(/\s+/),
);

/** Postgres' own functions in upper case; those of the user as they are named. */
export function printFunctionName(names: readonly string[], schema: Schema): string {
  const name = names.at(-1) ?? '';
  const isSystem = names.length > 1 && names[0] === 'pg_catalog';
  const ofUser = isSystem ? [] : schema.functions.filter((candidate) => isFunction(candidate, names));
  if (names.length > 1 && !isSystem) return withNamespace(names[0] ?? '', name);
  const found = ofUser.find(({ namespace }) => namespace === 'public') ?? ofUser[0];
  if (found) return withNamespace(found.namespace, name);
  const quoted = callableName(name);
  return quoted === name ? name.toUpperCase() : quoted;
}

function withNamespace(namespace: string, name: string): string {
  return namespace === 'public' ? callableName(name) : `${quoteName(namespace)}.${quoteName(name)}`;
}

/** Words like LEFT are reserved as names of tables, not of functions. */
function callableName(name: string): string {
  if (NOT_CALLABLE.has(name)) return `"${name}"`;
  return CALLABLE.has(name) ? name : quoteName(name);
}

/** Reserved as names of tables ("type_func_name_keyword"), but free as names of functions. */
const CALLABLE: ReadonlySet<string> = new Set(
  `authorization binary collation concurrently cross current_schema freeze full ilike inner is isnull join left like
  natural notnull outer overlaps right similar tablesample verbose`.split(/\s+/),
);
