import type { Token } from './tokenize.ts';

/** Thrown where an expression goes beyond what the parser knows; caught where parsing begins. */
export class NotUnderstood extends Error {}

/** Tokens from left to right. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #place = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#place + ahead];
  }

  take(): Token {
    const token = this.#tokens[this.#place++];
    if (!token) throw new NotUnderstood('the end');
    return token;
  }

  get atEnd(): boolean {
    return this.#place >= this.#tokens.length;
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'word' && token.text.toUpperCase() === word;
  }

  isMark(mark: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'mark' && token.text === mark;
  }

  /** Takes all of the words if they are next. */
  takeWords(...words: readonly string[]): boolean {
    if (!words.every((word, ahead) => this.isWord(word, ahead))) return false;
    this.#place += words.length;
    return true;
  }

  takeMark(mark: string): boolean {
    if (!this.isMark(mark)) return false;
    this.#place++;
    return true;
  }

  expectMark(mark: string): void {
    if (!this.takeMark(mark)) throw new NotUnderstood(`${mark} expected`);
  }

  expectWord(word: string): void {
    if (!this.takeWords(word)) throw new NotUnderstood(`${word} expected`);
  }
}
