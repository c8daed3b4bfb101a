import type { Expression } from '../expression.ts';
import { isSymbol, list, misfitOf, passOn, type Reader, reader, symbol, type Then } from '../reader.ts';
import { type ExpressionOptions, readExpression } from './read-expression.ts';

/** Reads any number of expressions with commas between them, and what closes them. */
export function readExpressions(
  options: ExpressionOptions,
  close: ')' | ']',
  then: Then<readonly Expression[]>,
): Reader {
  const some = list<Expression>(
    (thenItem) => readExpression(options, thenItem),
    (expressions) => symbol(close, () => then(expressions)),
  );
  return reader((token) => (isSymbol(token, close) ? then([]) : passOn(some, token)), misfitOf(some));
}
