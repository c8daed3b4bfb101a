import { isParenthesised, isSymbol, isWord, type Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';

const AGGREGATES: ReadonlySet<string> = new Set(
  `count sum avg min max total group_concat string_agg any_value bit_and bit_or bit_xor std stddev stddev_pop stddev_samp
  variance var_pop var_samp json_arrayagg json_objectagg json_group_array json_group_object`.split(/\s+/),
);

/** Whether an expression calls an aggregate; one of a subquery is its own. */
export function isAggregate(nodes: readonly Node[]): boolean {
  return nodes.some((node, index) => {
    if (isCall(nodes, index)) return true;
    return node.kind === 'group' && !isWord(node.nodes[0], 'select', 'with') && isAggregate(node.nodes);
  });
}

function isCall(nodes: readonly Node[], index: number): boolean {
  const node = nodes[index];
  const args = nodes[index + 1];
  if (node?.kind !== 'leaf' || node.token !== 'word' || !AGGREGATES.has(node.value) || !isParenthesised(args))
    return false;
  // SQLite's max(a, b) is no aggregate.
  if (isWord(node, 'min', 'max') && args.nodes.some((part) => isSymbol(part, ','))) return false;
  return !isWord(nodes[index + 2], 'over');
}

/** SQLite: the order that puts the row of a query's only MIN or MAX first. */
export function singleExtreme(expressions: readonly (readonly Node[])[], rewriter: Rewriter): string | undefined {
  const calls = expressions.filter((expression) => isAggregate(expression));
  const [call, ...more] = calls;
  if (!call || more.length > 0 || !rewriter.rules.untyped || call.length !== 2) return undefined;
  const [name, args] = call;
  if (!isWord(name, 'min', 'max') || !isParenthesised(args)) return undefined;
  return `${rewriter.text(args.nodes)}${isWord(name, 'max') ? ' DESC' : ''} NULLS LAST`;
}
