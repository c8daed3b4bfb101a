import { isSymbol, isWord, type Node, splitAtCommas } from '../node.ts';

/** One of the things that a SELECT gives. */
export interface Output {
  /** As written, without the name. */
  readonly expression: readonly Node[];
  /** In lower case; undefined where nothing names it. */
  readonly name: string | undefined;
  /** The name is written behind it, with AS or without. */
  readonly isRenamed: boolean;
}

/** @param nodes a query from its SELECT on */
export function outputsOf(nodes: readonly Node[]): readonly Output[] {
  if (!isWord(nodes[0], 'select')) return [];
  const from = nodes.findIndex((node) => isWord(node, 'from'));
  let start = 1;
  while (isWord(nodes[start], 'distinct', 'all')) start++;
  if (isWord(nodes[start], 'top')) start += 2;
  return splitAtCommas(nodes.slice(start, from < 0 ? nodes.length : from)).map(readOutput);
}

export function readOutput(item: readonly Node[]): Output {
  const last = item.at(-1);
  const hasAs = isWord(item.at(-2), 'as');
  const isName = last?.kind === 'leaf' && ['word', 'name', 'string'].includes(last.token);
  if (isName && hasAs) return { expression: item.slice(0, -2), name: last.value.toLowerCase(), isRenamed: true };
  const before = item.at(-2);
  const endsExpression = before?.kind === 'group' || (before?.kind === 'leaf' && before.token !== 'symbol');
  const isKeyword = before?.kind === 'leaf' && isWord(before, 'and', 'or', 'not', 'is', 'like', 'in', 'div', 'mod');
  if (isName && endsExpression && !isKeyword && item.length > 1)
    return { expression: item.slice(0, -1), name: last.value.toLowerCase(), isRenamed: true };
  // A column is called as it is.
  const isColumn = isName && last.token !== 'string' && (item.length === 1 || isSymbol(before, '.'));
  return { expression: item, name: isColumn ? last.value.toLowerCase() : undefined, isRenamed: false };
}
