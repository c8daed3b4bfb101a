import type { TypeName } from 'libpg-query';
import { callableName } from '../../schema/names.ts';
import { integerIn, namesIn } from '../tree.ts';
import { cannotPrint, type Printer } from './printer.ts';

/** The one name of the types that have several. */
const NAMES: Readonly<Record<string, string>> = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  bool: 'boolean',
};

/** Those of Postgres that a table's column can have (pg_type). */
const BUILT_IN: ReadonlySet<string> = new Set(
  `aclitem bit bool box bpchar bytea char cid cidr circle date datemultirange daterange float4 float8 inet int2
  int2vector int4 int4multirange int4range int8 int8multirange int8range interval json jsonb jsonpath line lseg macaddr
  macaddr8 money name numeric nummultirange numrange oid oidvector path pg_lsn pg_snapshot point polygon refcursor
  regclass regcollation regconfig regdictionary regnamespace regoper regoperator regproc regprocedure regrole regtype
  text tid time timestamp timestamptz timetz tsmultirange tsquery tsrange tstzmultirange tstzrange tsvector
  txid_snapshot uuid varbit varchar xid xid8 xml`.split(/\s+/),
);

export function printType(type: TypeName, printer: Printer): string {
  if (type.setof || type.pct_type) throw cannotPrint('type-modifier', printer, type.location);
  return baseType(type, modifiers(type, printer), printer) + (type.arrayBounds ? '[]' : '');
}

function baseType(type: TypeName, modifiers: readonly number[], printer: Printer): string {
  const names = namesIn(type.names);
  const name = names.at(-1) ?? '';
  const list = modifiers.length > 0 ? `(${modifiers.join(', ')})` : '';
  const isQualified = names.length > 1 && names[0] !== 'pg_catalog';
  if (isQualified || !BUILT_IN.has(name)) return userType(type, names, printer) + list;
  // Without quotes it is char(1).
  if (name === 'char') return '"char"';
  if (name === 'bpchar') return bpchar(modifiers);
  if (name === 'bit' && modifiers[0] === 1) return 'bit';
  return (NAMES[name] ?? name) + list;
}

/** `char` is short for `char(1)`; the type without a length has another name. */
function bpchar(modifiers: readonly number[]): string {
  const [length] = modifiers;
  if (length === undefined) return 'bpchar';
  return length === 1 ? 'char' : `char(${length})`;
}

/** An enum or a domain. Like a table it is found in `public` first, then wherever it is the only one of its name. */
function userType(type: TypeName, names: readonly string[], printer: Printer): string {
  const { enums, domains } = printer.schema;
  const [name = '', namespace] = names.toReversed();
  const named = [...enums, ...domains].filter((candidate) => candidate.name === name);
  const found = named.find((candidate) => candidate.namespace === (namespace ?? 'public'));
  const only = namespace === undefined && named.length === 1 ? named[0] : undefined;
  const meant = found ?? only;
  if (!meant) throw cannotPrint('user-type', printer, type.location);
  return callableName(meant);
}

/** The bits that the parser gives an interval without fields, so that a precision can follow. */
const ALL_INTERVAL_FIELDS = 0x7fff;

function modifiers(type: TypeName, printer: Printer): number[] {
  const numbers = (type.typmods ?? []).map((node) => {
    const number = 'A_Const' in node ? integerIn(node.A_Const) : null;
    if (number === null) throw cannotPrint('type-modifier', printer, type.location);
    return number;
  });
  if (namesIn(type.names).at(-1) !== 'interval' || numbers.length === 0) return numbers;
  const [fields, ...precision] = numbers;
  if (fields !== ALL_INTERVAL_FIELDS) throw cannotPrint('interval-fields', printer, type.location);
  return precision;
}
