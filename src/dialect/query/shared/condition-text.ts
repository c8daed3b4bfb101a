import { operand } from '../expression.ts';
import type { Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';

/** The nodes as a condition: a number is true unless it is 0. */
export function conditionText(nodes: readonly Node[], rewriter: Rewriter): string {
  const expression = rewriter.expression(nodes);
  const isNumber = expression.value === 'integer' || expression.value === 'number';
  return isNumber ? `${operand(expression)} <> 0` : expression.text;
}
