import { isSymbol, isWord, type Node, splitAtCommas } from '../node.ts';
import type { ClauseRule } from '../rules.ts';
import { isName, sourcesOf } from '../sources.ts';
import { isAggregate, singleExtreme } from './aggregate-calls.ts';
import { leaf } from './build-nodes.ts';
import { isColumn, LooseColumns } from './loose-columns.ts';
import { withoutDirection } from './null-order.ts';
import { readOutput } from './outputs.ts';

/**
 * MySQL without ONLY_FULL_GROUP_BY and SQLite take columns that are neither grouped nor aggregated: the value of any row
 * of the group, and in SQLite, where the query has one MIN or MAX, that of the row it was found in.
 */
export const looseGrouping: ClauseRule = (nodes, rewriter) => {
  const selects = nodes.filter((node) => isWord(node, 'select'));
  const select = nodes.findIndex((node) => isWord(node, 'select'));
  if (selects.length !== 1 || nodes.some((node) => isWord(node, 'rollup'))) return nodes;
  const start = isWord(nodes[select + 1], 'distinct', 'all') ? select + 2 : select + 1;
  const from = indexBehind(nodes, select, ['from']);
  const list = splitAtCommas(nodes.slice(start, from));
  const group = nodes.findIndex((node, index) => isWord(node, 'by') && isWord(nodes[index - 1], 'group'));
  const order = nodes.findLastIndex((node, index) => isWord(node, 'by') && isWord(nodes[index - 1], 'order'));
  if (from === nodes.length || (group < 0 && !list.some((item) => isAggregate(item)))) return nodes;
  const outputs = list.map(readOutput);
  const groupItems =
    group < 0
      ? []
      : splitAtCommas(
          nodes.slice(group + 1, indexBehind(nodes, group, ['having', 'order', 'limit', 'window', 'for', 'offset'])),
        );
  const keys = groupItems.map((item): readonly Node[] => {
    const [only, ...more] = item;
    if (more.length > 0 || only?.kind !== 'leaf') return item;
    if (only.token === 'number') return outputs[Number(only.text) - 1]?.expression ?? item;
    return rewriter.known.kindOf(only.value) === undefined
      ? (outputs.find(({ name, isRenamed }) => isRenamed && name === only.value.toLowerCase())?.expression ?? item)
      : item;
  });
  const loose = new LooseColumns(
    keys,
    sourcesOf(nodes),
    rewriter,
    singleExtreme(
      outputs.map(({ expression }) => expression),
      rewriter,
    ),
  );
  const items = outputs.map(({ expression, isRenamed }, index): readonly Node[] => {
    const item = list[index] ?? [];
    const wrapped = loose.wrapped(expression);
    if (wrapped === expression) return item;
    const column = expression.at(-1);
    const names = isRenamed
      ? item.slice(expression.length)
      : isName(column) && isColumn(expression)
        ? [leaf('AS'), { ...column, before: ' ' }]
        : [];
    return [...wrapped, ...names];
  });
  const names = new Set(outputs.flatMap(({ name }) => (name === undefined ? [] : [name])));
  const orderEnd = order < 0 ? nodes.length : indexBehind(nodes, order, ['limit', 'offset', 'for', 'fetch']);
  const sorted =
    order < 0
      ? []
      : splitAtCommas(nodes.slice(order + 1, orderEnd)).map((item): readonly Node[] => {
          const expression = withoutDirection(item);
          const [only, ...more] = expression;
          const isOutput =
            more.length === 0 &&
            only?.kind === 'leaf' &&
            (only.token === 'number' || names.has(only.value.toLowerCase()));
          return isOutput ? item : [...loose.wrapped(expression), ...item.slice(expression.length)];
        });
  if (!loose.wasUsed) return nodes;
  rewriter.note(
    'Columns that are neither grouped nor aggregated: any row of the group gives their value, as in the source (ANY_VALUE).',
  );
  const commas = (parts: readonly (readonly Node[])[]) =>
    parts.flatMap((part, index) => (index === 0 ? part : [{ ...leaf(',', 'symbol'), before: '' }, ...part]));
  const middle = nodes.slice(from, order < 0 ? nodes.length : order + 1);
  return [
    ...nodes.slice(0, start),
    ...commas(items),
    ...middle,
    ...commas(sorted),
    ...(order < 0 ? [] : nodes.slice(orderEnd)),
  ];
};

function indexBehind(nodes: readonly Node[], start: number, words: readonly string[]): number {
  const index = nodes.findIndex((node, place) => place > start && (isWord(node, ...words) || isSymbol(node, ';')));
  return index < 0 ? nodes.length : index;
}
