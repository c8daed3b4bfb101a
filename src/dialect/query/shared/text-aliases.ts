import { isSymbol, isWord, type Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { ClauseRule } from '../rules.ts';
import { isContextWord, isGrammarWord } from '../words.ts';
import { leaf } from './build-nodes.ts';

/** `SELECT COUNT(*) 'orders'`: a text that stands behind an expression names it. */
export const textAliases: ClauseRule = (nodes, rewriter) => {
  const select = nodes.findIndex((node) => isWord(node, 'select'));
  const from = nodes.findIndex((node, index) => index > select && isWord(node, 'from'));
  if (select < 0) return nodes;
  const end = from < 0 ? nodes.length : from;
  return nodes.flatMap((node, index): readonly Node[] => {
    const isText = index > select && index < end && node.kind === 'leaf' && node.token === 'string';
    const next = nodes[index + 1];
    const endsItem = next === undefined || isSymbol(next, ',', ';') || isWord(next, 'from');
    if (!isText || !endsItem || !isNamed(nodes[index - 1], rewriter)) return [node];
    return [
      { ...leaf('AS'), before: node.before },
      { ...node, token: 'name', before: ' ' },
    ];
  });
};

/** An expression, and not an operator that waits for one. */
function isNamed(node: Node | undefined, rewriter: Rewriter): boolean {
  if (node?.kind === 'group') return true;
  if (node?.kind !== 'leaf') return false;
  return node.token === 'name' || node.token === 'number' || (node.token === 'word' && isColumn(node.value, rewriter));
}

/** A bare word that names a column, and neither begins a literal (DATE '…', _utf8'…') nor is part of the grammar. */
function isColumn(word: string, { known }: Rewriter): boolean {
  if (CONSTANTS.has(word)) return true;
  if (isGrammarWord(word) || HINTS.test(word)) return false;
  return !isContextWord(word) || known.kindOf(word) !== undefined;
}

const CONSTANTS: ReadonlySet<string> = new Set(['null', 'true', 'false', 'current_date', 'current_timestamp']);
const HINTS = /^(?:sql_|distinctrow$|_)/;
