/**
 * CSV as RFC 4180 has it and as programs write it, piece by piece. Papa Parse is the measure (reader.test.ts), but does
 * not serve here: it does not tell an empty cell from an empty text in quotes, knows no lines, and reads everything
 * since a quote that is never closed again with each piece, which takes minutes for a large file.
 *
 * Rows end at LF or CRLF, also mixed; at CR in files that have no LF. A quote within a cell that the end of the cell
 * does not follow is taken as a character of it: `"a "b" c"`.
 */
import type { Row } from '../cells.ts';
import { MAX_CELL_CHARACTERS, MAX_ROW_CHARACTERS } from '../limits.ts';
import { beyondLimit, countText } from '../refusal.ts';
import { Finder } from './finder.ts';

export type Delimiter = ',' | ';' | '\t' | '|';
export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

export interface ReaderOptions {
  readonly delimiter: Delimiter;
  readonly lineEnd: '\n' | '\r';
  /** Cells that are no value when they stand without quotes. */
  readonly nullWords: readonly string[];
}

export interface StrayQuotes {
  readonly count: number;
  readonly firstLine: number;
}

export class DelimitedReader {
  readonly #delimiter: string;
  readonly #lineEnd: string;
  readonly #next: { readonly quote: Finder; readonly delimiter: Finder; readonly lineEnd: Finder };
  readonly #nullWords: ReadonlySet<string>;
  readonly #longestNullWord: number;
  /** What has not been made into rows yet: an unfinished row. */
  #text = '';
  #position = 0;
  #line = 1;
  #strayQuotes: StrayQuotes | undefined;
  #unclosedLine: number | undefined;
  #blankLines = 0;

  constructor({ delimiter, lineEnd, nullWords }: ReaderOptions) {
    this.#delimiter = delimiter;
    this.#lineEnd = lineEnd;
    this.#next = { quote: new Finder('"'), delimiter: new Finder(delimiter), lineEnd: new Finder(lineEnd) };
    this.#nullWords = new Set(nullWords);
    this.#longestNullWord = Math.max(0, ...nullWords.map((word) => word.length));
  }

  /** Quotes that neither open nor close a cell. */
  get strayQuotes(): StrayQuotes | undefined {
    return this.#strayQuotes;
  }

  /** Where the quote stands that the end of the file leaves open. */
  get unclosedLine(): number | undefined {
    return this.#unclosedLine;
  }

  /** Lines without anything on them, which are no rows. */
  get blankLines(): number {
    return this.#blankLines;
  }

