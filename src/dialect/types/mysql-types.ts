import { type SourceType, type TargetType, target, withArguments, withPrecision } from './target-type.ts';

/** Types that need no look at their width. */
const PLAIN: Readonly<Record<string, string>> = {
  bool: 'boolean',
  boolean: 'boolean',
  real: 'double precision',
  double: 'double precision',
  'double precision': 'double precision',
  float: 'real',
  date: 'date',
  year: 'smallint',
  json: 'jsonb',
  tinytext: 'text',
  text: 'text',
  mediumtext: 'text',
  longtext: 'text',
  long: 'text',
  'long varchar': 'text',
  tinyblob: 'bytea',
  blob: 'bytea',
  mediumblob: 'bytea',
  longblob: 'bytea',
  binary: 'bytea',
  varbinary: 'bytea',
  'char byte': 'bytea',
  uuid: 'uuid',
  inet4: 'inet',
  inet6: 'inet',
};

/** Signed and unsigned; a wider type holds what is unsigned. */
const INTEGERS: Readonly<Record<string, readonly [string, string]>> = {
  tinyint: ['smallint', 'smallint'],
  int1: ['smallint', 'smallint'],
  smallint: ['smallint', 'integer'],
  int2: ['smallint', 'integer'],
  mediumint: ['integer', 'integer'],
  int3: ['integer', 'integer'],
  middleint: ['integer', 'integer'],
  int: ['integer', 'bigint'],
  integer: ['integer', 'bigint'],
  int4: ['integer', 'bigint'],
  bigint: ['bigint', 'bigint'],
  int8: ['bigint', 'bigint'],
};

const TEXTS: Readonly<Record<string, string>> = {
  varchar: 'varchar',
  'char varying': 'varchar',
  'character varying': 'varchar',
  nvarchar: 'varchar',
  'national varchar': 'varchar',
  varcharacter: 'varchar',
  char: 'char',
  character: 'char',
  nchar: 'char',
  'national char': 'char',
};

const DECIMALS: ReadonlySet<string> = new Set(['decimal', 'dec', 'numeric', 'fixed']);
const SHAPES =
  /^(?:geometry|point|linestring|polygon|multipoint|multilinestring|multipolygon|geometrycollection|geomcollection)$/;

/** Undefined for a type that MySQL does not have. */
export function mysqlType({ name, args, isUnsigned }: SourceType): TargetType | undefined {
  const plain = PLAIN[name];
  if (plain !== undefined) return target(plain, isUnsigned ? { notNegative: true } : {});
  if (name === 'tinyint' && args[0] === '1' && !isUnsigned) return target('boolean');
  const integer = INTEGERS[name];
  if (integer)
    return isUnsigned
      ? target(integer[1], { notNegative: true, ...(name === 'bigint' && { note: BIGINT_NOTE }) })
      : target(integer[0]);
  const text = TEXTS[name];
  if (text !== undefined) return target(withArguments(text, args));
  if (DECIMALS.has(name))
    return target(
      args.length > 0 ? withArguments('numeric', args, 2) : 'numeric(10)',
      isUnsigned ? { notNegative: true } : {},
    );
  if (name === 'datetime') return target(withPrecision('timestamp', args));
  if (name === 'timestamp') return target(withPrecision('timestamptz', args));
  if (name === 'time') return target(withPrecision('time', args));
  if (name === 'bit')
    return args.length === 0 || args[0] === '1' ? target('boolean') : target(withArguments('bit', args));
  if (name === 'serial') return target('bigint', { isIdentity: true });
  if (name === 'enum') return { sql: 'text', kind: 'enum', labels: args };
  if (name === 'set')
    return {
      sql: 'text',
      kind: 'text',
      members: args,
      note: 'SET becomes a text with commas between the members, checked.',
    };
  if (SHAPES.test(name))
    return target('text', { note: `${name.toUpperCase()} becomes text: Postgres has shapes in PostGIS alone.` });
  if (name === 'vector') return target('text', { note: 'VECTOR becomes text.' });
  return undefined;
}

const BIGINT_NOTE = 'BIGINT UNSIGNED becomes bigint, which ends at 9,223,372,036,854,775,807.';
