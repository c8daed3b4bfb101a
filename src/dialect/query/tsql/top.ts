import { type Group, isSymbol, isWord, type Node } from '../node.ts';
import type { ClauseRule } from '../rules.ts';
import { inParentheses, word } from '../shared/build-nodes.ts';

const SET_OPERATORS = ['union', 'except', 'intersect'];

/** TOP n becomes LIMIT n behind the query, or behind its part of a UNION, which then needs parentheses. */
export const topToLimit: ClauseRule = (nodes) => {
  if (!nodes.some((node) => isWord(node, 'top'))) return nodes;
  const parts = splitAtSetOperators(nodes);
  const [only] = parts;
  if (only && parts.length === 1) return limitedQuery(only);
  return parts.flatMap((part, index) => limitedPart(part, index === parts.length - 1));
};

/** Each part begins with its operator. */
function splitAtSetOperators(nodes: readonly Node[]): (readonly Node[])[] {
  const parts: Node[][] = [[]];
  for (const node of nodes) {
    if (isWord(node, ...SET_OPERATORS)) parts.push([]);
    parts.at(-1)?.push(node);
  }
  return parts;
}

interface Top {
  readonly without: readonly Node[];
  readonly limit: readonly Node[];
}

function readTop(nodes: readonly Node[]): Top | undefined {
  const isTop = (node: Node, index: number) =>
    isWord(node, 'top') && isWord(nodes[index - 1], 'select', 'distinct', 'all');
  const top = nodes.findIndex(isTop);
  const count = nodes[top + 1];
  if (top < 0 || !count) return undefined;
  const end = top + 2;
  if (isWord(nodes[end], 'percent')) {
    const without = [...nodes.slice(0, top), ...nodes.slice(end + 1)];
    return { without, limit: [word('LIMIT'), shareOf(without, count)] };
  }
  const withTies = isWord(nodes[end], 'with') && isWord(nodes[end + 1], 'ties');
  const number = { ...count, before: ' ' };
  return {
    without: [...nodes.slice(0, top), ...nodes.slice(withTies ? end + 2 : end)],
    limit: withTies ? [word('FETCH FIRST'), number, word('ROWS WITH TIES')] : [word('LIMIT'), number],
  };
}

/** As many rows as a share of all that the query gives, rounded up. */
function shareOf(query: readonly Node[], percent: Node): Group {
  const start = query.findIndex((node) => isWord(node, 'select'));
  const order = query.findIndex((node, index) => isWord(node, 'order') && isWord(query[index + 1], 'by'));
  const rows = query.slice(start, order < 0 ? query.length : order).filter((node) => !isSymbol(node, ';'));
  return inParentheses([
    word('SELECT'),
    word('CEIL(COUNT(*) *'),
    { ...percent, before: ' ' },
    word('/ 100.0)::bigint'),
    word('FROM'),
    inParentheses(rows),
    word('AS counted'),
  ]);
}

function limitedQuery(nodes: readonly Node[]): readonly Node[] {
  const top = readTop(nodes);
  if (!top) return nodes;
  const { without, limit } = top;
  const last = without.at(-1);
  return isSymbol(last, ';') && last ? [...without.slice(0, -1), ...limit, last] : [...without, ...limit];
}

/** LIMIT would count the rows of the whole; ORDER BY behind the last part sorts the whole. */
function limitedPart(part: readonly Node[], isLast: boolean): readonly Node[] {
  const top = readTop(part);
  if (!top) return part;
  const { without, limit } = top;
  const order = without.findIndex((node, index) => isWord(node, 'order') && isWord(without[index + 1], 'by'));
  const end = isLast && order >= 0 ? order : without.length;
  const start = without.findIndex((node) => isWord(node, 'select'));
  const [select, ...rest] = without.slice(start, end);
  if (!select) return part;
  const nodes = [{ ...select, before: '' }, ...rest, ...limit];
  const group: Group = { kind: 'group', before: select.before, open: '(', nodes, beforeClose: '', close: ')' };
  return [...without.slice(0, start), group, ...without.slice(end)];
}
