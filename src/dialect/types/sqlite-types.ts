import { type SourceType, type TargetType, target, withArguments } from './target-type.ts';

/**
 * SQLite takes any words for a type. Those that people use mean what they do elsewhere; of the others it reads an
 * affinity from a part of the word (its documentation, "Datatypes", 3.1).
 */
const KNOWN: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  bool: 'boolean',
  date: 'date',
  datetime: 'timestamp',
  timestamp: 'timestamp',
  'timestamp without time zone': 'timestamp',
  timestamptz: 'timestamptz',
  'timestamp with time zone': 'timestamptz',
  time: 'time',
  json: 'jsonb',
  jsonb: 'jsonb',
  uuid: 'uuid',
  guid: 'uuid',
  any: 'text',
};

const DECIMALS: ReadonlySet<string> = new Set(['decimal', 'numeric', 'number', 'money', 'currency']);
const LENGTH_TEXTS =
  /^(?:n?var)?char(?:acter)?$|^(?:varying character|character varying|native character|nvarchar2?|varchar2|nchar)$/;

export function sqliteType({ name, args }: SourceType): TargetType {
  const known = KNOWN[name];
  if (known !== undefined) return target(known);
  if (name === 'tinyint' && args[0] === '1') return target('boolean');
  if (DECIMALS.has(name)) return target(args.length > 0 ? withArguments('numeric', args, 2) : 'numeric');
  // SQLite does not hold itself to a width; the rows would not fit one that is wrong.
  if (LENGTH_TEXTS.test(name)) return target('text');
  return target(byAffinity(name));
}

/** The order of the rules is SQLite's: CHARINT is an integer. Integers have 64 bits there. */
function byAffinity(name: string): string {
  if (name === '') return 'text';
  if (name.includes('int')) return 'bigint';
  if (/char|clob|text|string/.test(name)) return 'text';
  if (name.includes('blob') || name.includes('binary')) return 'bytea';
  if (/real|floa|doub/.test(name)) return 'double precision';
  return 'numeric';
}
