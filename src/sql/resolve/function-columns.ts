/** What functions in FROM call their columns. */
import type { FuncCall, Node } from 'libpg-query';
import type { Schema, SchemaFunction, Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { namesIn } from '../tree.ts';
import { findTable } from './context.ts';

/** Those of Postgres that have names for them (pg_proc.proargnames), as far as they are about data. */
const NAMED_BY_FUNCTION: Readonly<Record<string, readonly string[]>> = {
  json_array_elements: ['value'],
  json_array_elements_text: ['value'],
  json_each: ['key', 'value'],
  json_each_text: ['key', 'value'],
  jsonb_array_elements: ['value'],
  jsonb_array_elements_text: ['value'],
  jsonb_each: ['key', 'value'],
  jsonb_each_text: ['key', 'value'],
  pg_input_error_info: ['message', 'detail', 'hint', 'sql_error_code'],
  pg_options_to_table: ['option_name', 'option_value'],
  pg_timezone_abbrevs: ['abbrev', 'utc_offset', 'is_dst'],
  pg_timezone_names: ['name', 'abbrev', 'utc_offset', 'is_dst'],
  ts_debug: ['alias', 'description', 'token', 'dictionaries', 'dictionary', 'lexemes'],
  ts_parse: ['tokid', 'token'],
  ts_stat: ['word', 'ndoc', 'nentry'],
  ts_token_type: ['tokid', 'alias', 'description'],
};

/** They return the row type of their first argument. */
const POPULATE: ReadonlySet<string> = new Set([
  'json_populate_record',
  'json_populate_recordset',
  'jsonb_populate_record',
  'jsonb_populate_recordset',
]);

export interface FunctionColumns {
  /** Null where the function has none: then the column is called like the function, or like its alias. */
  readonly names: readonly string[] | null;
  /** Each row is a single value. */
  readonly isScalar: boolean;
}

const SINGLE_VALUE: FunctionColumns = { names: null, isScalar: true };

export function functionColumns(call: FuncCall, schema: Schema): FunctionColumns {
  const names = namesIn(call.funcname);
  const name = names.at(-1) ?? '';
  const ofUser = schema.functions.find((candidate) => isFunction(candidate, names));
  if (ofUser) return columnsOfUserFunction(ofUser, schema);
  const known = NAMED_BY_FUNCTION[name];
  if (known) return { names: known, isScalar: known.length === 1 };
  const populated = POPULATE.has(name) ? rowTypeOf(call.args?.[0], schema) : undefined;
  if (populated) return { names: columnNames(populated), isScalar: false };
  const argumentCount = call.args?.length ?? 0;
  if (name === 'unnest' && argumentCount > 1) {
    return { names: Array.from({ length: argumentCount }, () => 'unnest'), isScalar: false };
  }
  return SINGLE_VALUE;
}

export function isFunction(candidate: SchemaFunction, names: readonly string[]): boolean {
  const [first, second] = names;
  return second === undefined ? candidate.name === first : candidate.namespace === first && candidate.name === second;
}

function columnsOfUserFunction({ outputColumns, resultType }: SchemaFunction, schema: Schema): FunctionColumns {
  if (outputColumns.length > 0) return { names: outputColumns, isScalar: outputColumns.length === 1 };
  const type = resultType.replace(/^setof /i, '');
  const table = schema.tables.find((candidate) => tableName(candidate) === type);
  return table ? { names: columnNames(table), isScalar: false } : SINGLE_VALUE;
}

function columnNames(table: Table): string[] {
  return table.columns.map((column) => column.name);
}

function rowTypeOf(argument: Node | undefined, schema: Schema): Table | undefined {
  if (!argument || !('TypeCast' in argument)) return undefined;
  const [first, second] = namesIn(argument.TypeCast.typeName?.names);
  return second === undefined ? findTable(schema, undefined, first ?? '') : findTable(schema, first, second);
}
