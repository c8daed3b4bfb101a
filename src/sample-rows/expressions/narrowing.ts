import type { Expression } from './ast.ts';
import type { Values } from './evaluate.ts';
import type { Limits } from './limits.ts';

/** One column's limits in the making. */
export interface Narrowing {
  readonly limits: Limits;
  readonly column: string;
  /** The columns that are settled already. */
  readonly values: Values;
}

export function withoutCast(expression: Expression): Expression {
  return expression.kind === 'cast' ? withoutCast(expression.argument) : expression;
}

/** A column, casts around it aside. */
export function isColumn(expression: Expression, column: string): boolean {
  const inner = withoutCast(expression);
  return inner.kind === 'column' && inner.name === column;
}
