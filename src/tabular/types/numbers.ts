/** Numbers as people and programs write them: `-12`, `1,234.50`, `1.234,50`, `1’234`, `1e-5`. */
import type { DecimalMark } from './column-type.ts';

/** What a number says about how its file writes numbers. */
export type NumberShape =
  | 'integer'
  /** `1.5`, `1,234.5`: a point stands before the fraction. */
  | 'point-decimal'
  /** `1,5`, `1.234,5`. */
  | 'comma-decimal'
  /** `1,234,567`: commas stand between thousands. */
  | 'comma-grouped'
  /** `1.234.567`. */
  | 'point-grouped'
  /** `1’234` or with a narrow blank: thousands, whatever the decimal mark. */
  | 'mark-grouped'
  /** `1.234`: a fraction, or thousands. */
  | 'point-either'
  /** `1,234`. */
  | 'comma-either'
  /** `1.5e-7`. */
  | 'exponent';

/** Characters that a number may have: all of them then fit double precision (1e308) as well as numeric. */
const MAX_LENGTH = 300;

const DECIMAL = /^-?(?:0|[1-9]\d*)?([.,])(\d+)$/;
/** An ordinary blank is not among the separators: telephone numbers are written in groups of three too. */
const GROUPED = /^-?[1-9]\d{0,2}(?:([.,'’\u00a0\u202f])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/;
const EXPONENT = /^-?(?:0|[1-9]\d*)(?:\.\d+)?[eE][+-]?\d{1,4}$/;
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const SEPARATORS = /['’\u00a0\u202f]/g;

/**
 * Undefined for what is no number, and for what would lose something as one: leading zeros (`007`), a plus sign
 * (`+49…`), more digits than Postgres takes.
 *
 * @param text without blanks around it
 */
export function numberShape(text: string): NumberShape | undefined {
  if (isInteger(text)) return 'integer';
  if (text.length > MAX_LENGTH) return undefined;
  const decimal = DECIMAL.exec(text);
  if (decimal) {
    const grouped = GROUPED.test(text);
    if (decimal[1] === '.') return grouped ? 'point-either' : 'point-decimal';
    return grouped ? 'comma-either' : 'comma-decimal';
  }
  const grouped = GROUPED.exec(text);
  if (grouped) return groupedShape(text, grouped[1], grouped[2]);
  return EXPONENT.test(text) && fitsDouble(text) ? 'exponent' : undefined;
}

/** With a point before the fraction and no separators; undefined when it is no number written with this mark. */
export function plainNumber(text: string, mark: DecimalMark): string | undefined {
  const shape = numberShape(text);
  switch (shape) {
    case undefined:
      return undefined;
    case 'integer':
      return text;
    // Programs write exponents, and always with a point.
    case 'exponent':
      return text;
    case 'mark-grouped':
      return text.replaceAll(SEPARATORS, '');
    case 'point-either':
    case 'comma-either':
      break;
    case 'point-decimal':
    case 'comma-grouped':
      if (mark === ',') return undefined;
      break;
    case 'comma-decimal':
    case 'point-grouped':
      if (mark === '.') return undefined;
      break;
  }
  const separator = mark === '.' ? ',' : '.';
  return text.replaceAll(SEPARATORS, '').replaceAll(separator, '').replace(',', '.');
}

/** Whether an integer without separators lies in the range of Postgres' type. */
export function fitsInteger(text: string, kind: 'integer' | 'bigint'): boolean {
  const digits = text.startsWith('-') ? text.length - 1 : text.length;
  if (digits <= (kind === 'integer' ? 9 : 18)) return true;
  if (digits > 19) return false;
  const value = BigInt(text);
  return kind === 'integer'
    ? value >= -2_147_483_648n && value <= 2_147_483_647n
    : value >= -9_223_372_036_854_775_808n && value <= 9_223_372_036_854_775_807n;
}

/** Whether Postgres takes a number as double precision: not one that overflows, nor one so small that it becomes 0. */
export function fitsDouble(text: string): boolean {
  const value = Number(text);
  if (!Number.isFinite(value)) return false;
  return value !== 0 || !/[1-9]/.test(text.split(/[eE]/)[0] ?? '');
}

function isInteger(text: string): boolean {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  const digits = text.length - start;
  if (digits === 0 || digits > MAX_LENGTH) return false;
  if (text.charCodeAt(start) === ZERO && digits > 1) return false;
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < ZERO || code > NINE) return false;
  }
  return true;
}

const MINUS = 45;
const ZERO = 48;
const NINE = 57;

function groupedShape(text: string, separator: string | undefined, mark: string | undefined): NumberShape | undefined {
  if (separator === mark) return undefined;
  if (mark === '.') return 'point-decimal';
  if (mark === ',') return 'comma-decimal';
  if (separator === ',') return 'comma-grouped';
  if (separator === '.') return isAddress(text) ? undefined : 'point-grouped';
  return 'mark-grouped';
}

/** `192.168.100.101` is grouped as thousands are. */
function isAddress(text: string): boolean {
  return IP_ADDRESS.test(text) && text.split('.').every((part) => Number(part) <= 255);
}
