import { type Expression, HOLDS_SET, operation } from '../expression.ts';
import type { Token } from '../lexer.ts';
import { type Chain, inOrder, isWord, type Next, type Reader, reader, unexpected, words } from '../reader.ts';
import { isRejection, type Rejection, reject } from '../rejection.ts';
import { conditionMisfit } from '../rules/misfits.ts';
import { type Made, operatorRule } from '../rules/operator-use.ts';
import { commonTypeOf } from '../rules/value-uses.ts';
import type { Scope } from '../scope.ts';
import { readExpression } from './read-expression.ts';

interface Branch {
  readonly condition: Expression;
  readonly value: Expression;
}

/** Reads CASE to its END; the word itself has been read. */
export function readCase(scope: Scope, token: Token, goOn: (made: Made) => Next): Next {
  const options = { scope };
  const subject = readExpression(options, (value) => words('WHEN', () => readBranch(value, null)));
  const readBranch = (compared: Expression | null, before: Chain<Branch> | null): Reader =>
    readExpression(options, (condition) => {
      const misfit = conditionProblem(scope, compared, condition, token.position);
      if (misfit) return misfit;
      return words('THEN', () =>
        readExpression(options, (value) => afterBranch(compared, { value: { condition, value }, before })),
      );
    });
  const afterBranch = (compared: Expression | null, branches: Chain<Branch>): Next =>
    reader((next) => {
      if (isWord(next, 'WHEN')) return readBranch(compared, branches);
      if (isWord(next, 'END')) return end(compared, branches, []);
      if (!isWord(next, 'ELSE')) return unexpected(next);
      return readExpression(options, (otherwise) => words('END', () => end(compared, branches, [otherwise])));
    });
  const end = (compared: Expression | null, chain: Chain<Branch>, otherwise: readonly Expression[]): Next =>
    goOn(caseUse(scope, compared, inOrder(chain), otherwise, token.position));
  return reader((next) => (isWord(next, 'WHEN') ? readBranch(null, null) : subject.read(next)), subject.misfit);
}

function conditionProblem(
  scope: Scope,
  compared: Expression | null,
  condition: Expression,
  position: number,
): Rejection | undefined {
  if (!compared) return conditionMisfit(condition, 'What stands behind WHEN');
  const type = operatorRule(scope.index, '=', position)([compared, condition]);
  return isRejection(type) ? type : undefined;
}

function caseUse(
  scope: Scope,
  compared: Expression | null,
  branches: readonly Branch[],
  otherwise: readonly Expression[],
  position: number,
): Made {
  const conditions = branches.map(({ condition }) => condition);
  const operands = [
    ...(compared ? [compared] : []),
    ...conditions,
    ...branches.map(({ value }) => value),
    ...otherwise,
  ];
  const firstValue = operands.length - branches.length - otherwise.length;
  const made = operation({
    text: `CASE ${compared ? 'x ' : ''}${branches.length}`,
    operands,
    position,
    label: 'case',
    rule: (all) => {
      const subject = compared ? (all[0] ?? null) : null;
      for (const condition of all.slice(subject ? 1 : 0, firstValue)) {
        const misfit = conditionProblem(scope, subject, condition, position);
        if (misfit) return misfit;
      }
      return commonTypeOf(all.slice(firstValue), 'The result of CASE');
    },
  });
  if (!isRejection(made) && made.holds & HOLDS_SET) {
    return reject('set-place', position, 'A function that returns rows cannot stand inside CASE.');
  }
  return made;
}
