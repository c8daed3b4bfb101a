/** Expressions by Postgres' operator precedence (documentation, 4.1.6): canonical text has no needless parentheses. */
import type { Expression } from '../expression.ts';
import type { Token } from '../lexer.ts';
import { isWord, type Next, passOn, type Reader, reader, type Then } from '../reader.ts';
import { isRejection } from '../rejection.ts';
import { conditionMisfit } from '../rules/misfits.ts';
import { isRow, leftProblem, logicalUse, type Made, operatorUse } from '../rules/operator-use.ts';
import type { Scope } from '../scope.ts';
import { readAtTimeZone, readCast, readCollation, readSubscript } from './read-after-value.ts';
import { readMembers, readQuantified } from './read-membership.ts';
import { readOperand } from './read-operand.ts';
import { readBetween, readIs, readLike, readNegatedTest, readOverlaps, readSimilar } from './read-test.ts';

/** From what binds least to what binds most. */
export const Precedence = {
  or: 1,
  and: 2,
  not: 3,
  is: 4,
  comparison: 5,
  /** BETWEEN, IN, LIKE and their like. */
  test: 6,
  /** Operators without a rank of their own. */
  operator: 7,
  sum: 8,
  product: 9,
  power: 10,
  timeZone: 11,
  collation: 12,
  sign: 13,
} as const;

const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='];

export interface ExpressionOptions {
  readonly scope: Scope;
  /** Columns that a subquery has to return: 1 when not given, any number when null. */
  readonly width?: number | null;
  /** Whether IN ends it: inside POSITION(… IN …). */
  readonly endsAtIn?: boolean;
  /** Whether it is an element of ARRAY[…]. */
  readonly isElement?: boolean;
}

/** Reads an expression whose operators bind at least as much as `least`. */
export function readExpression(
  options: ExpressionOptions,
  then: Then<Expression>,
  least: number = Precedence.or,
): Reader {
  return readOperand(options, (operand) => afterOperand(options, operand, least, then));
}

/** Reads the operators that take what has been read as their left side. */
function afterOperand(options: ExpressionOptions, left: Expression, least: number, then: Then<Expression>): Reader {
  const goOn = (made: Made): Next => (isRejection(made) ? made : afterOperand(options, made, least, then));
  return reader((token) => {
    const found =
      token.kind === 'symbol' ? symbolStep(token) : token.kind === 'word' ? wordSteps[token.text] : undefined;
    if (!found || found.precedence < least || (options.endsAtIn && isWord(token, 'IN'))) {
      return passOn(then(left), token);
    }
    return found.read({ options, left, token, goOn });
  });
}

export interface Step {
  readonly options: ExpressionOptions;
  readonly left: Expression;
  /** The operator, or its first word. */
  readonly token: Token;
  readonly goOn: (made: Made) => Next;
}

interface StepKind {
  readonly precedence: number;
  readonly read: (step: Step) => Next;
}

function binary(precedence: number): StepKind {
  return {
    precedence,
    read: ({ options, left, token, goOn }) =>
      leftProblem(options.scope.index, token.text, left, token.position) ??
      readExpression(
        options,
        (right) => goOn(operatorUse(options.scope.index, token.text, [left, right], token.position)),
        precedence + 1,
      ),
  };
}

const comparison: StepKind = {
  precedence: Precedence.comparison,
  read: (step) => {
    const { options, left, token, goOn } = step;
    const problem = leftProblem(options.scope.index, token.text, left, token.position);
    if (problem) return problem;
    const right = readExpression(
      isRow(left) ? { ...options, width: left.operands.length } : options,
      (value) => goOn(operatorUse(options.scope.index, token.text, [left, value], token.position)),
      Precedence.comparison + 1,
    );
    return reader(
      (next) => (isWord(next, 'ANY', 'ALL') ? readQuantified(step, token.text) : right.read(next)),
      right.misfit,
    );
  },
};

function logical(precedence: number): StepKind {
  return {
    precedence,
    read: ({ options, left, token, goOn }) =>
      conditionMisfit(left, `What ${token.text} joins`) ??
      readExpression(
        { scope: options.scope },
        (right) => goOn(logicalUse(token.text, [left, right], token.position)),
        precedence + 1,
      ),
  };
}

const sum = binary(Precedence.sum);
const product = binary(Precedence.product);

const symbols: Readonly<Record<string, StepKind>> = {
  ...Object.fromEntries(COMPARISONS.map((name) => [name, comparison])),
  '+': sum,
  '-': sum,
  '*': product,
  '/': product,
  '%': product,
  '^': binary(Precedence.power),
  '::': { precedence: Precedence.sign + 2, read: readCast },
  '[': { precedence: Precedence.sign + 1, read: readSubscript },
};

const otherOperator = binary(Precedence.operator);
const NO_OPERATORS = new Set(['(', ')', ']', ',', '.', ':', '=>']);

function symbolStep({ text }: Token): StepKind | undefined {
  return symbols[text] ?? (NO_OPERATORS.has(text) ? undefined : otherOperator);
}

const wordSteps: Readonly<Record<string, StepKind>> = {
  OR: logical(Precedence.or),
  AND: logical(Precedence.and),
  IS: { precedence: Precedence.is, read: readIs },
  NOT: { precedence: Precedence.test, read: readNegatedTest },
  BETWEEN: { precedence: Precedence.test, read: (step) => readBetween(step, false) },
  IN: { precedence: Precedence.test, read: (step) => readMembers(step, '=') },
  LIKE: { precedence: Precedence.test, read: (step) => readLike(step, '~~') },
  ILIKE: { precedence: Precedence.test, read: (step) => readLike(step, '~~*') },
  SIMILAR: { precedence: Precedence.test, read: (step) => readSimilar(step, '~') },
  OVERLAPS: { precedence: Precedence.test, read: readOverlaps },
  AT: { precedence: Precedence.timeZone, read: readAtTimeZone },
  COLLATE: { precedence: Precedence.collation, read: readCollation },
};
