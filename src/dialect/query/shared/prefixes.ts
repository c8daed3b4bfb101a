import { isSymbol, type Node } from '../node.ts';
import type { ClauseRule } from '../rules.ts';

/** Leaves out the names of databases and schemas whose tables are in `public`: `dbo.orders`, `shop.dbo.orders`. */
export const withoutPrefixes: ClauseRule = (nodes, { rules }) => {
  if (rules.droppedPrefixes.size === 0) return nodes;
  const output: Node[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (!node) break;
    const isPrefix =
      node.kind === 'leaf' &&
      (node.token === 'word' || node.token === 'name') &&
      rules.droppedPrefixes.has(node.value.toLowerCase());
    const next = nodes[index + 2];
    if (!isPrefix || !isSymbol(nodes[index + 1], '.') || !next) {
      output.push(node);
      continue;
    }
    let { before } = node;
    // The database in front of the schema.
    while (isSymbol(output.at(-1), '.')) {
      output.pop();
      before = output.pop()?.before ?? before;
    }
    output.push({ ...next, before });
    index += 2;
  }
  return output;
};
