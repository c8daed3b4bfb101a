import type { Node, SelectStmt } from 'libpg-query';
import type { AppError } from '../../platform/errors.ts';
import type { Schema, Table } from '../../schema/model.ts';
import type { SourceText } from '../source-text.ts';
import type { Cte, OutputColumn, QueryScope, Resolution, View } from './model.ts';

type Writable<T> =
  T extends ReadonlyMap<infer Key, infer Value> ? Map<Key, Value> : T extends readonly (infer Item)[] ? Item[] : T;

/** What the resolver fills while it walks a statement. */
export interface ResolveContext {
  readonly schema: Schema;
  readonly text: SourceText;
  /** Subqueries by their text, for each place that they were resolved from. */
  readonly subqueries: Map<View, Map<string, Node>>;
  /** Names that mean nothing, and what canonical SQL has no place for. */
  readonly faults: AppError[];
  readonly found: { readonly [Key in keyof Resolution]: Writable<Resolution[Key]> };
}

/** What a query inside another knows of it. */
export interface Surroundings {
  readonly view: View | null;
  readonly ctes: CteScope | null;
}

/** The CTEs that can be seen, innermost first. */
export interface CteScope {
  readonly outer: CteScope | null;
  find(name: string): Cte | undefined;
}

export function findCte(scope: CteScope | null, name: string): Cte | undefined {
  for (let current = scope; current; current = current.outer) {
    const found = current.find(name);
    if (found) return found;
  }
  return undefined;
}

export function newContext(schema: Schema, text: SourceText): ResolveContext {
  return {
    schema,
    text,
    subqueries: new Map(),
    faults: [],
    found: {
      references: new Map(),
      stars: new Map(),
      starColumns: new Map(),
      sources: new Map(),
      joins: new Map(),
      scopes: [],
      scopeOf: new Map(),
      ctes: new Map(),
      outputKeys: new Map(),
      outputs: new Map<SelectStmt, readonly OutputColumn[]>(),
    },
  };
}

/**
 * The table that a name in FROM means: with a namespace that one, without it the one in `public`, and failing that the
 * only one of that name anywhere.
 */
export function findTable(schema: Schema, namespace: string | undefined, name: string): Table | undefined {
  const named = schema.tables.filter((table) => table.name === name);
  if (namespace !== undefined) return named.find((table) => table.namespace === namespace);
  return named.find((table) => table.namespace === 'public') ?? (named.length === 1 ? named[0] : undefined);
}

export function newScope(
  context: ResolveContext,
  node: object,
  outer: View | null,
  windows: QueryScope['windows'] = [],
): QueryScope {
  const scope: QueryScope = {
    outer: outer?.scope ?? null,
    sources: [],
    outerReferences: new Set(),
    windows,
    joins: [],
    outputs: { kind: 'select', columns: [], joins: [] },
  };
  context.found.scopes.push(scope);
  context.found.scopeOf.set(node, scope);
  return scope;
}
