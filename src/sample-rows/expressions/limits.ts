/** What simple conditions leave open for one column. */
import type { Operand } from './ast.ts';

export interface Limits {
  min: number;
  max: number;
  /** Whether `min` and `max` themselves are out. */
  minExcluded: boolean;
  maxExcluded: boolean;
  /** Of which a number is a multiple; of moments, milliseconds. */
  step: number;
  /** What days have to meet: to be Sundays, the first of a month. */
  readonly dayTests: ((moment: number) => boolean)[];
  /** Undefined: any. */
  allowed: readonly Operand[] | undefined;
  readonly excluded: Operand[];
  /** Characters of a text, items of an array, bytes of a bytea. */
  minLength: number;
  maxLength: number;
  /** Regular expressions, as JavaScript has them, that a text has to match. */
  readonly patterns: string[];
  /** Of the letters that a text may begin with: the ends of `BETWEEN 'A' AND 'F'`. */
  firstLetter: string | undefined;
  lastLetter: string | undefined;
  letterCase: 'lower' | 'upper' | undefined;
  /** Whether ranges must not overlap those of other rows. */
  isApart: boolean;
  jsonKind: string | undefined;
  /** Keys of an object, or texts in an array. */
  readonly jsonKeys: string[];
  presence: 'any' | 'present' | 'null';
}

export function noLimits(): Limits {
  return {
    min: Number.NEGATIVE_INFINITY,
    max: Number.POSITIVE_INFINITY,
    minExcluded: false,
    maxExcluded: false,
    step: 0,
    dayTests: [],
    allowed: undefined,
    excluded: [],
    minLength: 0,
    maxLength: Number.POSITIVE_INFINITY,
    patterns: [],
    firstLetter: undefined,
    lastLetter: undefined,
    letterCase: undefined,
    isApart: false,
    jsonKind: undefined,
    jsonKeys: [],
    presence: 'any',
  };
}

export function copyLimits(limits: Limits): Limits {
  return {
    ...limits,
    excluded: [...limits.excluded],
    patterns: [...limits.patterns],
    dayTests: [...limits.dayTests],
    jsonKeys: [...limits.jsonKeys],
  };
}

export function atLeast(limits: Limits, value: number, isExcluded: boolean): void {
  if (value < limits.min || (value === limits.min && !isExcluded)) return;
  limits.min = value;
  limits.minExcluded = isExcluded;
}

export function atMost(limits: Limits, value: number, isExcluded: boolean): void {
  if (value > limits.max || (value === limits.max && !isExcluded)) return;
  limits.max = value;
  limits.maxExcluded = isExcluded;
}

export function onlyAmong(limits: Limits, values: readonly Operand[]): void {
  const present = new Set(values);
  present.delete(null);
  limits.allowed = limits.allowed ? limits.allowed.filter((value) => present.has(value)) : [...present];
}
