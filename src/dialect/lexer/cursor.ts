import type { LexicalRules } from './rules.ts';
import { isTrivia, type Token } from './token.ts';
import { nameValue, stringValue } from './values.ts';

/** Raised where a statement is written in a way that the reader does not know; never leaves the statement's converter. */
export class NotUnderstood extends Error {}

/** Walks over the meaningful tokens of a statement. Words are compared in lower case. */
export class Cursor {
  readonly tokens: readonly Token[];
  readonly rules: LexicalRules;
  readonly source: string;
  #index = 0;

  constructor(source: string, tokens: readonly Token[], rules: LexicalRules) {
    this.source = source;
    this.tokens = tokens.filter(({ kind }) => !isTrivia(kind));
    this.rules = rules;
  }

  get index(): number {
    return this.#index;
  }

  get atEnd(): boolean {
    return this.#index >= this.tokens.length;
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.#index + ahead];
  }

  /** The bare word ahead, in lower case; empty where something else stands. */
  word(ahead = 0): string {
    const token = this.peek(ahead);
    return token?.kind === 'word' ? token.text.toLowerCase() : '';
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'symbol' && token.text === symbol;
  }

  /** Moves on if these words come next, one after the other. */
  accept(...words: readonly string[]): boolean {
    if (words.some((word, ahead) => this.word(ahead) !== word)) return false;
    this.#index += words.length;
    return true;
  }

  acceptSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.#index++;
    return true;
  }

  /** Moves on over any of these words, as many as come. */
  skipWords(words: ReadonlySet<string>): void {
    while (words.has(this.word())) this.#index++;
  }

  expectSymbol(symbol: string): void {
    if (!this.acceptSymbol(symbol)) throw this.notUnderstood();
  }

  take(): Token {
    const token = this.peek();
    if (!token) throw this.notUnderstood();
    this.#index++;
    return token;
  }

  /** A name, bare or quoted. In some places dialects take a string for one. */
  takeName(): string {
    const token = this.take();
    if (token.kind === 'word') return token.text;
    if (token.kind === 'name') return nameValue(token.text);
    if (token.kind === 'string') return stringValue(token.text, this.rules);
    this.#index--;
    throw this.notUnderstood();
  }

  /** The parts of `a.b.c`. */
  takeQualifiedName(): readonly string[] {
    const parts = [this.takeName()];
    while (this.acceptSymbol('.')) {
      // `database..table` leaves the schema out.
      if (!this.isSymbol('.')) parts.push(this.takeName());
    }
    return parts;
  }

  takeString(): string {
    const token = this.take();
    if (token.kind !== 'string') throw this.notUnderstood();
    return stringValue(token.text, this.rules);
  }

  /** Moves over what stands in parentheses, nested ones and all; the text inside is returned. */
  takeParenthesised(): string {
    const open = this.peek();
    this.expectSymbol('(');
    this.skipToClose();
    const close = this.peek();
    this.expectSymbol(')');
    return open && close ? this.source.slice(open.start + 1, close.start) : '';
  }

  /** Moves on to the parenthesis that closes the one already taken, or to the end. */
  skipToClose(): void {
    for (let depth = 0; !this.atEnd; this.#index++) {
      if (this.isSymbol('(')) depth++;
      if (this.isSymbol(')') && depth-- === 0) return;
    }
  }

  /** Moves on to the comma or the closing parenthesis that ends this part of a list; the text passed is returned. */
  takeRestOfItem(): string {
    const start = this.#index;
    for (let depth = 0; !this.atEnd; this.#index++) {
      if (this.isSymbol('(')) depth++;
      if (depth === 0 && (this.isSymbol(',') || this.isSymbol(')'))) break;
      if (this.isSymbol(')')) depth--;
    }
    return this.textBetween(start, this.#index);
  }

  /** The source from one token to the one before another. */
  textBetween(from: number, to: number): string {
    const first = this.tokens[from];
    const last = this.tokens[to - 1];
    return first && last && to > from ? this.source.slice(first.start, last.start + last.text.length) : '';
  }

  rest(): string {
    return this.textBetween(this.#index, this.tokens.length);
  }

  moveTo(index: number): void {
    this.#index = index;
  }

  notUnderstood(): NotUnderstood {
    const token = this.peek();
    return new NotUnderstood(token ? `Not understood at “${token.text.slice(0, 40)}”.` : 'It ends too early.');
  }
}
