import { done, isSymbol, isWord, type Node } from '../node.ts';
import { endOfOperand, kindOfOperand, type OperatorRule, popOperand } from '../operators.ts';
import type { Rewriter } from '../rewriter.ts';

/** Digits that a text begins with: MySQL and SQLite read a number off them. */
const LEADING_NUMBER = "'^\\s*[-+]?\\d+\\.?\\d*'";

/** `meta_value + 0`, `active + 1`: texts and truth values are numbers to the operators of MySQL and SQLite. */
export const arithmetic: OperatorRule = ({ operator, output, input, index }, rewriter) => {
  const end = endOfOperand(input, index + 1);
  if (end === index + 1 || isWord(input[index + 1], 'interval')) return undefined;
  const left = popOperand(output);
  if (left.length === 0) return undefined;
  const right = input.slice(index + 1, end);
  output.push(...asNumber(left, rewriter), operator, ...asNumber(right, rewriter));
  return end;
};

export function asNumber(nodes: readonly Node[], rewriter: Rewriter): readonly Node[] {
  const last = nodes.at(-1);
  const kind = kindOfOperand(last, rewriter);
  const before = nodes[0]?.before ?? '';
  if (kind === 'boolean' && !isSymbol(nodes[0], '-', '+'))
    return [done(`(${rewriter.expressionOf(nodes).text})::int`, { before, value: 'integer' })];
  if (kind !== 'text' || (last?.kind === 'leaf' && last.token === 'string')) return nodes;
  const { text } = rewriter.expressionOf(nodes);
  // What was made of a date is made of digits.
  return [
    done(last?.kind === 'done' ? `(${text})::numeric` : leadingNumber(text, rewriter), { before, value: 'number' }),
  ];
}

/** @param text SQL that gives a text */
export function leadingNumber(text: string, rewriter: Rewriter): string {
  rewriter.note('Texts as numbers: one that begins with no digit gives NULL here, and 0 in the source.');
  return `SUBSTRING(${text} FROM ${LEADING_NUMBER})::numeric`;
}
