/** A value among others: IN (…), = ANY (…), LIKE ALL (…). */
import { type Expression, operation, type QueryResult, queryUse } from '../expression.ts';
import { type Next, symbol } from '../reader.ts';
import { isRejection, type Rejection, reject } from '../rejection.ts';
import { literalMisfit } from '../rules/misfits.ts';
import {
  isRow,
  leftProblem,
  type Made,
  operatorRule,
  operatorType,
  operatorUse,
  queryComparison,
} from '../rules/operator-use.ts';
import type { SchemaIndex } from '../schema-index.ts';
import { commonType } from '../types/coercion.ts';
import { arrayOf, BOOLEAN, RECORD, type SqlType, UNKNOWN, UNSURE } from '../types/types.ts';
import type { Step } from './read-expression.ts';
import { readParenthesised } from './read-parentheses.ts';

/** @param operator that compares with each member: `=`, or `<>` for NOT IN */
export function readMembers({ options, left, token, goOn }: Step, operator: '=' | '<>'): Next {
  const { scope } = options;
  const { position } = token;
  const problem = leftProblem(scope.index, operator, left, position);
  if (problem) return problem;
  return symbol('(', () =>
    readParenthesised(
      { scope, width: widthOf(left) },
      {
        query: (query) => goOn(inQueryUse(scope.index, operator, left, query, position)),
        list: (members) => goOn(inListUse(scope.index, operator, left, members, position)),
      },
    ),
  );
}

/** ANY or ALL of a query's values or an array's elements. The word itself has been read. */
export function readQuantified({ options, left, token, goOn }: Step, operator: string): Next {
  const { scope } = options;
  const { position } = token;
  return symbol('(', () =>
    readParenthesised(
      { scope, width: widthOf(left) },
      {
        query: (query) => goOn(inQueryUse(scope.index, operator, left, query, position)),
        list: ([array]) =>
          goOn(
            operation({
              text: `${operator} ANY`,
              operands: array ? [left, array] : [left],
              position,
              rule: ([value, elements]) =>
                value && elements ? elementComparison(scope.index, operator, value, elements, position) : BOOLEAN,
            }),
          ),
      },
    ),
  );
}

function widthOf(left: Expression): number {
  return isRow(left) ? left.operands.length : 1;
}

function inQueryUse(
  index: SchemaIndex,
  operator: string,
  left: Expression,
  query: QueryResult,
  position: number,
): Made {
  return operation({
    text: `${operator} IN`,
    operands: [left, queryUse(query, UNSURE, position)],
    position,
    rule: ([value]) => (value ? queryComparison(index, operator, value, query, position) : BOOLEAN),
  });
}

function elementComparison(
  index: SchemaIndex,
  operator: string,
  value: Expression,
  array: Expression,
  position: number,
): SqlType | Rejection {
  const { type } = array;
  if (type === UNSURE) return BOOLEAN;
  if (type === UNKNOWN) {
    const misfit = literalMisfit(array, arrayOf(value.type));
    return misfit ?? operatorType(index, operator, [value.type, UNKNOWN], [value], position);
  }
  if (!type.element) return reject('type', array.position, `ANY and ALL take a query or an array, not ${type.title}.`);
  return operatorType(index, operator, [value.type, type.element], [value], position);
}

function inListUse(
  index: SchemaIndex,
  operator: '=' | '<>',
  left: Expression,
  members: readonly Expression[],
  position: number,
): Made {
  const [only] = members;
  // As Postgres reads it.
  if (members.length === 1 && only) return operatorUse(index, operator, [left, only], position);
  return operation({
    text: `${operator} IN`,
    operands: [left, ...members],
    position,
    rule: ([value, ...items]) => (value ? listComparison(index, value, items, position) : BOOLEAN),
  });
}

/** Members without columns become one array if they have a common type; the others are compared one by one. */
function listComparison(
  index: SchemaIndex,
  value: Expression,
  members: readonly Expression[],
  position: number,
): SqlType | Rejection {
  let rest = members;
  const constants = members.filter((member) => !usesColumns(member));
  const common = constants.length > 1 ? commonType([value, ...constants].map((each) => each.type)) : null;
  if (common !== null && common !== RECORD) {
    const type = operatorType(index, '=', [value.type, common], [value], position);
    if (isRejection(type)) return type;
    for (const constant of constants) {
      const misfit = literalMisfit(constant, common);
      if (misfit) return misfit;
    }
    rest = members.filter((member) => !constants.includes(member));
  }
  const compare = operatorRule(index, '=', position);
  for (const member of rest) {
    const type = compare([value, member]);
    if (isRejection(type)) return type;
  }
  return BOOLEAN;
}

function usesColumns(expression: Expression): boolean {
  if (expression.kind === 'query') return expression.query.outerUses.length > 0;
  return expression.kind === 'column' || expression.kind === 'row' || expression.operands.some(usesColumns);
}
