import { done, isSymbol, isWord, type Node } from './node.ts';
import { endOfOperand, kindOfOperand } from './operators.ts';
import type { Rewriter } from './rewriter.ts';

const OPENERS = ['where', 'on', 'having', 'when', 'and', 'or', 'not'];
const CLOSERS = [
  'and',
  'or',
  'then',
  'group',
  'order',
  'having',
  'limit',
  'where',
  'union',
  'join',
  'left',
  'inner',
  'cross',
];

/** Where a number stands for a condition, as MySQL and SQLite take it: `WHERE 1`, `WHERE INSTR(name, 'a')`. */
export function numbersToConditions(nodes: readonly Node[], rewriter: Rewriter): readonly Node[] {
  const output: Node[] = [];
  let inBetween = false;
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (!node) break;
    output.push(node);
    if (isWord(node, 'between')) inBetween = true;
    const isBound = inBetween && isOperatorWord(node, 'and');
    if (isBound) inBetween = false;
    // CASE WHEN 1 …; not CASE a WHEN 1 …, which the list of a CASE shows by what it begins with.
    if (isBound || !isOpener(node) || (isWord(node, 'when') && !isWord(nodes[0], 'when'))) continue;
    const end = endOfOperand(nodes, index + 1);
    const next = nodes[end];
    if (
      end === index + 1 ||
      !(
        next === undefined ||
        isWord(next, ...CLOSERS) ||
        isOperatorWord(next, 'and') ||
        isOperatorWord(next, 'or') ||
        isSymbol(next, ',', ';')
      )
    )
      continue;
    const operand = nodes.slice(index + 1, end);
    const kind = kindOfOperand(operand.at(-1), rewriter);
    if (kind !== 'integer' && kind !== 'number') continue;
    output.push(...asCondition(operand));
    index = end - 1;
  }
  return output;
}

function asCondition(operand: readonly Node[]): Node[] {
  const [only] = operand;
  if (operand.length === 1 && only?.kind === 'leaf' && only.token === 'number') {
    return [done(Number(only.text) === 0 ? 'FALSE' : 'TRUE', { before: only.before, value: 'boolean' })];
  }
  return [...operand, done('<> 0', { before: ' ', binds: 'operator', value: 'boolean' })];
}

function isOpener(node: Node): boolean {
  return (
    isWord(node, ...OPENERS) || isOperatorWord(node, 'and') || isOperatorWord(node, 'or') || isOperatorWord(node, 'not')
  );
}

/** MySQL's `&&` and `||` are words by now. */
function isOperatorWord(node: Node | undefined, word: 'and' | 'or' | 'not'): boolean {
  return isWord(node, word) || (node?.kind === 'done' && node.binds === 'operator' && node.text.toLowerCase() === word);
}
