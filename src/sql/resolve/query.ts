/** Queries: SELECT, VALUES and set operations. */
import type { Node, SelectStmt } from 'libpg-query';
import { itemsOf, under } from '../tree.ts';
import { newScope, type ResolveContext, type Surroundings } from './context.ts';
import { resolveExpression } from './expressions.ts';
import { resolveFrom } from './from.ts';
import { forEachKey, resolveGroupKey, resolveOutputKey, resolveSetOperationKey, sortKeys } from './keys.ts';
import { visibleColumns } from './lookup.ts';
import type { OutputColumn, OutputList, QueryScope, SourceColumn, View } from './model.ts';
import { PLAIN, resolveItems } from './outputs.ts';
import { resolveWith } from './with.ts';

/** Told the columns of a query's first part, before the second one of a recursive CTE reads them. */
export type OnFirstPart = (columns: readonly OutputColumn[]) => void;

/** Resolves all of `query`; returns its columns. */
export function resolveQuery(
  query: SelectStmt,
  outer: Surroundings,
  context: ResolveContext,
  onFirstPart?: OnFirstPart,
): readonly OutputColumn[] {
  const ctes = query.withClause ? resolveWith(query.withClause, outer, context) : outer.ctes;
  const surroundings = { view: outer.view, ctes };
  const columns = resolveBody(query, surroundings, context, onFirstPart);
  context.found.outputs.set(query, columns);
  return columns;
}

function resolveBody(
  query: SelectStmt,
  surroundings: Surroundings,
  context: ResolveContext,
  onFirstPart?: OnFirstPart,
): readonly OutputColumn[] {
  if (query.larg && query.rarg)
    return resolveSetOperation(query, query.larg, query.rarg, surroundings, context, onFirstPart);
  return query.valuesLists
    ? resolveValues(query, query.valuesLists, surroundings, context)
    : resolveSelect(query, surroundings, context);
}

function resolveSetOperation(
  query: SelectStmt,
  left: SelectStmt,
  right: SelectStmt,
  surroundings: Surroundings,
  context: ResolveContext,
  onFirstPart?: OnFirstPart,
): readonly OutputColumn[] {
  const view = viewOf(newScope(context, query, surroundings.view), surroundings.view);
  const inner = { view, ctes: surroundings.ctes };
  const columns = resolveQuery(left, surroundings, context, onFirstPart);
  onFirstPart?.(columns);
  makeAnonymous(resolveQuery(right, surroundings, context));
  forEachKey(sortKeys(query), context, (key) => resolveSetOperationKey(key, columns, context));
  resolveExpression([query.limitCount, query.limitOffset], inner, context);
  return columns;
}

function resolveValues(
  query: SelectStmt,
  rows: readonly Node[],
  surroundings: Surroundings,
  context: ResolveContext,
): readonly OutputColumn[] {
  const scope = newScope(context, query, surroundings.view);
  const inner = { view: viewOf(scope, surroundings.view), ctes: surroundings.ctes };
  resolveExpression([rows, query.limitCount, query.limitOffset], inner, context);
  const list: OutputList = { kind: 'values', columns: [], joins: [] };
  for (let number = 1; number <= itemsOf(rows[0]).length; number++) {
    const name = `column${number}`;
    list.columns.push({ ...PLAIN, name, list });
  }
  scope.outputs = list;
  const sorted = { ...inner, view: viewOfValues(list, inner.view) };
  forEachKey(sortKeys(query), context, (key) => resolveOutputKey(key, list.columns, sorted, context));
  return list.columns;
}

/** ORDER BY of VALUES can calculate with its columns. */
function viewOfValues(list: OutputList, view: View): View {
  const columns = list.columns.map(({ name }): SourceColumn => ({ name, origin: { kind: 'fixed' } }));
  return { ...view, columns: visibleColumns({ kind: 'values', name: '', columns }) };
}

function resolveSelect(
  query: SelectStmt,
  surroundings: Surroundings,
  context: ResolveContext,
): readonly OutputColumn[] {
  const windows = (query.windowClause ?? []).map((node) => under(node, 'WindowDef'));
  const scope = newScope(context, query, surroundings.view, windows);
  const view = resolveFrom(query.fromClause ?? [], scope, surroundings, context);
  const inner = { view, ctes: surroundings.ctes };
  scope.outputs = resolveItems(query.targetList ?? [], inner, context);
  const columns = scope.outputs.columns;
  resolveExpression(
    [query.whereClause, query.havingClause, query.windowClause, query.limitCount, query.limitOffset],
    inner,
    context,
  );
  forEachKey(query.distinctClause, context, (key) => resolveOutputKey(key, columns, inner, context));
  forEachKey(sortKeys(query), context, (key) => resolveOutputKey(key, columns, inner, context));
  forEachKey(query.groupClause, context, (key) => resolveGroupKey(key, columns, inner, context));
  return columns;
}

/** For a query whose columns are told apart by their places. */
export function makeAnonymous(columns: readonly OutputColumn[]): void {
  for (const column of columns) column.isAnonymous = true;
}

function viewOf(scope: QueryScope, outer: View | null): View {
  return { scope, outer, sources: [], columns: [] };
}
