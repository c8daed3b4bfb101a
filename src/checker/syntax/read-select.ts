/** SELECT … FROM … WHERE … GROUP BY … HAVING … WINDOW. */
import type { Expression, QueryResult } from '../expression.ts';
import { isWord, misfitOf, type Next, passOn, type Reader, reader, symbol, type Then, words } from '../reader.ts';
import { isRejection, type Rejection } from '../rejection.ts';
import { type Grouping, groupingProblem, UNGROUPED } from '../rules/grouping.ts';
import { levelsIn } from '../rules/levels.ts';
import { conditionMisfit } from '../rules/misfits.ts';
import { missingWindow } from '../rules/windows.ts';
import { at, type Scope } from '../scope.ts';
import { readExpression } from './read-expression.ts';
import { readExpressions } from './read-expressions.ts';
import { type From, NO_FROM, readFrom } from './read-from.ts';
import { readGroups } from './read-groups.ts';
import { type Item, readItems, wrongCount } from './read-items.ts';
import type { QueryBase } from './read-query.ts';
import { readNamedWindows } from './read-window.ts';
import { settleItems } from './select-items.ts';

/** A SELECT that has been read, as far as what follows it may refer to it. */
export interface Select {
  readonly result: QueryResult;
  /** With all its sources. */
  readonly scope: Scope;
  readonly isDistinct: boolean;
  /** Null without DISTINCT ON. */
  readonly distinctOn: readonly Expression[] | null;
  /** Null when its rows are not groups. */
  readonly grouping: Grouping | null;
  /** What has to go with GROUP BY. */
  readonly checked: readonly Expression[];
  readonly windows: ReadonlySet<string>;
}

/** Reads on behind the word SELECT. */
export function readSelect(base: QueryBase, then: Then<Select>): Next {
  const { index, outer, commonTables } = base;
  const scope: Scope = { index, outer, commonTables, sources: [], isOpen: true, place: 'select' };
  const items = (isDistinct: boolean, distinctOn: readonly Expression[] | null) =>
    readItems(scope, base.width, (read) => readFromClause(base, { scope, isDistinct, distinctOn, items: read }, then));
  const all = items(false, null);
  const behindDistinct = items(true, null);
  return reader((token) => {
    if (!isWord(token, 'DISTINCT')) return passOn(all, token);
    return reader((on) => {
      if (!isWord(on, 'ON')) return passOn(behindDistinct, on);
      const distinct = at(scope, 'distinct');
      return symbol('(', () => readExpressions({ scope: distinct }, ')', (expressions) => items(true, expressions)));
    }, misfitOf(behindDistinct));
  }, misfitOf(all));
}

interface Head {
  readonly scope: Scope;
  readonly isDistinct: boolean;
  readonly distinctOn: readonly Expression[] | null;
  readonly items: readonly Item[];
}

function readFromClause(base: QueryBase, head: Head, then: Then<Select>): Next {
  const close = (from: From): Next => {
    const scope: Scope = { ...head.scope, sources: from.sources, isOpen: false };
    const settled = settleItems({ ...head, scope }, from);
    if (isRejection(settled)) return settled;
    const { outputs } = settled.result;
    if (base.width !== null && outputs && outputs.length !== base.width) {
      return wrongCount(base.width, { kind: 'symbol', position: outputs[0]?.expression?.position ?? 0 });
    }
    return readWhere(settled, then);
  };
  return reader((token) => {
    if (isWord(token, 'FROM')) return readFrom(base, close);
    return passOn(close(NO_FROM), token);
  });
}

/** A SELECT whose sources are known. */
export interface Draft extends Select {
  /** An aggregate has been met: the rows are groups, or one group of them all. */
  readonly hasAggregate: boolean;
}

/** What a condition adds to a draft. */
function withUses(draft: Draft, expression: Expression, scope: Scope): Draft | Rejection {
  const levels = levelsIn(expression, scope);
  if (isRejection(levels)) return levels;
  const { result } = draft;
  return {
    ...draft,
    hasAggregate: draft.hasAggregate || levels.hasAggregate,
    result: { ...result, outerUses: [...result.outerUses, ...levels.outerUses] },
  };
}

function readWhere(draft: Draft, then: Then<Select>): Reader {
  return reader((token) => {
    if (!isWord(token, 'WHERE')) return passOn(readGroupBy(draft, then), token);
    const scope = at(draft.scope, 'where');
    return readExpression({ scope }, (condition) => {
      const misfit = conditionMisfit(condition, 'WHERE');
      if (misfit) return misfit;
      const next = withUses(draft, condition, scope);
      return isRejection(next) ? next : readGroupBy(next, then);
    });
  });
}

function readGroupBy(draft: Draft, then: Then<Select>): Reader {
  return reader((token) => {
    if (!isWord(token, 'GROUP')) return passOn(readHaving(draft, then), token);
    const scope = at(draft.scope, 'group');
    return words('BY', () =>
      readGroups(scope, draft.result.outputs, (grouping) => {
        let next: Draft | Rejection = { ...draft, grouping };
        for (const expression of grouping.expressions) {
          next = withUses(next, expression, scope);
          if (isRejection(next)) return next;
        }
        return readHaving(next, then);
      }),
    );
  });
}

function readHaving(draft: Draft, then: Then<Select>): Next {
  return reader((token) => {
    const isHaving = isWord(token, 'HAVING');
    const grouping = draft.grouping ?? (draft.hasAggregate || isHaving ? UNGROUPED : null);
    const problem = grouping && groupingProblem(draft.checked, grouping, draft.scope);
    if (problem) return problem;
    const grouped = { ...draft, grouping };
    if (!isHaving || !grouping) return passOn(readWindowClause(grouped, then), token);
    const scope = at(draft.scope, 'having');
    return readExpression({ scope }, (condition) => {
      const misfit = conditionMisfit(condition, 'HAVING') ?? groupingProblem([condition], grouping, scope);
      if (misfit) return misfit;
      const next = withUses(grouped, condition, scope);
      return isRejection(next) ? next : readWindowClause(next, then);
    });
  });
}

function readWindowClause(draft: Draft, then: Then<Select>): Reader {
  return reader((token) => {
    if (!isWord(token, 'WINDOW')) return passOn(end(draft, then), token);
    const scope = at(draft.scope, 'window');
    return readNamedWindows(scope, (windows) => {
      let next: Draft | Rejection = { ...draft, windows: new Set(windows.map(({ name }) => name)) };
      const expressions = windows.flatMap((window) => window.expressions);
      for (const expression of expressions) {
        next = withUses(next, expression, scope);
        if (isRejection(next)) return next;
      }
      const grouping: Grouping | null = next.grouping ?? (next.hasAggregate ? UNGROUPED : null);
      const problem = grouping && groupingProblem([...next.checked, ...expressions], grouping, scope);
      return problem ?? end(next, then);
    });
  });
}

function end(draft: Draft, then: Then<Select>): Next {
  return missingWindow(draft.checked, draft.windows) ?? then(draft);
}
