/** INSERT, UPDATE and DELETE. */
import type { Node, OnConflictClause, RangeVar, ReturningClause } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import { under, type WriteNode } from '../tree.ts';
import { newScope, type ResolveContext, type Surroundings } from './context.ts';
import { resolveExpression } from './expressions.ts';
import { hasUnknown } from './faults.ts';
import { type FromPart, resolveFrom, resolveTable } from './from.ts';
import { visibleColumns } from './lookup.ts';
import type { OutputColumn, QueryScope, RowSource, TableSource, View } from './model.ts';
import { resolveItems } from './outputs.ts';
import { makeAnonymous, resolveQuery } from './query.ts';
import { unknownColumn } from './unknown-name.ts';
import { resolveWith } from './with.ts';

/** Resolves a statement that writes; returns the columns of its RETURNING. */
export function resolveWrite(
  statement: WriteNode,
  outer: Surroundings,
  context: ResolveContext,
): readonly OutputColumn[] {
  if ('InsertStmt' in statement) {
    const insert = statement.InsertStmt;
    const surroundings = withCtes(insert.withClause, outer, context);
    const target = resolveTarget(insert.relation, context);
    for (const item of insert.cols ?? []) targetColumn(item, target, context);
    const query = insert.selectStmt;
    if (query) makeAnonymous(resolveQuery(under(query, 'SelectStmt'), surroundings, context));
    const scope = newScope(context, insert, surroundings.view);
    scope.sources.push(target);
    const part: FromPart = { sources: [target], columns: visibleColumns(target) };
    const view: View = { scope, outer: surroundings.view, ...part };
    resolveConflict(insert.onConflictClause, target, view, surroundings, context);
    return resolveReturning(insert.returningClause, scope, view, surroundings, context);
  }
  if ('UpdateStmt' in statement) {
    const update = statement.UpdateStmt;
    return resolveChange(update, update.relation, update.fromClause, update.targetList, outer, context);
  }
  const remove = statement.DeleteStmt;
  return resolveChange(remove, remove.relation, remove.usingClause, [], outer, context);
}

interface Change {
  readonly withClause?: Parameters<typeof resolveWith>[0];
  readonly whereClause?: Node;
  readonly returningClause?: ReturningClause;
}

function resolveChange(
  change: Change,
  relation: RangeVar | undefined,
  from: readonly Node[] | undefined,
  assignments: readonly Node[] | undefined,
  outer: Surroundings,
  context: ResolveContext,
): readonly OutputColumn[] {
  const surroundings = withCtes(change.withClause, outer, context);
  const target = resolveTarget(relation, context);
  const scope = newScope(context, change, surroundings.view);
  scope.sources.push(target);
  const before: FromPart = { sources: [target], columns: visibleColumns(target) };
  const view = resolveFrom(from ?? [], scope, surroundings, context, before);
  resolveAssignments(assignments ?? [], target, { ...surroundings, view }, context);
  resolveExpression(change.whereClause, { ...surroundings, view }, context);
  return resolveReturning(change.returningClause, scope, view, surroundings, context);
}

function withCtes(clause: Change['withClause'], outer: Surroundings, context: ResolveContext): Surroundings {
  return clause ? { view: outer.view, ctes: resolveWith(clause, outer, context) } : outer;
}

function resolveTarget(relation: RangeVar | undefined, context: ResolveContext): TableSource {
  return resolveTable(must(relation, 'a table'), context, true);
}

function targetColumn(item: Node, target: TableSource, context: ResolveContext): void {
  const { name = '', location } = under(item, 'ResTarget');
  checkColumn(`${target.name}.${name}`, name, target, context.text.positionOfByte(location), context);
}

function checkColumn(
  written: string,
  name: string,
  { table, columns }: TableSource,
  position: number | undefined,
  context: ResolveContext,
): void {
  const names = table.columns.map((column) => column.name);
  if (names.includes(name) || hasUnknown(columns)) return;
  context.faults.push(unknownColumn(written, names, position));
}

function resolveAssignments(
  assignments: readonly Node[],
  target: TableSource,
  surroundings: Surroundings,
  context: ResolveContext,
): void {
  for (const node of assignments) {
    targetColumn(node, target, context);
    const { val } = under(node, 'ResTarget');
    // The parser copies the right side to each column on the left.
    if (val && 'MultiAssignRef' in val && val.MultiAssignRef.colno !== 1) continue;
    resolveExpression(node, surroundings, context);
  }
}

function resolveConflict(
  clause: OnConflictClause | undefined,
  target: TableSource,
  view: View,
  surroundings: Surroundings,
  context: ResolveContext,
): void {
  if (!clause) return;
  for (const node of clause.infer?.indexElems ?? []) {
    const { name } = under(node, 'IndexElem');
    if (name !== undefined) checkColumn(name, name, target, undefined, context);
  }
  resolveExpression(clause.infer?.whereClause, { ...surroundings, view }, context);
  const excluded = rowOf('excluded', 'excluded', target);
  const inner = {
    ...surroundings,
    view: {
      ...view,
      sources: [...view.sources, excluded],
      columns: [...view.columns, ...visibleColumns(excluded)],
    },
  };
  resolveAssignments(clause.targetList ?? [], target, inner, context);
  resolveExpression(clause.whereClause, inner, context);
}

function resolveReturning(
  clause: ReturningClause | undefined,
  scope: QueryScope,
  view: View,
  surroundings: Surroundings,
  context: ResolveContext,
): readonly OutputColumn[] {
  const [target] = scope.sources;
  if (!clause || target?.kind !== 'table') return [];
  const rows = (['old', 'new'] as const)
    .map((kind) => rowOf(kind, nameOfRow(kind, clause), target))
    .filter((row) => view.sources.every((source) => source.name !== row.name));
  const inner = { ...surroundings, view: { ...view, sources: [...view.sources, ...rows] } };
  scope.outputs = resolveItems(clause.exprs ?? [], inner, context);
  return scope.outputs.columns;
}

/** `RETURNING WITH (OLD AS before)` gives the row another name. */
function nameOfRow(kind: 'old' | 'new', clause: ReturningClause): string {
  for (const node of clause.options ?? []) {
    const { option, value } = under(node, 'ReturningOption');
    if (option === (kind === 'old' ? 'RETURNING_OPTION_OLD' : 'RETURNING_OPTION_NEW')) return value ?? kind;
  }
  return kind;
}

function rowOf(kind: RowSource['kind'], name: string, target: TableSource): RowSource {
  return { kind, name, columns: target.columns };
}
