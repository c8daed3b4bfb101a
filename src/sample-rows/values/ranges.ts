import type { Cell } from '../meaning/cell.ts';
import { DAY, HOUR, measureOf, stepOf } from '../types/measures.ts';
import type { ScalarType } from '../types/resolve-type.ts';
import { printMoment } from './moments.ts';
import { printNumber } from './numbers.ts';

/** `[from,to)`, and `{[from,to)}` of a multirange. A range over a type without measure is empty. */
export function drawRange(cell: Cell, subtype: ScalarType, column: string, isMulti: boolean): string {
  const range = ends(cell, subtype, column);
  if (!range) return isMulti ? '{}' : 'empty';
  const text = `["${range[0]}","${range[1]}")`;
  return isMulti ? `{${text}}` : text;
}

/** Where ranges begin that must not overlap, one row after the other. */
const APART_FROM = Date.UTC(2015, 0);
const DAYS_APART = 3;
const NUMBERS_APART = 100;

function ends(
  { random, scene, freshness, number, limits }: Cell,
  subtype: ScalarType,
  column: string,
): readonly [string, string] | undefined {
  const measure = measureOf(subtype);
  if (!measure || measure.kind === 'time') return undefined;
  if (limits.isApart && freshness === 0) {
    if (measure.kind === 'date' || measure.kind === 'timestamp') {
      const start = APART_FROM + number * DAYS_APART * DAY;
      return [printMoment(start, measure), printMoment(start + random.integer(1, DAYS_APART) * DAY, measure)];
    }
    const start = number * NUMBERS_APART;
    return [printNumber(start, measure), printNumber(start + random.integer(1, NUMBERS_APART), measure)];
  }
  if (measure.kind === 'date' || measure.kind === 'timestamp') {
    // Over many years, so that ranges that must not overlap find room.
    const start = scene.start - (freshness > 0 ? random.integer(0, 4_000 * freshness) * DAY : 0);
    const isLong = measure.kind === 'date' || /(valid|effective|period|contract)/.test(column);
    const length = isLong ? random.integer(1, 20) * DAY : random.integer(1, 6) * HOUR;
    return [printMoment(start, measure), printMoment(start + length, measure)];
  }
  const step = stepOf(measure);
  const start = random.integer(0, 10 ** Math.min(2 + freshness, 6)) * Math.max(step, 1);
  const length = random.integer(1, 50) * Math.max(step, 1);
  return [printNumber(start, measure), printNumber(start + length, measure)];
}
