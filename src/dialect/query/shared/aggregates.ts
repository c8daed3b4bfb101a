import { done, isWord } from '../node.ts';
import { kindOfList } from '../operators.ts';
import type { CallRule } from '../rules.ts';

/** SUM(a > 1) counts rows in MySQL and SQLite, where conditions are numbers. */
export const sumOfConditions: CallRule = ({ text, args }, rewriter) => {
  const [arg] = args;
  if (!arg || args.length !== 1) return undefined;
  const converted = rewriter.convert(arg);
  if (isWord(arg[0], 'distinct') || kindOfList(converted, rewriter) !== 'boolean') return undefined;
  return done(`${text}((${rewriter.text(arg)})::int)`, { value: text.toLowerCase() === 'sum' ? 'integer' : 'number' });
};

/** COUNT(a = 1 OR NULL) is the same everywhere; COUNT(DISTINCT a, b) needs a row in Postgres. */
export const countOfRows: CallRule = ({ text, args }, rewriter) => {
  const [first, ...rest] = args;
  const [distinct, ...column] = first ?? [];
  if (!isWord(distinct, 'distinct') || rest.length === 0) return undefined;
  rewriter.noteTextCase();
  const columns = [column, ...rest].map((nodes) => rewriter.text(nodes)).join(', ');
  return done(`${text}(DISTINCT (${columns}))`, { value: 'integer' });
};
