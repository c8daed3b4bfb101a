/** The functions and operators that checks are mostly made of. */
import { DAY } from '../types/measures.ts';
import type { Operand } from './ast.ts';
import { matchesPattern, similarToRegex } from './patterns.ts';

/** Undefined for one that is not known, or over values that are not. */
export function callFunction(name: string, args: readonly (Operand | undefined)[]): Operand | undefined {
  if (name === 'num_nonnulls' || name === 'num_nulls') {
    if (args.includes(undefined)) return undefined;
    return args.filter((arg) => (arg === null) === (name === 'num_nulls')).length;
  }
  if (name === 'greatest' || name === 'least') return extreme(name, args);
  if (args.includes(null)) return null;
  const [first, second] = args;
  if (typeof first === 'number') {
    if (args.length === 1) return ofNumber(name, first);
    return typeof second === 'number' ? ofNumbers(name, first, second) : undefined;
  }
  if (typeof first === 'string') {
    if (typeof second === 'number') {
      return name === 'date_part' ? datePart(first, second) : ofTextAndNumber(name, first, second);
    }
    if (args.length === 1) return ofText(name, first);
    if (typeof second !== 'string') return undefined;
    return name === '||' ? first + second : (matchesPattern(name, first, second) ?? ofTexts(name, first, second));
  }
  if (Array.isArray(first)) return ofArray(name, first);
  return undefined;
}

function extreme(name: 'greatest' | 'least', args: readonly (Operand | undefined)[]): Operand | undefined {
  const numbers: number[] = [];
  for (const arg of args) {
    if (typeof arg === 'number') numbers.push(arg);
    else if (arg !== null) return undefined;
  }
  if (numbers.length === 0) return null;
  return name === 'greatest' ? Math.max(...numbers) : Math.min(...numbers);
}

function ofNumber(name: string, number: number): number | undefined {
  switch (name) {
    case '-':
      return -number;
    case '+':
      return number;
    case 'abs':
    case '@':
      return Math.abs(number);
    case 'round':
      return Math.sign(number) * Math.round(Math.abs(number));
    case 'floor':
      return Math.floor(number);
    case 'ceil':
    case 'ceiling':
      return Math.ceil(number);
    case 'trunc':
      return Math.trunc(number);
    default:
      return undefined;
  }
}

/** `/` is left out: whether it cuts depends on the types. */
function ofNumbers(name: string, left: number, right: number): number | undefined {
  switch (name) {
    case '+':
      return clean(left + right);
    case '-':
      return clean(left - right);
    case '*':
      return clean(left * right);
    case '%':
    case 'mod':
      return right === 0 ? undefined : left % right;
    case 'round': {
      const factor = 10 ** right;
      return (Math.sign(left) * Math.round(clean(Math.abs(left) * factor))) / factor;
    }
    default:
      return undefined;
  }
}

/** Decimal fractions add up as in Postgres: 0.1 + 0.2 is 0.3. */
function clean(number: number): number {
  return Number(number.toPrecision(14));
}

function ofText(name: string, text: string): Operand | undefined {
  switch (name) {
    case 'length':
    case 'char_length':
    case 'character_length':
      return [...text].length;
    case 'octet_length':
      return new TextEncoder().encode(text).length;
    case 'lower':
      return text.toLowerCase();
    case 'upper':
      return text.toUpperCase();
    case 'btrim':
      return text.replace(/^ +| +$/g, '');
    case 'ltrim':
      return text.replace(/^ +/, '');
    case 'rtrim':
      return text.replace(/ +$/, '');
    case 'similar_to_escape':
      return similarToRegex(text);
    default:
      return undefined;
  }
}

function ofTexts(name: string, text: string, other: string): Operand | undefined {
  switch (name) {
    case 'strpos':
      return text.indexOf(other) + 1;
    case 'starts_with':
      return text.startsWith(other);
    default:
      return undefined;
  }
}

function ofTextAndNumber(name: string, text: string, number: number): Operand | undefined {
  switch (name) {
    case 'left':
      return number >= 0 ? text.slice(0, number) : undefined;
    case 'right':
      return number > 0 ? text.slice(-number) : undefined;
    default:
      return undefined;
  }
}

function ofArray(name: string, items: readonly Operand[]): Operand | undefined {
  switch (name) {
    case 'cardinality':
      return items.length;
    case 'array_length':
      return items.length === 0 ? null : items.length;
    default:
      return undefined;
  }
}

/** Milliseconds since 1970, or since midnight: below a day nothing but the time is sure. */
export function datePart(field: string, moment: number): number | undefined {
  const date = new Date(moment);
  if (field === 'hour') return date.getUTCHours();
  if (field === 'minute') return date.getUTCMinutes();
  if (field === 'second') return date.getUTCSeconds() + date.getUTCMilliseconds() / 1_000;
  if (moment >= 0 && moment < DAY) return undefined;
  switch (field) {
    case 'year':
      return moment > YEAR_1000 ? date.getUTCFullYear() : undefined;
    case 'month':
      return date.getUTCMonth() + 1;
    case 'day':
      return date.getUTCDate();
    case 'dow':
      return date.getUTCDay();
    case 'isodow':
      return date.getUTCDay() || 7;
    default:
      return undefined;
  }
}

const YEAR_1000 = Date.UTC(1000, 0);
