import { assert } from '../../platform/assert.ts';
import type { LexicalRules } from './rules.ts';

/** What a backslash and a letter stand for in MySQL (its manual, "String Literals"). */
const ESCAPES: Readonly<Record<string, string>> = { 0: '\0', b: '\b', n: '\n', r: '\r', t: '\t', Z: '\x1a' };

/** The name that a quoted one stands for. */
export function nameValue(text: string): string {
  const close = text.charAt(0) === '[' ? ']' : text.charAt(0);
  const inner = text.slice(1, text.length > 1 && text.endsWith(close) ? -1 : undefined);
  return inner.replaceAll(close + close, close);
}

/** The text that a string token stands for. */
export function stringValue(text: string, rules: LexicalRules): string {
  const open = text.search(/['"]/);
  if (open < 0) return text;
  const quote = text.charAt(open);
  const inner = text.slice(open + 1, text.length > open + 1 && text.endsWith(quote) ? -1 : undefined);
  const plain = inner.replaceAll(quote + quote, quote);
  if (!rules.backslashEscapes || !inner.includes('\\')) return plain;
  // Doubled quotes and escapes are read in one pass: `\''` is a quote and the string's end, not a doubled quote.
  return inner.replaceAll(/\\([\s\S]?)|''|""/g, (part, escaped: string | undefined) => {
    if (escaped === undefined) return part.charAt(0) === quote ? quote : part;
    // `\%` and `\_` keep their backslash: LIKE reads it.
    return escaped === '%' || escaped === '_' ? part : (ESCAPES[escaped] ?? escaped);
  });
}

/** The hexadecimal digits of `0x1F` or `x'1F'`, an even number of them. */
export function hexDigits(text: string): string {
  const digits = text.startsWith('0') ? text.slice(2) : text.slice(2).replace(/'$/, '');
  return digits.length % 2 === 0 ? digits : `0${digits}`;
}

/** The binary digits of `b'101'` or `0b101`. */
export function bitDigits(text: string): string {
  assert(/^(?:0b|b')/i.test(text), 'a bit literal');
  return text.slice(2).replace(/'$/, '');
}
