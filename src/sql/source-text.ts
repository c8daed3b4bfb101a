/** The text that a tree was read from. Positions in errors count its UTF-16 code units from 1, as everywhere in this program. */
export class SourceText {
  /** Every character is one byte and one code unit. */
  readonly #isAscii: boolean;

  constructor(readonly sql: string) {
    this.#isAscii = /^\p{ASCII}*$/u.test(sql);
  }

  /** Where the byte at `offset` of the UTF-8 text stands; Postgres' trees leave zero out and have -1 for "nowhere". */
  positionOfByte(offset: number | undefined): number | undefined {
    if (offset === -1) return undefined;
    if (this.#isAscii) return (offset ?? 0) + 1;
    let bytes = 0;
    let index = 0;
    for (const character of this.sql) {
      if (bytes >= (offset ?? 0)) break;
      bytes += utf8Length(character);
      index += character.length;
    }
    return index + 1;
  }

  /** Where the character of that number stands; errors of the parser count characters from 1. */
  positionOfCharacter(number: number): number {
    let index = 0;
    let count = 1;
    for (const character of this.sql) {
      if (count >= number) break;
      index += character.length;
      count++;
    }
    return index + 1;
  }

  /** Whether the text from the byte at `offset` on begins with `word`, in any case. */
  hasWordAt(offset: number | undefined, word: string): boolean {
    const position = this.positionOfByte(offset);
    if (position === undefined) return false;
    return this.sql.slice(position - 1, position - 1 + word.length).toLowerCase() === word;
  }
}

function utf8Length(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
