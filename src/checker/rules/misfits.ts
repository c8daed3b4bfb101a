import { type Expression, isUntypedText } from '../expression.ts';
import { type Rejection, reject } from '../rejection.ts';
import { canCoerce } from '../types/coercion.ts';
import { literalFits } from '../types/literals.ts';
import { BOOLEAN, type SqlType } from '../types/types.ts';

/** The first literal that is no value of the type that is asked of it. */
export function misfitAmong(
  operands: readonly (Expression | undefined)[],
  types: readonly SqlType[],
): Rejection | undefined {
  for (const [place, operand] of operands.entries()) {
    const type = types[place];
    if (operand && type) {
      const misfit = literalMisfit(operand, type);
      if (misfit) return misfit;
    }
  }
  return undefined;
}

export function literalMisfit(operand: Expression, type: SqlType): Rejection | undefined {
  if (!isUntypedText(operand) || literalFits(operand.text, type)) return undefined;
  const message = `${operand.text} is not a value of the type ${type.title}.`;
  return reject('type', operand.position, message);
}

/** What is wrong with an expression where a value of the type has to stand. */
export function misfitFor(
  expression: Expression,
  type: SqlType,
  context: 'implicit' | 'assignment',
  what: string,
): Rejection | undefined {
  if (!canCoerce(expression.type, type, context)) {
    const message = `${what} has to be ${type.title}, not ${expression.type.title}.`;
    return reject('type', expression.position, message);
  }
  return literalMisfit(expression, type);
}

export function conditionMisfit(expression: Expression, what: string): Rejection | undefined {
  return misfitFor(expression, BOOLEAN, 'assignment', what);
}
