/** What INSERT writes: rows of values, or a query. */
import { isSymbol, isWord, type Next, passOn, type Reader, reader, symbol, unexpected, words } from '../reader.ts';
import type { Scope } from '../scope.ts';
import { assignedProblem, readAssigned } from './read-assignments.ts';
import { wrongCount } from './read-items.ts';
import { type QueryBase, readQuery } from './read-query.ts';
import type { TargetColumn } from './read-target.ts';

export function readInsertedRows(base: QueryBase, columns: readonly TargetColumn[], then: () => Next): Reader {
  const { index, outer, commonTables } = base;
  const scope: Scope = { index, outer, commonTables, sources: [], isOpen: false, place: 'inserted' };
  const query = { index, outer, commonTables, width: columns.length };
  return reader((token) => {
    if (isWord(token, 'OVERRIDING')) {
      return reader(() => words('VALUE', () => readInsertedRows(base, columns, then)));
    }
    if (isWord(token, 'VALUES')) return readRows(scope, columns, then);
    return readQuery(query, (result) => {
      const problem = result.outputs && assignedProblem(columns, result.outputs, token.position);
      return problem ?? then();
    }).read(token);
  });
}

function readRows(scope: Scope, columns: readonly TargetColumn[], then: () => Next): Reader {
  return symbol('(', () =>
    readValue(scope, columns, 0, () =>
      reader((token) => (isSymbol(token, ',') ? readRows(scope, columns, then) : passOn(then(), token))),
    ),
  );
}

function readValue(scope: Scope, columns: readonly TargetColumn[], place: number, then: () => Next): Next {
  const column = columns[place];
  if (!column) return then();
  return readAssigned(scope, column, () =>
    reader((token) => {
      const isLast = place === columns.length - 1;
      if (isSymbol(token, ',')) {
        return isLast ? wrongCount(columns.length, token) : readValue(scope, columns, place + 1, then);
      }
      if (!isSymbol(token, ')')) return unexpected(token);
      return isLast ? then() : wrongCount(columns.length, token);
    }),
  );
}
