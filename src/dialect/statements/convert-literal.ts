import { textLiteral } from '../../schema/names.ts';
import type { LexicalRules } from '../lexer/rules.ts';
import type { TokenKind } from '../lexer/token.ts';
import { bitDigits, hexDigits, stringValue } from '../lexer/values.ts';
import type { QueryRules } from '../query/rules.ts';
import type { TargetType } from '../types/target-type.ts';
import type { ValueKind } from '../types/value-kind.ts';
import { decodeUtf8, utf8Hex } from './utf8.ts';

/** What becomes of a literal that is put into a column. */
export type LiteralResult =
  | { readonly kind: 'fits'; readonly sql: string; readonly note?: string }
  /** The column has to become wider first. */
  | { readonly kind: 'too-wide'; readonly sql: string; readonly value: ValueKind };

const ZERO_DATE = /^\d{4}-(?:00-\d\d|\d\d-00)|^0000-/;
const TRUTH: Readonly<Record<string, string>> = {
  0: 'FALSE',
  1: 'TRUE',
  '': 'FALSE',
  f: 'FALSE',
  t: 'TRUE',
  false: 'FALSE',
  true: 'TRUE',
  n: 'FALSE',
  y: 'TRUE',
  no: 'FALSE',
  yes: 'TRUE',
  '\0': 'FALSE',
  '\x01': 'TRUE',
};

/** Undefined where the literal can stay as it is written. */
export function convertLiteral(
  kind: TokenKind,
  text: string,
  type: TargetType,
  rules: QueryRules,
): LiteralResult | undefined {
  switch (kind) {
    case 'string':
      return fromText(text, type, rules);
    case 'number':
      return fromNumber(text, type, rules);
    case 'hex':
      return fromHex(text, type, rules);
    case 'bits':
      return fromBits(bitDigits(text), type);
    case 'word':
      return fromWord(text, type);
    default:
      return undefined;
  }
}

function fits(sql: string, note?: string): LiteralResult {
  return note === undefined ? { kind: 'fits', sql } : { kind: 'fits', sql, note };
}

function fromText(text: string, type: TargetType, rules: QueryRules): LiteralResult | undefined {
  const value = stringValue(text, rules.lexical);
  switch (type.kind) {
    case 'boolean': {
      const truth = TRUTH[value.toLowerCase()];
      return truth === undefined ? wide(text, value, rules.lexical) : fits(truth);
    }
    case 'integer':
      return fitsNumber(value, /^\s*-?\d+\s*$/, text, rules);
    case 'number':
      return fitsNumber(value, /^\s*-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i, text, rules);
    case 'date':
    case 'timestamp':
      if (ZERO_DATE.test(value)) return fits('NULL', 'Zero dates (0000-00-00) become NULL.');
      if (value === '' && !rules.untyped) return fits('NULL', 'Empty texts in columns of dates become NULL.');
      if (rules.untyped && !/^\s*\d{4}-\d\d-\d\d/.test(value))
        return { kind: 'too-wide', sql: plainText(text, value, rules.lexical), value: 'text' };
      return plain(text, value, rules.lexical);
    case 'time':
      if (/^-|^\d{3,}:|^2[4-9]:|^[3-9]\d:/.test(value))
        return { kind: 'too-wide', sql: textLiteral(value), value: 'interval' };
      return plain(text, value, rules.lexical);
    case 'bytes':
      return fits(`'\\x${utf8Hex(value)}'`, value.includes('\ufffd') ? DAMAGED : undefined);
    case 'bits':
      return fromBits(
        [...value].map((character) => character.charCodeAt(0).toString(2).padStart(8, '0')).join(''),
        type,
      );
    case 'enum':
      if (value === '' && type.labels && !type.labels.includes(''))
        return fits('NULL', 'Empty texts in columns of an ENUM become NULL.');
      return fits(textLiteral(sameLabel(value, type.labels ?? [])));
    default:
      return plain(text, value, rules.lexical);
  }
}

const DAMAGED = 'Some bytes were lost before the script was read: they were no UTF-8. Export with --hex-blob.';

/** MySQL's ENUM does not tell capitals from small letters. */
function sameLabel(value: string, labels: readonly string[]): string {
  if (labels.includes(value)) return value;
  return labels.find((label) => label.toLowerCase() === value.toLowerCase()) ?? value;
}

