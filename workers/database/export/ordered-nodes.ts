import { type Catalogue, serialColumns } from './catalogue.ts';
import { type Dependent, inDependencyOrder } from './dependency-order.ts';
import type { Dependency } from './read-dependencies.ts';
import type { MadeObject } from './read-types.ts';
import { writeRelation } from './write-relation.ts';
import type { TableContext } from './write-table.ts';

export interface ExportNode extends Dependent {
  readonly oid: number;
  /** Undefined for what another object makes. */
  readonly sql: string | undefined;
}

export interface Ingredients {
  readonly catalogue: Catalogue;
  readonly dependencies: readonly Dependency[];
  /**
   * Casts and operators: each is made as soon as it can be. Of what makes use of a cast Postgres does not note it, and
   * of an operator the identifier may be older than it is.
   */
  readonly early: readonly MadeObject[];
  readonly made: readonly MadeObject[];
}

export interface OrderedNodes {
  readonly ordered: readonly ExportNode[];
  /** Defaults of tables that need something which needs the table. */
  readonly later: readonly string[];
}

/** Each object after those that it needs. Of defaults and tables that need each other, the defaults come later. */
export function orderedNodes(ingredients: Ingredients): OrderedNodes {
  const first = inDependencyOrder(nodesOf(ingredients, new Set()));
  if (first.circular.size === 0) return { ordered: first.ordered, later: [] };
  const { catalogue, dependencies } = ingredients;
  const laterDefaults = new Set(
    dependencies.flatMap(({ object, defaultOid, needs }) =>
      defaultOid !== null && first.circular.has(String(object)) && first.circular.has(String(needs))
        ? [defaultOid]
        : [],
    ),
  );
  const later = catalogue.relations.flatMap((table) =>
    (catalogue.columns.get(table.oid) ?? []).flatMap(({ name, expression, expressionOid, generated }) =>
      generated === null && laterDefaults.has(expressionOid ?? 0)
        ? [`ALTER TABLE ONLY ${table.name} ALTER COLUMN ${name} SET DEFAULT ${expression};`]
        : [],
    ),
  );
  return { ordered: inDependencyOrder(nodesOf(ingredients, laterDefaults)).ordered, later };
}

function nodesOf(
  { catalogue, dependencies, early, made }: Ingredients,
  laterDefaults: ReadonlySet<number>,
): ExportNode[] {
  const needs = new Map<number, Set<string>>();
  for (const dependency of dependencies) {
    if (laterDefaults.has(dependency.defaultOid ?? 0)) continue;
    const known = needs.get(dependency.object) ?? new Set<string>();
    needs.set(dependency.object, known.add(String(dependency.needs)));
  }
  const context: TableContext = { catalogue, serial: serialColumns(catalogue), laterDefaults };
  const relations = catalogue.relations.map((relation) => ({
    oid: relation.oid,
    sql: writeRelation(relation, context),
  }));
  const byAge = [...made, ...relations].toSorted((one, other) => one.oid - other.oid);
  return [...early, ...byAge].map(({ oid, sql }) => ({
    id: String(oid),
    oid,
    sql,
    needs: needs.get(oid) ?? new Set<string>(),
  }));
}
