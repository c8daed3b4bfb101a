/** Whether Postgres' jsonb takes a text (documentation, 8.14): it is stricter than JSON itself. */
import type { JsonCell } from '../cells.ts';
import { JsonScanner } from './scanner.ts';

/** Postgres' numeric, in which jsonb keeps numbers, has no larger exponents than about this. */
const LARGE_EXPONENT = /\d[eE][+-]?0*[1-9]\d{4}/;
const NUL_ESCAPE = /\\u0000/;
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** How an object or array begins and ends: a cheap look first, because texts that only begin so are common too. */
const BEGINNING = /^(?:\{\s*["}]|\[\s*[[{"\]\dtfn-])/;
const ENDING = /[}\]]$/;

/**
 * An object or an array, valid, and with nothing in it that jsonb refuses.
 *
 * @param text without blanks around it
 */
export function isStorableDocument(text: string): boolean {
  if (!BEGINNING.test(text) || !ENDING.test(text.slice(-1))) return false;
  const scanner = new JsonScanner(text);
  try {
    scanner.skip();
    scanner.end();
  } catch {
    return false;
  }
  return isStorableJson(text);
}

/** Whether jsonb takes the cell as it is. */
export function isStorableCell(cell: JsonCell): boolean {
  return cell.kind === 'string' ? isStorableText(cell) : isStorableJson(cell.text);
}

/** @param json valid JSON. Errs on the safe side: `"\\u0000"`, an escaped backslash, is refused as well */
function isStorableJson(json: string): boolean {
  if (NUL_ESCAPE.test(json) || LARGE_EXPONENT.test(json) || json.includes('\0')) return false;
  // A pair of escapes is a character; half of one is none, and stays an escape when it is printed again.
  if (SURROGATE_ESCAPE.test(json) && SURROGATE_ESCAPE.test(JSON.stringify(JSON.parse(json)))) return false;
  return !LONE_SURROGATE.test(json);
}

/** Whether a text column takes it: no NUL, no half of a surrogate pair, which only escapes of JSON can make. */
export function isStorableText(cell: string | JsonCell): boolean {
  if (typeof cell === 'string') return !cell.includes('\0');
  return !cell.text.includes('\0') && !LONE_SURROGATE.test(cell.text);
}
