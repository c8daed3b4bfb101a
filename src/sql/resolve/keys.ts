/** What ORDER BY, GROUP BY and DISTINCT ON sort and group by: expressions, or names and numbers of outputs. */
import type { ColumnRef, Node, SelectStmt } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import { AppError } from '../../platform/errors.ts';
import { positionDetails } from '../parse-sql.ts';
import { integerIn, nameIn, textOf, under } from '../tree.ts';
import type { ResolveContext, Surroundings } from './context.ts';
import { resolveExpression } from './expressions.ts';
import { hasUnknown, knownNames, orFault } from './faults.ts';
import { referredTo } from './lookup.ts';
import type { OutputColumn } from './model.ts';
import { ambiguousName, unknownColumn } from './unknown-name.ts';

/** Does `resolve` with each key, whatever is wrong with those before it. */
export function forEachKey(
  keys: readonly Node[] | undefined,
  context: ResolveContext,
  resolve: (key: Node) => void,
): void {
  for (const key of keys ?? []) orFault(context.faults, () => resolve(key));
}

/** What ORDER BY lists. */
export function sortKeys(query: SelectStmt): Node[] {
  return (query.sortClause ?? []).map((node) => must(under(node, 'SortBy').node, 'a sort key'));
}

/** A name in ORDER BY and DISTINCT ON is an output's before it is a column's. */
export function resolveOutputKey(
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
export function resolveGroupKey(
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

/** The result of a set operation has nothing but its columns to sort by. */
export function resolveSetOperationKey(key: Node, columns: readonly OutputColumn[], context: ResolveContext): void {
  const column = outputOfKey(key, columns, context);
  if (!column && hasUnknown(columns)) return;
  if (!column) throw unknownColumn(nameOfKey(key) ?? '', knownNames(columns), keyPosition(key, context));
  column.isNamed = true;
  column.isReferred = true;
  standsFor(key, column, context);
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
    if (column || hasUnknown(columns)) return column ?? null;
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
