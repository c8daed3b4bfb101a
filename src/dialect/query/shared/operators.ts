import { textLiteral } from '../../../schema/names.ts';
import { asNumeric, type Expression } from '../expression.ts';
import { done, isSymbol, isWord, type Node } from '../node.ts';
import { endOfOperand, kindOfOperand, type OperatorRule, popOperand, popProduct } from '../operators.ts';
import type { Rewriter } from '../rewriter.ts';
import { jsonPath } from './json-path.ts';

/** Puts a truth value where a column of booleans is compared with 0 or 1, and warns of letters. */
export function comparison(text: string): OperatorRule {
  return ({ operator, output, input, index }, rewriter) => {
    const end = endOfOperand(input, index + 1);
    const right = input[end - 1];
    if (
      rewriter.rules.textIgnoresCase &&
      right?.kind === 'leaf' &&
      right.token === 'string' &&
      /\p{L}{2}/u.test(right.value)
    ) {
      rewriter.note('Comparing texts: Postgres tells “Ana” from “ana”.');
    }
    const rightKind = end > index + 1 ? kindOfOperand(right, rewriter) : undefined;
    // Dates that are kept as texts, as SQLite does.
    if (
      (rightKind === 'date' || rightKind === 'timestamp') &&
      rewriter.rules.untyped &&
      kindOfOperand(output.at(-1), rewriter) === 'text'
    ) {
      const left = popOperand(output);
      output.push(
        done(`${rewriter.expressionOf(left).text}::${rightKind}`, { before: left[0]?.before ?? '', value: rightKind }),
      );
    }
    const isFlag =
      kindOfOperand(output.at(-1), rewriter) === 'boolean' &&
      end === index + 2 &&
      right?.kind === 'leaf' &&
      /^[01]$/.test(right.text);
    if (!isFlag && text === operator.text) return undefined;
    output.push(done(text, { before: operator.before, binds: 'operator', value: 'boolean' }));
    if (!isFlag) return index + 1;
    output.push(done(right.text === '1' ? 'TRUE' : 'FALSE', { before: right.before, value: 'boolean' }));
    return end;
  };
}

/** A divisor of 0 gives NULL in MySQL and SQLite and is an error in Postgres. */
export function division(kind: 'exact' | 'integer'): OperatorRule {
  return ({ operator, output, input, index }, rewriter) => {
    const end = endOfOperand(input, index + 1);
    const divisor = input.slice(index + 1, end);
    if (divisor.length === 0) return undefined;
    const by = rewriter.expressionOf(divisor);
    const isConstant = /^[1-9]\d*$|^\d+\.\d+$/.test(by.text);
    const dividend = popOperand(output);
    // A quotient is exact already.
    const isExact =
      kind === 'integer' ||
      isSymbol(output.at(-1), '/') ||
      by.value === 'number' ||
      dividendIsExact(dividend, rewriter);
    if (isExact || (isConstant && !by.text.includes('.'))) output.push(...dividend);
    else
      output.push(
        done(asFraction(rewriter.expressionOf(dividend)), { before: dividend[0]?.before ?? '', value: 'number' }),
      );
    output.push(operator);
    const safe = isConstant ? `${by.text}${isExact || by.text.includes('.') ? '' : '.0'}` : `NULLIF(${by.text}, 0)`;
    output.push(done(safe, { before: divisor[0]?.before ?? '', value: kind === 'exact' ? 'number' : by.value }));
    return end;
  };
}

function asFraction(dividend: Expression): string {
  return /^\d+$/.test(dividend.text) ? `${dividend.text}.0` : asNumeric(dividend);
}

function dividendIsExact(dividend: readonly Node[], rewriter: Rewriter): boolean {
  return dividend.length === 0 || kindOfOperand(dividend.at(-1), rewriter) === 'number';
}

/** MySQL's DIV. */
export const integerDivision: OperatorRule = ({ operator, output, input, index }, rewriter) => {
  const end = endOfOperand(input, index + 1);
  if (end === index + 1) return undefined;
  const dividend = popProduct(output);
  if (dividend.length === 0) return undefined;
  const by = rewriter.expressionOf(input.slice(index + 1, end));
  const safe = /^[1-9]\d*$/.test(by.text) ? by.text : `NULLIF(${by.text}, 0)`;
  const before = dividend[0]?.before ?? operator.before;
  output.push(done(`DIV(${rewriter.expressionOf(dividend).text}, ${safe})`, { before, value: 'integer' }));
  return end;
};

/** MySQL's `!a`, which needs no blank. */
export const notOperator: OperatorRule = ({ operator, output, input, index }) => {
  const next = input[index + 1];
  output.push(done('NOT', { before: operator.before, binds: 'operator', value: 'boolean' }));
  if (next?.before !== '') return index + 1;
  output.push({ ...next, before: ' ' });
  return index + 2;
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
export const likeOperator: OperatorRule = ({ operator, output, input, index }, { rules }) => {
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
export function jsonOperator(asText: boolean): OperatorRule {
  return ({ output, input, index }, rewriter) => {
    const path = input[index + 1];
    const isPath = path?.kind === 'leaf' && path.token === 'string' && path.value.startsWith('$');
    const operand = isPath ? popOperand(output) : [];
    if (!isPath || operand.length === 0) return undefined;
    const result = jsonPath(
      { document: rewriter.expressionOf(operand), path: rewriter.expressionOf([path]), asText },
      rewriter,
    );
    if (!result) {
      output.push(...operand);
      return undefined;
    }
    output.push({ ...result, before: operand[0]?.before ?? '' });
    return index + 2;
  };
}

/** COLLATE names orders that Postgres does not have; those that ignore case become LOWER where one sorts. */
export const collateOperator: OperatorRule = ({ output, input, index }, rewriter) => {
  const name = input[index + 1];
  if (name?.kind !== 'leaf') return undefined;
  const ignoresCase = /nocase|_ci(?:_|$)/i.test(name.value);
  if (ignoresCase && !rewriter.rules.textIgnoresCase) {
    const operand = popOperand(output);
    const lower = done(`LOWER(${rewriter.expressionOf(operand).text})`, {
      before: operand[0]?.before ?? '',
      value: 'text',
    });
    const compared = output.at(-1);
    if (compared?.kind === 'leaf' && compared.text === '=' && operand.length > 0) {
      const left = popOperand(output.splice(-1).length > 0 ? output : []);
      output.push(
        done(`LOWER(${rewriter.expressionOf(left).text})`, { before: left[0]?.before ?? '', value: 'text' }),
        compared,
      );
    }
    if (operand.length > 0) output.push(lower);
  } else {
    rewriter.note(`COLLATE ${name.text} is left out: Postgres has no such order.`);
  }
  return index + 2;
};
