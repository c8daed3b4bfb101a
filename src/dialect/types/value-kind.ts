/** What kind of value a column holds or an expression gives, as far as converting needs to tell them apart. */
export type ValueKind =
  | 'boolean'
  | 'integer'
  /** With a fraction, exact or not. */
  | 'number'
  | 'text'
  | 'date'
  | 'timestamp'
  | 'time'
  | 'interval'
  | 'bytes'
  | 'bits'
  | 'json'
  | 'enum'
  | 'uuid'
  | 'other';

/** Kinds by Postgres' name of the type, without width. */
const KINDS: ReadonlyMap<string, ValueKind> = new Map([
  ['boolean', 'boolean'],
  ['smallint', 'integer'],
  ['integer', 'integer'],
  ['bigint', 'integer'],
  ['numeric', 'number'],
  ['real', 'number'],
  ['double precision', 'number'],
  ['text', 'text'],
  ['varchar', 'text'],
  ['character varying', 'text'],
  ['char', 'text'],
  ['character', 'text'],
  ['citext', 'text'],
  ['date', 'date'],
  ['timestamp', 'timestamp'],
  ['timestamptz', 'timestamp'],
  ['timestamp with time zone', 'timestamp'],
  ['timestamp without time zone', 'timestamp'],
  ['time', 'time'],
  ['time without time zone', 'time'],
  ['interval', 'interval'],
  ['bytea', 'bytes'],
  ['bit', 'bits'],
  ['bit varying', 'bits'],
  ['json', 'json'],
  ['jsonb', 'json'],
  ['uuid', 'uuid'],
]);

/** @param type a type as Postgres or this folder writes it: `numeric(10, 2)`, `timestamp(3) without time zone` */
export function kindOfType(type: string): ValueKind {
  return KINDS.get(type.replace(/\s*\([^)]*\)/, '')) ?? 'other';
}

const TYPES: Partial<Readonly<Record<ValueKind, string>>> = {
  boolean: 'boolean',
  integer: 'bigint',
  number: 'numeric',
  date: 'date',
  timestamp: 'timestamp',
  json: 'jsonb',
};

/** A type that holds values of a kind; text where the kind does not tell. */
export function typeOfKind(kind: ValueKind | undefined): string {
  return (kind && TYPES[kind]) ?? 'text';
}
