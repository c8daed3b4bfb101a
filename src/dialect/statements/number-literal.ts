import { textLiteral } from '../../schema/names.ts';
import type { QueryRules } from '../query/rules.ts';
import type { TargetType } from '../types/target-type.ts';
import { fromBits } from './binary-literal.ts';
import { fits, type LiteralResult, ZERO_DATES_NOTE } from './literal-result.ts';
import { utf8Hex } from './utf8.ts';

const MAX_INTEGERS: Readonly<Record<string, number>> = { smallint: 32_767, integer: 2_147_483_647 };

const MAX_BIGINT = 9_223_372_036_854_775_807n;
const BIGINT_DIGITS = 19;

/** A number that is put into a column; undefined where it can stay as it is written. */
export function fromNumber(text: string, type: TargetType, rules: QueryRules): LiteralResult | undefined {
  switch (type.kind) {
    case 'boolean':
      if (text === '0' || text === '1') return fits(text === '1' ? 'TRUE' : 'FALSE');
      return { kind: 'too-wide', sql: text, value: 'integer' };
    case 'integer':
      if (isBeyondBigint(text)) return { kind: 'too-wide', sql: text, value: 'number' };
      if (/^\d+(?:\.0*)?$/.test(text))
        return Number(text) > (MAX_INTEGERS[type.sql] ?? Number.POSITIVE_INFINITY) && rules.untyped
          ? { kind: 'too-wide', sql: text, value: 'integer' }
          : undefined;
      return rules.untyped ? { kind: 'too-wide', sql: text, value: 'number' } : undefined;
    case 'date':
    case 'timestamp':
      if (text === '0' && !rules.untyped) return fits('NULL', ZERO_DATES_NOTE);
      if (!rules.untyped) return fits(`'${text}'`);
      return { kind: 'too-wide', sql: text, value: /^\d+$/.test(text) ? 'integer' : 'number' };
    case 'time':
    case 'uuid':
    case 'json':
      return fits(`'${text}'`);
    case 'number':
      return rules.untyped ? beyondDouble(text, type.sql) : undefined;
    case 'enum': {
      const label = type.labels?.[Number(text) - 1];
      return label === undefined ? fits(`'${text}'`) : fits(textLiteral(label));
    }
    case 'bits':
      return fromBits(BigInt(/^\d+$/.test(text) ? text : 0).toString(2), type);
    case 'bytes':
      return fits(`'\\x${utf8Hex(text)}'`);
    default:
      return undefined;
  }
}

/** What BIGINT UNSIGNED holds in its upper half, and SQLite in its own way. */
export function isBeyondBigint(text: string): boolean {
  return text.length >= BIGINT_DIGITS && /^\d+$/.test(text) && BigInt(text) > MAX_BIGINT;
}

/** Numbers without a scale of their own hold infinity in Postgres. */
const HOLDS_INFINITY: Readonly<Record<string, string>> = {
  'double precision': 'float8',
  real: 'float4',
  numeric: 'numeric',
};

/** SQLite keeps what is too large for eight bytes as infinity, and writes it as `9.0e+999`. */
function beyondDouble(text: string, type: string): LiteralResult | undefined {
  const value = Number(text);
  if (value === Number.POSITIVE_INFINITY && Object.hasOwn(HOLDS_INFINITY, type))
    return fits(`'Infinity'::${HOLDS_INFINITY[type]}`);
  return value === 0 && type !== 'numeric' && /^[\d.]*[1-9]/.test(text) ? fits('0') : undefined;
}
