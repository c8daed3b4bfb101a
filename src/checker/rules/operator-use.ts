import { columnType, type Expression, isUntypedText, operation, type QueryResult, type Rule } from '../expression.ts';
import { isRejection, type Rejection, reject } from '../rejection.ts';
import type { SchemaIndex } from '../schema-index.ts';
import { isComparison, resolveOperator, takesOnLeft } from '../types/operators.ts';
import { BOOLEAN, type SqlType, UNKNOWN, UNSURE } from '../types/types.ts';
import { conditionMisfit, misfitAmong } from './misfits.ts';

export type Made = Expression | Rejection;

/** An operator between or before its operands. */
export function operatorUse(index: SchemaIndex, name: string, operands: readonly Expression[], position: number): Made {
  return operation({ text: name, operands, position, rule: operatorRule(index, name, position) });
}

export function operatorRule(index: SchemaIndex, name: string, position: number): Rule {
  return (operands) => {
    const [left, right] = operands;
    if (left && right && isRow(left) && isRow(right)) return rowComparison(index, name, left, right, position);
    if (left && isRow(left) && right?.kind === 'query') {
      return queryComparison(index, name, left, right.query, position);
    }
    // A row cannot be read from a text.
    const isRowAndText = (one: Expression, other: Expression) => isRow(one) && isUntypedText(other);
    if (left && right && isComparison(name) && (isRowAndText(left, right) || isRowAndText(right, left))) {
      return noOperator(name, [left.type, right.type], position);
    }
    const types = operands.map((operand) => operand.type);
    return operatorType(index, name, types, operands, position);
  };
}

/** @param operands those of them that are expressions, in the order of their types */
export function operatorType(
  index: SchemaIndex,
  name: string,
  types: readonly SqlType[],
  operands: readonly (Expression | undefined)[],
  position: number,
): SqlType | Rejection {
  const [first = UNSURE, second] = types;
  const use = second ? resolveOperator(name, first, second) : resolveOperator(name, null, first);
  if (use.kind === 'found') return misfitAmong(operands, use.operands) ?? use.result;
  return mayBeOperatorOfUser(index, name, types) ? UNSURE : noOperator(name, types, position);
}

/** What is wrong with a value on the left of an operator, before its right side is known. */
export function leftProblem(
  index: SchemaIndex,
  name: string,
  left: Expression,
  position: number,
): Rejection | undefined {
  if (isRow(left) || takesOnLeft(name, left.type)) return undefined;
  return mayBeOperatorOfUser(index, name, [left.type, UNSURE]) ? undefined : noOperator(name, [left.type], position);
}

function noOperator(name: string, types: readonly SqlType[], position: number): Rejection {
  const titles = types.map((type) => (type === UNKNOWN ? 'text' : type.title));
  return reject('type', position, `“${spoken(name)}” does not work with ${titles.join(' and ')}.`);
}

const SPOKEN: Readonly<Record<string, string>> = {
  '~~': 'LIKE',
  '!~~': 'NOT LIKE',
  '~~*': 'ILIKE',
  '!~~*': 'NOT ILIKE',
};

function spoken(operator: string): string {
  return SPOKEN[operator] ?? operator;
}

/** Operators that extensions have for types of Postgres, which literals are compared by (pg_trgm, btree_gist). */
const WITH_LITERALS = new Set(['%', '<%', '%>', '<->']);

/** An operator is made of a function that takes what it takes, and the schema lists those of the user. */
function mayBeOperatorOfUser({ functions }: SchemaIndex, name: string, types: readonly SqlType[]): boolean {
  const known = types.filter((type) => type !== UNKNOWN);
  if (types.length !== 2 || isComparison(name)) return false;
  if (known.length < types.length && !WITH_LITERALS.has(name)) return false;
  const taken = types.map((type) => (type === UNKNOWN ? known[0] : type));
  for (const signatures of functions.values()) {
    for (const { parameters, returnsSet } of signatures) {
      if (returnsSet || parameters.length !== taken.length) continue;
      const isTaken = (parameter: SqlType, place: number) => taken[place] === UNSURE || parameter === taken[place];
      if (parameters.every((parameter, place) => parameter === UNSURE || isTaken(parameter, place))) return true;
    }
  }
  return false;
}

export function isRow(expression: Expression): boolean {
  return expression.kind === 'operation' && expression.text === 'ROW';
}

function rowComparison(
  index: SchemaIndex,
  name: string,
  left: Expression,
  right: Expression,
  position: number,
): SqlType | Rejection {
  if (left.operands.length !== right.operands.length) return unequalRows(position);
  for (const [place, item] of left.operands.entries()) {
    const other = right.operands[place];
    if (!other) continue;
    const type = operatorType(index, name, [item.type, other.type], [item, other], position);
    if (isRejection(type)) return type;
  }
  return BOOLEAN;
}

/** A value or a row beside the columns of a query: IN, = ANY, (a, b) = (query). */
export function queryComparison(
  index: SchemaIndex,
  name: string,
  left: Expression,
  { outputs }: QueryResult,
  position: number,
): SqlType | Rejection {
  if (outputs === null) return BOOLEAN;
  const items = isRow(left) ? left.operands : [left];
  if (items.length !== outputs.length) return unequalRows(position);
  for (const [place, item] of items.entries()) {
    const type = operatorType(index, name, [item.type, columnType(outputs[place]?.type ?? UNSURE)], [item], position);
    if (isRejection(type)) return type;
  }
  return BOOLEAN;
}

function unequalRows(position: number): Rejection {
  return reject('column-count', position, 'The two sides have different numbers of columns.');
}

/** For AND, OR and NOT. */
export function logicalUse(name: string, operands: readonly Expression[], position: number): Made {
  return operation({
    text: name,
    operands,
    position,
    rule: (checked) => {
      for (const operand of checked) {
        const misfit = conditionMisfit(operand, `What ${name} joins`);
        if (misfit) return misfit;
      }
      return BOOLEAN;
    },
  });
}
