/** The rows of a delimited file, each as wide as the table. */
import type { Row } from '../cells.ts';
import { decodePieces } from '../encoding.ts';
import { MAX_COLUMNS, REPORTED_PLACES } from '../limits.ts';
import { beyondLimit, counted, countText } from '../refusal.ts';
import type { DelimitedReading, RowBatch, TabularFile, Warning } from '../source.ts';
import { DelimitedReader } from './reader.ts';

export class DelimitedSource {
  readonly #bytes: Uint8Array;
  readonly #reading: DelimitedReading;
  readonly #reader: DelimitedReader;
  readonly #short = new Places();
  readonly #long = new Places();

  constructor(file: TabularFile, reading: DelimitedReading) {
    if (reading.width > MAX_COLUMNS) {
      throw beyondLimit({
        message: `“${file.name}” has ${countText(reading.width)} columns; Postgres takes at most ${countText(MAX_COLUMNS)}.`,
        hint: 'Choose another delimiter if this one is wrong, or leave columns out.',
      });
    }
    this.#bytes = file.bytes;
    this.#reading = reading;
    this.#reader = new DelimitedReader(reading);
  }

  *batches(): Generator<RowBatch> {
    let leftOut = this.#reading.skippedLines + (this.#reading.hasHeader ? 1 : 0);
    for (const { text, doneBytes, isLast } of decodePieces(this.#bytes, this.#reading.encoding)) {
      const read = this.#reader.push(text, isLast);
      const rows = read.slice(leftOut);
      leftOut -= read.length - rows.length;
      yield { table: 0, rows: rows.map((row) => this.#fitted(row)), doneBytes };
    }
  }

  /** What was noticed while reading; complete after the last batch. */
  warnings(): Warning[] {
    const { strayQuotes, unclosedLine, blankLines } = this.#reader;
    const { width } = this.#reading;
    const warnings: Warning[] = [];
    if (unclosedLine !== undefined) {
      warnings.push({ message: 'A quote is never closed: the rest of the file became one cell.', line: unclosedLine });
    }
    if (strayQuotes) {
      warnings.push({
        message: `${counted(strayQuotes.count, 'quote')} inside of cells taken as characters.`,
        line: strayQuotes.firstLine,
      });
    }
    if (blankLines > 0 && width === 1) {
      warnings.push({ message: `${counted(blankLines, 'blank line')} passed over.` });
    }
    const expected = `${counted(width, 'cell')} expected`;
    this.#short.report(warnings, (rows) => `${rows} with fewer cells (${expected}): the others are empty`);
    this.#long.report(warnings, (rows) => `${rows} with more cells (${expected}): those beyond are left out`);
    return warnings;
  }

  #fitted(row: Row): Row {
    const { width } = this.#reading;
    if (row.cells.length === width) return row;
    if (row.cells.length < width) {
      this.#short.add(row.line);
      return row;
    }
    if (row.cells.slice(width).some((cell) => cell !== null && cell !== '')) this.#long.add(row.line);
    return { line: row.line, cells: row.cells.slice(0, width) };
  }
}

/** Lines, of which the first few are named. */
class Places {
  #count = 0;
  readonly #lines: number[] = [];

  add(line: number): void {
    this.#count++;
    if (this.#lines.length < REPORTED_PLACES) this.#lines.push(line);
  }

  report(warnings: Warning[], message: (rows: string) => string): void {
    const [line] = this.#lines;
    if (line === undefined) return;
    const more = this.#count > this.#lines.length ? ', …' : '';
    const noun = this.#count === 1 ? 'line' : 'lines';
    warnings.push({
      message: `${message(counted(this.#count, 'row'))} (${noun} ${this.#lines.join(', ')}${more}).`,
      line,
    });
  }
}
