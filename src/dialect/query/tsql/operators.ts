import { textLiteral } from '../../../schema/names.ts';
import { isWholeNumber, operand } from '../expression.ts';
import { done, isSymbol, type Leaf, type Node } from '../node.ts';
import { endOfOperand, kindOfOperand, type OperatorRule } from '../operators.ts';
import type { Rewriter } from '../rewriter.ts';
import { likeOperator } from '../shared/operators.ts';

/** Parts of a sum that are looked at to tell whether it joins texts. */
const MAX_PARTS = 40;

/** `+` joins texts: where one of its operands, or one of what they are joined with, visibly is a text. */
export const plusOperator: OperatorRule = ({ operator, output, input, index }, rewriter) => {
  const previous = output.at(-1);
  if (
    endOfOperand(input, index + 1) === index + 1 ||
    endOfOperand(
      [previous].filter((node) => node !== undefined),
      0,
    ) === 0
  )
    return undefined;
  const shifted = shiftedByDays(operator, output, input, index, rewriter);
  if (shifted !== undefined) return shifted;
  const joins = kindOfOperand(previous, rewriter) === 'text' || isJoined(output) || hasText(input, index, rewriter);
  if (!joins) return undefined;
  output.push(done('||', { before: operator.before, binds: 'operator', value: 'text' }));
  return index + 1;
};

/** `GETDATE() - 7`: days. */
export const minusOperator: OperatorRule = ({ operator, output, input, index }, rewriter) =>
  shiftedByDays(operator, output, input, index, rewriter);

function shiftedByDays(
  operator: Leaf,
  output: Node[],
  input: readonly Node[],
  index: number,
  rewriter: Rewriter,
): number | undefined {
  const end = endOfOperand(input, index + 1);
  const right = input.slice(index + 1, end);
  if (end === index + 1 || kindOfOperand(output.at(-1), rewriter) !== 'timestamp') return undefined;
  const days = rewriter.expressionOf(right);
  if (days.value !== 'integer' && days.value !== 'number') return undefined;
  const interval = isWholeNumber(days)
    ? `INTERVAL '${days.text} ${days.text === '1' ? 'day' : 'days'}'`
    : `${operand(days)} * INTERVAL '1 day'`;
  output.push(operator, done(interval, { before: right[0]?.before ?? ' ', value: 'timestamp' }));
  return end;
}

/** The sum so far joins texts: `'a' || b + c`. */
function isJoined(output: readonly Node[]): boolean {
  for (let place = output.length - 1; place >= 0; place--) {
    const node = output[place];
    if (node?.kind === 'done' && node.binds === 'operator') return node.text === '||';
    if (node?.kind === 'leaf' && node.token === 'symbol' && node.text !== '.') return false;
    if (node?.kind === 'leaf' && node.token === 'word' && output.length - place > 4) return false;
  }
  return false;
}

function hasText(input: readonly Node[], index: number, rewriter: Rewriter): boolean {
  let at = index;
  for (let part = 0; part < MAX_PARTS && isSymbol(input[at], '+'); part++) {
    const end = endOfOperand(input, at + 1);
    if (end === at + 1) return false;
    if (kindOfOperand(input[end - 1], rewriter) === 'text') return true;
    at = end;
  }
  return false;
}

/** LIKE '[A-C]%' knows sets of characters: Postgres has them in regular expressions. */
export const likeWithSets: OperatorRule = (place, rewriter) => {
  const { operator, output, input, index } = place;
  const pattern = input[index + 1];
  if (pattern?.kind !== 'leaf' || pattern.token !== 'string' || !pattern.value.includes('['))
    return likeOperator(place, rewriter);
  const not = output.at(-1);
  const isNot = not?.kind === 'leaf' && not.value === 'not';
  if (isNot) output.pop();
  output.push(
    done(isNot ? '!~*' : '~*', { before: isNot ? not.before : operator.before, binds: 'operator', value: 'boolean' }),
  );
  output.push(done(textLiteral(regularExpression(pattern.value)), { before: pattern.before, value: 'text' }));
  return index + 2;
};

export function regularExpression(pattern: string): string {
  const parts = pattern.replaceAll(/\[[^\]]+\]|[\s\S]/g, (part) => {
    if (part === '%') return '.*';
    if (part === '_') return '.';
    return part.length > 1 ? part : part.replace(/[.+*?^${}()|\\[\]]/, '\\$&');
  });
  return `^${parts}$`;
}
