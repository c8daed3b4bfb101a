import { templateNames } from './call-template.ts';
import { convertCall } from './convert-call.ts';
import { type Done, done, type Group, isParenthesised, isSymbol, isWord, type Leaf, type Node } from './node.ts';
import { kindOfList } from './operators.ts';
import type { Rewriter } from './rewriter.ts';
import { isGrammarWord, namesFollow } from './words.ts';

/** Converts what stands in parentheses, CASE … END and calls, from the inside out. */
export function fold(nodes: readonly Node[], rewriter: Rewriter): Node[] {
  const output: Node[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (!node) break;
    const next = nodes[index + 1];
    if (node.kind === 'group') {
      output.push(foldGroup(node, rewriter));
    } else if (node.kind === 'leaf' && isParenthesised(next) && isCalled(nodes, index, rewriter)) {
      const call = convertCall(node, next, rewriter);
      const suffixed = withSuffixes(call, nodes, index + 2, rewriter);
      output.push(suffixed.done);
      index = suffixed.end - 1;
    } else {
      output.push(foldConstant(node, output.at(-1), next, rewriter));
    }
  }
  return output;
}

function foldGroup(group: Group, rewriter: Rewriter): Done {
  const inner = rewriter.print(group.nodes);
  // What a subquery gives does not show in its conditions.
  const isExpression = group.open === '(' && !isWord(group.nodes[0], 'select', 'with');
  const value = isExpression ? kindOfList(rewriter.convert(group.nodes), rewriter) : undefined;
  return done(`${group.open}${inner}${group.beforeClose}${group.close}`, { before: group.before, value });
}

/** Whether the name at `index` is called with the parentheses behind it. */
function isCalled(nodes: readonly Node[], index: number, rewriter: Rewriter): boolean {
  const name = nodes[index];
  if (name?.kind !== 'leaf' || (name.token !== 'word' && name.token !== 'name')) return false;
  const previous = nodes[index - 1];
  if (previous?.kind === 'leaf' && previous.token === 'word' && namesFollow(previous.value)) {
    // `JOIN json_each(x)`; but `USING (a)` and `INTO t (a)` list columns.
    return previous.value === 'join' && !isWord(nodes[index + 2], 'as');
  }
  // WITH q (a, b) AS (…)
  if (isWord(nodes[index + 2], 'as') && isParenthesised(nodes[index + 3])) return false;
  if (isSymbol(previous, '.')) return true;
  if (name.token === 'name') return false;
  return isKnownCall(name, rewriter) || !isGrammarWord(name.value);
}

/** Functions whose names are words of the grammar. */
const ALWAYS_CALLED: ReadonlySet<string> = new Set(['left', 'right', 'replace']);

function isKnownCall({ value }: Leaf, { rules }: Rewriter): boolean {
  return Object.hasOwn(rules.calls, value) || ALWAYS_CALLED.has(value) || templateNames(rules.templates).has(value);
}

/** CURRENT_TIMESTAMP and its like, without parentheses. */
function foldConstant(node: Node, previous: Node | undefined, next: Node | undefined, rewriter: Rewriter): Node {
  if (node.kind !== 'leaf' || node.token !== 'word' || isSymbol(previous, '.') || isSymbol(next, '.')) return node;
  const constant = Object.hasOwn(rewriter.rules.constants, node.value)
    ? rewriter.rules.constants[node.value]
    : undefined;
  return constant
    ? done(constant.sql, { before: node.before, value: constant.value, binds: constant.binds ?? 'tight' })
    : node;
}

const SUFFIXES = ['over', 'filter', 'within'];

/** OVER (…), FILTER (…) and WITHIN GROUP (…) belong to the call before them. */
function withSuffixes(
  call: Done,
  nodes: readonly Node[],
  from: number,
  rewriter: Rewriter,
): { done: Done; end: number } {
  let { text } = call;
  let end = from;
  while (isWord(nodes[end], ...SUFFIXES)) {
    let length = 1;
    if (isWord(nodes[end], 'within') && isWord(nodes[end + 1], 'group')) length = 2;
    const rest = nodes[end + length];
    if (!rest) break;
    for (const word of nodes.slice(end, end + length)) text += `${word.before}${word.kind === 'leaf' ? word.text : ''}`;
    text += rewriter.print([rest]);
    end += length + 1;
  }
  return { done: end === from ? call : { ...call, text }, end };
}
