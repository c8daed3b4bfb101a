/** What GROUP BY and aggregates ask of the rest of a query (documentation, 7.2.3). */
import type { ColumnUse, Expression, RowUse } from '../expression.ts';
import { type Rejection, reject } from '../rejection.ts';
import { isSame, withoutIdleCasts } from '../same-expression.ts';
import { findSource, type Scope } from '../scope.ts';
import { isOwnAggregate } from './levels.ts';

export interface Grouping {
  readonly expressions: readonly Expression[];
  /** `orders.status`, for those that are plain columns. */
  readonly columns: ReadonlySet<string>;
  /** Of these columns those that every grouping set has. */
  readonly constantColumns: ReadonlySet<string>;
}

/** An item of GROUP BY: what it lists, and what of that every grouping set has. */
export interface Group {
  readonly expressions: readonly Expression[];
  readonly constant: readonly Expression[];
}

export function makeGrouping(groups: readonly Group[]): Grouping {
  const expressions = groups.flatMap((group) => group.expressions);
  const constant = groups.flatMap((group) => group.constant);
  return { expressions, columns: columnKeys(expressions), constantColumns: columnKeys(constant) };
}

function columnKeys(expressions: readonly Expression[]): ReadonlySet<string> {
  return new Set(
    expressions.flatMap((expression) => {
      const each = withoutIdleCasts(expression);
      return each.kind === 'column' ? columnKey(each.qualifier, each.name) : [];
    }),
  );
}

export const UNGROUPED = makeGrouping([]);

/** What is wrong with expressions of a query whose rows are groups; null when nothing is. */
export function groupingProblem(
  expressions: readonly Expression[],
  grouping: Grouping,
  scope: Scope,
): Rejection | null {
  for (const expression of expressions) {
    const problem = problemIn(expression, grouping, scope);
    if (problem) return problem;
  }
  return null;
}

function problemIn(expression: Expression, grouping: Grouping, scope: Scope): Rejection | null {
  switch (expression.kind) {
    case 'literal':
      return null;
    case 'column':
    case 'row':
    case 'star':
      return isCovered(expression, grouping, scope) ? null : ungrouped(expression);
    case 'query':
      // Of a subquery's expressions only whole columns are looked up in GROUP BY.
      return groupingProblem(expression.query.outerUses, grouping, scope);
    case 'aggregate':
      if (isOwnAggregate(expression.operands, scope)) return null;
      break;
    default:
  }
  if (isGrouped(expression, grouping)) return null;
  if (expression.text === 'GROUPING()') return strangeToGrouping(expression.operands, grouping);
  return groupingProblem(expression.operands, grouping, scope);
}

function isGrouped(expression: Expression, { expressions }: Grouping): boolean {
  return expressions.some((each) => isSame(each, expression));
}

function ungrouped(use: ColumnUse | RowUse): Rejection {
  const name = use.kind === 'column' ? columnKey(use.qualifier, use.name) : use.qualifier;
  const message = `${name} has to stand in GROUP BY or inside an aggregate such as COUNT or MAX.`;
  return reject('grouping', use.position, message);
}

/** GROUPING asks about what GROUP BY lists, and nothing else. */
function strangeToGrouping(operands: readonly Expression[], grouping: Grouping): Rejection | null {
  const odd = operands.find((operand) => !isGrouped(operand, grouping));
  return odd ? reject('grouping', odd.position, 'GROUPING takes only what GROUP BY lists.') : null;
}

function isCovered(use: ColumnUse | RowUse, { columns, constantColumns }: Grouping, scope: Scope): boolean {
  if (use.kind === 'column' && columns.has(columnKey(use.qualifier, use.name))) return true;
  const source = findSource(scope.sources, use.qualifier);
  if (!source) return true;
  // A row of the table has one value of each column.
  const { primaryKey } = source.relation;
  return primaryKey.length > 0 && primaryKey.every((column) => constantColumns.has(columnKey(use.qualifier, column)));
}

function columnKey(qualifier: string, column: string): string {
  return `${qualifier}.${column}`;
}
