/** Where rows come from: one reader for each format, all alike to what counts, shows and copies them. */
import type { Row } from './cells.ts';
import type { Delimiter } from './delimited/reader.ts';
import type { Encoding } from './encoding.ts';

export interface TabularFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** All that has to be known to read a file a second time just as it was read the first. */
export type Reading = DelimitedReading | JsonReading;

export interface DelimitedReading {
  readonly format: 'delimited';
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly lineEnd: '\n' | '\r';
  readonly hasHeader: boolean;
  /** Lines before the header. */
  readonly skippedLines: number;
  /** Cells of a row; what others have beyond them is reported. */
  readonly width: number;
  readonly nullWords: readonly string[];
}

export interface JsonReading {
  readonly format: 'json' | 'ndjson';
  readonly encoding: Encoding;
  /** For lists of lists: whether the first names the columns. Decided by what it holds when absent. */
  readonly hasHeader?: boolean;
}

/** Rows that were read in one go, a few milliseconds of work. */
export interface RowBatch {
  /** Place of their table among those of the file. */
  readonly table: number;
  readonly rows: readonly Row[];
  /** Of the file, in total. */
  readonly doneBytes: number;
}

/** Something about a file that people should know, with the line where it begins. */
export interface Warning {
  readonly message: string;
  readonly line?: number;
}
