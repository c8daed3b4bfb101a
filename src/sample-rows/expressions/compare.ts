import type { ComparisonOperator, Operand } from './ast.ts';

/** Null where a side is; undefined where the answer is not known. */
export function compare(
  operator: ComparisonOperator,
  left: Operand | undefined,
  right: Operand | undefined,
): boolean | null | undefined {
  if (left === null || right === null) return null;
  if (left === undefined || right === undefined) return undefined;
  if (operator === '=' || operator === '<>') {
    if (typeof left !== typeof right || typeof left === 'object') return undefined;
    return (left === right) === (operator === '=');
  }
  // The order of texts is the collation's affair.
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}
