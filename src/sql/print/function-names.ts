import type { Schema } from '../../schema/model.ts';
import { callableName, quoteName } from '../../schema/names.ts';
import { isFunction } from '../resolve/function-columns.ts';

/** Postgres' own functions in upper case; those of the user as they are named. */
export function printFunctionName(names: readonly string[], schema: Schema): string {
  const name = names.at(-1) ?? '';
  const isSystem = names.length > 1 && names[0] === 'pg_catalog';
  const ofUser = isSystem ? [] : schema.functions.filter((candidate) => isFunction(candidate, names));
  if (names.length > 1 && !isSystem) return withNamespace(names[0] ?? '', name);
  const found = ofUser.find(({ namespace }) => namespace === 'public') ?? ofUser[0];
  if (found) return withNamespace(found.namespace, name);
  const quoted = bareName(name);
  return quoted === name ? name.toUpperCase() : quoted;
}

function withNamespace(namespace: string, name: string): string {
  return namespace === 'public' ? bareName(name) : `${quoteName(namespace)}.${quoteName(name)}`;
}

/** Words like LEFT are reserved as names of tables, not of functions. */
function bareName(name: string): string {
  return CALLABLE.has(name) ? name : callableName({ namespace: 'public', name });
}

/**
 * Reserved as names of tables ("type_func_name_keyword"), but free as names of functions; and the two keywords whose
 * parentheses may hold a plain list.
 */
const CALLABLE: ReadonlySet<string> = new Set(
  `authorization binary collation concurrently cross current_schema freeze full ilike inner is isnull join left like
  natural notnull outer overlaps right similar tablesample verbose overlay substring`.split(/\s+/),
);
