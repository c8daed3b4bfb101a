/** From the beginning of a delimited file to how all of it is read. */
import { cellText, type Row } from '../cells.ts';
import { decodePieces, type Encoding } from '../encoding.ts';
import type { DelimitedReading, TabularFile, Warning } from '../source.ts';
import { NULL_WORDS } from '../types/words.ts';
import { detectHeader, type HeaderEvidence } from './header.ts';
import type { Delimiter } from './reader.ts';
import { headRows, sniff, usualWidth } from './sniff.ts';

export interface DelimitedChoices {
  readonly delimiter?: Delimiter;
  readonly hasHeader?: boolean;
  readonly nullWords?: readonly string[];
}

export interface DelimitedPlan {
  readonly reading: DelimitedReading;
  readonly delimiterEvidence: string;
  readonly header: HeaderEvidence;
  /** One per column, as the file has them. */
  readonly titles: readonly (string | null)[];
  readonly warnings: readonly Warning[];
}

export function planDelimited(file: TabularFile, encoding: Encoding, choices: DelimitedChoices): DelimitedPlan {
  const [piece] = decodePieces(file.bytes, encoding);
  const { text, isLast } = piece ?? { text: '', isLast: true };
  const sniffed = sniff(file.name, text, isLast);
  const delimiter = choices.delimiter ?? sniffed.delimiter;
  const rows = headRows(text, isLast, delimiter, sniffed.lineEnd).slice(sniffed.skippedLines);
  const { width: usual } = usualWidth(rows);
  const header: HeaderEvidence =
    choices.hasHeader === undefined ? detectHeader(rows, usual) : { isPresent: choices.hasHeader, evidence: 'chosen' };
  const { titles, warnings } = header.isPresent ? titlesOf(rows) : { titles: emptyTitles(usual), warnings: [] };
  return {
    reading: {
      format: 'delimited',
      encoding,
      delimiter,
      lineEnd: sniffed.lineEnd,
      hasHeader: header.isPresent,
      skippedLines: sniffed.skippedLines,
      // A file whose first row is beyond what was looked at still has a column.
      width: Math.max(1, titles.length),
      nullWords: choices.nullWords ?? NULL_WORDS,
    },
    delimiterEvidence: choices.delimiter === undefined ? sniffed.evidence : 'chosen',
    header,
    titles: titles.length > 0 ? titles : [null],
    warnings,
  };
}

/** The header's cells, made as many as the rows have. */
function titlesOf(rows: readonly Row[]): { titles: (string | null)[]; warnings: Warning[] } {
  const [first, ...others] = rows;
  const titles = (first?.cells ?? []).map((cell) => cellText(cell)?.trim() || null);
  const width = titles.length;
  const { width: usual, agreeing } = usualWidth(others);
  if (usual <= width || agreeing * 2 <= others.length) return { titles, warnings: [] };
  const isEmptyBeyond = others.every(({ cells }) => cells.slice(width).every((cell) => cell === null || cell === ''));
  // Each row ends with a delimiter.
  if (isEmptyBeyond) return { titles, warnings: [] };
  // R writes the names of rows without a name for their column.
  const isRowNames = usual === width + 1;
  const missing = emptyTitles(usual - width);
  return {
    titles: isRowNames ? [...missing, ...titles] : [...titles, ...missing],
    warnings: [
      {
        message: isRowNames
          ? 'The header has one name fewer than rows have cells: the first column is taken to have none.'
          : `The header names ${width} columns, but rows have ${usual} cells: the last ones have no name.`,
        ...(first && { line: first.line }),
      },
    ],
  };
}

function emptyTitles(count: number): null[] {
  return Array.from({ length: count }, () => null);
}
