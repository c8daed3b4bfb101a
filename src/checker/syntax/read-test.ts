/** What follows a value and makes a condition of it: IS, BETWEEN, IN, LIKE, = ANY, OVERLAPS. */
import { type Expression, operation } from '../expression.ts';
import { isWord, type Next, optionalWord, passOn, type Reader, reader, unexpected, words } from '../reader.ts';
import { isRejection, type Rejection, reject } from '../rejection.ts';
import { functionUse } from '../rules/call-use.ts';
import { conditionMisfit, misfitFor } from '../rules/misfits.ts';
import { isRow, leftProblem, logicalUse, type Made, operatorRule, operatorUse } from '../rules/operator-use.ts';
import { BOOLEAN, TEXT, UNKNOWN, UNSURE } from '../types/types.ts';
import { Precedence, readExpression, type Step } from './read-expression.ts';
import { readMembers, readQuantified } from './read-membership.ts';

const TRUTHS = ['TRUE', 'FALSE', 'UNKNOWN'];
const JSON_KINDS = ['OBJECT', 'ARRAY', 'SCALAR', 'VALUE'];

/** Besides texts, what IS JSON can look into. */
const JSON_TYPES = new Set(['json', 'jsonb', 'bytea', UNKNOWN.name, UNSURE.name]);

export function readIs(step: Step): Next {
  return optionalWord(
    'NOT',
    () => readIsTest(step, 'IS NOT'),
    () => readIsTest(step, 'IS'),
  );
}

function readIsTest(step: Step, is: string): Reader {
  const { options, left, token, goOn } = step;
  const { position } = token;
  const test = (text: string, misfit: (value: Expression) => Rejection | undefined) =>
    goOn(operation({ text, operands: [left], position, rule: ([value]) => (value && misfit(value)) ?? BOOLEAN }));
  return reader((next) => {
    if (isWord(next, 'NULL')) return test(`${is} NULL`, () => undefined);
    if (isWord(next, ...TRUTHS)) {
      return test(`${is} ${next.text}`, (value) => conditionMisfit(value, `What IS ${next.text} tests`));
    }
    if (isWord(next, 'DISTINCT')) {
      const rule = operatorRule(options.scope.index, '=', position);
      const distinct = (right: Expression) =>
        operation({ text: `${is} DISTINCT`, operands: [left, right], position, rule });
      return words('FROM', () => readExpression(options, (right) => goOn(distinct(right)), Precedence.is + 1));
    }
    if (!isWord(next, 'JSON')) return unexpected(next);
    return reader((kind) => {
      if (isWord(kind, ...JSON_KINDS)) return test(`${is} JSON ${kind.text}`, jsonMisfit);
      return passOn(test(`${is} JSON`, jsonMisfit), kind);
    });
  });
}

function jsonMisfit({ type, position }: Expression): Rejection | undefined {
  if (type.category === 'S' || JSON_TYPES.has(type.name)) return undefined;
  return reject('type', position, `IS JSON does not work with ${type.title}.`);
}

/** `NOT` behind a value: NOT IN, NOT LIKE, … */
export function readNegatedTest(step: Step): Next {
  return reader((next) => {
    if (isWord(next, 'BETWEEN')) return readBetween(step, true);
    if (isWord(next, 'IN')) return readMembers(step, '<>');
    if (isWord(next, 'LIKE')) return readLike(step, '!~~');
    if (isWord(next, 'ILIKE')) return readLike(step, '!~~*');
    return isWord(next, 'SIMILAR') ? readSimilar(step, '!~') : unexpected(next);
  });
}

/** As Postgres reads it: `x BETWEEN a AND b` is `x >= a AND x <= b`. */
export function readBetween(step: Step, isNegated: boolean): Next {
  const { options, left, token, goOn } = step;
  const problem = leftProblem(options.scope.index, isNegated ? '<' : '>=', left, token.position);
  if (problem) return problem;
  const bound = (then: (bound: Expression) => Next) => readExpression(options, then, Precedence.test + 1);
  const both = (isSymmetric: boolean) =>
    bound((low) =>
      words('AND', () =>
        bound((high) => {
          const made = betweenUse(step, low, high, isNegated);
          if (isRejection(made) || !isSymmetric) return goOn(made);
          const swapped = betweenUse(step, high, low, isNegated);
          if (isRejection(swapped)) return swapped;
          return goOn(logicalUse(isNegated ? 'AND' : 'OR', [made, swapped], token.position));
        }),
      ),
    );
  return optionalWord(
    'SYMMETRIC',
    () => both(true),
    () => both(false),
  );
}

function betweenUse({ options, left, token }: Step, low: Expression, high: Expression, isNegated: boolean): Made {
  const { index } = options.scope;
  const above = operatorUse(index, isNegated ? '<' : '>=', [left, low], token.position);
  if (isRejection(above)) return above;
  const below = operatorUse(index, isNegated ? '>' : '<=', [left, high], token.position);
  if (isRejection(below)) return below;
  return logicalUse(isNegated ? 'OR' : 'AND', [above, below], token.position);
}

/** @param operator that Postgres has for it: `~~` for LIKE */
export function readLike(step: Step, operator: string): Next {
  const { options, left, token, goOn } = step;
  const { index } = options.scope;
  const problem = leftProblem(index, operator, left, token.position);
  if (problem) return problem;
  const pattern = readExpression(
    options,
    (right) =>
      readEscape(
        (character) => {
          const escaped = functionUse(index, 'LIKE_ESCAPE', [right, character], token.position);
          return isRejection(escaped) ? escaped : goOn(operatorUse(index, operator, [left, escaped], token.position));
        },
        () => goOn(operatorUse(index, operator, [left, right], token.position)),
        options,
      ),
    Precedence.test + 1,
  );
  return reader(
    (next) => (isWord(next, 'ANY', 'ALL') ? readQuantified(step, operator) : pattern.read(next)),
    pattern.misfit,
  );
}

export function readSimilar(step: Step, operator: string): Next {
  const { options, left, token, goOn } = step;
  const match = (operands: readonly Expression[]) =>
    goOn(
      operation({
        text: operator === '~' ? 'SIMILAR TO' : 'NOT SIMILAR TO',
        operands,
        position: token.position,
        rule: (values) => {
          const misfits = values.map((value) => misfitFor(value, TEXT, 'implicit', 'What SIMILAR TO takes'));
          return misfits.find((misfit) => misfit !== undefined) ?? BOOLEAN;
        },
      }),
    );
  return words('TO', () =>
    readExpression(
      options,
      (right) =>
        readEscape(
          (character) => match([left, right, character]),
          () => match([left, right]),
          options,
        ),
      Precedence.test + 1,
    ),
  );
}

function readEscape(ifThere: (character: Expression) => Next, otherwise: () => Next, options: Step['options']): Reader {
  return optionalWord('ESCAPE', () => readExpression(options, ifThere, Precedence.test + 1), otherwise);
}

/** `(a, b) OVERLAPS (c, d)` */
export function readOverlaps({ options, left, token, goOn }: Step): Next {
  if (!isRow(left)) return unexpected(token);
  return readExpression(
    options,
    (right) => {
      if (!isRow(right)) return unexpected(token);
      const operands = [...left.operands, ...right.operands];
      return goOn(functionUse(options.scope.index, 'OVERLAPS', operands, token.position));
    },
    Precedence.test + 1,
  );
}
