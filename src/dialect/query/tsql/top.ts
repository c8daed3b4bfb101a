import { done, type Group, isSymbol, isWord, type Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { ClauseRule } from '../rules.ts';

const SET_OPERATORS = ['union', 'except', 'intersect'];

/** TOP n becomes LIMIT n behind the query, or behind its part of a UNION, which then needs parentheses. */
export const topToLimit: ClauseRule = (nodes, rewriter) => {
  if (!nodes.some((node) => isWord(node, 'top'))) return nodes;
  const parts = splitAtSetOperators(nodes);
  const [only] = parts;
  if (only && parts.length === 1) return limitedQuery(only, rewriter);
  return parts.flatMap((part, index) => limitedPart(part, index === parts.length - 1, rewriter));
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

function readTop(nodes: readonly Node[], rewriter: Rewriter): Top | undefined {
  const isTop = (node: Node, index: number) =>
    isWord(node, 'top') && isWord(nodes[index - 1], 'select', 'distinct', 'all');
  const top = nodes.findIndex(isTop);
  const count = nodes[top + 1];
  if (top < 0 || !count) return undefined;
  const end = top + 2;
  if (isWord(nodes[end], 'percent')) {
    rewriter.note('TOP … PERCENT stays as written: Postgres has no share of the rows.');
    return undefined;
  }
  const withTies = isWord(nodes[end], 'with') && isWord(nodes[end + 1], 'ties');
  const number = { ...count, before: ' ' };
  return {
    without: [...nodes.slice(0, top), ...nodes.slice(withTies ? end + 2 : end)],
    limit: withTies ? [word('FETCH FIRST'), number, word('ROWS WITH TIES')] : [word('LIMIT'), number],
  };
}

function limitedQuery(nodes: readonly Node[], rewriter: Rewriter): readonly Node[] {
  const top = readTop(nodes, rewriter);
  if (!top) return nodes;
  const { without, limit } = top;
  const last = without.at(-1);
  return isSymbol(last, ';') && last ? [...without.slice(0, -1), ...limit, last] : [...without, ...limit];
}

/** LIMIT would count the rows of the whole; ORDER BY behind the last part sorts the whole. */
function limitedPart(part: readonly Node[], isLast: boolean, rewriter: Rewriter): readonly Node[] {
  const top = readTop(part, rewriter);
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

function word(text: string): Node {
  return done(text, { before: ' ', binds: 'operator' });
}