/** Only SQLite puts what is no number into columns of numbers; elsewhere Postgres may say so. */
function fitsNumber(value: string, pattern: RegExp, text: string, rules: QueryRules): LiteralResult | undefined {
  if (!rules.untyped || pattern.test(value)) return plain(text, value, rules.lexical);
  return wide(text, value, rules.lexical);
}

function wide(text: string, value: string, rules: LexicalRules): LiteralResult {
  const isNumber = /^-?\d+$/.test(value);
  return { kind: 'too-wide', sql: plainText(text, value, rules), value: isNumber ? 'integer' : 'text' };
}

/** Most strings are the same in Postgres. */
function plain(text: string, value: string, rules: LexicalRules): LiteralResult | undefined {
  const sql = plainText(text, value, rules);
  return sql === text
    ? undefined
    : fits(sql, value.includes('\0') ? 'Characters of code 0 are left out: Postgres has none in texts.' : undefined);
}

function plainText(text: string, value: string, rules: LexicalRules): string {
  if (text.startsWith("'") && text.endsWith("'") && text.length > 1 && !(rules.backslashEscapes && text.includes('\\')))
    return text;
  return textLiteral(value.replaceAll('\0', ''));
}

const MAX_INTEGERS: Readonly<Record<string, number>> = { smallint: 32_767, integer: 2_147_483_647 };

function fromNumber(text: string, type: TargetType, rules: QueryRules): LiteralResult | undefined {
  switch (type.kind) {
    case 'boolean':
      if (text === '0' || text === '1') return fits(text === '1' ? 'TRUE' : 'FALSE');
      return { kind: 'too-wide', sql: text, value: 'integer' };
    case 'integer':
      if (/^\d+(?:\.0*)?$/.test(text))
        return Number(text) > (MAX_INTEGERS[type.sql] ?? Number.POSITIVE_INFINITY) && rules.untyped
          ? { kind: 'too-wide', sql: text, value: 'integer' }
          : undefined;
      return rules.untyped ? { kind: 'too-wide', sql: text, value: 'number' } : undefined;
    case 'date':
    case 'timestamp':
      if (text === '0' && !rules.untyped) return fits('NULL', 'Zero dates (0000-00-00) become NULL.');
      if (!rules.untyped) return fits(`'${text}'`);
      return { kind: 'too-wide', sql: text, value: /^\d+$/.test(text) ? 'integer' : 'number' };
    case 'time':
    case 'uuid':
    case 'json':
      return fits(`'${text}'`);
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

function fromHex(text: string, type: TargetType, rules: QueryRules): LiteralResult | undefined {
  const digits = hexDigits(text);
  switch (type.kind) {
    case 'boolean':
      return fits(/^0*$/.test(digits) ? 'FALSE' : 'TRUE');
    case 'bits':
      return fromBits(BigInt(`0x${digits || '0'}`).toString(2), type);
    case 'integer':
    case 'number':
      return rules.untyped && /^0x/i.test(text) ? undefined : fits(BigInt(`0x${digits || '0'}`).toString());
    case 'text':
    case 'enum':
    case 'json': {
      const decoded = decodeUtf8(digits);
      return fits(decoded === undefined ? `'\\x${digits}'` : textLiteral(decoded));
    }
    case 'uuid':
      return fits(`'${digits}'`);
    default:
      return fits(`'\\x${digits}'`);
  }
}

function fromBits(digits: string, type: TargetType): LiteralResult {
  if (type.kind === 'boolean') return fits(/^0*$/.test(digits) ? 'FALSE' : 'TRUE');
  if (type.kind === 'bits') {
    const width = Number(/\d+/.exec(type.sql)?.[0] ?? 1);
    return fits(`B'${digits.replace(/^0+/, '').padStart(width, '0')}'`);
  }
  if (type.kind === 'integer' || type.kind === 'number') return fits(BigInt(`0b${digits || '0'}`).toString());
  return fits(`B'${digits}'`);
}

function fromWord(text: string, type: TargetType): LiteralResult | undefined {
  const isTruth = /^(?:true|false)$/i.test(text);
  if (!isTruth || type.kind === 'boolean' || type.kind === 'text' || type.kind === 'other') return undefined;
  return type.kind === 'integer' || type.kind === 'number' ? fits(/^true$/i.test(text) ? '1' : '0') : undefined;
}
