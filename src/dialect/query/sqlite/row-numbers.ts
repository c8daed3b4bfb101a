import { isSymbol, isWord, type Node } from '../node.ts';
import type { ClauseRule } from '../rules.ts';
import { sourcesOf } from '../sources.ts';

const NAMES = ['rowid', 'oid', '_rowid_'];

/** A table's `rowid` is its primary key, where that is one column of whole numbers; others have none in Postgres. */
export const rowNumbers: ClauseRule = (nodes, rewriter) => {
  if (!nodes.some((node) => isWord(node, ...NAMES))) return nodes;
  const sources = sourcesOf(nodes);
  return nodes.map((node, index): Node => {
    if (node.kind !== 'leaf' || !isWord(node, ...NAMES) || rewriter.known.spelling(node.value) !== undefined)
      return node;
    const qualifier = isSymbol(nodes[index - 1], '.') ? nodes[index - 2] : undefined;
    const named = qualifier?.kind === 'leaf' ? qualifier.value.toLowerCase() : undefined;
    const own = named === undefined ? sources : sources.filter(({ alias }) => alias === named);
    const [source, ...more] = own;
    const table = source?.table === undefined || more.length > 0 ? undefined : rewriter.known.table(source.table);
    const [key, ...others] = table?.hasPrimaryKey ? (table.keys[0] ?? []) : [];
    if (key === undefined || others.length > 0 || rewriter.known.kindOf(key) !== 'integer') {
      rewriter.note(`${node.text}: rows have no number in Postgres; name the column that is the key.`);
      return node;
    }
    return { ...node, token: 'name', value: key };
  });
};
