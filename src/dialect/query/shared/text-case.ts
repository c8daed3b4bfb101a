import { isParenthesised, isSymbol, isWord, type Node } from '../node.ts';
import type { ClauseRule } from '../rules.ts';
import { isName } from '../sources.ts';

/** Functions that look for a text in another. */
const SEARCHES: ReadonlySet<string> = new Set([
  'charindex',
  'instr',
  'locate',
  'position',
  'replace',
  'find_in_set',
  'strcmp',
  'field',
]);

/**
 * Columns of texts do not tell capitals from small letters in MySQL and SQL Server, unless they were declared to. What
 * the columns here were declared as is not known, so that the query only gets a note.
 */
export const textCaseNote: ClauseRule = (nodes, rewriter) => {
  const matters = nodes.some((node, index) => {
    const next = nodes[index + 1];
    if (isWord(node, 'in')) {
      const isSearched = isParenthesised(next) && next.nodes.some((part) => hasLetters(part, 2));
      return isSearched || hasLetters(nodes[isWord(nodes[index - 1], 'not') ? index - 2 : index - 1], 2);
    }
    if (isWord(node, 'between')) return hasLetters(next, 1);
    if (node.kind === 'leaf' && SEARCHES.has(node.value))
      return isParenthesised(next) && next.nodes.some((part) => hasLetters(part, 1));
    const isList = (isWord(node, 'by') && isWord(nodes[index - 1], 'order', 'group')) || isWord(node, 'distinct');
    return isList && sortsTexts(nodes.slice(index + 1), (name) => rewriter.known.kindOf(name) === 'text');
  });
  if (matters) rewriter.noteTextCase();
  return nodes;
};

/** The columns that stand by themselves in a list; an expression of a text is mostly about something else. */
function sortsTexts(nodes: readonly Node[], isText: (name: string) => boolean): boolean {
  for (const [index, node] of nodes.entries()) {
    if (isWord(node, 'from', 'limit', 'having', 'order')) return false;
    if (isName(node) && !isSymbol(nodes[index + 1], '.') && !isParenthesised(nodes[index + 1]) && isText(node.value))
      return true;
  }
  return false;
}

/** A list of single letters is mostly one of codes: 'Y', 'N'. */
function hasLetters(node: Node | undefined, least: 1 | 2): boolean {
  if (node?.kind !== 'leaf' || node.token !== 'string') return false;
  return least === 1 ? /\p{L}/u.test(node.value) : /\p{L}{2}/u.test(node.value);
}
