import { isSymbol, isWord, type Node } from '../node.ts';
import type { ClauseRule } from '../rules.ts';
import { leaf } from '../shared/build-nodes.ts';

/** OUTPUT inserted.id, in UPDATE and DELETE: RETURNING, which stands behind everything else. */
export const outputToReturning: ClauseRule = (nodes, rewriter) => {
  const isWrite = isWord(nodes[0], 'update', 'delete');
  const start = isWrite ? nodes.findIndex((node) => isWord(node, 'output')) : -1;
  if (start < 0) return nodes;
  const behind = nodes.findIndex((node, index) => index > start && isWord(node, 'from', 'where', 'into'));
  const end = behind < 0 ? nodes.length : behind;
  const rows = isWord(nodes[0], 'update') ? ['inserted'] : ['deleted'];
  const columns = nodes.slice(start + 1, end).filter((node) => !isSymbol(node, ';'));
  if (isWord(nodes[end], 'into') || columns.some((node) => isWord(node, 'deleted') && !isWord(node, ...rows))) {
    rewriter.note('OUTPUT of the rows as they were, or into a table, stays as written: Postgres returns the new rows.');
    return nodes;
  }
  const rest = nodes.slice(end).filter((node) => !isSymbol(node, ';'));
  return [...nodes.slice(0, start), ...rest, leaf('RETURNING'), ...withoutRowNames(columns)];
};

/** `inserted.id` is a column of the table that is changed. */
export function withoutRowNames(nodes: readonly Node[]): readonly Node[] {
  const output: Node[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    const column = nodes[index + 2];
    if (!node) break;
    if (isWord(node, 'inserted', 'deleted') && isSymbol(nodes[index + 1], '.') && column) {
      output.push({ ...column, before: node.before });
      index += 2;
    } else {
      output.push(node);
    }
  }
  return output;
}
