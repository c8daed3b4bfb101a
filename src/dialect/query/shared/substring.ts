import { isWholeNumber } from '../expression.ts';
import { done } from '../node.ts';
import type { CallRule } from '../rules.ts';

/** A negative position counts from the end in MySQL and SQLite. */
export const substring: CallRule = ({ args: [text, from, length] }, rewriter) => {
  if (!text || !from) return undefined;
  const position = rewriter.expression(from);
  if (!isWholeNumber(position) || !position.text.startsWith('-')) return undefined;
  const end = `RIGHT(${rewriter.text(text)}, ${position.text.slice(1)})`;
  return done(length ? `LEFT(${end}, ${rewriter.text(length)})` : end, { value: 'text' });
};
