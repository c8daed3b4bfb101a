import { done, isSymbol, isWord, type Node } from '../node.ts';
import { endOfOperand, kindOfOperand, type OperatorRule, popOperand } from '../operators.ts';
import { isGrammarWord } from '../words.ts';

/**
 * `||` is OR in MySQL, unless its mode PIPES_AS_CONCAT is set. Between texts, and in a list of results whose kinds do
 * not show, it can only be meant to join.
 */
export const pipesOperator: OperatorRule = ({ operator, output, input, index }, rewriter) => {
  const end = endOfOperand(input, index + 1);
  const left = popOperand(output);
  const before = output.at(-1);
  output.push(...left);
  const goesOn = isJoin(before);
  const kinds = [kindOfOperand(left.at(-1), rewriter), kindOfOperand(input[end - 1], rewriter)];
  const isResult = isWord(before, 'select', 'distinct') || isSymbol(before, ',');
  const isAlone = (isResult || before === undefined) && left.length > 0 && end > index + 1 && !isCompared(input[end]);
  const joinsTexts = kinds.includes('text') || (isResult && kinds.every((kind) => kind === undefined));
  if (!goesOn && !(isAlone && joinsTexts)) {
    output.push(done('OR', { before: operator.before, binds: 'operator', value: 'boolean' }));
    return index + 1;
  }
  rewriter.note('|| joins texts here. In MySQL it is OR, unless the mode PIPES_AS_CONCAT is set.');
  output.push(done('||', { before: operator.before, binds: 'operator', value: 'text' }));
  return index + 1;
};

function isJoin(node: Node | undefined): boolean {
  return node?.kind === 'done' && node.binds === 'operator' && node.text === '||';
}

/** An operator follows, which makes a condition of the operand before it. */
function isCompared(node: Node | undefined): boolean {
  if (isSymbol(node, ',', ';', '||', ')')) return false;
  if (node?.kind === 'leaf' && node.token === 'symbol') return true;
  return node?.kind === 'leaf' && node.token === 'word' && isGrammarWord(node.value) && !isWord(node, ...ENDS);
}

const ENDS = ['from', 'as', 'where', 'group', 'having', 'order', 'limit', 'union', 'asc', 'desc'];
