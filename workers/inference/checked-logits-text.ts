/** Text whose bytes come in pieces that may end inside a character. */

export interface Decoded {
  readonly text: string;
  /** The beginning of a character, for the next piece to end. */
  readonly undecoded: Uint8Array;
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LONGEST_CHARACTER = 4;

/** @returns null when these bytes are no UTF-8, whatever follows */
export function decodeUtf8(undecoded: Uint8Array, piece: Uint8Array): Decoded | null {
  const bytes = undecoded.length === 0 ? piece : Uint8Array.from([...undecoded, ...piece]);
  const end = bytes.length - unfinishedBytes(bytes);
  try {
    return { text: STRICT.decode(bytes.subarray(0, end)), undecoded: bytes.subarray(end) };
  } catch {
    return null;
  }
}

/** How many bytes at the end begin a character that is longer than they are. */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back < LONGEST_CHARACTER && back <= bytes.length; back++) {
    const length = characterLength(bytes[bytes.length - back] ?? 0);
    if (length > 0) return length > back ? back : 0;
  }
  return 0;
}

/** Bytes of the character that this one begins; 0 for one inside a character. */
function characterLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc0) return 0;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}
