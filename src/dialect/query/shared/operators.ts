import { textLiteral } from '../../../schema/names.ts';
import { asText, type Expression, operand } from '../expression.ts';
import { done, isWord, type Node } from '../node.ts';
import { endOfOperand, kindOfOperand, type OperatorRule, popOperand } from '../operators.ts';
import { jsonPath } from './json-path.ts';

/** MySQL's `!a`, which needs no blank. */
export const notOperator: OperatorRule = ({ operator, output, input, index }) => {
  const next = input[index + 1];
  output.push(done('NOT', { before: operator.before, binds: 'operator', value: 'boolean' }));
  if (next?.before !== '') return index + 1;
  output.push({ ...next, before: ' ' });
  return index + 2;
};

/** MySQL's XOR: whether one of two numbers is 0 and the other is not. */
export const xorOperator: OperatorRule = ({ operator, output, input, index }, rewriter) => {
  const end = endOfOperand(input, index + 1);
  const left = popOperand(output);
  const truth = (nodes: readonly Node[]) => {
    const expression = rewriter.expressionOf(nodes);
    const isNumber = expression.value === 'integer' || expression.value === 'number';
    const text = isNumber ? `(${operand(expression)} <> 0)` : operand(expression);
    return done(text, { before: nodes[0]?.before ?? '', value: 'boolean' });
  };
  if (left.length > 0) output.push(truth(left));
  output.push(done('<>', { before: operator.before, binds: 'operator', value: 'boolean' }));
  if (end > index + 1) output.push(truth(input.slice(index + 1, end)));
  return end;
};

/** REGEXP and RLIKE. */
export const regexpOperator: OperatorRule = ({ operator, output, input, index }) => {
  const isNot = isWord(output.at(-1), 'not');
  const isBinary = isWord(input[index + 1], 'binary');
  const before = isNot ? (output.pop()?.before ?? '') : operator.before;
  output.push(done(`${isNot ? '!' : ''}~${isBinary ? '' : '*'}`, { before, binds: 'operator', value: 'boolean' }));
  const pattern = input[index + (isBinary ? 2 : 1)];
  if (pattern?.kind !== 'leaf' || pattern.token !== 'string') return index + (isBinary ? 2 : 1);
  output.push(done(textLiteral(regexpForPostgres(pattern.value)), { before: pattern.before, value: 'text' }));
  return index + (isBinary ? 3 : 2);
};

/** Ends of words are written differently. */
function regexpForPostgres(pattern: string): string {
  return pattern.replaceAll('[[:<:]]', '\\m').replaceAll('[[:>:]]', '\\M').replaceAll('\\b', '\\y');
}

/** LIKE that does not tell capitals from small letters. */
export const likeOperator: OperatorRule = ({ operator, output, input, index }, rewriter) => {
  const { rules } = rewriter;
  const not = isWord(output.at(-1), 'not') ? output.pop() : undefined;
  const left = kindOfOperand(output.at(-1), rewriter);
  // Dates and numbers are texts to LIKE.
  if (left === 'date' || left === 'timestamp' || left === 'integer' || left === 'number') {
    const nodes = popOperand(output);
    output.push(done(asText(rewriter.expressionOf(nodes)), { before: nodes[0]?.before ?? '', value: 'text' }));
  }
  if (not) output.push(not);
  const isBinary = isWord(input[index + 1], 'binary');
  const word = isBinary ? 'LIKE' : operator.text === 'like' ? 'ilike' : 'ILIKE';
  output.push(done(word, { before: operator.before, binds: 'operator', value: 'boolean' }));
  const pattern = input[index + (isBinary ? 2 : 1)];
  const hasEscape = isWord(input[index + 2], 'escape');
  // A backslash is a character like any other there, and escapes the next one in Postgres.
  if (!rules.lexical.backslashEscapes && !hasEscape && pattern?.kind === 'leaf' && pattern.token === 'string') {
    output.push(done(textLiteral(pattern.value.replaceAll('\\', '\\\\')), { before: pattern.before, value: 'text' }));
    return index + 2;
  }
  return index + (isBinary ? 2 : 1);
};

/** `document->'$.a.b'` and `->>`. */
export function jsonOperator(givesText: boolean): OperatorRule {
  return ({ output, input, index }, rewriter) => {
    const path = input[index + 1];
    const isText = path?.kind === 'leaf' && path.token === 'string';
    // SQLite takes a key for a path.
    const isPath = isText && (path.value.startsWith('$') || rewriter.rules.untyped);
    const document = isPath ? popOperand(output) : [];
    if (!isPath || document.length === 0) return undefined;
    const result = jsonPath(
      { document: rewriter.expressionOf(document), path: pathOf(rewriter.expressionOf([path])), asText: givesText },
      rewriter,
    );
    if (!result) {
      output.push(...document);
      return undefined;
    }
    output.push({ ...result, before: document[0]?.before ?? '' });
    return index + 2;
  };
}

function pathOf(path: Expression): Expression {
  return path.literal === undefined || path.literal.startsWith('$')
    ? path
    : { ...path, literal: `$."${path.literal}"` };
}

/** COLLATE names orders that Postgres does not have; those that ignore case become LOWER where one sorts. */
export const collateOperator: OperatorRule = ({ output, input, index }, rewriter) => {
  const name = input[index + 1];
  if (name?.kind !== 'leaf') return undefined;
  const ignoresCase = /nocase|_ci(?:_|$)/i.test(name.value);
  if (ignoresCase && !rewriter.rules.textIgnoresCase) {
    const collated = popOperand(output);
    const lower = done(`LOWER(${rewriter.expressionOf(collated).text})`, {
      before: collated[0]?.before ?? '',
      value: 'text',
    });
    const compared = output.at(-1);
    if (compared?.kind === 'leaf' && compared.text === '=' && collated.length > 0) {
      const left = popOperand(output.splice(-1).length > 0 ? output : []);
      output.push(
        done(`LOWER(${rewriter.expressionOf(left).text})`, { before: left[0]?.before ?? '', value: 'text' }),
        compared,
      );
    }
    if (collated.length > 0) output.push(lower);
  } else {
    rewriter.note(`COLLATE ${name.text} is left out: Postgres has no such order.`);
  }
  return index + 2;
};
