import { isSymbol, isWord, type Node } from '../node.ts';
import type { ClauseRule } from '../rules.ts';
import { leaf } from './build-nodes.ts';

/** `SELECT COUNT(*) 'orders'`: a text that stands behind an expression names it. */
export const textAliases: ClauseRule = (nodes) => {
  const select = nodes.findIndex((node) => isWord(node, 'select'));
  const from = nodes.findIndex((node, index) => index > select && isWord(node, 'from'));
  if (select < 0) return nodes;
  const end = from < 0 ? nodes.length : from;
  return nodes.flatMap((node, index): readonly Node[] => {
    const isText = index > select && index < end && node.kind === 'leaf' && node.token === 'string';
    const next = nodes[index + 1];
    const endsItem = next === undefined || isSymbol(next, ',', ';') || isWord(next, 'from');
    if (!isText || !endsItem || !isNamed(nodes[index - 1])) return [node];
    return [
      { ...leaf('AS'), before: node.before },
      { ...node, token: 'name', before: ' ' },
    ];
  });
};

/** An expression, and not an operator that waits for one. */
function isNamed(node: Node | undefined): boolean {
  if (node?.kind === 'group') return true;
  return node?.kind === 'leaf' && (node.token === 'name' || node.token === 'number');
}
