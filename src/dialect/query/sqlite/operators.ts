import { textLiteral } from '../../../schema/names.ts';
import { done, isWord } from '../node.ts';
import { endOfOperand, kindOfOperand, type OperatorRule, popOperand } from '../operators.ts';

const PLAIN_IS = ['null', 'not', 'true', 'false', 'distinct', 'unknown', 'json'];

/** `a IS b` compares any two values, NULLs too. */
export const isOperator: OperatorRule = ({ operator, output, input, index }) => {
  const isNot = isWord(input[index + 1], 'not');
  const right = input[index + (isNot ? 2 : 1)];
  if (right === undefined || isWord(right, ...PLAIN_IS)) return undefined;
  output.push(
    done(isNot ? 'IS DISTINCT FROM' : 'IS NOT DISTINCT FROM', {
      before: operator.before,
      binds: 'operator',
      value: 'boolean',
    }),
  );
  return index + (isNot ? 2 : 1);
};

/** GLOB tells capitals from small letters, as LIKE does in Postgres. */
export const globOperator: OperatorRule = ({ operator, output, input, index }, rewriter) => {
  const pattern = input[index + 1];
  if (pattern?.kind !== 'leaf' || pattern.token !== 'string') {
    rewriter.note('GLOB with a pattern that is no text stays as written.');
    return undefined;
  }
  const isNot = isWord(output.at(-1), 'not');
  const before = isNot ? (output.pop()?.before ?? '') : operator.before;
  const isPlain = !pattern.value.includes('[');
  const word = isPlain ? 'LIKE' : '~';
  output.push(done(`${isNot ? (isPlain ? 'NOT ' : '!') : ''}${word}`, { before, binds: 'operator', value: 'boolean' }));
  const text = isPlain ? likePattern(pattern.value) : regularExpression(pattern.value);
  output.push(done(textLiteral(text), { before: pattern.before, value: 'text' }));
  return index + 2;
};

function likePattern(glob: string): string {
  return glob
    .replaceAll(/[%_\\]/g, '\\$&')
    .replaceAll('*', '%')
    .replaceAll('?', '_');
}

function regularExpression(glob: string): string {
  const parts = glob.replaceAll(/\[[^\]]+\]|[\s\S]/g, (part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    return part.length > 1 ? part : part.replace(/[.+^${}()|\\]/, '\\$&');
  });
  return `^${parts}$`;
}

/** Postgres joins texts with anything, but not two numbers. */
export const joinTexts: OperatorRule = ({ operator, output, input, index }, rewriter) => {
  const end = endOfOperand(input, index + 1);
  const kinds = [
    kindOfOperand(output.at(-1), rewriter),
    end > index + 1 ? kindOfOperand(input[end - 1], rewriter) : 'text',
  ];
  if (!kinds.includes('text')) {
    const left = popOperand(output);
    if (left.length > 0)
      output.push(done(`${rewriter.expressionOf(left).text}::text`, { before: left[0]?.before ?? '', value: 'text' }));
  }
  const right = input.slice(index + 1, end);
  output.push(done('||', { before: operator.before, binds: 'operator', value: 'text' }));
  if (right.length === 0) return index + 1;
  // What was joined is a text for the next `||`.
  const expression = rewriter.expressionOf(right);
  output.push(done(expression.text, { before: right[0]?.before ?? '', value: 'text' }));
  return end;
};
