/**
 * The tables of a JSON file: a list of objects is one; an object of lists has a table for each; an object of objects
 * gives each a row, with its key; a file with a value a line is a list too. An object by itself is a table of one row.
 */

import { AppError } from '../../platform/errors.ts';
import type { Row } from '../cells.ts';
import { decodePieces } from '../encoding.ts';
import { MAX_TABLES, REPORTED_PLACES } from '../limits.ts';
import { titleOfFile } from '../names.ts';
import { beyondLimit, counted } from '../refusal.ts';
import type { JsonReading, RowBatch, TabularFile, Warning } from '../source.ts';
import { isListHeader } from './list-header.ts';
import { isLineByLine } from './plan.ts';
import { JsonScanner } from './scanner.ts';
import { JsonTable } from './table.ts';

/** Rows that are read before the worker may pause. */
const BATCH_ROWS = 500;

export class JsonSource {
  /** Complete after the last batch. */
  readonly tables: JsonTable[] = [];
  readonly #text: string;
  readonly #title: string;
  readonly #totalBytes: number;
  readonly #reading: JsonReading;
  readonly #warnings: Warning[] = [];
  #scanner: JsonScanner;

  constructor(file: TabularFile, reading: JsonReading) {
    this.#text = [...decodePieces(file.bytes, reading.encoding)].map(({ text }) => text).join('');
    this.#title = titleOfFile(file.name);
    this.#totalBytes = file.bytes.length;
    this.#reading = reading;
    this.#scanner = new JsonScanner(this.#text);
  }

  warnings(): readonly Warning[] {
    return this.#warnings;
  }

  *batches(): Generator<RowBatch> {
    yield* this.#inBatches(this.#rows());
  }

  #rows(): Generator<Row> {
    if (this.#reading.format === 'ndjson') return this.#values();
    return this.#scanner.peek() === '{' ? this.#object() : this.#whole();
  }

  *#whole(): Generator<Row> {
    const table = this.#addTable(this.#title);
    if (this.#scanner.peek() === '[') yield* this.#list(table);
    else yield table.readRow(this.#scanner);
    this.#scanner.end();
  }

  *#list(table: JsonTable): Generator<Row> {
    const scanner = this.#scanner;
    let mode: 'unknown' | 'objects' | 'lists' = 'unknown';
    let first: Row | undefined;
    for (const _ of scanner.elements()) {
      if (mode === 'unknown') mode = scanner.peek() === '[' ? 'lists' : 'objects';
      if (mode === 'objects') {
        yield table.readRow(scanner);
        continue;
      }
      const row = table.readList(scanner);
      if (first === undefined) {
        first = row;
        continue;
      }
      if (first !== NONE) {
        if (this.#reading.hasHeader ?? isListHeader(first, row)) table.nameColumns(first);
        else yield first;
        first = NONE;
      }
      yield row;
    }
    if (first !== undefined && first !== NONE) yield first;
  }

  /** What cannot be read is reported and the next line tried: logs end in the middle of a line. */
  *#values(): Generator<Row> {
    const table = this.#addTable(this.#title);
    const scanner = this.#scanner;
    const lineByLine = isLineByLine(this.#text);
    let good = 0;
    let firstError: AppError | undefined;
    let bad = 0;
    while (scanner.peek() !== '') {
      const place = scanner.place();
      const columns = table.titles.length;
      let row: Row;
      try {
        row = scanner.peek() === '[' ? table.readList(scanner) : table.readRow(scanner);
      } catch (thrown) {
        if (!(thrown instanceof AppError) || thrown.code === BEYOND_LIMIT) throw thrown;
        const inLine = lineByLine ? scanner.faultInLine(place) : thrown;
        const fault = inLine instanceof AppError ? inLine : thrown;
        firstError ??= fault;
        bad++;
        if (bad > MAX_BAD_LINES && bad > good) throw firstError;
        if (bad <= REPORTED_PLACES) this.#warnings.push({ message: `Left out: ${fault.message}`, line: place.line });
        table.keepColumns(columns);
        if (lineByLine) scanner.skipLineOf(place);
        else scanner.skipLine();
        continue;
      }
      good++;
      yield row;
    }
    if (good === 0 && firstError) throw firstError;
    if (bad > REPORTED_PLACES) this.#warnings.push({ message: `${counted(bad, 'line')} left out in total.` });
  }

  /** Its lists are tables. Where it has none, its values are rows or, at last, it is one itself. */
  *#object(): Generator<Row> {
    const scanner = this.#scanner;
    const others: string[] = [];
    let objects = 0;
    for (const key of scanner.entries()) {
      const kind = this.#kindOfValue();
      if (kind === 'list of rows') {
        yield* this.#list(this.#addTable(key));
        continue;
      }
      if (kind === 'object') objects++;
      others.push(key);
      scanner.skip();
    }
    scanner.end();
    if (this.tables.length === 0) {
      this.#scanner = new JsonScanner(this.#text);
      if (objects > 1 && objects === others.length) yield* this.#keyedRows();
      else yield this.#addTable(this.#title).readRow(this.#scanner);
    } else if (others.length > 0) {
      const named = others.slice(0, REPORTED_PLACES).map((key) => `“${key}”`);
      const verb = others.length === 1 ? 'is no list of rows and was' : 'are no lists of rows and were';
      this.#warnings.push({ message: `${named.join(', ')} ${verb} left out.` });
    }
  }

  *#keyedRows(): Generator<Row> {
    const table = this.#addTable(this.#title);
    table.addColumn('key');
    for (const key of this.#scanner.entries()) {
      yield table.readRow(this.#scanner, [{ kind: 'string', text: key }]);
    }
  }

  #kindOfValue(): 'list of rows' | 'object' | 'other' {
    const next = this.#scanner.peek();
    if (next === '{') return 'object';
    return next === '[' && this.#scanner.peekInside() === '{' ? 'list of rows' : 'other';
  }

  #addTable(title: string): JsonTable {
    if (this.tables.length >= MAX_TABLES) {
      throw beyondLimit({
        message: `The file has more than ${MAX_TABLES} lists.`,
        hint: 'Split it into several files.',
        line: this.#scanner.line(),
      });
    }
    const table = new JsonTable(title);
    this.tables.push(table);
    return table;
  }

  /** A batch never has rows of two tables. */
  *#inBatches(rows: Generator<Row>): Generator<RowBatch> {
    let batch: Row[] = [];
    let table = 0;
    const taken = (): RowBatch => ({ table, rows: batch, doneBytes: this.#doneBytes() });
    for (const row of rows) {
      const current = this.tables.length - 1;
      if (batch.length >= BATCH_ROWS || current !== table) {
        yield taken();
        batch = [];
        table = current;
      }
      batch.push(row);
    }
    yield { ...taken(), doneBytes: this.#totalBytes };
  }

  #doneBytes(): number {
    return Math.floor((this.#scanner.position / Math.max(1, this.#text.length)) * this.#totalBytes);
  }
}

/** Lines that cannot be read before the file is taken for something else, if they are more than the others. */
const MAX_BAD_LINES = 1_000;
/** Stands for a first row that has been dealt with. */
const NONE: Row = { line: 0, cells: [] };
const BEYOND_LIMIT = beyondLimit({ message: '', hint: '' }).code;
