/** The columns that SELECT and RETURNING give. */
import type { ColumnRef, Node, ResTarget } from 'libpg-query';
import { AppError } from '../../platform/errors.ts';
import { positionDetails } from '../parse-sql.ts';
import { namesIn, under } from '../tree.ts';
import type { ResolveContext, Surroundings } from './context.ts';
import { resolveExpression } from './expressions.ts';
import { ANYTHING, orFault } from './faults.ts';
import { implicitName, UNNAMED } from './implicit-name.ts';
import { lookUpStar, toReference, visibleColumns } from './lookup.ts';
import type { OutputColumn, OutputList, View, VisibleColumn } from './model.ts';

/** A column that nothing is known of but its name. */
export const PLAIN = {
  item: null,
  alias: null,
  reference: null,
  isNamed: false,
  isReferred: false,
  isAnonymous: false,
} satisfies Partial<OutputColumn>;

export function resolveItems(items: readonly Node[], surroundings: Surroundings, context: ResolveContext): OutputList {
  const list: OutputList = { kind: 'select', columns: [], joins: surroundings.view?.scope.joins ?? [] };
  for (const node of items) {
    const item = under(node, 'ResTarget');
    const star = starIn(item);
    if (star) {
      const before = list.columns.length;
      addStar(star, list, surroundings, context);
      context.found.starColumns.set(star, list.columns.slice(before));
    } else addItem(item, list, surroundings, context);
  }
  return list;
}

export function starIn(item: ResTarget): ColumnRef | null {
  if (!item.val || !('ColumnRef' in item.val)) return null;
  const last = item.val.ColumnRef.fields?.at(-1);
  return last && 'A_Star' in last ? item.val.ColumnRef : null;
}

function addStar(star: ColumnRef, list: OutputList, { view }: Surroundings, context: ResolveContext): void {
  if (star.fields?.length === 1) {
    if (view && view.sources.length > 0) addColumns(view.columns, list, view);
    else context.faults.push(starWithoutTables(star, context));
    return;
  }
  const source = orFault(context.faults, () => lookUpStar(star, view, context));
  if (!source) {
    list.columns.push({ ...PLAIN, name: ANYTHING.name, list });
    return;
  }
  context.found.stars.set(star, source);
  if (view) addColumns(visibleColumns(source), list, view);
}

function addColumns(columns: readonly VisibleColumn[], list: OutputList, view: View): void {
  for (const { name, target } of columns) {
    const reference = toReference(target, view, view);
    list.columns.push({ ...PLAIN, name, list, reference });
  }
}

function addItem(item: ResTarget, list: OutputList, surroundings: Surroundings, context: ResolveContext): void {
  resolveExpression(item.val, surroundings, context);
  const reference = item.val && 'ColumnRef' in item.val ? context.found.references.get(item.val.ColumnRef) : undefined;
  const inner = subqueryOutput(item.val, context);
  const name =
    item.name ??
    implicitName(item.val, {
      column: (column) => namesIn(column.fields).findLast((part) => part !== ''),
      subquery: (subquery) => firstOutput(subquery, context)?.name ?? UNNAMED,
    });
  list.columns.push({
    ...PLAIN,
    name,
    list,
    item,
    // The alias in a scalar subquery names the column that it is.
    alias: item.name ?? inner?.alias ?? null,
    reference: reference?.kind === 'column' ? reference : null,
    // Written out, a merged column loses its name.
    isNamed: reference?.kind === 'merged',
  });
}

function subqueryOutput(value: Node | undefined, context: ResolveContext): OutputColumn | undefined {
  if (!value || !('SubLink' in value) || value.SubLink.subLinkType !== 'EXPR_SUBLINK') return undefined;
  return firstOutput(value.SubLink.subselect, context);
}

function firstOutput(subquery: Node | undefined, context: ResolveContext): OutputColumn | undefined {
  return context.found.outputs.get(under(subquery, 'SelectStmt'))?.[0];
}

function starWithoutTables(star: ColumnRef, context: ResolveContext): AppError {
  const details = positionDetails(context.text.positionOfByte(star.location));
  return new AppError({ code: 'sql/unknown-table', message: '* needs a table in FROM.', details });
}
