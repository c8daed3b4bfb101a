/** How Postgres names a column of a result that has no alias (FigureColname in parse_target.c). */
import type { ColumnRef, Node, SQLValueFunctionOp } from 'libpg-query';
import { namesIn } from '../tree.ts';

export const UNNAMED = '?column?';

interface ImplicitName {
  readonly name: string;
  /** A cast gives its own name only where what is cast has none but that of another cast or a CASE. */
  readonly isWeak: boolean;
}

/** How columns and scalar subqueries are called: by the query, or in what is printed. */
export interface InnerNames {
  column(column: ColumnRef): string | undefined;
  subquery(subquery: Node): string;
}

export function implicitName(node: Node | undefined, inner: InnerNames): string {
  return figureName(node, inner)?.name ?? UNNAMED;
}

function figureName(node: Node | undefined, innerNames: InnerNames): ImplicitName | null {
  if (!node) return null;
  const inner = (arg: Node | undefined) => figureName(arg, innerNames);
  if ('ColumnRef' in node) return strong(innerNames.column(node.ColumnRef));
  if ('A_Indirection' in node) {
    const field = namesIn(node.A_Indirection.indirection).findLast((name) => name !== '');
    return field === undefined ? inner(node.A_Indirection.arg) : strong(field);
  }
  if ('FuncCall' in node) return strong(namesIn(node.FuncCall.funcname).at(-1));
  if ('A_Expr' in node) return node.A_Expr.kind === 'AEXPR_NULLIF' ? strong('nullif') : null;
  if ('TypeCast' in node) {
    const type = namesIn(node.TypeCast.typeName?.names).at(-1);
    return weakOr(inner(node.TypeCast.arg), type);
  }
  if ('CollateClause' in node) return inner(node.CollateClause.arg);
  if ('GroupingFunc' in node) return strong('grouping');
  if ('CaseExpr' in node) return weakOr(inner(node.CaseExpr.defresult), 'case');
  if ('A_ArrayExpr' in node) return strong('array');
  if ('RowExpr' in node) return strong('row');
  if ('CoalesceExpr' in node) return strong('coalesce');
  if ('MinMaxExpr' in node) return strong(node.MinMaxExpr.op === 'IS_LEAST' ? 'least' : 'greatest');
  if ('SQLValueFunction' in node) return strong(valueFunctionName(node.SQLValueFunction.op));
  if (!('SubLink' in node)) return null;
  const { subLinkType, subselect } = node.SubLink;
  if (subLinkType === 'EXISTS_SUBLINK') return strong('exists');
  if (subLinkType === 'ARRAY_SUBLINK') return strong('array');
  return subLinkType === 'EXPR_SUBLINK' && subselect ? strong(innerNames.subquery(subselect)) : null;
}

function strong(name: string | undefined): ImplicitName | null {
  return name === undefined ? null : { name, isWeak: false };
}

function weakOr(found: ImplicitName | null, name: string | undefined): ImplicitName | null {
  if ((found && !found.isWeak) || name === undefined) return found;
  return { name, isWeak: true };
}

/** `current_timestamp` of `SVFOP_CURRENT_TIMESTAMP_N`. */
function valueFunctionName(op: SQLValueFunctionOp | undefined): string {
  return (op ?? '')
    .replace(/^SVFOP_/, '')
    .replace(/_N$/, '')
    .toLowerCase();
}
