import { type SourceType, type TargetType, target, withArguments, withPrecision } from './target-type.ts';

const ROW_VERSION = target('bytea', {
  isFilledByServer: true,
  note: 'ROWVERSION becomes bytea, which nothing fills by itself: it may be NULL.',
});

const PLAIN: Readonly<Record<string, string>> = {
  bit: 'boolean',
  tinyint: 'smallint',
  smallint: 'smallint',
  int: 'integer',
  integer: 'integer',
  bigint: 'bigint',
  money: 'numeric(19, 4)',
  smallmoney: 'numeric(10, 4)',
  real: 'real',
  'double precision': 'double precision',
  date: 'date',
  datetime: 'timestamp(3)',
  smalldatetime: 'timestamp(0)',
  uniqueidentifier: 'uuid',
  text: 'text',
  ntext: 'text',
  sysname: 'text',
  xml: 'xml',
  image: 'bytea',
  binary: 'bytea',
  varbinary: 'bytea',
  json: 'jsonb',
};

const NOTED: Readonly<Record<string, TargetType>> = {
  rowversion: ROW_VERSION,
  timestamp: ROW_VERSION,
  sql_variant: target('text', { note: 'SQL_VARIANT becomes text.' }),
  hierarchyid: target('text', { note: 'HIERARCHYID becomes text.' }),
  geography: target('text', { note: 'GEOGRAPHY becomes text: Postgres has shapes in PostGIS alone.' }),
  geometry: target('text', { note: 'GEOMETRY becomes text: Postgres has shapes in PostGIS alone.' }),
};

const LENGTH_TEXTS: ReadonlyMap<string, string> = new Map([
  ['varchar', 'varchar'],
  ['nvarchar', 'varchar'],
  ['char varying', 'varchar'],
  ['character varying', 'varchar'],
  ['char', 'char'],
  ['nchar', 'char'],
  ['character', 'char'],
]);

/** Digits of the mantissa from which FLOAT has eight bytes. */
const DOUBLE_FROM = 25;

/** Undefined for a type that T-SQL does not have itself. */
export function tsqlType({ name, args }: SourceType): TargetType | undefined {
  const plain = PLAIN[name];
  if (plain !== undefined) return target(plain);
  if (Object.hasOwn(NOTED, name)) return NOTED[name];
  const text = LENGTH_TEXTS.get(name);
  if (text !== undefined) return target(args[0]?.toLowerCase() === 'max' ? 'text' : withArguments(text, args));
  switch (name) {
    case 'decimal':
    case 'numeric':
    case 'dec':
      return target(args.length > 0 ? withArguments('numeric', args, 2) : 'numeric(18)');
    case 'float':
      return target(args[0] !== undefined && Number(args[0]) < DOUBLE_FROM ? 'real' : 'double precision');
    case 'datetime2':
      return target(withPrecision('timestamp', args));
    case 'datetimeoffset':
      return target(withPrecision('timestamptz', args));
    case 'time':
      return target(withPrecision('time', args));
    default:
      return undefined;
  }
}
