/**
 * Which encoding a file is in, and its text piece by piece. UTF-8 and UTF-16 can be told from the bytes; what is
 * neither is taken for Windows-1252, which Excel writes in western countries.
 */
import { unreadable } from './refusal.ts';

export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export const ENCODINGS: readonly EncodingName[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'];

export interface Encoding {
  readonly name: EncodingName;
  readonly hasByteOrderMark: boolean;
  /** What gave it away, for people. */
  readonly evidence: string;
  /** Bytes that are no text in this encoding show as `�`. */
  readonly hasInvalidBytes: boolean;
}

/** Bytes that are decoded at a time: a few milliseconds of work. */
const CHUNK_BYTES = 256 * 1024;
/** Bytes that are looked at for NULs, which text does not have. */
const SNIFFED_BYTES = 64 * 1024;
/** Share of zero bytes in every other place from which text counts as UTF-16: text in Latin letters has nearly 1. */
const UTF16_SHARE = 0.4;
/** Share of control characters from which bytes are no text. */
const CONTROL_SHARE = 0.05;

/** Throws when the bytes are no text at all. */
export function detectEncoding(fileName: string, bytes: Uint8Array): Encoding {
  const marked = byteOrderMark(bytes);
  if (marked) {
    const invalid = marked === 'utf-8' && utf8Errors(bytes).invalid > 0;
    return { name: marked, hasByteOrderMark: true, evidence: 'byte order mark', hasInvalidBytes: invalid };
  }
  const wide = wideEncoding(bytes.subarray(0, SNIFFED_BYTES));
  if (wide === 'binary') {
    throw unreadable({
      message: `“${fileName}” is not a text file.`,
      hint: 'Drop a CSV, TSV, JSON or NDJSON file.',
    });
  }
  if (wide)
    return { name: wide, hasByteOrderMark: false, evidence: 'every other byte is zero', hasInvalidBytes: false };
  return eightBitEncoding(bytes);
}

/** What a person chose instead of what was detected. */
export function chosenEncoding(name: EncodingName, bytes: Uint8Array): Encoding {
  return {
    name,
    hasByteOrderMark: byteOrderMark(bytes) === name,
    evidence: 'chosen',
    hasInvalidBytes: name === 'utf-8' && utf8Errors(bytes).invalid > 0,
  };
}

export interface TextPiece {
  readonly text: string;
  readonly doneBytes: number;
  readonly isLast: boolean;
}

/** The text, without its byte order mark. There is always a last piece, if an empty one. */
export function* decodePieces(bytes: Uint8Array, encoding: Encoding): Generator<TextPiece> {
  let start = encoding.hasByteOrderMark ? (encoding.name === 'utf-8' ? 3 : 2) : 0;
  do {
    const end = pieceEnd(bytes, start, encoding.name);
    const text = decode(bytes.subarray(start, end), encoding.name);
    start = end;
    yield { text, doneBytes: end, isLast: end >= bytes.length };
  } while (start < bytes.length);
}

function byteOrderMark(bytes: Uint8Array): EncodingName | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | 'binary' | undefined {
  let even = 0;
  let odd = 0;
  let controls = 0;
  for (const [index, byte] of head.entries()) {
    if (byte === 0) index % 2 === 0 ? even++ : odd++;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  const pairs = Math.max(1, head.length / 2);
  if (odd / pairs >= UTF16_SHARE && even * 10 <= odd) return 'utf-16le';
  if (even / pairs >= UTF16_SHARE && odd * 10 <= even) return 'utf-16be';
  return even + odd > 0 || controls > head.length * CONTROL_SHARE ? 'binary' : undefined;
}

function eightBitEncoding(bytes: Uint8Array): Encoding {
  const { invalid, valid } = utf8Errors(bytes);
  const name = 'utf-8';
  if (invalid === 0) {
    const evidence = valid === 0 ? 'plain ASCII' : 'valid UTF-8';
    return { name, hasByteOrderMark: false, evidence, hasInvalidBytes: false };
  }
  // A few broken bytes among many good characters: a file cut in two, or glued from two encodings.
  if (invalid * 4 <= valid) {
    return { name, hasByteOrderMark: false, evidence: 'mostly valid UTF-8', hasInvalidBytes: true };
  }
  return { name: 'windows-1252', hasByteOrderMark: false, evidence: 'not valid UTF-8', hasInvalidBytes: false };
}

/** How many characters outside ASCII are valid UTF-8, and about how many bytes are not. */
function utf8Errors(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let index = 0; index < bytes.length; ) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) {
      index++;
      continue;
    }
    const length = sequenceLength(bytes, index);
    if (length === 0) invalid++;
    else valid++;
    index += length || 1;
  }
  return { valid, invalid };
}

/** Of the UTF-8 sequence at `index` (RFC 3629, section 4); 0 when it is none. */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const first = bytes[index] ?? 0;
  const second = bytes[index + 1] ?? 0;
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  for (let place = 1; place < length; place++) {
    if (((bytes[index + place] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  // Overlong forms, surrogates, and what lies beyond U+10FFFF.
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return length;
}

/** Between two characters, and never before U+FEFF, which a decoder would swallow as a byte order mark. */
function pieceEnd(bytes: Uint8Array, start: number, encoding: EncodingName): number {
  const limit = start + CHUNK_BYTES;
  if (limit >= bytes.length) return bytes.length;
  for (let end = limit; end > limit - 64; end -= encoding.startsWith('utf-16') ? 2 : 1) {
    if (startsCharacter(bytes, end, start, encoding)) return end;
  }
  return limit;
}

function startsCharacter(bytes: Uint8Array, at: number, start: number, encoding: EncodingName): boolean {
  if (encoding === 'windows-1252') return true;
  if (encoding === 'utf-8') {
    const byte = bytes[at] ?? 0;
    return (byte & 0xc0) !== 0x80 && byte !== 0xef;
  }
  if ((at - start) % 2 !== 0) return false;
  const [low, high] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
  const unit = encoding === 'utf-16le' ? low | (high << 8) : high | (low << 8);
  return unit !== 0xfeff && (unit < 0xdc00 || unit > 0xdfff);
}

/** What Windows-1252 has at 0x80 to 0x9f. Node 20 decodes these as ISO 8859-1 does, so both are brought to this. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decode(bytes: Uint8Array, encoding: EncodingName): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== 'windows-1252') return text;
  return text.replaceAll(/[\x80-\x9f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}
