/** FROM, from left to right: what is read, under which names, and what a bare name can mean. */
import type { JoinExpr, Node, RangeSubselect, RangeTableSample, RangeVar } from 'libpg-query';
import { must } from '../../platform/assert.ts';
import type { Table } from '../../schema/model.ts';
import { namesIn, under } from '../tree.ts';
import { unsupported } from '../unsupported.ts';
import { findCte, findTable, type ResolveContext, type Surroundings } from './context.ts';
import { declarationOf, declaredColumns } from './declarations.ts';
import { resolveExpression } from './expressions.ts';
import { ANYTHING } from './faults.ts';
import { resolveFunction } from './function-source.ts';
import { joinColumns, mergedColumns, referencesOf } from './joins.ts';
import { visibleColumns } from './lookup.ts';
import type { QueryScope, Source, SourceColumn, TableSource, View, VisibleColumn } from './model.ts';
import { resolveQuery } from './query.ts';
import { unknownTable } from './unknown-name.ts';

/** What one item of FROM adds. */
export interface FromPart {
  readonly sources: readonly Source[];
  readonly columns: readonly VisibleColumn[];
}

const NOTHING: FromPart = { sources: [], columns: [] };

/** Resolves `items` into `scope`; returns what the rest of the query sees. `before` is what a statement writes to. */
export function resolveFrom(
  items: readonly Node[],
  scope: QueryScope,
  surroundings: Surroundings,
  context: ResolveContext,
  before: FromPart = NOTHING,
): View {
  let seen = NOTHING;
  for (const item of items) {
    seen = together(seen, resolveItem(item, seen, { scope, surroundings, context }));
  }
  return { scope, outer: surroundings.view, ...together(before, seen) };
}

interface Place {
  readonly scope: QueryScope;
  readonly surroundings: Surroundings;
  readonly context: ResolveContext;
}

/** @param left what LATERAL sees */
function resolveItem(item: Node, left: FromPart, place: Place): FromPart {
  if ('RangeVar' in item) return single(resolveName(item.RangeVar, place), place);
  if ('RangeTableSample' in item) return resolveSample(item.RangeTableSample, left, place);
  if ('RangeSubselect' in item) return single(resolveDerived(item.RangeSubselect, left, place), place);
  if ('JoinExpr' in item) return resolveJoin(item.JoinExpr, left, place);
  if ('RangeFunction' in item) {
    const { context, surroundings } = place;
    return single(resolveFunction(item.RangeFunction, lateral(left, place), surroundings, context), place);
  }
  throw unsupported('RangeTableFunc' in item ? 'xml' : 'json-table');
}

function together(left: FromPart, right: FromPart): FromPart {
  return { sources: [...left.sources, ...right.sources], columns: [...left.columns, ...right.columns] };
}

function single(source: Source, { scope }: Place): FromPart {
  scope.sources.push(source);
  return { sources: [source], columns: visibleColumns(source) };
}

function lateral(left: FromPart, { scope, surroundings }: Place): View {
  return { scope, outer: surroundings.view, ...left };
}

function resolveName(name: RangeVar, { surroundings, context }: Place): Source {
  const bare = name.schemaname === undefined ? name.relname : undefined;
  const cte = bare === undefined ? undefined : findCte(surroundings.ctes, bare);
  if (!cte) return resolveTable(name, context);
  const columns = renamed(cte.columns, namesIn(name.alias?.colnames));
  const source: Source = { kind: 'cte', name: name.alias?.aliasname ?? cte.name, cte, columns };
  context.found.sources.set(name, source);
  return source;
}

