import type { Expression, Output } from '../expression.ts';
import { type Rejection, reject } from '../rejection.ts';
import { BOOLEAN, INTEGER, UNKNOWN } from '../types/types.ts';

/**
 * What an item of ORDER BY, GROUP BY or DISTINCT ON stands for: a whole number for an output column, other constants
 * for nothing that Postgres would take there.
 *
 * @param outputs null when they cannot be told
 */
export function behindPosition(
  expression: Expression,
  outputs: readonly Output[] | null,
  clause: string,
): Expression | Rejection {
  if (expression.kind !== 'literal') return expression;
  const { type, text, position } = expression;
  if (type === INTEGER && /^-?\d/.test(text)) {
    const output = outputs?.[Number(text) - 1];
    if (output) return output.expression ?? expression;
    return outputs ? reject('order-by', position, `There is no column ${text} in the result.`) : expression;
  }
  const isConstant = type === UNKNOWN || type === BOOLEAN || /^-?\d/.test(text);
  return isConstant ? reject('order-by', position, `${clause} does not take the constant ${text}.`) : expression;
}
