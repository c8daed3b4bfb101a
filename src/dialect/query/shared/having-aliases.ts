import { done, type Group, isSymbol, isWord, type Node, splitAtCommas } from '../node.ts';
import type { ClauseRule } from '../rules.ts';
import { isAggregate } from './aggregate-calls.ts';
import { inParentheses, leaf } from './build-nodes.ts';

/** Nodes of an expression that HAVING may repeat, and how often it may. */
const MAX_NODES = 60;
const MAX_USES = 20;
const ENDS = ['order', 'limit', 'union', 'except', 'intersect', 'window', 'for', 'offset'];

/** HAVING may name the outputs of a query in MySQL and SQLite; in Postgres it repeats what they are. */
export const havingAliases: ClauseRule = (nodes) => {
  const having = nodes.findIndex((node) => isWord(node, 'having'));
  const select = nodes.findLastIndex((node, index) => index < having && isWord(node, 'select'));
  const from = nodes.findIndex((node, index) => index > select && isWord(node, 'from'));
  if (having < 0 || select < 0 || from < 0 || from > having) return nodes;
  const outputs = outputsOf(nodes.slice(select + 1, from));
  const following = nodes.findIndex((node, index) => index > having && isWord(node, ...ENDS));
  const end = following < 0 ? nodes.length : following;
  let uses = 0;
  const condition = nodes.slice(having + 1, end).map((node, index, list): Node => {
    const isName = node.kind === 'leaf' && (node.token === 'word' || node.token === 'name');
    const output =
      isName && !isSymbol(list[index - 1], '.') && !isSymbol(list[index + 1], '.')
        ? outputs.get(node.value.toLowerCase())
        : undefined;
    if (!output || uses++ >= MAX_USES || list[index + 1]?.kind === 'group') return node;
    return repeated(output, node.before);
  });
  const group = nodes.some((node) => isWord(node, 'group'));
  if (group || isAggregate(nodes.slice(select + 1, from)) || isAggregate(condition))
    return [...nodes.slice(0, having + 1), ...condition, ...nodes.slice(end)];
  return [...withCondition(nodes.slice(0, having), condition), ...nodes.slice(end)];
};

/** MySQL takes HAVING for a second WHERE where nothing is grouped. */
function withCondition(nodes: readonly Node[], condition: readonly Node[]): readonly Node[] {
  const where = nodes.findLastIndex((node) => isWord(node, 'where'));
  if (where < 0) return [...nodes, leaf('WHERE'), ...condition];
  const old = nodes.slice(where + 1);
  return [...nodes.slice(0, where + 1), inParentheses(old), leaf('AND'), inParentheses(condition)];
}

function outputsOf(list: readonly Node[]): Map<string, readonly Node[]> {
  const outputs = new Map<string, readonly Node[]>();
  for (const item of splitAtCommas(list)) {
    const name = item.at(-1);
    const hasAs = isWord(item.at(-2), 'as');
    const expression = item.slice(0, hasAs ? -2 : -1);
    const isAlias =
      name?.kind === 'leaf' &&
      ['word', 'name', 'string'].includes(name.token) &&
      (hasAs || isEndOfExpression(expression.at(-1)));
    if (isAlias && expression.length > 0 && expression.length <= MAX_NODES)
      outputs.set(name.value.toLowerCase(), expression);
  }
  return outputs;
}

function isEndOfExpression(node: Node | undefined): boolean {
  return node?.kind === 'group';
}

function repeated(expression: readonly Node[], before: string): Node {
  const [first, ...rest] = expression;
  const nodes = first ? [{ ...first, before: '' }, ...rest] : [done('')];
  const isCall = nodes.length === 2 && nodes[1]?.kind === 'group';
  // A call needs no parentheses around it, but two nodes cannot take the place of one.
  const group: Group = {
    kind: 'group',
    before,
    open: isCall ? '' : '(',
    nodes,
    beforeClose: '',
    close: isCall ? '' : ')',
  };
  return group;
}
