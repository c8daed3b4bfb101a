/** How a delimited file is written, by the evidence of its first rows. */
import type { Row } from '../cells.ts';
import { NULL_WORDS } from '../types/words.ts';
import { DELIMITERS, DelimitedReader, type Delimiter } from './reader.ts';

export interface Sniffed {
  readonly delimiter: Delimiter;
  readonly evidence: string;
  readonly lineEnd: '\n' | '\r';
  /** Lines before the table: Excel's `sep=;`. */
  readonly skippedLines: number;
}

/** Rows that are compared: enough to outweigh a title line or two. */
const SNIFFED_ROWS = 200;

export const DELIMITER_TITLES: Readonly<Record<Delimiter, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
};

/**
 * @param head the beginning of the text
 * @param isWhole whether that is all there is
 */
export function sniff(fileName: string, head: string, isWhole: boolean): Sniffed {
  const lineEnd = head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
  const named = /^sep=([,;\t|])\r?(?:\n|\r|$)/i.exec(head)?.[1];
  const delimiter = DELIMITERS.find((candidate) => candidate === named);
  if (delimiter !== undefined) return { delimiter, evidence: 'the file says so itself', lineEnd, skippedLines: 1 };
  const scored = DELIMITERS.map((candidate) => score(candidate, head, isWhole, lineEnd));
  const usable = scored.filter(({ width }) => width > 1);
  const best = usable.reduce<Score | undefined>(
    (first, next) => (first && !isBetter(next, first) ? first : next),
    undefined,
  );
  if (!best) {
    const byName = /\.(?:tsv|tab)$/i.test(fileName) ? '\t' : /\.psv$/i.test(fileName) ? '|' : ',';
    return { delimiter: byName, evidence: 'a single column', lineEnd, skippedLines: 0 };
  }
  const share = best.agreeing === best.rows ? 'every row' : `${best.agreeing} of the first ${best.rows} rows`;
  return { delimiter: best.delimiter, evidence: `${best.width} cells in ${share}`, lineEnd, skippedLines: 0 };
}

/** The first rows, the last of them left out where it may be cut off. */
export function headRows(head: string, isWhole: boolean, delimiter: Delimiter, lineEnd: '\n' | '\r'): Row[] {
  try {
    return new DelimitedReader({ delimiter, lineEnd, nullWords: NULL_WORDS })
      .push(head, isWhole)
      .slice(0, SNIFFED_ROWS);
  } catch {
    // A cell beyond the limits: the reader says so when the file is read in earnest.
    return [];
  }
}

/** The number of cells that most rows have. */
export function usualWidth(rows: readonly Row[]): { width: number; agreeing: number } {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, agreeing] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0]);
  return { width, agreeing };
}

interface Score {
  readonly delimiter: Delimiter;
  readonly width: number;
  readonly agreeing: number;
  readonly rows: number;
}

function score(delimiter: Delimiter, head: string, isWhole: boolean, lineEnd: '\n' | '\r'): Score {
  const rows = headRows(head, isWhole, delimiter, lineEnd);
  return { delimiter, rows: rows.length, ...usualWidth(rows) };
}

/** Rows that agree count for more than cells: a text with commas in it has many, but never as many in each row. */
function isBetter(a: Score, b: Score): boolean {
  const [shareOfA, shareOfB] = [a.agreeing / a.rows, b.agreeing / b.rows];
  return shareOfA === shareOfB ? a.width > b.width : shareOfA > shareOfB;
}
