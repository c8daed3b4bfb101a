/** LIMIT, OFFSET and FETCH. */
import type { Expression, QueryResult } from '../expression.ts';
import { isSymbol, isWord, type Next, passOn, type Reader, reader, type Then, unexpected, words } from '../reader.ts';
import { isRejection } from '../rejection.ts';
import { levelsIn } from '../rules/levels.ts';
import { misfitFor } from '../rules/misfits.ts';
import { scalarQueryUse } from '../rules/value-uses.ts';
import type { Scope } from '../scope.ts';
import { BIGINT } from '../types/types.ts';
import { readParenthesised } from './read-parentheses.ts';
import type { QueryBase } from './read-query.ts';

export function readLimits(base: QueryBase, result: QueryResult, then: Then<QueryResult>): Reader {
  const goOn = (uses: readonly Expression[]) =>
    readLimits(base, { ...result, outerUses: [...result.outerUses, ...uses] }, then);
  return reader((token) => {
    if (isWord(token, 'LIMIT', 'OFFSET')) return readCount(base, token.text, goOn);
    if (isWord(token, 'FETCH')) {
      return words('FIRST', () => readCount(base, 'FETCH', (uses) => words('ROWS WITH TIES', () => goOn(uses))));
    }
    return passOn(then(result), token);
  });
}

/** A number, or anything else in parentheses; no columns of the query itself. */
function readCount(base: QueryBase, clause: string, then: Then<readonly Expression[]>): Reader {
  const { index, outer, commonTables } = base;
  const scope: Scope = { index, outer, commonTables, sources: [], isOpen: false, place: 'limit' };
  const done = (count: Expression): Next => {
    const misfit = misfitFor(count, BIGINT, 'assignment', `What ${clause} takes`);
    if (misfit) return misfit;
    const levels = levelsIn(count, scope);
    return isRejection(levels) ? levels : then(levels.outerUses);
  };
  return reader((token) => {
    if (token.kind === 'number') return then([]);
    if (!isSymbol(token, '(')) return unexpected(token);
    return readParenthesised(
      { scope },
      {
        query: (query) => done(scalarQueryUse(query, token.position)),
        list: ([count]) => (count ? done(count) : unexpected(token)),
      },
    );
  });
}
