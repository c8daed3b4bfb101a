import {
  type Aggregate,
  type Expression,
  HOLDS_AGGREGATE,
  HOLDS_OPEN,
  HOLDS_SET,
  HOLDS_WINDOW,
  type Operation,
} from '../expression.ts';
import { allowsAggregates, misplaced, type Place } from '../places.ts';
import { type Rejection, reject } from '../rejection.ts';
import { isSame } from '../same-expression.ts';
import type { Scope } from '../scope.ts';
import { isComparable } from '../types/coercion.ts';
import type { Callee } from './call-use.ts';
import { isOwnAggregate } from './levels.ts';

const WINDOW_PLACES: ReadonlySet<Place> = new Set<Place>(['select', 'distinct', 'order']);
const SET_PLACES: ReadonlySet<Place> = new Set<Place>(['select', 'distinct', 'order', 'group', 'window', 'inserted']);

/** Before the arguments are known: no query here or around could have an aggregate at this place. */
export function aggregatePlaceProblem(callee: Callee, scope: Scope): Rejection | undefined {
  const isPossible = allowsAggregates(scope) || someAround(scope, allowsAggregates);
  return isPossible ? undefined : misplaced('aggregate-place', callee, scope);
}

export function setPlaceProblem(callee: Callee, scope: Scope): Rejection | undefined {
  return SET_PLACES.has(scope.place) ? undefined : misplaced('set-place', callee, scope);
}

export function windowPlaceProblem(callee: Callee, scope: Scope): Rejection | undefined {
  return WINDOW_PLACES.has(scope.place) ? undefined : misplaced('window-place', callee, scope);
}

export interface CallParts {
  readonly callee: Callee;
  readonly scope: Scope;
  readonly values: readonly Expression[];
  readonly isDistinct: boolean;
  /** Of ORDER BY among the arguments. */
  readonly sorts: readonly Expression[];
}

/** What is wrong with a complete call of an aggregate that is no window function. */
export function aggregateProblem(made: Operation | Aggregate, { callee, scope, isDistinct, values, sorts }: CallParts) {
  const { text, position } = callee;
  let held = 0;
  for (const operand of made.operands) held |= operand.holds;
  if (held & HOLDS_WINDOW) return reject('window-place', position, `${text} cannot hold a window function.`);
  if (held & HOLDS_SET) return reject('set-place', position, `${text} cannot hold a function that returns rows.`);
  // An aggregate of a query around this one could stand inside.
  const isAlone = !someAround(scope, allowsAggregates);
  if (held & HOLDS_AGGREGATE && isAlone) {
    return reject('aggregate-place', position, `${text} cannot hold another aggregate.`);
  }
  if (!allowsAggregates(scope) && isOwnAggregate(made.operands, scope)) {
    return misplaced('aggregate-place', callee, scope);
  }
  if (!isDistinct) return undefined;
  const odd = values.find((value) => !isComparable(value.type));
  if (odd) return reject('type', odd.position, `DISTINCT cannot compare ${odd.type.title}.`);
  const unlisted = sorts.find((sort) => !values.some((value) => isSame(sort, value)));
  if (!unlisted) return undefined;
  return reject('order-by', unlisted.position, `With DISTINCT, ${text} can only be ordered by its arguments.`);
}

function someAround(scope: Scope, test: (scope: Scope) => boolean): boolean {
  for (let each = scope.outer; each; each = each.outer) if (test(each)) return true;
  return false;
}

export function windowProblem(made: Operation | Aggregate, { callee, isDistinct, sorts }: CallParts) {
  const { text, position } = callee;
  if (made.operands.some((operand) => operand.holds & HOLDS_WINDOW)) {
    return reject('window-place', position, `${text} cannot hold another window function.`);
  }
  if (isDistinct || sorts.length > 0) {
    return reject('window-place', position, `${text} takes neither DISTINCT nor ORDER BY together with OVER.`);
  }
  return undefined;
}

/** As an aggregate: what its arguments hold is its own affair. */
export function asAggregate(made: Operation | Aggregate): Aggregate {
  return { ...made, kind: 'aggregate', holds: HOLDS_AGGREGATE | (made.holds & HOLDS_OPEN) };
}
