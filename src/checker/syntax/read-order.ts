/** ORDER BY behind a query's body. */
import type { Expression, QueryResult } from '../expression.ts';
import { isWord, type Next, passOn, type Reader, reader, type Then, words } from '../reader.ts';
import { isRejection, type Rejection, reject } from '../rejection.ts';
import { groupingProblem, UNGROUPED } from '../rules/grouping.ts';
import { levelsIn } from '../rules/levels.ts';
import { missingWindow } from '../rules/windows.ts';
import { isSame } from '../same-expression.ts';
import { at, type Scope } from '../scope.ts';
import type { QueryBase } from './read-query.ts';
import type { Select } from './read-select.ts';
import { readSorts, type Sort } from './read-sort.ts';

/** What ORDER BY can refer to. */
export interface QueryEnd {
  readonly result: QueryResult;
  /** Null for VALUES, parentheses and set operations. */
  readonly select: Select | null;
}

export function readOrder(
  base: QueryBase,
  { result, select, isCombined }: QueryEnd & { readonly isCombined: boolean },
  then: Then<QueryResult>,
): Reader {
  const { index, outer, commonTables } = base;
  const scope: Scope = select
    ? at(select.scope, 'order')
    : { index, outer, commonTables, sources: [], isOpen: false, place: 'order' };
  const problem = (sort: Sort) =>
    select ? sortProblem(select, scope, sort) : missingWindow([sort.expression], new Set());
  const options = { scope, outputs: result.outputs, namesOnly: isCombined, problem };
  return reader((token) => {
    if (!isWord(token, 'ORDER')) return passOn(then(result), token);
    return words('BY', () => readSorts(options, (sorts) => afterSorts(result, select, scope, sorts, then)));
  });
}

function afterSorts(
  result: QueryResult,
  select: Select | null,
  scope: Scope,
  sorts: readonly Sort[],
  then: Then<QueryResult>,
): Next {
  const order = select?.distinctOn && distinctOrderProblem(select.distinctOn, sorts);
  if (order) return order;
  const outerUses: Expression[] = [...result.outerUses];
  for (const { expression, isOutput } of sorts) {
    const levels = isOutput ? null : levelsIn(expression, scope);
    if (levels && isRejection(levels)) return levels;
    if (levels) outerUses.push(...levels.outerUses);
  }
  return then({ ...result, outerUses });
}

function sortProblem(select: Select, scope: Scope, { expression, isOutput }: Sort): Rejection | undefined {
  // What an output needs has been seen to where it stands.
  if (isOutput) return undefined;
  const levels = levelsIn(expression, scope);
  if (isRejection(levels)) return levels;
  const grouping = select.grouping ?? (levels.hasAggregate ? UNGROUPED : null);
  const checked = select.grouping ? [expression] : [...select.checked, expression];
  const ungrouped = grouping && groupingProblem(checked, grouping, scope);
  if (ungrouped) return ungrouped;
  const window = missingWindow([expression], select.windows);
  if (window) return window;
  if (!select.isDistinct || select.distinctOn || !select.result.outputs) return undefined;
  if (select.result.outputs.some((output) => output.expression && isSame(output.expression, expression)))
    return undefined;
  return reject('order-by', expression.position, 'With DISTINCT, ORDER BY can only use what the query returns.');
}

/** What DISTINCT ON lists has to come first. */
function distinctOrderProblem(distinctOn: readonly Expression[], sorts: readonly Sort[]): Rejection | undefined {
  let passed: Sort | undefined;
  const missing = new Set(distinctOn);
  for (const [place, sort] of sorts.entries()) {
    // What is listed again says nothing new.
    if (sorts.slice(0, place).some((earlier) => isSame(earlier.expression, sort.expression))) continue;
    const matches = distinctOn.filter((each) => isSame(each, sort.expression));
    for (const match of matches) missing.delete(match);
    if (matches.length === 0) passed ??= sort;
    else if (passed) return notFirst(passed);
  }
  return passed && missing.size > 0 ? notFirst(passed) : undefined;
}

function notFirst({ expression }: Sort): Rejection {
  return reject('order-by', expression.position, 'ORDER BY has to begin with what DISTINCT ON lists.');
}
