import { printDate, printTime, printTimestamp } from '../expressions/moments.ts';
import type { Cell } from '../meaning/cell.ts';
import { type MomentMeaning, timeOfDay } from '../meaning/moment-rules.ts';
import { DAY, type Measure, MINUTE, SECOND, stepOf } from '../types/measures.ts';
import { type Bounds, boundsOf, within } from './numbers.ts';

type MomentMeasure = Measure & { readonly kind: 'date' | 'timestamp' };
type TimeMeasure = Measure & { readonly kind: 'time' };

const DAYS_AROUND = 200;
const MAX_DAYS_AROUND = 30_000;
const FIRST = Date.UTC(1, 0);
const LAST = Date.UTC(9999, 11);

/** Milliseconds since 1970; undefined when the limits leave nothing. */
export function drawMoment(cell: Cell, measure: MomentMeasure, meaning: MomentMeaning): number | undefined {
  const step = Math.max(stepOf(measure), cell.limits.step);
  const bounds = boundsOf(cell.limits, FIRST, LAST, step);
  if (!bounds) return undefined;
  // Distinct moments lie anywhere around the natural one.
  const reach = Math.min(DAYS_AROUND * cell.freshness ** 2, MAX_DAYS_AROUND) * DAY;
  const around = reach === 0 ? 0 : cell.random.between(-reach, reach);
  const natural = Math.floor((meaning.make(cell) + around) / step) * step;
  const isInside = natural >= bounds.min && natural <= bounds.max;
  const drawn = isInside ? natural : withinBounds(cell, natural, step, bounds);
  return onTestedDay(drawn, cell, bounds);
}

function withinBounds({ random }: Cell, natural: number, step: number, bounds: Bounds): number {
  // Between two ends anywhere; beyond one, not far from it.
  const isClosed = bounds.min > FIRST && bounds.max < LAST;
  const { min, max } = isClosed ? bounds : within({ min: natural - 30 * DAY, max: natural + 30 * DAY }, bounds);
  return Math.min(Math.max(Math.round(random.between(min, max) / step) * step, bounds.min), bounds.max);
}

/** A year and its leap day: every weekday and every day of a month lies within. */
const DAYS_TRIED = 366;

/** The next day that meets the tests, or the last one before. */
function onTestedDay(moment: number, { limits: { dayTests } }: Cell, { min, max }: Bounds): number | undefined {
  for (let days = 0; days <= DAYS_TRIED; days++) {
    for (const candidate of [moment + days * DAY, moment - days * DAY]) {
      if (candidate >= min && candidate <= max && dayTests.every((test) => test(candidate))) return candidate;
    }
  }
  return undefined;
}

export function printMoment(moment: number, measure: MomentMeasure): string {
  return measure.kind === 'date' ? printDate(moment) : printTimestamp(moment, measure.hasZone);
}

export function drawTime(cell: Cell, column: string): number | undefined {
  const bounds = boundsOf(cell.limits, 0, DAY - SECOND, SECOND);
  if (!bounds) return undefined;
  const drawn = cell.freshness > 1 ? cell.random.integer(0, DAY / SECOND - 1) * SECOND : timeOfDay(column, cell);
  if (drawn >= bounds.min && drawn <= bounds.max) return drawn;
  const any = Math.floor(cell.random.between(bounds.min, bounds.max) / SECOND) * SECOND;
  const even = Math.ceil(any / (5 * MINUTE)) * 5 * MINUTE;
  return even <= bounds.max ? even : any;
}

export function printTimeOfDay(time: number, measure: TimeMeasure): string {
  return printTime(time, measure.hasZone);
}
