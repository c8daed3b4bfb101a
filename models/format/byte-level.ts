/**
 * The printable stand-ins for bytes in byte-level BPE vocabularies (GPT-2's): a printable byte stands for itself, the
 * others, in order, for the characters from U+0100 on. `Ġ` is a space.
 */
export const BYTE_CHARACTERS: readonly string[] = byteCharacters();

/** The vocabulary text of `text`'s UTF-8 bytes. */
export function byteLevelText(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => BYTE_CHARACTERS[byte] ?? '').join('');
}

function byteCharacters(): string[] {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(isPrintable(byte) ? byte : next++));
}

/** Visible characters of Latin-1; the soft hyphen, U+00AD, is not one. */
function isPrintable(byte: number): boolean {
  return (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xff && byte !== 0xad);
}
