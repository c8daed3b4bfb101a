/** Conditions about parts of dates and times. */
import { DAY, HOUR, MINUTE, SECOND, YEAR } from '../types/measures.ts';
import type { ComparisonOperator, Expression, Operand } from './ast.ts';
import { compare } from './compare.ts';
import { evaluate } from './evaluate.ts';
import { datePart } from './functions.ts';
import { atLeast, atMost, type Limits } from './limits.ts';
import { isColumn, type Narrowing, withoutCast } from './narrowing.ts';

const STEPS: ReadonlyMap<string, number> = new Map([
  ['second', SECOND],
  ['minute', MINUTE],
  ['hour', HOUR],
  ['day', DAY],
  ['month', DAY],
]);

const DAY_PARTS: ReadonlySet<string> = new Set(['month', 'day', 'dow', 'isodow']);

/** `date_trunc('hour', x) = x` */
export function narrowByUnit(limits: Limits, unit: string): void {
  limits.step = Math.max(limits.step, STEPS.get(unit) ?? 0);
  if (unit === 'month') limits.dayTests.push((moment) => datePart('day', moment) === 1);
}

/** `EXTRACT(dow FROM x) = 0`, `EXTRACT(year FROM x) >= 2020`, or that there are no minutes or seconds. */
export function narrowByPart(limits: Limits, field: Expression, operator: ComparisonOperator, value: number): void {
  const name = withoutCast(field);
  if (name.kind !== 'constant') return;
  const part = String(name.value);
  if (part === 'year') narrowYear(limits, operator, value);
  if (DAY_PARTS.has(part)) {
    limits.dayTests.push((moment) => compare(operator, datePart(part, moment), value) !== false);
  }
  if (operator !== '=' || value !== 0) return;
  if (part === 'second') limits.step = Math.max(limits.step, MINUTE);
  if (part === 'minute') limits.step = Math.max(limits.step, HOUR);
}

function narrowYear(limits: Limits, operator: ComparisonOperator, year: number): void {
  if (!Number.isFinite(year) || Math.abs(year) * YEAR > Number.MAX_SAFE_INTEGER) return;
  const start = Date.UTC(Math.ceil(year), 0);
  const end = Date.UTC(Math.floor(year) + 1, 0);
  if (operator === '=' || operator === '>=') atLeast(limits, start, false);
  if (operator === '>') atLeast(limits, end, false);
  if (operator === '=' || operator === '<=') atMost(limits, end, true);
  if (operator === '<') atMost(limits, start, true);
}

/** `EXTRACT(dow FROM x) IN (1, 3, 5)` */
export function narrowPartByList(
  limits: Limits,
  [field, moment]: readonly Expression[],
  column: string,
  list: readonly Operand[],
): void {
  const name = field && withoutCast(field);
  if (!moment || !isColumn(moment, column) || name?.kind !== 'constant' || !DAY_PARTS.has(String(name.value))) return;
  const part = String(name.value);
  limits.dayTests.push((candidate) => list.includes(datePart(part, candidate) ?? null));
}

/** `x % 5 = 0`, `date_part('minute', x) % 15 = 0` */
export function narrowByRemainder(
  { limits, column, values }: Narrowing,
  [dividend, second]: readonly [Expression, Expression],
  operator: ComparisonOperator,
  value: number,
): void {
  const divisor = evaluate(second, values);
  if (operator !== '=' || value !== 0 || typeof divisor !== 'number' || divisor <= 0) return;
  if (isColumn(dividend, column)) {
    limits.step = Math.max(limits.step, divisor);
    return;
  }
  const part = withoutCast(dividend);
  const [field, moment] = part.kind === 'call' && part.name === 'date_part' ? part.args : [];
  const name = field && withoutCast(field);
  if (!moment || !isColumn(moment, column) || name?.kind !== 'constant') return;
  limits.step = Math.max(limits.step, (STEPS.get(String(name.value)) ?? 0) * divisor);
}
