import type { Leaf, Node } from './node.ts';
import { isSymbol } from './node.ts';
import type { OperatorRule } from './operators.ts';
import type { Rewriter } from './rewriter.ts';

/** One pass from left to right; a rule takes its operands from what was read and from what comes. */
export function convertOperators(input: readonly Node[], rewriter: Rewriter): readonly Node[] {
  const output: Node[] = [];
  let index = 0;
  while (index < input.length) {
    const node = input[index];
    if (!node) break;
    const rule = node.kind === 'leaf' ? ruleOf(node, input, index, rewriter) : undefined;
    const end = node.kind === 'leaf' && rule ? rule({ operator: node, output, input, index }, rewriter) : undefined;
    if (end === undefined) output.push(node);
    index = end ?? index + 1;
  }
  return output;
}

function ruleOf(node: Leaf, input: readonly Node[], index: number, { rules }: Rewriter): OperatorRule | undefined {
  if (node.token !== 'symbol' && node.token !== 'word') return undefined;
  if (isSymbol(input[index - 1], '.') || isSymbol(input[index + 1], '.')) return undefined;
  return Object.hasOwn(rules.operators, node.value) ? rules.operators[node.value] : undefined;
}
