/** Whether the first row names the columns, by comparison with the rows below it. */
import { cellText, type Row } from '../cells.ts';
import { decideType } from '../types/decide.ts';
import { habitsOf } from '../types/habits.ts';
import { shapeOf } from '../types/shapes.ts';
import { ColumnTally } from '../types/tally.ts';

export interface HeaderEvidence {
  readonly isPresent: boolean;
  readonly evidence: string;
}

/** Longer texts are what people write, not what they call columns. */
const LONGEST_HEADER = 100;

export function detectHeader(rows: readonly Row[], width: number): HeaderEvidence {
  const [first, ...others] = rows;
  if (!first) return { isPresent: false, evidence: 'no rows' };
  const headers = first.cells.map((cell) => cellText(cell)?.trim() ?? '');
  if (looksLikeYears(headers)) return { isPresent: true, evidence: 'the first row counts years' };
  const data = headers.find((header) => header !== '' && !isName(header));
  if (data !== undefined) return { isPresent: false, evidence: `the first row has data in it: “${data.slice(0, 40)}”` };
  if (headers.every((header) => header === '')) return { isPresent: false, evidence: 'the first row is empty' };
  const repeated = repeatedHeader(headers, others);
  if (repeated !== undefined) return { isPresent: false, evidence: `“${repeated}” comes up again below` };
  const typed = typedColumn(others, width);
  if (typed !== undefined && headers[typed]) {
    return { isPresent: true, evidence: `“${headers[typed]}” stands above values of another kind` };
  }
  if (headers.filter((header) => header === '').length * 2 > headers.length) {
    return { isPresent: false, evidence: 'most of the first row is empty' };
  }
  return { isPresent: true, evidence: 'the first row reads like names' };
}

/** Neither number nor date. `no`, `y` and the like are names as well as truth values. */
function isName(header: string): boolean {
  const shape = shapeOf(header);
  return header.length <= LONGEST_HEADER && (shape === 'text' || /^(?:t|y|yes) /.test(shape));
}

/** A value that stands in the first row and again in another, unless that repeats the whole first row. */
function repeatedHeader(headers: readonly string[], rows: readonly Row[]): string | undefined {
  const differing = rows.filter((row) =>
    headers.some((header, column) => (cellText(row.cells[column]) ?? '') !== header),
  );
  return headers.find(
    (header, column) => header !== '' && differing.some((row) => cellText(row.cells[column]) === header),
  );
}

/** `country, 2019, 2020, 2021` */
function looksLikeYears(headers: readonly string[]): boolean {
  const years = headers.filter((header) => /^(?:19|20)\d\d$/.test(header)).map(Number);
  const others = headers.filter((header) => !/^\d/.test(header));
  const isRising = years.every((year, index) => index === 0 || year === (years[index - 1] ?? 0) + 1);
  return years.length >= 2 && isRising && others.length > 0 && years.length + others.length === headers.length;
}

/** A column whose values have a type: its name does not. */
function typedColumn(rows: readonly Row[], width: number): number | undefined {
  const tallies = Array.from({ length: width }, () => new ColumnTally());
  for (const { cells, line } of rows) for (const [column, tally] of tallies.entries()) tally.add(cells[column], line);
  const habits = habitsOf(tallies);
  const typed = tallies.findIndex((tally) => {
    const { type, ambiguity } = decideType(tally, habits);
    return tally.values > 0 && (type.kind !== 'text' || ambiguity !== undefined);
  });
  return typed < 0 ? undefined : typed;
}
