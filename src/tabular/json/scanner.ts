/**
 * JSON read without building it: a caller steps into the objects and arrays that matter and gets the others as source
 * text. Numbers are never converted, so that 64-bit keys keep their digits. The grammar is RFC 8259's.
 */

import type { Cell } from '../cells.ts';
import { MAX_JSON_DEPTH } from '../limits.ts';
import { counted, unreadable } from '../refusal.ts';

const BLANK = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
/** A string's characters up to the next escape or its end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids control characters in strings.
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const HEX = /[0-9a-fA-F]{4}/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** A place in a text, to come back to. */
export interface Place {
  readonly position: number;
  /** From 1. */
  readonly line: number;
}

export class JsonScanner {
  readonly #text: string;
  #position = 0;
  #line = 1;
  #nextLineBreak: number;

  /** @param from where to begin, if that is not the start of the text */
  constructor(text: string, from: Place = { position: 0, line: 1 }) {
    this.#text = text;
    this.#position = from.position;
    this.#line = from.line;
    this.#nextLineBreak = text.indexOf('\n', from.position);
  }

  get position(): number {
    return this.#position;
  }

  /** The character that comes next, blanks passed over; empty at the end. */
  peek(): string {
    this.#match(BLANK);
    return this.#text.charAt(this.#position);
  }

  /** What follows the next character, blanks passed over. */
  peekInside(): string {
    const start = this.#position;
    this.peek();
    this.#position++;
    const inside = this.peek();
    this.#position = start;
    return inside;
  }

  /** Of the next character. Positions only rise, so that line breaks are counted once. */
  line(): number {
    this.peek();
    return this.#lineHere();
  }

  /** Of the next character. */
  place(): Place {
    const line = this.line();
    return { position: this.#position, line };
  }

  #lineHere(): number {
    while (this.#nextLineBreak >= 0 && this.#nextLineBreak < this.#position) {
      this.#line++;
      this.#nextLineBreak = this.#text.indexOf('\n', this.#nextLineBreak + 1);
    }
    return this.#line;
  }

  /** Each key, with the scanner before its value, which the caller has to read. */
  *entries(): Generator<string> {
    this.#expect('{');
    if (this.#takes('}')) return;
    do {
      if (this.peek() !== '"') throw this.#unexpected('a key in quotes');
      const key = this.string();
      this.#expect(':');
      yield key;
    } while (this.#takes(','));
    this.#expect('}');
  }

  /** Stops before each element, which the caller has to read. */
  *elements(): Generator<void> {
    this.#expect('[');
    if (this.#takes(']')) return;
    do yield;
    while (this.#takes(','));
    this.#expect(']');
  }

  /** The next value, whatever it is. */
  cell(): Cell {
    switch (this.peek()) {
      case '"':
        return { kind: 'string', text: this.string() };
      case '{':
      case '[': {
        const start = this.#position;
        this.skip();
        return { kind: 'nested', text: this.#text.slice(start, this.#position) };
      }
      default:
        return this.#scalar();
    }
  }

  /** Reads past a value. */
  skip(depth = 0): void {
    const next = this.peek();
    if (next === '"') {
      this.string();
    } else if (next === '{' || next === '[') {
      if (depth >= MAX_JSON_DEPTH) throw this.#error(`is nested more than ${MAX_JSON_DEPTH} levels deep`);
      for (const _ of next === '{' ? this.entries() : this.elements()) this.skip(depth + 1);
    } else {
      this.#scalar();
    }
  }

  string(): string {
    this.#expect('"');
    let value = '';
    for (;;) {
      value += this.#match(PLAIN) ?? '';
      const next = this.#text.charAt(this.#position);
      if (next === '"') {
        this.#position++;
        return value;
      }
      if (next !== '\\') throw this.#unexpected('the end of a text');
      value += this.#escape();
    }
  }

  /** Throws unless nothing but blanks is left. */
  end(): void {
    if (this.peek() !== '') throw this.#unexpected('the end of the file');
  }

  /** Moves to the start of the next line: for a line that could not be read. */
  skipLine(): void {
    const lineBreak = this.#text.indexOf('\n', this.#position);
    this.#position = lineBreak < 0 ? this.#text.length : lineBreak + 1;
  }

  /** Moves to the start of the line below a place, which may be behind what has been read. */
  skipLineOf({ position, line }: Place): void {
    this.#position = position;
    this.#line = line;
    this.#nextLineBreak = this.#text.indexOf('\n', position);
    this.skipLine();
  }

  /** What is wrong with the value at a place when its line is all there is of it; undefined when nothing is. */
  faultInLine(place: Place): unknown {
    const lineBreak = this.#text.indexOf('\n', place.position);
    const line = new JsonScanner(lineBreak < 0 ? this.#text : this.#text.slice(0, lineBreak), place);
    try {
      line.skip();
      return undefined;
    } catch (thrown) {
      return thrown;
    }
  }

  #scalar(): Cell {
    const number = this.#match(NUMBER);
    if (number) return { kind: 'number', text: number };
    const word = this.#match(WORD);
    if (word === undefined) throw this.#unexpected('a value');
    return word === 'null' ? null : { kind: 'boolean', text: word };
  }

  #escape(): string {
    const letter = this.#text.charAt(this.#position + 1);
    this.#position += 2;
    if (letter === 'u') {
      const code = this.#match(HEX);
      if (code === undefined) throw this.#unexpected('four hexadecimal digits');
      return String.fromCharCode(Number.parseInt(code, 16));
    }
    const character = ESCAPES[letter];
    if (character === undefined) throw this.#unexpected('an escape of JSON');
    return character;
  }

  #takes(character: string): boolean {
    if (this.peek() !== character) return false;
    this.#position++;
    return true;
  }

  #expect(character: string): void {
    if (!this.#takes(character)) throw this.#unexpected(`“${character}”`);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#position += found.length;
    return found;
  }

  #unexpected(expected: string): Error {
    if (this.#position >= this.#text.length) {
      return this.#error(`ends where ${expected} should follow`, 'The file seems to be cut off. Get it again in full.');
    }
    return this.#error(`has “${this.#text.charAt(this.#position)}” where ${expected} should be`);
  }

  #error(what: string, hint = 'Check that the file is valid JSON.'): Error {
    const line = this.#lineHere();
    const column = this.#position - this.#text.lastIndexOf('\n', this.#position - 1);
    return unreadable({ message: `The JSON ${what} (line ${line}, ${counted(column, 'character')} in).`, hint, line });
  }
}