  /** The rows that the text so far completes; with the last piece, what is left as well. */
  push(piece: string, isLast: boolean): Row[] {
    this.#text = this.#text.slice(this.#position) + piece;
    this.#position = 0;
    for (const finder of Object.values(this.#next)) finder.reset(this.#text);
    const rows: Row[] = [];
    while (this.#position < this.#text.length) {
      const found = this.#row(isLast);
      if (found === 'unfinished') break;
      if (found === 'blank') this.#blankLines++;
      else rows.push(found);
    }
    if (this.#text.length - this.#position > MAX_ROW_CHARACTERS) throw this.#tooLong('row', MAX_ROW_CHARACTERS);
    return rows;
  }

  #row(isLast: boolean): Row | 'blank' | 'unfinished' {
    const start = this.#position;
    const line = this.#line;
    const end = this.#next.lineEnd.from(start);
    if (end === this.#text.length && !isLast) return 'unfinished';
    if (this.#next.quote.from(start) < end) return this.#quotedRow(isLast);
    this.#position = end + 1;
    const contentEnd = this.#withoutReturn(start, end);
    if (contentEnd === start) {
      this.#line++;
      return 'blank';
    }
    const cells: (string | null)[] = this.#text.slice(start, contentEnd).split(this.#delimiter);
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      if (typeof cell !== 'string') continue;
      if (cell.length <= this.#longestNullWord && this.#nullWords.has(cell)) cells[index] = null;
      else if (cell.length > MAX_CELL_CHARACTERS) throw this.#tooLong('cell', MAX_CELL_CHARACTERS);
    }
    this.#line++;
    return { line, cells };
  }

  /** CRLF ends a line too. */
  #withoutReturn(start: number, end: number): number {
    return end > start && this.#lineEnd === '\n' && this.#text.charCodeAt(end - 1) === RETURN ? end - 1 : end;
  }

  /** Leaves everything as it was when the row is unfinished. */
  #quotedRow(isLast: boolean): Row | 'unfinished' {
    const text = this.#text;
    const before = { line: this.#line, strayQuotes: this.#strayQuotes };
    const cells: (string | null)[] = [];
    let position = this.#position;
    for (;;) {
      const cell =
        text.charAt(position) === '"' ? this.#quotedCell(position, isLast) : this.#plainCell(position, isLast);
      if (cell === undefined) {
        this.#line = before.line;
        this.#strayQuotes = before.strayQuotes;
        return 'unfinished';
      }
      cells.push(cell.value);
      if (text.charAt(cell.end) !== this.#delimiter) {
        this.#position = cell.end + (text.startsWith('\r\n', cell.end) && this.#lineEnd === '\n' ? 2 : 1);
        this.#line++;
        return { line: before.line, cells };
      }
      position = cell.end + 1;
    }
  }

  #plainCell(start: number, isLast: boolean): { value: string | null; end: number } | undefined {
    const delimiter = this.#next.delimiter.from(start);
    const lineEnd = this.#next.lineEnd.from(start);
    const end = delimiter < lineEnd ? delimiter : this.#withoutReturn(start, lineEnd);
    if (Math.min(delimiter, lineEnd) === this.#text.length && !isLast) return undefined;
    const value = this.#text.slice(start, end);
    if (value.includes('"')) this.#strayQuote();
    if (value.length > MAX_CELL_CHARACTERS) throw this.#tooLong('cell', MAX_CELL_CHARACTERS);
    return { value: this.#nullWords.has(value) ? null : value, end };
  }

  #quotedCell(start: number, isLast: boolean): { value: string; end: number } | undefined {
    const text = this.#text;
    let hasDoubled = false;
    for (let from = start + 1; ; ) {
      const quote = text.indexOf('"', from);
      if (quote < 0 || (quote === text.length - 1 && !isLast)) {
        if (text.length - start > MAX_CELL_CHARACTERS) throw this.#tooLong('cell', MAX_CELL_CHARACTERS);
        if (!isLast) return undefined;
        // The rest of the file, which the caller says aloud.
        this.#unclosedLine = this.#line;
        return { value: this.#cellText(start, text.length, hasDoubled), end: text.length };
      }
      if (text.charAt(quote + 1) === '"') {
        hasDoubled = true;
        from = quote + 2;
        continue;
      }
      const end = this.#endAfterQuote(quote + 1);
      // A carriage return whose line feed has not come yet.
      if (end === text.length && end > quote + 1 && !isLast) return undefined;
      if (end !== undefined) {
        if (quote - start > MAX_CELL_CHARACTERS) throw this.#tooLong('cell', MAX_CELL_CHARACTERS);
        return { value: this.#cellText(start, quote, hasDoubled), end };
      }
      this.#strayQuote();
      from = quote + 1;
    }
  }

  /** Where a cell ends whose closing quote stands before `position`; undefined when that quote does not close it. */
  #endAfterQuote(position: number): number | undefined {
    let end = position;
    // Some programs pad cells with blanks.
    while (this.#text.charAt(end) === ' ') end++;
    if (end === this.#text.length) return end;
    const next = this.#text.charAt(end);
    if (next === this.#delimiter || next === this.#lineEnd) return end;
    if (next !== '\r' || this.#lineEnd === '\r') return undefined;
    if (end + 1 === this.#text.length) return end + 1;
    return this.#text.charAt(end + 1) === '\n' ? end : undefined;
  }

  #cellText(start: number, end: number, hasDoubled: boolean): string {
    const inner = this.#text.slice(start + 1, end);
    this.#countLines(inner);
    return hasDoubled ? inner.replaceAll('""', '"') : inner;
  }

  #countLines(text: string): void {
    for (let at = text.indexOf(this.#lineEnd); at >= 0; at = text.indexOf(this.#lineEnd, at + 1)) this.#line++;
  }

  #strayQuote(): void {
    const { count, firstLine } = this.#strayQuotes ?? { count: 0, firstLine: this.#line };
    this.#strayQuotes = { count: count + 1, firstLine };
  }

  #tooLong(what: 'cell' | 'row', limit: number): Error {
    return beyondLimit({
      message: `A ${what} on line ${countText(this.#line)} has more than ${countText(limit)} characters.`,
      hint: 'Perhaps a quote is never closed there, or the delimiter is another one.',
      line: this.#line,
    });
  }
}

const RETURN = 13;
