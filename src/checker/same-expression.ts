import type { Expression, QueryResult } from './expression.ts';

/**
 * Whether Postgres takes two expressions of one query to be the same; where that is hard to tell (subqueries, a text
 * that stands for a number), yes.
 */
export function isSame(one: Expression, other: Expression): boolean {
  const left = withoutIdleCasts(one);
  const right = withoutIdleCasts(other);
  if (left === right) return true;
  if (left.kind === 'query') return right.kind === 'query' && maySame(left.query, right.query);
  if (left.kind === 'literal' && right.kind === 'literal') return bare(left.text) === bare(right.text);
  if (left.kind === 'column') {
    return right.kind === 'column' && left.name === right.name && left.qualifier === right.qualifier;
  }
  if (left.kind === 'row' || left.kind === 'star') {
    return right.kind === left.kind && left.qualifier === right.qualifier;
  }
  if (!('text' in right) || left.kind !== right.kind || left.text !== right.text) return false;
  return areSame(left.operands, right.operands);
}

/** Begins the text of an operation that is a cast. */
export const CAST = '::';

/** A cast to what a value is already is no operation to Postgres; one to a size is. */
export function withoutIdleCasts(expression: Expression): Expression {
  if (expression.kind !== 'operation' || !expression.text.startsWith(CAST)) return expression;
  const [operand] = expression.operands;
  const isIdle = operand?.type === expression.type && !expression.text.includes('(');
  return operand && isIdle ? withoutIdleCasts(operand) : expression;
}

/** Two queries that differ in what they use from outside, or in what they return, are two. */
function maySame(left: QueryResult, right: QueryResult): boolean {
  return areSame(left.outerUses, right.outerUses) && left.outputs?.length === right.outputs?.length;
}

function areSame(left: readonly Expression[], right: readonly Expression[]): boolean {
  if (left.length !== right.length) return false;
  return left.every((each, place) => {
    const other = right[place];
    return other !== undefined && isSame(each, other);
  });
}

function bare(text: string): string {
  return text.startsWith("'") ? text.slice(1, -1) : text;
}
