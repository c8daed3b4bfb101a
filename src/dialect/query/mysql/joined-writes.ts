import { done, type Group, isSymbol, isWord, type Node, splitAtCommas } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { ClauseRule } from '../rules.ts';

/** UPDATE a JOIN b ON … SET … WHERE …, and DELETE a FROM a JOIN b ON … WHERE …. */
export const joinedWrites: ClauseRule = (nodes, rewriter) => {
  if (isWord(nodes[0], 'update', 'delete') && nodes.some((node) => isWord(node, 'limit'))) {
    rewriter.note('Postgres changes no limited number of rows: LIMIT stays as written.');
  }
  if (!nodes.some((node) => isWord(node, 'join'))) return nodes;
  if (isWord(nodes[0], 'update')) return joinedUpdate(nodes, rewriter);
  return isWord(nodes[0], 'delete') ? joinedDelete(nodes, rewriter) : nodes;
};

function joinedUpdate(nodes: readonly Node[], rewriter: Rewriter): readonly Node[] {
  const set = nodes.findIndex((node) => isWord(node, 'set'));
  const where = nodes.findIndex((node, index) => index > set && isWord(node, 'where'));
  const end = where < 0 ? nodes.length : where;
  const changed = splitAtCommas(nodes.slice(set + 1, end));
  const join = readJoin(nodes.slice(1, set), changed.flatMap(qualifierOf));
  if (set < 0 || !join) return noted(nodes, rewriter);
  const items = changed.map(withoutQualifier);
  const sets = items.flatMap((item, index) => (index === 0 ? item : [done(',', { binds: 'operator' }), ...item]));
  const condition = joinedCondition(join.on, nodes.slice(end + 1));
  const [update, setWord] = [nodes.slice(0, 1), nodes.slice(set, set + 1)];
  return [...update, ...join.left, ...setWord, ...sets, word('FROM'), ...join.right, word('WHERE'), ...condition];
}

function joinedDelete(nodes: readonly Node[], rewriter: Rewriter): readonly Node[] {
  const from = nodes.findIndex((node) => isWord(node, 'from'));
  const where = nodes.findIndex((node) => isWord(node, 'where'));
  const end = where < 0 ? nodes.length : where;
  // DELETE FROM a USING … has one table too few to be the same.
  const targets = nodes.slice(1, from).flatMap((node) => (node.kind === 'leaf' ? [node.value.toLowerCase()] : []));
  const join = readJoin(nodes.slice(from + 1, end), targets);
  if (from < 2 || !join) return noted(nodes, rewriter);
  const condition = joinedCondition(join.on, nodes.slice(end + 1));
  return [
    ...nodes.slice(0, 1),
    ...nodes.slice(from, from + 1),
    ...join.left,
    word('USING'),
    ...join.right,
    word('WHERE'),
    ...condition,
  ];
}

function noted(nodes: readonly Node[], rewriter: Rewriter): readonly Node[] {
  rewriter.note('Changing rows of joined tables stays as written: Postgres writes it with FROM or USING.');
  return nodes;
}

interface Join {
  readonly left: readonly Node[];
  readonly right: readonly Node[];
  readonly on: readonly Node[];
}

/**
 * `a [INNER] JOIN b ON …`, the changed table on the left; undefined for other joins and more of them, and where both
 * tables are changed.
 * @param changed what names the changed tables, in lower case; empty for the first
 */
function readJoin(nodes: readonly Node[], changed: readonly string[]): Join | undefined {
  const join = nodes.findIndex((node) => isWord(node, 'join'));
  const on = nodes.findIndex((node) => isWord(node, 'on'));
  const left = nodes.slice(0, isWord(nodes[join - 1], 'inner') ? join - 1 : join);
  const right = nodes.slice(join + 1, on);
  const isOther = left.some((node) => isWord(node, 'left', 'right', 'cross') || isSymbol(node, ','));
  if (on < join || isOther || nodes.slice(join + 1).some((node) => isWord(node, 'join'))) return undefined;
  if (changed.every((name) => isNamed(left, name))) return { left, right, on: nodes.slice(on + 1) };
  if (changed.every((name) => isNamed(right, name))) return { left: right, right: left, on: nodes.slice(on + 1) };
  return undefined;
}

function isNamed(source: readonly Node[], name: string): boolean {
  return source.some((node) => node.kind === 'leaf' && node.value.toLowerCase() === name);
}

function qualifierOf([table, dot]: readonly Node[]): string[] {
  return table?.kind === 'leaf' && isSymbol(dot, '.') ? [table.value.toLowerCase()] : [];
}

/** `a.total = …`: what is set is always a column of the table. */
function withoutQualifier(item: readonly Node[]): readonly Node[] {
  const [table, dot, column, ...rest] = item;
  return table && column && isSymbol(dot, '.') ? [{ ...column, before: table.before }, ...rest] : item;
}

function joinedCondition(on: readonly Node[], where: readonly Node[]): readonly Node[] {
  return where.length === 0 ? on : [inParentheses(on), word('AND'), inParentheses(where)];
}

function inParentheses(nodes: readonly Node[]): Group {
  const [first, ...rest] = nodes;
  const inner = first ? [{ ...first, before: '' }, ...rest] : [];
  return { kind: 'group', before: ' ', open: '(', nodes: inner, beforeClose: '', close: ')' };
}

function word(text: string): Node {
  return done(text, { before: ' ', binds: 'operator' });
}
