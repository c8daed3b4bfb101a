/** INSERT, UPDATE and DELETE. */
import type { QueryResult } from '../expression.ts';
import type { Place } from '../places.ts';
import {
  isSymbol,
  isWord,
  type Next,
  optionalSymbol,
  optionalWord,
  type Reader,
  reader,
  type Then,
  unexpected,
  words,
} from '../reader.ts';
import { isRejection, type Rejection } from '../rejection.ts';
import { levelsIn, levelsOf } from '../rules/levels.ts';
import { conditionMisfit } from '../rules/misfits.ts';
import type { Scope, Source } from '../scope.ts';
import { type Assignments, assignmentMisfit, readAssignments } from './read-assignments.ts';
import { readExpression } from './read-expression.ts';
import { type From, fromSource, readFrom } from './read-from.ts';
import { readInsertedRows } from './read-inserted-rows.ts';
import { readItems } from './read-items.ts';
import type { QueryBase } from './read-query.ts';
import { readTarget, readTargetColumns, type Target } from './read-target.ts';
import { outputsOf, settleType } from './select-items.ts';

const NOTHING: QueryResult = { outputs: [], outerUses: [] };

function scopeOf({ index, outer, commonTables }: QueryBase, sources: readonly Source[], place: Place): Scope {
  return { index, outer, commonTables, sources, isOpen: false, place };
}

/** Reads on behind INSERT INTO. */
export function readInsert(base: QueryBase, then: Then<QueryResult>): Reader {
  return readTarget(base.index, (target) => {
    const end = () =>
      readConflict(base, target, () => readReturning(base, fromSource(target.source, target.position), target, then));
    return reader((token) => {
      if (isWord(token, 'DEFAULT')) return words('VALUES', end);
      if (!isSymbol(token, '(')) return unexpected(token);
      return readTargetColumns(target, (columns) => readInsertedRows(base, columns, end));
    });
  });
}

/** `ON CONFLICT (column, …) WHERE … DO UPDATE SET … WHERE …` */
function readConflict(base: QueryBase, target: Target, then: () => Next): Reader {
  // The condition of an index knows its columns by their bare names only.
  const own: Scope = { ...scopeOf(base, [], 'where'), bare: target.source };
  const excluded: Source = { qualifier: 'EXCLUDED', relation: target.source.relation };
  const both = scopeOf(base, [target.source, excluded], 'set');
  const action = () =>
    words('DO', () =>
      reader((token) => {
        if (isWord(token, 'NOTHING')) return then();
        if (!isWord(token, 'UPDATE')) return unexpected(token);
        return words('SET', () => readAssignments(both, target, () => readWhere({ ...both, place: 'where' }, then)));
      }),
    );
  return optionalWord(
    'ON',
    () =>
      words('CONFLICT', () =>
        optionalSymbol('(', () => readTargetColumns(target, () => readWhere(own, action)), action),
      ),
    then,
  );
}

function readWhere(scope: Scope, then: () => Next): Reader {
  return optionalWord(
    'WHERE',
    () =>
      readExpression({ scope }, (condition) => {
        const misfit = conditionMisfit(condition, 'WHERE');
        if (misfit) return misfit;
        const levels = levelsIn(condition, scope);
        return isRejection(levels) ? levels : then();
      }),
    then,
  );
}

/** Reads on behind UPDATE. */
export function readUpdate(base: QueryBase, then: Then<QueryResult>): Reader {
  return readTarget(base.index, (target) => {
    const own = fromSource(target.source, target.position);
    // Its FROM stands behind what uses it.
    const open: Scope = { ...scopeOf(base, [target.source], 'set'), isOpen: true };
    const end = (assignments: Assignments, from: From): Next => {
      const problem = settleAssignments(assignments, scopeOf(base, from.sources, 'set'));
      return problem ?? readWhere(scopeOf(base, from.sources, 'where'), () => readReturning(base, from, target, then));
    };
    return words('SET', () =>
      readAssignments(open, target, (assignments) =>
        optionalWord(
          'FROM',
          () => readFrom(base, (from) => end(assignments, from), own),
          () => end(assignments, own),
        ),
      ),
    );
  });
}

function settleAssignments({ values, queries }: Assignments, scope: Scope): Rejection | undefined {
  for (const { column, expression } of values) {
    const settled = settleType(expression, scope);
    if (isRejection(settled)) return settled;
    const misfit = assignmentMisfit({ column, expression: settled });
    if (misfit) return misfit;
  }
  const levels = levelsOf([...values.map(({ expression }) => expression), ...queries], scope);
  return isRejection(levels) ? levels : undefined;
}

/** Reads on behind DELETE FROM. */
export function readDelete(base: QueryBase, then: Then<QueryResult>): Reader {
  return readTarget(base.index, (target) => {
    const own = fromSource(target.source, target.position);
    const end = (from: From): Next =>
      readWhere(scopeOf(base, from.sources, 'where'), () => readReturning(base, from, target, then));
    return optionalWord(
      'USING',
      () => readFrom(base, end, own),
      () => end(own),
    );
  });
}

/** `RETURNING item, …`, which knows the row before and after as well. */
function readReturning(base: QueryBase, from: From, { source }: Target, then: Then<QueryResult>): Reader {
  const rows = ['OLD', 'NEW'].map((qualifier): Source => ({ qualifier, relation: source.relation }));
  const scope = scopeOf(base, [...from.sources, ...rows], 'returning');
  return optionalWord(
    'RETURNING',
    () =>
      readItems(scope, base.width, (items) => {
        const outputs = outputsOf(items, from, scope);
        if (isRejection(outputs)) return outputs;
        const levels = levelsOf(outputs.expressions, scope);
        return isRejection(levels) ? levels : then({ outputs: outputs.list, outerUses: levels.outerUses });
      }),
    () => then(NOTHING),
  );
}
