/** Constants, each with one spelling. */
import { textLiteral } from '../../schema/names.ts';

/** `'it''s'`; control characters stand apart, to be concatenated: `'a'`, `E'\n'`, `'b'`. */
export function textLiterals(text: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
  const pieces = text.match(/[\x00-\x1f\x7f]+|[^\x00-\x1f\x7f]+/g) ?? [''];
  return pieces.map((piece) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it escapes.
    /[\x00-\x1f\x7f]/.test(piece) ? `E'${[...piece].map(escaped).join('')}'` : textLiteral(piece),
  );
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
  return SHORT_ESCAPES[character] ?? `\\x${code}`;
}

/** `B'101'` as the cast it is; `kept` is how the parser keeps it: `b101`, `x1F`. */
export function bitLiteral(kept: string): string {
  const digits = kept.slice(1).replaceAll('_', '');
  const bits = kept.startsWith('x') ? [...digits].map(hexBits).join('') : digits;
  if (bits === '') return "''::varbit";
  return `'${bits}'::bit${bits.length === 1 ? '' : `(${bits.length})`}`;
}

function hexBits(digit: string): string {
  return Number.parseInt(digit, 16).toString(2).padStart(4, '0');
}

/** Zeros that an exponent may stand for before the number is written as a text. */
const MAX_ZEROS = 30;

/** A number that is no small integer, as the parser keeps it: the text of the query, with a sign where one was folded in. */
export function numberLiteral(written: string): string {
  const sign = written.startsWith('-') ? '-' : '';
  const text = written.slice(sign.length).replaceAll('_', '').toLowerCase();
  if (/^0[xob]/.test(text)) return sign + BigInt(text).toString();
  const [mantissa = '', exponent] = text.split('e');
  const [whole = '', decimals] = mantissa.split('.');
  if (exponent === undefined && decimals !== '') {
    return sign + withoutLeadingZeros(whole) + (decimals === undefined ? '' : `.${decimals}`);
  }
  const shifted = shift(whole, decimals ?? '', Number(exponent ?? 0));
  // Without a point it would be an integer.
  return shifted === null ? `'${sign}${text}'::numeric` : numericLiteral(sign, shifted);
}

function numericLiteral(sign: string, digits: string): string {
  if (digits.includes('.')) return sign + digits;
  return sign === '' ? `${digits}::numeric` : `(${sign}${digits})::numeric`;
}

/** `whole.decimals` with its point moved by `places`; null when that makes it too long. */
function shift(whole: string, decimals: string, places: number): string | null {
  if (Math.abs(places) > MAX_ZEROS) return null;
  const digits = whole + decimals;
  const point = whole.length + places;
  const padded = point < 0 ? '0'.repeat(-point) + digits : digits.padEnd(point, '0');
  const before = withoutLeadingZeros(padded.slice(0, Math.max(point, 0)));
  const after = padded.slice(Math.max(point, 0));
  return after === '' ? before : `${before}.${after}`;
}

function withoutLeadingZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '') || '0';
}
