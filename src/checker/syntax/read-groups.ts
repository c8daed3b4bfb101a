/** What GROUP BY lists. */
import type { Expression, Output } from '../expression.ts';
import { isSymbol, isWord, list, misfitOf, passOn, type Reader, reader, symbol, type Then } from '../reader.ts';
import { isRejection, reject } from '../rejection.ts';
import { type Group, type Grouping, makeGrouping } from '../rules/grouping.ts';
import { isRow } from '../rules/operator-use.ts';
import { behindPosition } from '../rules/output-position.ts';
import { isSame } from '../same-expression.ts';
import type { Scope } from '../scope.ts';
import { isComparable } from '../types/coercion.ts';
import { readExpression } from './read-expression.ts';

/** Reads on behind GROUP BY. */
export function readGroups(scope: Scope, outputs: readonly Output[] | null, then: Then<Grouping>): Reader {
  const groups = list<Group>(
    (thenGroup) => readGroup(scope, outputs, thenGroup),
    (all) => then(makeGrouping(all)),
  );
  return reader((token) => (isWord(token, 'DISTINCT') ? groups : passOn(groups, token)), misfitOf(groups));
}

/** An expression, or several of them in ROLLUP, CUBE, GROUPING SETS or parentheses of their own. */
function readGroup(scope: Scope, outputs: readonly Output[] | null, then: Then<Group>): Reader {
  const inParentheses = (constantOf: (groups: readonly Group[]) => readonly Expression[]) =>
    symbol('(', () =>
      list<Group>(
        (thenGroup) => readGroup(scope, outputs, thenGroup),
        (groups) =>
          symbol(')', () =>
            then({ expressions: groups.flatMap((group) => group.expressions), constant: constantOf(groups) }),
          ),
      ),
    );
  const expression = readExpression({ scope }, (value) => {
    const members = isRow(value) ? value.operands : [value];
    const odd = members.find(({ type }) => !isComparable(type));
    if (odd) return reject('type', odd.position, `GROUP BY cannot compare ${odd.type.title}.`);
    const expressions: Expression[] = [];
    for (const member of members) {
      const meant = behindPosition(member, outputs, 'GROUP BY');
      if (isRejection(meant)) return meant;
      expressions.push(meant);
    }
    return then({ expressions, constant: expressions });
  });
  return reader((token) => {
    // Both have the set of nothing among theirs.
    if (isWord(token, 'ROLLUP', 'CUBE')) return inParentheses(() => []);
    if (isWord(token, 'GROUPING')) {
      const sets = inParentheses(inAll);
      return reader((next) => (isWord(next, 'SETS') ? sets : passOn(expression.read(token), next)));
    }
    if (!isSymbol(token, '(')) return expression.read(token);
    return reader((next) =>
      isSymbol(next, ')') ? then({ expressions: [], constant: [] }) : passOn(expression.read(token), next),
    );
  }, expression.misfit);
}

function inAll([first, ...others]: readonly Group[]): readonly Expression[] {
  const constant = first?.constant ?? [];
  return constant.filter((each) => others.every((group) => group.constant.some((other) => isSame(each, other))));
}
