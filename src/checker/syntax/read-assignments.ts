/** What SET lists. */
import { type Expression, type Output, queryUse } from '../expression.ts';
import { isSymbol, isWord, type Next, passOn, type Reader, reader, symbol, type Then, unexpected } from '../reader.ts';
import type { Rejection } from '../rejection.ts';
import { misfitFor } from '../rules/misfits.ts';
import type { Scope } from '../scope.ts';
import { UNSURE } from '../types/types.ts';
import { readExpression } from './read-expression.ts';
import { wrongCount } from './read-items.ts';
import { readParenthesised } from './read-parentheses.ts';
import { readTargetColumn, readTargetColumns, type Target, type TargetColumn } from './read-target.ts';

export interface Assignment {
  readonly column: TargetColumn;
  readonly expression: Expression;
}

export interface Assignments {
  readonly values: readonly Assignment[];
  /** Queries that give several columns at once. */
  readonly queries: readonly Expression[];
}

export function readAssignments(scope: Scope, target: Target, then: Then<Assignments>): Reader {
  return readAssignment(scope, target, [], { values: [], queries: [] }, then);
}

function readAssignment(
  scope: Scope,
  target: Target,
  taken: readonly TargetColumn[],
  soFar: Assignments,
  then: Then<Assignments>,
): Reader {
  const done = (columns: readonly TargetColumn[], assignments: Assignments): Next =>
    reader((token) => {
      if (!isSymbol(token, ',')) return passOn(then(assignments), token);
      return readAssignment(scope, target, [...taken, ...columns], assignments, then);
    });
  const one = readTargetColumn(target, taken, (column) =>
    symbol('=', () =>
      readAssigned(scope, column, (expression) => {
        const values = expression ? [...soFar.values, { column, expression }] : soFar.values;
        return done([column], { ...soFar, values });
      }),
    ),
  );
  const several = readTargetColumns(target, (columns) =>
    symbol('=', () =>
      symbol('(', ({ position }) =>
        readParenthesised(
          { scope, width: columns.length },
          {
            query: (query) => {
              const problem = query.outputs && assignedProblem(columns, query.outputs, position);
              if (problem) return problem;
              return done(columns, { ...soFar, queries: [...soFar.queries, queryUse(query, UNSURE, position)] });
            },
            list: () => wrongCount(columns.length, { position, kind: 'symbol' }),
          },
        ),
      ),
    ),
  );
  return reader((token) => {
    if (isSymbol(token, '(')) return several;
    return token.kind === 'name' ? one.read(token) : unexpected(token);
  }, one.misfit);
}

/** Reads a value for the column; null for DEFAULT. */
export function readAssigned(scope: Scope, column: TargetColumn, then: Then<Expression | null>): Reader {
  const expression = readExpression(
    { scope },
    (value) => assignmentMisfit({ column, expression: value }) ?? then(value),
  );
  return reader((token) => (isWord(token, 'DEFAULT') ? then(null) : expression.read(token)), expression.misfit);
}

export function assignmentMisfit({ column, expression }: Assignment): Rejection | undefined {
  return misfitFor(expression, column.type, 'assignment', column.name);
}

/** What is wrong with a query's columns as values for these; those that are missing or too many as well. */
export function assignedProblem(
  columns: readonly TargetColumn[],
  outputs: readonly Output[],
  position: number,
): Rejection | undefined {
  if (outputs.length !== columns.length) return wrongCount(columns.length, { position, kind: 'symbol' });
  for (const [place, column] of columns.entries()) {
    const output = outputs[place];
    if (!output) continue;
    const expression = output.expression ?? queryUse({ outputs, outerUses: [] }, output.type, position);
    const misfit = assignmentMisfit({ column, expression });
    if (misfit) return misfit;
  }
  return undefined;
}
