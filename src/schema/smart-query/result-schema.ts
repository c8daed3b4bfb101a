/** The shape of the smart query's result, checked before anything in it is believed. */
import * as v from 'valibot';
import { SMART_QUERY_VERSION } from './smart-query.ts';

/** Objects of one kind: the largest schemas of the world have some ten thousand tables. */
const MAX_OBJECTS = 20_000;
/** Columns of a table in Postgres (documentation, appendix K), rounded up. */
const MAX_COLUMNS = 2_000;
/** Characters of a definition or a comment. */
const MAX_TEXT = 1_000_000;
/** Characters of a name: 63 bytes in Postgres, more in servers that were built otherwise. */
const MAX_NAME = 255;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NAME));
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const optionalText = v.nullable(text);
const place = v.pipe(v.number(), v.integer());
const integerText = v.pipe(v.string(), v.regex(/^-?\d{1,20}$/));

function list<Item extends v.GenericSchema>(item: Item, limit = MAX_OBJECTS) {
  return v.pipe(v.array(item), v.maxLength(limit));
}

const namedDefinition = v.object({ name, definition: text });

const type = v.object({
  oid: place,
  namespace: name,
  name,
  /** `pg_type.typtype`: domain, enum, range, composite. */
  kind: v.picklist(['d', 'e', 'r', 'c']),
  labels: v.nullable(list(text)),
  base: optionalText,
  default: optionalText,
  required: v.boolean(),
  checks: v.nullable(list(namedDefinition)),
  attributes: v.nullable(list(v.object({ name, type: text }), MAX_COLUMNS)),
});

const sequence = v.object({
  oid: place,
  namespace: name,
  name,
  type: text,
  start: integerText,
  increment: integerText,
  owner: v.nullable(v.object({ namespace: name, table: name, column: name })),
});

const column = v.object({
  name,
  type: text,
  required: v.boolean(),
  default: optionalText,
  /** `pg_attribute.attidentity`: always, by default, none. */
  identity: v.picklist(['a', 'd', '']),
  /** `pg_attribute.attgenerated`: stored, virtual (PostgreSQL 18), none. */
  generated: v.picklist(['s', 'v', '']),
  comment: optionalText,
});

const table = v.object({
  oid: place,
  namespace: name,
  name,
  /** `pg_class.relkind`: table, partitioned table, foreign table, view, materialised view. */
  kind: v.picklist(['r', 'p', 'f', 'v', 'm']),
  comment: optionalText,
  rows: v.pipe(v.number(), v.integer(), v.minValue(0)),
  definition: optionalText,
  columns: list(column, MAX_COLUMNS),
  constraints: list(v.object({ name, kind: v.picklist(['p', 'u', 'c', 'x', 'f']), definition: text }), MAX_COLUMNS),
  unique_indexes: list(text, MAX_COLUMNS),
});

const callable = v.object({
  oid: place,
  namespace: name,
  name,
  arguments: text,
  definition: text,
  comment: optionalText,
});

export const resultSchema = v.object({
  expert_sql_schema: v.literal(SMART_QUERY_VERSION),
  server: text,
  search_path: list(name),
  namespaces: list(name),
  extensions: list(v.object({ name, namespace: name })),
  types: list(type),
  sequences: list(sequence),
  tables: list(table),
  functions: list(callable),
});

export type Result = v.InferOutput<typeof resultSchema>;
export type ResultType = v.InferOutput<typeof type>;
export type ResultSequence = v.InferOutput<typeof sequence>;
export type ResultTable = v.InferOutput<typeof table>;
export type ResultColumn = v.InferOutput<typeof column>;
export type ResultFunction = v.InferOutput<typeof callable>;
