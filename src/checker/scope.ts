/** Which names can be used at some place of a query. */
import { type ColumnUse, columnUse, HOLDS_OPEN, type RowUse } from './expression.ts';
import type { Token } from './lexer.ts';
import type { Place } from './places.ts';
import { type Rejection, reject } from './rejection.ts';
import type { Relation } from './relation.ts';
import type { SchemaIndex } from './schema-index.ts';
import { UNSURE } from './types/types.ts';

export interface Source {
  /** As it stands before a column: `orders`, `orders2`, `sales.orders`, `q1`. */
  readonly qualifier: string;
  readonly relation: Relation;
}

/** CTEs, the innermost and latest first. */
export interface CommonTables {
  readonly name: string;
  /** `unfinished` inside the first part of its own query. */
  readonly relation: Relation | 'unfinished';
  readonly rest: CommonTables | null;
}

/** Stands for all the names that a WITH RECURSIVE may still define. */
export const LATER = '…';

export interface Scope {
  readonly index: SchemaIndex;
  /** Of the query around this one. */
  readonly outer: Scope | null;
  readonly commonTables: CommonTables | null;
  readonly sources: readonly Source[];
  /** Whether a FROM that can still introduce sources is to come. */
  readonly isOpen: boolean;
  readonly place: Place;
  /** Whose columns go by their names alone; not given where there are none such. */
  readonly bare?: Source;
}

export function at(scope: Scope, place: Place): Scope {
  return scope.place === place ? scope : { ...scope, place };
}

export function findSource(sources: readonly Source[], qualifier: string): Source | undefined {
  // Few, and the one that is meant is often the last.
  for (let index = sources.length - 1; index >= 0; index--) {
    if (sources[index]?.qualifier === qualifier) return sources[index];
  }
  return undefined;
}

export function findCommonTable(commonTables: CommonTables | null, name: string): CommonTables | null {
  let found = commonTables;
  while (found && found.name !== name) found = found.rest;
  return found;
}

/** Where a qualifier leads: to a source in reach, to one that a FROM must still introduce, or nowhere. */
export type Lookup =
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'open'; readonly relation: Relation | null }
  | { readonly kind: 'none' };

export function lookUp(scope: Scope | null, qualifier: string): Lookup {
  for (let each = scope; each; each = each.outer) {
    const source = findSource(each.sources, qualifier);
    if (source) return { kind: 'source', source };
    if (each.isOpen) return { kind: 'open', relation: promised(each, qualifier) };
  }
  return { kind: 'none' };
}

/** What a source must be that is used before its FROM; null when that FROM decides. */
function promised({ index, commonTables }: Scope, qualifier: string): Relation | null {
  const table = index.qualifiers.get(qualifier);
  if (table) return table;
  // The numbers of CTEs and derived tables run through the statement, so that no derived table can have this name.
  const relation = findCommonTable(commonTables, qualifier)?.relation;
  return typeof relation === 'object' ? relation : null;
}

/** A source whose row goes by the bare name, in which a namespace is left out. */
export function lookUpRow(scope: Scope, name: string): Lookup {
  for (let each: Scope | null = scope; each; each = each.outer) {
    const source = each.sources.find(({ qualifier }) => qualifier === name || qualifier.endsWith(`.${name}`));
    if (source) return { kind: 'source', source };
    if (each.isOpen) return { kind: 'open', relation: promised(each, name) };
  }
  return { kind: 'none' };
}

export function resolveColumn(scope: Scope, qualifier: Token, name: Token): ColumnUse | Rejection {
  const found = lookUp(scope, qualifier.text);
  if (found.kind === 'none') return notInScope(qualifier);
  const use = { qualifier: qualifier.text, name: name.text, position: qualifier.position };
  const relation = found.kind === 'source' ? found.source.relation : found.relation;
  if (!relation) return columnUse({ ...use, type: UNSURE }, { isOpen: true });
  const type = columnTypeIn(relation, use);
  return 'reason' in type ? type : columnUse({ ...use, type });
}

export function columnTypeIn(relation: Relation, use: Pick<ColumnUse, 'qualifier' | 'name' | 'position'>) {
  const type = relation.types.get(use.name);
  if (type === 'ambiguous') {
    const message = `${use.qualifier} has more than one column ${use.name}.`;
    return reject('ambiguous-column', use.position, message);
  }
  if (type) return type;
  if (relation.columns === null) return UNSURE;
  return reject('unknown-column', use.position, `${use.qualifier} has no column ${use.name}.`);
}

export function notInScope(qualifier: Pick<Token, 'text' | 'position'>): Rejection {
  const message = `${qualifier.text} is not among the tables that can be used here.`;
  return reject('not-in-scope', qualifier.position, message);
}

/** A column or a row whose source was still to come, now that all sources of its query are known. */
export function settle(use: ColumnUse | RowUse, scope: Scope): 'own' | 'outer' | Rejection {
  const own = findSource(scope.sources, use.qualifier);
  if (use.kind === 'row') return settleRow(use, scope);
  if (own) {
    // Others were looked up where they were read, or stand for a star.
    if (use.kind !== 'column' || (use.holds & HOLDS_OPEN) === 0) return 'own';
    const type = columnTypeIn(own.relation, use);
    return 'reason' in type ? type : 'own';
  }
  return lookUp(scope.outer, use.qualifier).kind === 'none'
    ? notInScope({ text: use.qualifier, position: use.position })
    : 'outer';
}

function settleRow({ qualifier, position }: RowUse, scope: Scope): 'own' | 'outer' | Rejection {
  if (lookUpRow({ ...scope, outer: null }, qualifier).kind === 'source') return 'own';
  const isOuter = scope.outer && lookUpRow(scope.outer, qualifier).kind !== 'none';
  return isOuter ? 'outer' : notInScope({ text: qualifier, position });
}
