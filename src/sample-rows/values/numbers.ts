import type { Limits } from '../expressions/limits.ts';
import type { Cell } from '../meaning/cell.ts';
import { drawShape, type NumberMeaning } from '../meaning/number-rules.ts';
import { type Measure, stepOf } from '../types/measures.ts';

/** Where nothing says how large a number is. */
const ANY_NUMBER: NumberMeaning = { min: 1, max: 1_000, shape: 'low' };

type NumberMeasure = Measure & { readonly kind: 'integer' | 'decimal' };

/** Undefined when the limits leave nothing. */
export function drawNumber(
  cell: Cell,
  measure: NumberMeasure,
  meaning: NumberMeaning = ANY_NUMBER,
): number | undefined {
  const step = Math.max(stepOf(measure), cell.limits.step);
  const bounds = boundsOf(cell.limits, measure.min, measure.max, step);
  if (!bounds) return undefined;
  const natural = withMultiples(naturalBounds(meaning, measure, cell.freshness), step, stepOf(measure));
  const { min, max } = within(natural, usual(bounds, natural, cell));
  const { random, freshness } = cell;
  const isWidest = meaning.widest !== undefined && freshness > 1;
  const drawn = drawShape(random, isWidest ? 'even' : meaning.shape, min, max);
  const shaped = meaning.isPrice
    ? withPriceEnding(drawn, random.next())
    : rounded(drawn, Math.max(meaning.roundTo ?? step, step));
  const fits = shaped >= min && shaped <= max;
  return snapped(fits ? shaped : drawn, step, bounds);
}

/** What is below 1 need not be below 0: not where nobody counts that way, unless other numbers are used up. */
function usual(bounds: Bounds, natural: Bounds, { limits, freshness }: Cell): Bounds {
  if (limits.max <= 0 || natural.min < 0 || freshness > 0) return bounds;
  return { min: Math.max(bounds.min, 0), max: bounds.max };
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Both ends included, on multiples of `step`; undefined when nothing lies between. */
export function boundsOf(limits: Limits, least: number, most: number, step: number): Bounds | undefined {
  const min = Math.max(
    least,
    Math.ceil(clean(limits.min / step)) * step + (isOut(limits.min, limits.minExcluded, step) ? step : 0),
  );
  const max = Math.min(
    most,
    Math.floor(clean(limits.max / step)) * step - (isOut(limits.max, limits.maxExcluded, step) ? step : 0),
  );
  return min <= max + step / 1e6 ? { min, max } : undefined;
}

function isOut(bound: number, isExcluded: boolean, step: number): boolean {
  return isExcluded && Number.isFinite(bound) && Math.abs(bound / step - Math.round(bound / step)) < 1e-9;
}

function clean(number: number): number {
  return Number.isFinite(number) ? Number(number.toPrecision(15)) : number;
}

/** From this freshness on, what lies within a meaning's widest bounds is taken to be used up. */
const WIDEST_UNTIL = 40;
/** Multiples of what a check asks for, where hardly any are as large as numbers of the kind usually are. */
const FEW_MULTIPLES = 6;
const ENOUGH_MULTIPLES = 20;

/** More room for numbers that a check wants to be multiples of something. */
function withMultiples({ min, max }: Bounds, step: number, ownStep: number): Bounds {
  if (step <= ownStep) return { min, max };
  const first = Math.ceil(clean(min / step)) * step;
  const isEnough = max >= first + (FEW_MULTIPLES - 1) * step;
  return { min: first, max: isEnough ? max : first + (ENOUGH_MULTIPLES - 1) * step };
}

/** Fractions where the type keeps many digits of small numbers; more room where numbers have to be distinct. */
function naturalBounds({ min, max, widest }: NumberMeaning, measure: NumberMeasure, freshness: number): Bounds {
  if (widest && freshness > 1 && freshness <= WIDEST_UNTIL) return widest;
  const isFraction = measure.kind === 'decimal' && measure.scale >= 3 && measure.max < 10 && max <= 100;
  const wider = freshness > 1 ? 10 ** Math.min(freshness - 1, 6) : 1;
  return isFraction ? { min: min / 100, max: max / 100 } : { min, max: max * wider };
}

/** What both have in common; where that is nothing, what lies within `bounds`, the nearer end first. */
export function within(natural: Bounds, bounds: Bounds): Bounds {
  const min = Math.max(natural.min, bounds.min);
  const max = Math.min(natural.max, bounds.max);
  if (min < max || (min === max && bounds.min === bounds.max)) return { min, max };
  const span = Math.max(natural.max - natural.min, 10);
  return natural.max <= bounds.min
    ? { min: bounds.min, max: Math.min(bounds.max, bounds.min + span) }
    : { min: Math.max(bounds.min, bounds.max - span), max: bounds.max };
}

function withPriceEnding(price: number, which: number): number {
  const whole = Math.floor(price);
  if (which < 0.45) return whole + 0.99;
  if (which < 0.65) return whole + 0.5;
  return which < 0.85 ? whole : Math.round(price * 100) / 100;
}

function rounded(number: number, step: number): number {
  return Math.round(number / step) * step;
}

function snapped(number: number, step: number, { min, max }: Bounds): number {
  const multiple = clean(Math.round(number / step) * step);
  return clean(Math.min(Math.max(multiple, min), max));
}

export function printNumber(number: number, measure: NumberMeasure): string {
  return measure.kind === 'integer' ? String(Math.round(number)) : number.toFixed(measure.scale);
}
