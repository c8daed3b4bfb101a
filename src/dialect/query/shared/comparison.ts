import type { ValueKind } from '../../types/value-kind.ts';
import { done, type Node } from '../node.ts';
import { endOfOperand, kindOfOperand, type OperatorRule, popOperand } from '../operators.ts';
import { asNumber } from './arithmetic.ts';

/** Puts a truth value where a column of booleans is compared with 0 or 1, and warns of letters. */
export function comparison(text: string): OperatorRule {
  return ({ operator, output, input, index }, rewriter) => {
    const end = endOfOperand(input, index + 1);
    const right = input[end - 1];
    if (isWords(right) || isWords(output.at(-1))) rewriter.noteTextCase();
    const rightKind = end > index + 1 ? kindOfOperand(right, rewriter) : undefined;
    compareJson(output, rightKind, right);
    const isNumber = rightKind === 'integer' || rightKind === 'number';
    if (isNumber && rewriter.rules.numbersAreConditions && !rewriter.rules.untyped && output.at(-1)?.kind === 'leaf') {
      const left = popOperand(output);
      output.push(...(kindOfOperand(left.at(-1), rewriter) === 'text' ? asNumber(left, rewriter) : left));
    }
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

/** A text that may be written with capitals or without; a single letter is mostly a code. */
function isWords(node: Node | undefined): boolean {
  return node?.kind === 'leaf' && node.token === 'string' && /\p{L}{2}/u.test(node.value);
}

/** A part of a JSON document is compared by what it holds. */
function compareJson(output: Node[], rightKind: ValueKind | undefined, right: Node | undefined): void {
  const left = output.at(-1);
  if (left?.kind !== 'done' || left.jsonText === undefined) return;
  const { before } = left;
  if (rightKind === 'integer' || rightKind === 'number')
    output.splice(-1, 1, done(`(${left.jsonText})::numeric`, { before, value: 'number' }));
  else if (right?.kind === 'leaf' && right.token === 'string')
    output.splice(-1, 1, done(left.jsonText, { before, binds: 'loose', value: 'text' }));
}
