import { asNumeric, type Expression } from '../expression.ts';
import { done, isSymbol, type Node } from '../node.ts';
import { endOfOperand, kindOfOperand, type OperatorRule, popOperand, popProduct } from '../operators.ts';
import type { Rewriter } from '../rewriter.ts';

/** A divisor of 0 gives NULL in MySQL and SQLite and is an error in Postgres. */
export function division(kind: 'exact' | 'integer'): OperatorRule {
  return ({ operator, output, input, index }, rewriter) => {
    const end = endOfOperand(input, index + 1);
    const divisor = input.slice(index + 1, end);
    if (divisor.length === 0) return undefined;
    const by = rewriter.expressionOf(divisor);
    const isConstant = /^[1-9]\d*$|^\d+\.\d+$/.test(by.text);
    const dividend = popOperand(output);
    // A quotient is exact already.
    const isExact =
      kind === 'integer' ||
      isSymbol(output.at(-1), '/') ||
      by.value === 'number' ||
      dividendIsExact(dividend, rewriter);
    if (isExact || (isConstant && !by.text.includes('.'))) output.push(...dividend);
    else
      output.push(
        done(asFraction(rewriter.expressionOf(dividend)), { before: dividend[0]?.before ?? '', value: 'number' }),
      );
    output.push(operator);
    const safe = isConstant ? `${by.text}${isExact || by.text.includes('.') ? '' : '.0'}` : `NULLIF(${by.text}, 0)`;
    output.push(done(safe, { before: divisor[0]?.before ?? '', value: kind === 'exact' ? 'number' : by.value }));
    return end;
  };
}

function asFraction(dividend: Expression): string {
  return /^\d+$/.test(dividend.text) ? `${dividend.text}.0` : asNumeric(dividend);
}

function dividendIsExact(dividend: readonly Node[], rewriter: Rewriter): boolean {
  return dividend.length === 0 || kindOfOperand(dividend.at(-1), rewriter) === 'number';
}

/** MySQL's DIV. */
export const integerDivision: OperatorRule = ({ operator, output, input, index }, rewriter) => {
  const end = endOfOperand(input, index + 1);
  if (end === index + 1) return undefined;
  const dividend = popProduct(output);
  if (dividend.length === 0) return undefined;
  const by = rewriter.expressionOf(input.slice(index + 1, end));
  const safe = /^[1-9]\d*$/.test(by.text) ? by.text : `NULLIF(${by.text}, 0)`;
  const before = dividend[0]?.before ?? operator.before;
  output.push(done(`DIV(${rewriter.expressionOf(dividend).text}, ${safe})`, { before, value: 'integer' }));
  return end;
};
