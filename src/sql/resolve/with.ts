/** WITH: what each CTE gives, and who can see it. */
import type { CommonTableExpr, WithClause } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import { isWrite, namesIn, under } from '../tree.ts';
import { unsupported } from '../unsupported.ts';
import type { CteScope, ResolveContext, Surroundings } from './context.ts';
import { declarationOf, declaredColumns, listedColumns } from './declarations.ts';
import type { Cte, Declaration, OutputColumn } from './model.ts';
import { resolveQuery } from './query.ts';
import { resolveWrite } from './writes.ts';

const NO_COLUMNS: Declaration = { names: [], written: 0, rest: [] };

/** Resolves the CTEs of `clause`; returns what a query after it can see. */
export function resolveWith(clause: WithClause, outer: Surroundings, context: ResolveContext): CteScope {
  const ctes = (clause.ctes ?? []).map((node) => newCte(under(node, 'CommonTableExpr')));
  for (const cte of ctes) context.found.ctes.set(cte.node, cte);
  return clause.recursive ? resolveRecursive(ctes, outer, context) : resolveInOrder(ctes, outer, context);
}

function newCte(node: CommonTableExpr): Cte {
  const { ctename: name = '' } = node;
  return { name, node, declaration: NO_COLUMNS, additions: NO_COLUMNS, columns: [], isRecursive: false };
}

/** Each sees those before it. */
function resolveInOrder(ctes: readonly Cte[], outer: Surroundings, context: ResolveContext): CteScope {
  const visible = new Map<string, Cte>();
  const scope: CteScope = { outer: outer.ctes, find: (name) => visible.get(name) };
  for (const cte of ctes) {
    resolveCte(cte, { view: outer.view, ctes: scope }, context);
    visible.set(cte.name, cte);
  }
  return scope;
}

/** Each sees all, itself included; one that is read before its turn is resolved first. */
function resolveRecursive(ctes: readonly Cte[], outer: Surroundings, context: ResolveContext): CteScope {
  const byName = new Map(ctes.map((cte) => [cte.name, cte]));
  const state = new Map<Cte, 'open' | 'done'>();
  const scope: CteScope = {
    outer: outer.ctes,
    find: (name) => {
      const cte = byName.get(name);
      if (cte && state.get(cte) !== 'done') {
        // Read from inside itself or from before it.
        cte.isRecursive = true;
        resolveOnce(cte);
      }
      return cte;
    },
  };
  function resolveOnce(cte: Cte): void {
    if (state.has(cte)) return;
    state.set(cte, 'open');
    resolveCte(cte, { view: outer.view, ctes: scope }, context);
    state.set(cte, 'done');
  }
  for (const cte of ctes) resolveOnce(cte);
  return scope;
}

function resolveCte(cte: Cte, surroundings: Surroundings, context: ResolveContext): void {
  const setColumns = (outputs: readonly OutputColumn[]) => {
    if (cte.columns.length > 0) return;
    cte.declaration = declarationOf(namesIn(cte.node.aliascolnames), outputs);
    cte.additions = additionsOf(cte.node);
    cte.columns = [...declaredColumns(cte.declaration), ...listedColumns(cte.additions)];
  };
  const query = must(cte.node.ctequery, 'a query');
  if ('SelectStmt' in query) setColumns(resolveQuery(query.SelectStmt, surroundings, context, setColumns));
  else if (isWrite(query)) setColumns(resolveWrite(query, surroundings, context));
  else throw unsupported('MergeStmt' in query ? 'merge' : 'statement');
}

function additionsOf({ search_clause: search, cycle_clause: cycle }: CommonTableExpr): Declaration {
  const names = [search?.search_seq_column, cycle?.cycle_mark_column, cycle?.cycle_path_column].filter(
    (name) => name !== undefined,
  );
  return { names, written: names.length, rest: [] };
}
