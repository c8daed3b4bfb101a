import type { ColumnRef, SubLink } from 'libpg-query';
import { textOf, under, walk } from '../tree.ts';
import type { ResolveContext, Surroundings } from './context.ts';
import { orFault } from './faults.ts';
import { lookUp, lookUpStar } from './lookup.ts';
import { makeAnonymous, resolveQuery } from './query.ts';

/** Resolves every column under `expression`, which may also be a list or any part of the tree, and its subqueries. */
export function resolveExpression(expression: unknown, surroundings: Surroundings, context: ResolveContext): void {
  walk(expression, (node) => {
    if ('ColumnRef' in node) {
      resolveColumn(node.ColumnRef, surroundings, context);
      return false;
    }
    if ('SubLink' in node) {
      resolveExpression(node.SubLink.testexpr, surroundings, context);
      resolveSubquery(node.SubLink, surroundings, context);
      return false;
    }
    return true;
  });
}

function resolveColumn(reference: ColumnRef, { view }: Surroundings, context: ResolveContext): void {
  const last = reference.fields?.at(-1);
  if (last && 'A_Star' in last) {
    // A lone star is an item of SELECT, or the whole of COUNT(*), which has no column.
    if (reference.fields?.length === 1) return;
    const source = orFault(context.faults, () => lookUpStar(reference, view, context));
    if (source) context.found.stars.set(reference, source);
    return;
  }
  const found = orFault(context.faults, () => lookUp(reference, view, context));
  if (found) context.found.references.set(reference, found);
}

/**
 * The same subquery twice in one SELECT becomes one: to Postgres an expression of GROUP BY is that of the SELECT list
 * only when the names inside are the same as well.
 */
function resolveSubquery(link: SubLink, surroundings: Surroundings, context: ResolveContext): void {
  const text = textOf(link.subselect);
  const known = surroundings.view ? context.subqueries.get(surroundings.view) : undefined;
  const twin = known?.get(text);
  if (twin) {
    link.subselect = twin;
    return;
  }
  makeAnonymous(resolveQuery(under(link.subselect, 'SelectStmt'), surroundings, context));
  if (!surroundings.view || !link.subselect) return;
  if (known) known.set(text, link.subselect);
  else context.subqueries.set(surroundings.view, new Map([[text, link.subselect]]));
}
