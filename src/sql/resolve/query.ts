/** Queries: SELECT, VALUES and set operations, and the keys that refer to what they return. */
import type { ColumnRef, Node, SelectStmt } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import { AppError } from '../../platform/errors.ts';
import { positionDetails } from '../parse-sql.ts';
import { integerIn, itemsOf, nameIn, textOf, under } from '../tree.ts';
import { newScope, type ResolveContext, type Surroundings } from './context.ts';
import { resolveExpression } from './expressions.ts';
import { resolveFrom } from './from.ts';
import { referredTo, visibleColumns } from './lookup.ts';
import type { OutputColumn, OutputList, QueryScope, SourceColumn, View } from './model.ts';
import { PLAIN, resolveItems } from './outputs.ts';
import { ambiguousName, unknownColumn } from './unknown-name.ts';
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
  for (const key of sortKeys(query)) {
    const column = outputOfKey(key, columns, context);
    if (!column)
      throw unknownColumn(
        nameOfKey(key) ?? '',
        columns.map(({ name }) => name),
        keyPosition(key, context),
      );
    column.isNamed = true;
    column.isReferred = true;
    standsFor(key, column, context);
  }
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
  for (const key of sortKeys(query)) {
    const column = outputOfKey(key, list.columns, context);
    if (column) standsFor(key, column, context);
    else resolveExpression(key, { ...inner, view: viewOfValues(list, inner.view) }, context);
  }
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
  for (const key of query.distinctClause ?? []) resolveOutputKey(key, columns, inner, context);
  for (const key of sortKeys(query)) resolveOutputKey(key, columns, inner, context);
  for (const key of query.groupClause ?? []) resolveGroupKey(key, columns, inner, context);
  return columns;
}

/** For a query whose columns are told apart by their places. */
export function makeAnonymous(columns: readonly OutputColumn[]): void {
  for (const column of columns) column.isAnonymous = true;
}

export function viewOf(scope: QueryScope, outer: View | null): View {
  return { scope, outer, sources: [], columns: [] };
}

function sortKeys(query: SelectStmt): Node[] {
  return (query.sortClause ?? []).map((node) => must(under(node, 'SortBy').node, 'a sort key'));
}

/** A name in ORDER BY and DISTINCT ON is an output's before it is a column's. */
function resolveOutputKey(
  key: Node,
  columns: readonly OutputColumn[],
  surroundings: Surroundings,
  context: ResolveContext,
): void {
  const column = outputOfKey(key, columns, context);
  if (column) {
    column.isNamed ||= column.alias !== null;
    standsFor(key, column, context);
  } else resolveExpression(key, surroundings, context);
}

/** In GROUP BY it is the other way round, as far as the columns of its own FROM go. */
function resolveGroupKey(
  key: Node,
  columns: readonly OutputColumn[],
  surroundings: Surroundings,
  context: ResolveContext,
): void {
  if ('GroupingSet' in key) {
    for (const inner of key.GroupingSet.content ?? []) resolveGroupKey(inner, columns, surroundings, context);
    return;
  }
  if ('RowExpr' in key && key.RowExpr.row_format === 'COERCE_IMPLICIT_CAST') {
    for (const inner of key.RowExpr.args ?? []) resolveGroupKey(inner, columns, surroundings, context);
    return;
  }
  const name = nameOfKey(key);
  const isColumn = name !== null && surroundings.view?.columns.some((column) => column.name === name);
  const column = isColumn ? null : outputOfKey(key, columns, context);
  if (column) standsFor(key, column, context);
  else resolveExpression(key, surroundings, context);
}

function standsFor(key: Node, column: OutputColumn, context: ResolveContext): void {
  // Where the output has no alias, the column itself is written.
  if (column.reference) referredTo(column.reference);
  context.found.outputKeys.set(key, column);
}

/** The output that a bare name or a number means. */
function outputOfKey(key: Node, columns: readonly OutputColumn[], context: ResolveContext): OutputColumn | null {
  if ('A_Const' in key) {
    const number = integerIn(key.A_Const);
    const column = number === null ? undefined : columns[number - 1];
    if (column) return column;
    throw new AppError({
      code: 'sql/unknown-column',
      message: number === null ? 'A constant is no column.' : `There is no column number ${number} in the result.`,
      details: { name: String(number), ...positionDetails(keyPosition(key, context)) },
    });
  }
  const name = nameOfKey(key);
  if (name === null) return null;
  const named = columns.filter((column) => column.name === name);
  const [first, ...others] = named;
  if (first && others.some((other) => !isSameOutput(first, other)))
    throw ambiguousName(name, keyPosition(key, context));
  return first ?? null;
}

function isSameOutput(left: OutputColumn, right: OutputColumn): boolean {
  if (left.reference?.kind === 'column' && right.reference?.kind === 'column') {
    return left.reference.source === right.reference.source && left.reference.column === right.reference.column;
  }
  return left.item !== null && right.item !== null && textOf(left.item.val) === textOf(right.item.val);
}

function nameOfKey(key: Node): string | null {
  const column = bareColumn(key);
  return column ? nameIn(column.fields?.[0]) : null;
}

function bareColumn(key: Node): ColumnRef | null {
  return 'ColumnRef' in key && key.ColumnRef.fields?.length === 1 ? key.ColumnRef : null;
}

function keyPosition(key: Node, context: ResolveContext): number | undefined {
  if ('ColumnRef' in key) return context.text.positionOfByte(key.ColumnRef.location);
  return 'A_Const' in key ? context.text.positionOfByte(key.A_Const.location) : undefined;
}
