import { type Expression, literal, type Output } from '../expression.ts';
import type { Token } from '../lexer.ts';
import { isSymbol, isWord, list, type Next, passOn, type Reader, reader, type Then, unexpected } from '../reader.ts';
import { isRejection, type Rejection, reject } from '../rejection.ts';
import { behindPosition } from '../rules/output-position.ts';
import { isSame } from '../same-expression.ts';
import { isComparable } from '../types/coercion.ts';
import { UNSURE } from '../types/types.ts';
import { type ExpressionOptions, readExpression } from './read-expression.ts';

export interface Sort {
  readonly expression: Expression;
  /** Whether it was given by the name of a column of the result. */
  readonly isOutput: boolean;
}

export interface SortOptions extends ExpressionOptions {
  /** Columns of the result, which a bare name means; null when they cannot be told. Not given where names mean nothing. */
  readonly outputs?: readonly Output[] | null;
  /** Whether there is nothing but those: behind a set operation. */
  readonly namesOnly?: boolean;
  /** What is wrong with one of them. */
  readonly problem?: (sort: Sort) => Rejection | undefined;
}

/** Reads what ORDER BY lists. */
export function readSorts(options: SortOptions, then: Then<readonly Sort[]>): Next {
  return list<Sort>((thenSort) => readSort(options, thenSort), then);
}

function readSort(options: SortOptions, then: Then<Sort>): Reader {
  const done = (sort: Sort): Next => {
    const { type, position } = sort.expression;
    if (!isComparable(type)) return reject('type', position, `ORDER BY cannot compare ${type.title}.`);
    return options.problem?.(sort) ?? readDirection(() => then(sort));
  };
  const { outputs } = options;
  if (outputs === undefined) return readExpression(options, (value) => done({ expression: value, isOutput: false }));
  const expression = readExpression(options, (value) => {
    const meant = behindPosition(value, outputs, 'ORDER BY');
    return isRejection(meant) ? meant : done({ expression: meant, isOutput: meant !== value });
  });
  return reader(
    (token) => {
      if (token.kind === 'name') return readNameOrExpression(options, token, expression, done);
      return options.namesOnly ? namesOnlyProblem(token) : expression.read(token);
    },
    (partial) => {
      if (partial.kind !== 'name' || !options.outputs) return null;
      if (options.outputs.some(({ name }) => name?.startsWith(partial.text))) return null;
      return options.namesOnly ? unknownOutput(partial) : (expression.misfit?.(partial) ?? null);
    },
  );
}

/** A name is a column of the result unless a point or arguments follow. */
function readNameOrExpression(options: SortOptions, name: Token, expression: Reader, done: Then<Sort>): Next {
  return reader((token) => {
    if (isSymbol(token, '.') || isSymbol(token, '(')) {
      return options.namesOnly ? namesOnlyProblem(name) : passOn(expression.read(name), token);
    }
    const [output, other] = options.outputs?.filter((each) => each.name === name.text) ?? [];
    if (options.outputs && !output) return unknownOutput(name);
    if (output && other && !(output.expression && other.expression && isSame(output.expression, other.expression))) {
      const message = `The result has more than one column ${name.text}.`;
      return reject('ambiguous-column', name.position, message);
    }
    const standIn = literal(name.text, output?.type ?? UNSURE, name.position);
    return passOn(done({ expression: output?.expression ?? standIn, isOutput: true }), token);
  });
}

function unknownOutput({ text, position }: Token): Rejection {
  return reject('unknown-column', position, `The result has no column ${text}.`);
}

function namesOnlyProblem(token: Token): Rejection {
  if (token.kind === 'end') return unexpected(token);
  const message = 'Behind UNION, INTERSECT or EXCEPT, ORDER BY takes names of result columns only.';
  return reject('order-by', token.position, message);
}

/** `DESC`, `NULLS LAST` */
function readDirection(then: () => Next): Reader {
  return reader((token) => {
    if (isWord(token, 'DESC')) return readDirection(then);
    if (isWord(token, 'NULLS')) return reader((which) => (isWord(which, 'FIRST', 'LAST') ? then() : unexpected(which)));
    return passOn(then(), token);
  });
}
