import type { Expression, QueryResult } from '../expression.ts';
import { isSymbol, list, type Next, passOn, type Reader, reader, symbol, type Then } from '../reader.ts';
import { type ExpressionOptions, readExpression } from './read-expression.ts';
import { continueQuery, endsQueryPart, readQuery, startsQuery } from './read-query.ts';

/** What the parentheses may turn out to hold. */
export interface ParenthesisCases {
  readonly query: Then<QueryResult>;
  readonly list: Then<readonly Expression[]>;
}

/**
 * Reads what stands in parentheses, the opening one already read: a query or expressions. `((SELECT …) + 1)` and
 * `((SELECT …) UNION …)` differ only behind the inner query.
 */
export function readParenthesised(options: Omit<ExpressionOptions, 'endsAtIn'>, cases: ParenthesisCases): Reader {
  const { scope, width = 1 } = options;
  const base = { index: scope.index, outer: scope, commonTables: scope.commonTables, width };
  const endQuery = (query: QueryResult): Next => symbol(')', () => cases.query(query));
  const endList = (items: readonly Expression[]): Next => symbol(')', () => cases.list(items));
  // A row in the parentheses has items of its own, and only what follows tells it from a query.
  const inner = { scope, width: width === 1 ? 1 : null };
  const first = readExpression(inner, (expression) =>
    reader((token) => {
      if (expression.kind === 'query' && endsQueryPart(token)) {
        return passOn(continueQuery(base, expression.query, endQuery), token);
      }
      // More parentheses around a query change nothing.
      if (expression.kind === 'query' && isSymbol(token, ')')) return cases.query(expression.query);
      if (!isSymbol(token, ',')) return passOn(endList([expression]), token);
      return list<Expression>(
        (then) => readExpression(inner, then),
        (items) => endList([expression, ...items]),
      );
    }),
  );
  return reader((token) => (startsQuery(token) ? readQuery(base, endQuery) : first).read(token), first.misfit);
}
