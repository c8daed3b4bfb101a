import type { ValueKind } from '../types/value-kind.ts';
import { done, isParenthesised, isSymbol, isWord, type Leaf, type Node } from './node.ts';
import type { Rewriter } from './rewriter.ts';
import { isContextWord, isGrammarWord } from './words.ts';

/** The parts of a list around an operator. `output` is what was read, `input` what is still to be read. */
export interface OperatorPlace {
  readonly operator: Leaf;
  readonly output: Node[];
  readonly input: readonly Node[];
  /** Index of the operator in `input`. */
  readonly index: number;
}

/** Adds what the operator becomes to `output` and returns the index behind what it has read; undefined leaves it. */
export type OperatorRule = (place: OperatorPlace, rewriter: Rewriter) => number | undefined;

/** The operator under another name. */
export function renamed(text: string, value?: ValueKind): OperatorRule {
  return ({ operator, output, index }) => {
    output.push(done(text, { before: operator.before, binds: 'operator', value }));
    return index + 1;
  };
}

const SIGNS = ['-', '+', '~'];

/** Where the operand that ends with the last node of `nodes` begins; `nodes.length` when none does. */
function startOfOperand(nodes: readonly Node[]): number {
  let start = nodes.length - 1;
  if (!isOperandPart(nodes[start])) return nodes.length;
  while (start >= 2 && isSymbol(nodes[start - 1], '.') && isNamePart(nodes[start - 2])) start -= 2;
  return start;
}

/** Where the operand that begins at `index` ends, signs in front of it included; `index` when none begins there. */
export function endOfOperand(nodes: readonly Node[], index: number): number {
  let end = index;
  while (isSymbol(nodes[end], ...SIGNS)) end++;
  if (!isOperandPart(nodes[end])) return index;
  end++;
  while (isSymbol(nodes[end], '.') && isNamePart(nodes[end + 1])) end += 2;
  return end;
}

/** Removes the operand that `output` ends with. */
export function popOperand(output: Node[]): Node[] {
  return output.splice(startOfOperand(output));
}

/** Removes the operand that `output` ends with and what it is multiplied with or divided by. */
export function popProduct(output: Node[]): Node[] {
  const parts = popOperand(output);
  while (parts.length > 0 && isSymbol(output.at(-1), '*', '/', '%')) {
    const operator = output.pop();
    const left = popOperand(output);
    if (operator) parts.unshift(...left, operator);
    if (left.length === 0) break;
  }
  return parts;
}

function isNamePart(node: Node | undefined): boolean {
  return node?.kind === 'leaf' && (node.token === 'word' || node.token === 'name');
}

function isOperandPart(node: Node | undefined): boolean {
  if (node?.kind === 'done') return node.binds !== 'operator';
  if (isParenthesised(node)) return true;
  if (node?.kind !== 'leaf') return node !== undefined;
  if (node.token === 'word') return !isGrammarWord(node.value) || CONSTANTS.has(node.value);
  return node.token !== 'symbol';
}

const CONSTANTS: ReadonlySet<string> = new Set([
  'null',
  'true',
  'false',
  'current_date',
  'current_time',
  'current_timestamp',
]);

const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '!=', '<', '>', '<=', '>=', '<=>', '==']);
const TRUTH_WORDS = [
  'and',
  'or',
  'xor',
  'not',
  'like',
  'ilike',
  'in',
  'is',
  'between',
  'exists',
  'regexp',
  'rlike',
  'glob',
  'isnull',
  'notnull',
];

/** What a list of nodes visibly gives. */
export function kindOfList(nodes: readonly Node[], rewriter: Rewriter): ValueKind | undefined {
  if (nodes.some((node) => isTruthOperator(node))) return 'boolean';
  if (endOfOperand(nodes, 0) === nodes.length) return kindOfOperand(nodes.at(-1), rewriter);
  if (
    nodes.some(
      (node) => isSymbol(node, '||') || (node.kind === 'done' && node.binds === 'operator' && node.value === 'text'),
    )
  )
    return 'text';
  return kindOfArithmetic(nodes, rewriter);
}

function isTruthOperator(node: Node): boolean {
  if (node.kind === 'done') return node.binds !== 'tight' && node.value === 'boolean';
  return (
    (node.kind === 'leaf' && COMPARISONS.has(node.text) && node.token === 'symbol') || isWord(node, ...TRUTH_WORDS)
  );
}

export function kindOfOperand(node: Node | undefined, rewriter: Rewriter): ValueKind | undefined {
  if (node === undefined || node.kind === 'group') return undefined;
  if (node.kind === 'done') return node.value;
  if (node.token === 'string') return 'text';
  if (node.token === 'number') return /^\d+$/.test(node.text) ? 'integer' : 'number';
  if (node.token === 'word' && (node.value === 'true' || node.value === 'false')) return 'boolean';
  if (node.token === 'word' && node.value === 'current_date') return 'date';
  if (node.token === 'word' && node.value === 'current_timestamp') return 'timestamp';
  if (node.token === 'word' && isContextWord(node.value) && !rewriter.known.spelling(node.value)) return undefined;
  if (node.token === 'word' || node.token === 'name') return rewriter.known.kindOf(node.value);
  return undefined;
}

function kindOfArithmetic(nodes: readonly Node[], rewriter: Rewriter): ValueKind | undefined {
  let kind: ValueKind | undefined = 'integer';
  for (let index = 0; index < nodes.length; ) {
    if (isSymbol(nodes[index], '+', '-', '*', '/', '%')) {
      index++;
      continue;
    }
    const end = endOfOperand(nodes, index);
    if (end === index) return undefined;
    const operand = kindOfOperand(nodes[end - 1], rewriter);
    if (operand !== 'integer' && operand !== 'number') return undefined;
    if (operand === 'number') kind = 'number';
    index = end;
  }
  return kind;
}
