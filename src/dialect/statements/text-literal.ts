import { textLiteral } from '../../schema/names.ts';
import type { LexicalRules } from '../lexer/rules.ts';
import { stringValue } from '../lexer/values.ts';
import type { QueryRules } from '../query/rules.ts';
import type { TargetType } from '../types/target-type.ts';
import { fromBits } from './binary-literal.ts';
import { fits, IMPOSSIBLE_DATES_NOTE, type LiteralResult, ZERO_DATES_NOTE } from './literal-result.ts';
import { isBeyondBigint } from './number-literal.ts';
import { utf8Hex } from './utf8.ts';

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

/** A string that is put into a column; undefined where it can stay as it is written. */
export function fromText(text: string, type: TargetType, rules: QueryRules): LiteralResult | undefined {
  const value = stringValue(text, rules.lexical);
  switch (type.kind) {
    case 'boolean': {
      const truth = TRUTH[value.toLowerCase()];
      return truth === undefined ? wide(text, value, rules.lexical) : fits(truth);
    }
    case 'integer':
      if (isBeyondBigint(value)) return { kind: 'too-wide', sql: text, value: 'number' };
      return fitsNumber(value, /^\s*-?\d+\s*$/, text, rules);
    case 'number':
      return fitsNumber(value, /^\s*-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i, text, rules);
    case 'date':
    case 'timestamp':
      if (ZERO_DATE.test(value)) return fits('NULL', ZERO_DATES_NOTE);
      if (value === '' && !rules.untyped) return fits('NULL', 'Empty texts in columns of dates become NULL.');
      if (rules.untyped && !/^\s*\d{4}-\d\d-\d\d/.test(value)) return asText(text, value, rules.lexical);
      if (!isMoment(value)) return fits('NULL', IMPOSSIBLE_DATES_NOTE);
      return plain(text, value, rules.lexical);
    case 'time':
      if (rules.untyped && !/^\s*\d{1,2}:\d\d/.test(value)) return asText(text, value, rules.lexical);
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
    case 'uuid':
      if (rules.untyped && !UUID.test(value)) return asText(text, value, rules.lexical);
      return plain(text, value, rules.lexical);
    case 'json':
      if (rules.untyped && !isJson(value)) return asText(text, value, rules.lexical);
      return plain(text, value, rules.lexical);
    default:
      return plain(text, value, rules.lexical);
  }
}

const UUID = /^\s*\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?\s*$/i;

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

/** SQLite puts any text into any column: this one becomes a column of texts. */
function asText(text: string, value: string, rules: LexicalRules): LiteralResult {
  return { kind: 'too-wide', sql: plainText(text, value, rules), value: 'text' };
}

const MOMENT = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?/;

/** False for days that no calendar has, as 30 February; what is written in another way is Postgres' to read. */
function isMoment(value: string): boolean {
  const match = MOMENT.exec(value);
  if (!match) return true;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const isDay = month >= 1 && month <= 12 && day >= 1 && (day <= SHORTEST_MONTH || day <= daysOf(year, month));
  return isDay && hour <= 24 && minute <= 59 && second <= 60;
}

const SHORTEST_MONTH = 28;

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
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
