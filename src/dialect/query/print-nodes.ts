import { textLiteral } from '../../schema/names.ts';
import { bitDigits, hexDigits } from '../lexer/values.ts';
import { type Done, isSymbol, isWord, type Leaf, type Node } from './node.ts';
import type { Rewriter } from './rewriter.ts';
import { isContextWord, isGrammarWord } from './words.ts';

/** Nodes without groups as SQL. */
export function printNodes(nodes: readonly Node[], rewriter: Rewriter): string {
  let text = '';
  for (const [index, node] of nodes.entries()) {
    text += node.before + printNode(node, nodes[index - 1], nodes[index + 1], rewriter);
  }
  return text;
}

function printNode(node: Node, previous: Node | undefined, next: Node | undefined, rewriter: Rewriter): string {
  if (node.kind === 'done') return printDone(node, previous, next);
  if (node.kind === 'group') return rewriter.text([node]);
  switch (node.token) {
    case 'word':
      return printWord(node, previous, next, rewriter);
    case 'name':
      return rewriter.spelling.spell(node.value);
    case 'string':
      return isWord(previous, 'as') ? rewriter.spelling.spell(node.value) : printText(node.value, rewriter);
    case 'hex':
      return /^0x/i.test(node.text) && rewriter.rules.untyped ? node.text : `'\\x${hexDigits(node.text)}'::bytea`;
    case 'bits':
      return `B'${bitDigits(node.text)}'`;
    case 'variable':
      rewriter.note(`${node.text}: Postgres has no such variables; it stays as written.`);
      return node.text;
    default:
      return node.text;
  }
}

/** Postgres' texts cannot hold the character of code 0. */
function printText(value: string, rewriter: Rewriter): string {
  if (!value.includes('\0')) return textLiteral(value);
  rewriter.note('Characters of code 0 are left out: Postgres has none in texts.');
  return textLiteral(value.replaceAll('\0', ''));
}

function printWord(word: Leaf, previous: Node | undefined, next: Node | undefined, rewriter: Rewriter): string {
  const { spelling, known } = rewriter;
  if (isSymbol(previous, '.') || isSymbol(next, '.') || isWord(previous, 'as'))
    return printName(word, previous, rewriter);
  if (isGrammarWord(word.value)) return word.text;
  if (!isContextWord(word.value)) return spelling.spell(word.text);
  if (next?.kind === 'leaf' && next.token === 'string') return word.text;
  const isMixed = word.text !== word.value && word.text !== word.text.toUpperCase();
  return isMixed || known.spelling(word.text) !== undefined ? spelling.spell(word.text) : word.text;
}

function printName(word: Leaf, previous: Node | undefined, { spelling }: Rewriter): string {
  // WITH q AS MATERIALIZED (…), CREATE VIEW v AS SELECT …
  const isClause = /^(?:select|with|values|not|materialized)$/.test(word.value);
  return isWord(previous, 'as') && isClause ? word.text : spelling.spell(word.text);
}

function printDone(node: Done, previous: Node | undefined, next: Node | undefined): string {
  const isOperand = node.binds === 'loose' && (takesTight(previous, node) || takesTight(next, node));
  return isOperand ? `(${node.text})` : node.text;
}

const COMPARISONS = ['=', '<>', '!=', '<', '>', '<=', '>='];
const PREDICATE_WORDS = ['like', 'ilike', 'in', 'is', 'between', 'collate'];

/** Whether what stands beside an expression would take a part of it alone as its operand. */
function takesTight(neighbour: Node | undefined, { value }: Done): boolean {
  if (neighbour?.kind === 'done')
    return neighbour.binds === 'operator' && neighbour.text !== 'AND' && neighbour.text !== 'OR';
  if (neighbour?.kind !== 'leaf') return false;
  if (neighbour.token === 'word') return value === 'boolean' && PREDICATE_WORDS.includes(neighbour.value);
  if (neighbour.token !== 'symbol' || [',', ';', '.', '(', ')'].includes(neighbour.text)) return false;
  return value === 'boolean' || !COMPARISONS.includes(neighbour.text);
}
