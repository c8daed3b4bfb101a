import type { DecimalMark, NumberKind } from './column-type.ts';
import { allRows, type TypeDecision } from './decision.ts';
import type { FileHabits } from './habits.ts';
import type { ColumnTally } from './tally.ts';

interface NumberCounts {
  readonly numbers: number;
  /** Numbers that have a point before the fraction and nowhere else, or commas between thousands. */
  readonly saysPoint: number;
  readonly saysComma: number;
  readonly eitherPoint: number;
  readonly eitherComma: number;
}

export function numberCounts(tally: ColumnTally): NumberCounts {
  const saysPoint = tally.countOf('point-decimal', 'comma-grouped');
  const saysComma = tally.countOf('comma-decimal', 'point-grouped');
  const eitherPoint = tally.countOf('point-either');
  const eitherComma = tally.countOf('comma-either');
  const neutral = tally.countOf('integer', 'mark-grouped', 'exponent');
  return {
    numbers: saysPoint + saysComma + eitherPoint + eitherComma + neutral,
    saysPoint,
    saysComma,
    eitherPoint,
    eitherComma,
  };
}

export function numberType(tally: ColumnTally, habits: FileHabits): TypeDecision | undefined {
  const counts = numberCounts(tally);
  if (counts.numbers !== tally.values) return undefined;
  if (counts.saysPoint > 0 && counts.saysComma > 0) return undefined;
  const reading = decimalMark(counts, tally, habits);
  if (reading === undefined) return undefined;
  if (reading === 'ambiguous') return ambiguous(tally);
  const { mark, because } = reading;
  const kind = numberKind(tally, mark);
  const noun = kind === 'integer' || kind === 'bigint' ? 'whole numbers' : 'numbers';
  const size = kind === 'bigint' ? ', some beyond 32 bits' : '';
  const habit = because === '' ? '' : `; ${because}`;
  return { type: { kind, decimalMark: mark }, evidence: `${noun} in ${allRows(tally)}${size}${habit}` };
}

interface Reading {
  readonly mark: DecimalMark;
  readonly because: string;
}

function decimalMark(counts: NumberCounts, tally: ColumnTally, habits: FileHabits): Reading | 'ambiguous' | undefined {
  const { saysPoint, saysComma, eitherPoint, eitherComma } = counts;
  if (saysComma > 0) return { mark: ',', because: 'decimal comma' };
  if (saysPoint > 0 || eitherPoint + eitherComma === 0) return { mark: '.', because: '' };
  if (habits.decimalMark !== undefined) {
    return {
      mark: habits.decimalMark,
      because: `other columns have a decimal ${habits.decimalMark === '.' ? 'point' : 'comma'}`,
    };
  }
  if (eitherPoint > 0 && eitherComma > 0) return undefined;
  // Programs write a point before the fraction; that they write exactly three digits behind it each time is common.
  if (eitherPoint > 0) return { mark: '.', because: 'the point is read as a decimal point' };
  const hasShort = tally.countOf('integer') > 0;
  if (hasShort && !tally.hasLongInteger) return { mark: '.', because: 'commas between thousands' };
  return 'ambiguous';
}

function ambiguous(tally: ColumnTally): TypeDecision {
  const example = tally.shapes.get('comma-either')?.first.value ?? '';
  return {
    type: { kind: 'text' },
    evidence: 'numbers that can be read in two ways',
    ambiguity: `“${example}” is a whole number with a comma between thousands, or has a decimal comma.`,
  };
}

function numberKind(tally: ColumnTally, mark: DecimalMark): NumberKind {
  if (tally.countOf('exponent') > 0) return 'double precision';
  const fractions =
    mark === '.' ? tally.countOf('point-decimal', 'point-either') : tally.countOf('comma-decimal', 'comma-either');
  if (fractions > 0 || tally.beyond.bigint) return 'numeric';
  return tally.beyond.integer ? 'bigint' : 'integer';
}
