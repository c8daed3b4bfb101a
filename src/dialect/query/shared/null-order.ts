import { done, isParenthesised, isSymbol, isWord, type Node, splitAtCommas } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { ClauseRule } from '../rules.ts';
import { mayBeNull } from './null-values.ts';
import { outputsOf } from './outputs.ts';

const ENDS = [
  'limit',
  'offset',
  'fetch',
  'for',
  'option',
  'rows',
  'range',
  'groups',
  'union',
  'except',
  'intersect',
  'separator',
  'returning',
];

/**
 * NULLs are the smallest of values in the other dialects, and the largest in Postgres. Where a sorted expression may be
 * NULL their place is written out; where nothing is known of the database the query only gets a note, since most of
 * what people sort by is never NULL.
 */
export const nullOrder: ClauseRule = (nodes, rewriter) => {
  const by = nodes.findLastIndex((node, index) => isWord(node, 'by') && isWord(nodes[index - 1], 'order'));
  if (by < 0) return nodes;
  const behind = nodes.findIndex(
    (node, index) => index > by + 1 && (isWord(node, ...ENDS) || isSymbol(node, ';') || node.kind === 'done'),
  );
  const end = behind < 0 ? nodes.length : behind;
  const list = nodes.slice(by + 1, end);
  const items = splitAtCommas(list);
  const commas = list.filter((node) => isSymbol(node, ','));
  const select = nodes.findLastIndex((node, index) => index < by && isWord(node, 'select'));
  const outputs = outputsOf(select < 0 ? [] : nodes.slice(select, by - 1));
  const sorted = items.flatMap((item, index) => {
    const comma = commas[index];
    const ordered = inNullOrder(item, expressionOf(item, outputs), rewriter);
    return comma ? [...ordered, comma] : ordered;
  });
  return [...nodes.slice(0, by + 1), ...sorted, ...nodes.slice(end)];
};

/** @param expression what the item sorts by, without its direction */
export function inNullOrder(item: readonly Node[], expression: readonly Node[], rewriter: Rewriter): readonly Node[] {
  if (item.some((node) => isWord(node, 'nulls')) || isConstant(expression)) return item;
  const answer = mayBeNull(expression, rewriter);
  if (answer === false) return item;
  if (answer === undefined && rewriter.isDatabaseUnknown) {
    rewriter.note(
      'Sorting: NULLs come last in Postgres (with DESC first), and the other way round in the source. Where a column may be NULL, put NULLS FIRST behind it (with DESC, NULLS LAST).',
    );
    return item;
  }
  const text = isWord(item.at(-1), 'desc') ? 'NULLS LAST' : 'NULLS FIRST';
  return [...item, done(text, { before: ' ', binds: 'operator' })];
}

export function withoutDirection(item: readonly Node[]): readonly Node[] {
  return isWord(item.at(-1), 'asc', 'desc') ? item.slice(0, -1) : item;
}

/** An item may be the number or the name of an output. */
function expressionOf(item: readonly Node[], outputs: ReturnType<typeof outputsOf>): readonly Node[] {
  const expression = withoutDirection(item);
  const [only] = expression;
  if (expression.length !== 1 || only?.kind !== 'leaf') return expression;
  if (only.token === 'number') return outputs[Number(only.text) - 1]?.expression ?? expression;
  const named = outputs.find(({ name }) => name !== undefined && name === only.value.toLowerCase());
  return named?.expression ?? expression;
}

/** T-SQL: ROW_NUMBER() OVER (ORDER BY (SELECT NULL)). */
function isConstant([only, ...more]: readonly Node[]): boolean {
  return more.length === 0 && isParenthesised(only) && isWord(only.nodes[0], 'select') && only.nodes.length === 2;
}
