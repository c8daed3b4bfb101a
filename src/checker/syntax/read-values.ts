import type { Expression, Output, QueryResult } from '../expression.ts';
import { list, type Next, type Reader, symbol, type Then } from '../reader.ts';
import { isRejection, reject } from '../rejection.ts';
import { levelsOf } from '../rules/levels.ts';
import { commonTypeOf } from '../rules/value-uses.ts';
import type { Scope } from '../scope.ts';
import { readExpression } from './read-expression.ts';
import { countedColumns } from './read-items.ts';
import type { QueryBase } from './read-query.ts';

interface Row {
  readonly position: number;
  readonly values: readonly Expression[];
}

/** Reads the rows behind VALUES. */
export function readValues(base: QueryBase, then: Then<QueryResult>): Next {
  const { index, outer, commonTables } = base;
  const scope: Scope = { index, outer, commonTables, sources: [], isOpen: false, place: 'values' };
  return list<Row>(
    (thenRow) => readRow(scope, thenRow),
    (rows) => {
      const width = base.width ?? rows[0]?.values.length;
      const odd = rows.find(({ values }) => values.length !== width);
      if (odd) {
        const message = `This row has ${countedColumns(odd.values.length)}, not ${width}.`;
        return reject('column-count', odd.position, message);
      }
      const outputs: Output[] = [];
      for (const [place] of rows[0]?.values.entries() ?? []) {
        const column = rows.flatMap(({ values }) => values[place] ?? []);
        const type = commonTypeOf(column, `Column ${place + 1} of VALUES`);
        if (isRejection(type)) return type;
        outputs.push({ name: `column${place + 1}`, type, expression: null });
      }
      const levels = levelsOf(
        rows.flatMap(({ values }) => values),
        scope,
      );
      return isRejection(levels) ? levels : then({ outputs, outerUses: levels.outerUses });
    },
  );
}

function readRow(scope: Scope, then: Then<Row>): Reader {
  return symbol('(', ({ position }) =>
    list<Expression>(
      (thenValue) => readExpression({ scope }, thenValue),
      (values) => symbol(')', () => then({ position, values })),
    ),
  );
}
