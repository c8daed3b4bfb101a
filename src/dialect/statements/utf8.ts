/** The bytes of a text, two digits each. */
export function utf8Hex(text: string): string {
  let hex = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    for (const byte of utf8Bytes(code)) hex += byte.toString(16).padStart(2, '0');
  }
  return hex;
}

function utf8Bytes(code: number): number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)];
  if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
}

/** The text of such bytes; undefined for bytes that are no UTF-8. */
export function decodeUtf8(digits: string): string | undefined {
  try {
    return decodeURIComponent(digits.replaceAll(/../g, '%$&'));
  } catch {
    return undefined;
  }
}