export function resolveTable(name: RangeVar, context: ResolveContext, isTarget = false): TableSource {
  const position = context.text.positionOfByte(name.location);
  if (name.catalogname !== undefined) throw unsupported('database-name', position);
  const { schemaname, relname = '', alias } = name;
  const found = findTable(context.schema, schemaname, relname);
  if (!found) context.faults.push(unknownTable(context.schema, schemaname, relname, position));
  const table = found ?? { ...UNKNOWN_TABLE, namespace: schemaname ?? 'public', name: relname };
  const columns = found ? columnsOf(found) : [...namesIn(alias?.colnames).map(() => ANYTHING), ANYTHING];
  const source: TableSource = {
    kind: 'table',
    name: alias?.aliasname ?? relname,
    table,
    hasAlias: alias !== undefined,
    isTarget,
    columns: renamed(columns, namesIn(alias?.colnames)),
  };
  context.found.sources.set(name, source);
  return source;
}

/** Stands in for a table that is not there, so that the rest of the statement can be looked at. */
const UNKNOWN_TABLE: Omit<Table, 'namespace' | 'name'> = {
  kind: 'table',
  comment: null,
  columns: [],
  primaryKey: [],
  uniqueKeys: [],
  foreignKeys: [],
  checks: [],
  rowCount: 0,
};

function columnsOf({ columns }: Table): SourceColumn[] {
  return columns.map((column) => ({ name: column.name, origin: { kind: 'table', column } }));
}

/** `orders AS o(number, buyer)` gives the first columns other names. */
function renamed(columns: readonly SourceColumn[], names: readonly string[]): SourceColumn[] {
  return columns.map((column, index) => ({ ...column, name: names[index] ?? column.name }));
}

function resolveSample(sample: RangeTableSample, left: FromPart, place: Place): FromPart {
  resolveExpression(
    [sample.args, sample.repeatable],
    { ...place.surroundings, view: lateral(left, place) },
    place.context,
  );
  return resolveItem(must(sample.relation, 'a table to sample'), left, place);
}

function resolveDerived(derived: RangeSubselect, left: FromPart, place: Place): Source {
  const { scope, surroundings, context } = place;
  const subquery = under(derived.subquery, 'SelectStmt');
  const inner = derived.lateral ? { ...surroundings, view: lateral(left, place) } : surroundings;
  const before = context.found.scopes.length;
  const outputs = resolveQuery(subquery, inner, context);
  const within = context.found.scopes.slice(before);
  const isLateral = within.some(({ outerReferences }) => scope.sources.some((source) => outerReferences.has(source)));
  if (!derived.lateral) passOn(within, scope);
  const declaration = declarationOf(namesIn(derived.alias?.colnames), outputs);
  const source: Source = {
    kind: 'derived',
    name: derived.alias?.aliasname ?? '',
    declaration,
    columns: declaredColumns(declaration),
    isLateral,
  };
  context.found.sources.set(derived, source);
  return source;
}

/**
 * What a derived table without LATERAL refers to lies beyond `scope`, which it does not see. It counts as a reference
 * of `scope` all the same: with or without a needless LATERAL, the same names are free.
 */
function passOn(within: readonly QueryScope[], scope: QueryScope): void {
  for (const { outer, outerReferences } of within) {
    if (outer !== scope.outer) continue;
    for (const source of outerReferences) scope.outerReferences.add(source);
  }
}

function resolveJoin(join: JoinExpr, left: FromPart, place: Place): FromPart {
  const { scope, surroundings, context } = place;
  const larg = resolveItem(must(join.larg, 'a left side'), left, place);
  const rarg = resolveItem(must(join.rarg, 'a right side'), together(left, larg), place);
  const sources = [...larg.sources, ...rarg.sources];
  const view = { scope, outer: surroundings.view, sources, columns: [...larg.columns, ...rarg.columns] };
  const pairs = mergedColumns(join, larg, rarg, context);
  const using = { pairs: pairs.map((pair) => referencesOf(pair, view)), left: larg.columns, right: rarg.columns };
  scope.joins.push(using);
  context.found.joins.set(join, using);
  resolveExpression(join.quals, { ...surroundings, view }, context);
  return { sources, columns: joinColumns(join, larg, rarg, pairs) };
}
