import { asText, type Expression, isWholeNumber } from '../expression.ts';
import { done, isWord } from '../node.ts';
import type { CallRule } from '../rules.ts';

/** A negative position counts from the end in MySQL and SQLite. */
export const substring: CallRule = ({ args: [text, from, length] }, rewriter) => {
  // SUBSTRING(text FROM 2 FOR 3) is the same everywhere, but not under the other names.
  if (text && !from && text.some((node) => isWord(node, 'from')))
    return done(`SUBSTRING(${rewriter.text(text)})`, { value: 'text' });
  if (!text || !from) return undefined;
  const value = textOf(rewriter.expression(text));
  const position = rewriter.expression(from);
  if (isWholeNumber(position) && position.text.startsWith('-')) {
    const end = `RIGHT(${value}, ${position.text.slice(1)})`;
    return done(length ? `LEFT(${end}, ${rewriter.text(length)})` : end, { value: 'text' });
  }
  const rest = [from, ...(length ? [length] : [])].map((nodes) => rewriter.text(nodes));
  return done(`SUBSTR(${[value, ...rest].join(', ')})`, { value: 'text' });
};

/** LEFT and RIGHT of a date are those of the text it is written as. */
export const endOfText: CallRule = ({ text: name, args: [text, length] }, rewriter) => {
  if (!text || !length) return undefined;
  return done(`${name}(${textOf(rewriter.expression(text))}, ${rewriter.text(length)})`, { value: 'text' });
};

function textOf(expression: Expression): string {
  return expression.value === undefined || expression.value === 'text' ? expression.text : asText(expression);
}
