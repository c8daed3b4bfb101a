/**
 * Whether a text in quotes can be a value of a type. Postgres reads such texts when it prepares a query, so that
 * `orders.total > 'abc'` is an error there. Only what is certainly none is refused: dates in particular have many
 * spellings.
 */
import type { SqlType } from './types.ts';

/** The value of a literal as SQL writes it: `'it''s'`, `E'a\nb'`. */
export function literalValue(literal: string): string {
  if (!literal.startsWith('E')) return literal.slice(1, -1).replaceAll("''", "'");
  return literal.slice(2, -1).replace(/''|\\(x[0-9A-Fa-f]{1,2}|.)/gs, (sequence, code: string | undefined) => {
    if (code === undefined) return "'";
    const control = CONTROLS[code];
    if (control !== undefined) return control;
    return sequence.startsWith('\\x') ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : code;
  });
}

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const INTEGER_TEXT = /^[+-]?(?:\d[\d_]*|0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+)$/;
const NUMBER_TEXT = /^[+-]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?$/;
const SPECIAL_NUMBER = /^(?:nan|[+-]?inf(?:inity)?)$/i;

/** Dates without a digit (documentation, 8.5.1.4). */
const SPECIAL_TIME = /^(?:epoch|[+-]?infinity|now|today|tomorrow|yesterday|allballs)\b/i;
const BOOLEAN_TEXT = /^(?:t|tr|tru|true|f|fa|fal|fals|false|y|ye|yes|n|no|on|of|off|0|1)$/i;
const UUID_TEXT = /^\{?(?:[\da-f]{4}-?){7}[\da-f]{4}\}?$/i;
const DIGIT = /\d/;

export function literalFits(literal: string, type: SqlType): boolean {
  const value = literalValue(literal);
  if (type.labels) return type.labels.includes(value);
  const text = value.trim();
  if (type.element) return /^[[{]/.test(text);
  switch (type.name) {
    case 'int2':
    case 'int4':
    case 'int8':
    case 'oid':
      return INTEGER_TEXT.test(text);
    case 'numeric':
    case 'float4':
    case 'float8':
      return NUMBER_TEXT.test(text) || SPECIAL_NUMBER.test(text) || INTEGER_TEXT.test(text);
    case 'bool':
      return BOOLEAN_TEXT.test(text);
    case 'date':
    case 'timestamp':
    case 'timestamptz':
      return isTime(text, DATE_DIGITS);
    case 'time':
    case 'timetz':
      return isTime(text, TIME_DIGITS);
    case 'interval':
      return DIGIT.test(text) || SPECIAL_TIME.test(text);
    case 'money':
      return DIGIT.test(text);
    case 'inet':
    case 'cidr':
      return /^[\da-f:./]+$/i.test(text);
    case 'bit':
    case 'varbit':
      return /^(?:[bB]?[01]*|[xX][\da-fA-F]*)$/.test(value);
    case 'uuid':
      return UUID_TEXT.test(text);
    case 'json':
    case 'jsonb':
      return isJson(value);
    default:
      return type.category !== 'R' || /^(?:[[({]|empty)/i.test(text);
  }
}

/** What a date or time may spell besides months and days: halves of the day, eras, separators, Julian days. */
const TIME_WORDS = new Set('am pm bc ad t z j jd at on d h m s y mm'.split(' '));

/** Where there are digits alone, how many a day takes (`24031`), and a time of the day (`1204`). */
const DATE_DIGITS = 5;
const TIME_DIGITS = 3;

function isTime(text: string, digits: number): boolean {
  if (SPECIAL_TIME.test(text)) return true;
  const isTooShort = /^[+-]?\d*$/.test(text) && text.length < digits;
  return DIGIT.test(text) && TIME_TEXT.test(text) && !isTooShort && !IP_ADDRESS.test(text) && hasOnlyTimeWords(text);
}

const TIME_TEXT = /^[\w\s:+./,-]*$/;
const IP_ADDRESS = /^\d+(?:\.\d+){3}$/;
/** Lengths of time, which are no points in time. */
const SPAN = /\d ?(?:day|month|year|week|hour|min|sec)/i;

/** Anything longer can be a month, a day or a time zone. */
function hasOnlyTimeWords(text: string): boolean {
  if (SPAN.test(text)) return false;
  const words = text.match(/[a-z]+/gi) ?? [];
  return words.every((word) => word.length > 2 || text.includes('/') || TIME_WORDS.has(word.toLowerCase()));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
