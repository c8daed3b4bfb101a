/** A vocabulary as the bytes that its tokens stand for. */
import { BYTE_CHARACTERS } from '../../models/format/byte-level.ts';

export interface TokenTable {
  /** Tokens that end the answer. */
  readonly stops: ReadonlySet<number>;
  /** Null for a token that stands for no text. */
  bytesOf(token: number): Uint8Array | null;
}

const CONTROL_TOKEN = /^<\|.*\|>$/;
const BYTES: ReadonlyMap<string, number> = new Map(BYTE_CHARACTERS.map((character, byte) => [character, byte]));

/** @param textOf a token as a byte-level vocabulary spells it, empty above its last; asked once for each token */
export function byteLevelTokens(textOf: (token: number) => string, stops: readonly number[]): TokenTable {
  const known = new Map<number, Uint8Array | null>();
  return {
    stops: new Set(stops),
    bytesOf(token) {
      const found = known.get(token);
      if (found !== undefined) return found;
      const bytes = bytesOfText(textOf(token));
      known.set(token, bytes);
      return bytes;
    },
  };
}

function bytesOfText(text: string): Uint8Array | null {
  if (text === '' || CONTROL_TOKEN.test(text)) return null;
  const bytes: number[] = [];
  for (const character of text) {
    const byte = BYTES.get(character);
    // Added to the vocabulary beside the byte-level ones.
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}
