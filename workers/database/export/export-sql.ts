import type { PGlite } from '@electric-sql/pglite';
import type { ExportOptions } from '../../../src/database/contract.ts';
import { type Catalogue, readCatalogue, serialColumns } from './catalogue.ts';
import { type Dependent, inDependencyOrder } from './dependency-order.ts';
import {
  type Addition,
  readIndexes,
  readPartitionedIndexes,
  readPolicies,
  readRules,
  readStatistics,
  readTriggers,
} from './read-additions.ts';
import { readComments } from './read-comments.ts';
import { type Dependency, readDependencies } from './read-dependencies.ts';
import { readCollations, readExtensions, readSchemas } from './read-foundations.ts';
import { readFunctionDefinitions } from './read-functions.ts';
import { readLeftOut } from './read-left-out.ts';
import { type MadeObject, readTypes } from './read-types.ts';
import { writeRelation } from './write-relation.ts';
import { writeRows } from './write-rows.ts';
import type { TableContext } from './write-table.ts';

interface ExportNode extends Dependent {
  readonly oid: number;
  /** Undefined for what another object makes. */
  readonly sql: string | undefined;
}

/**
 * The database as a script that makes an equal one: what others need first, rows before indexes, foreign keys and
 * triggers. Roles, owners and grants are not in it.
 */
export async function exportSql(database: PGlite, { withRows }: ExportOptions): Promise<string> {
  const catalogue = await readCatalogue(database);
  const dependencies = await readDependencies(database);
  const foundations = [
    ...(await readSchemas(database)),
    ...(await readExtensions(database)),
    ...(await readCollations(database)),
  ];
  const functions = await readFunctionDefinitions(database);
  const made = [...foundations, ...(await readTypes(database)), ...functions];
  const nodes = orderedNodes({ catalogue, dependencies, made });
  const parts: string[] = [
    ...(await readLeftOut(database)).map((title) => `-- Not in this script: ${title}`),
    // A body may speak of what the script makes further down.
    ...(functions.length > 0 ? ['SET check_function_bodies = false;'] : []),
    ...nodes.ordered.flatMap(({ sql }) => (sql === undefined ? [] : [`${sql};`])),
    ...nodes.later,
    ...ownerships(catalogue),
  ];
  if (withRows) for await (const rows of writeRows(database, catalogue)) parts.push(rows);
  const places = new Map(nodes.ordered.map(({ oid }, place) => [oid, place]));
  const additions = async (read: (database: PGlite) => Promise<Addition[]>) => inPlace(await read(database), places);
  parts.push(
    ...(await additions(readIndexes)),
    // Those of partitions before that of the table that they are partitions of.
    ...inPlace(await readPartitionedIndexes(database), lastFirst(places)),
    ...(await additions(readStatistics)),
    ...lateConstraints(catalogue, places),
    ...(await additions(readTriggers)),
    ...(await additions(readRules)),
    ...rowSecurity(catalogue),
    ...(await additions(readPolicies)),
    ...catalogue.relations.flatMap(({ kind, isPopulated, name }) =>
      kind === 'materialized' && isPopulated ? [`REFRESH MATERIALIZED VIEW ${name};`] : [],
    ),
    ...(await readComments(database)).map((sql) => `${sql};`),
  );
  return `${parts.join('\n\n')}\n`;
}

interface Ingredients {
  readonly catalogue: Catalogue;
  readonly dependencies: readonly Dependency[];
  readonly made: readonly MadeObject[];
}

interface OrderedNodes {
  readonly ordered: readonly ExportNode[];
  /** Defaults of tables that need something which needs the table. */
  readonly later: readonly string[];
}

function orderedNodes(ingredients: Ingredients): OrderedNodes {
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

function nodesOf({ catalogue, dependencies, made }: Ingredients, laterDefaults: ReadonlySet<number>): ExportNode[] {
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
  return [...made, ...relations]
    .toSorted((one, other) => one.oid - other.oid)
    .map(({ oid, sql }) => ({ id: String(oid), oid, sql, needs: needs.get(oid) ?? new Set<string>() }));
}

/** Sequences that go with a column without being made by it. */
function ownerships(catalogue: Catalogue): string[] {
  const serial = serialColumns(catalogue);
  return [...catalogue.sequences.values()].flatMap(({ oid, name, ownedBy, isIdentity }) =>
    ownedBy !== null && !isIdentity && !serial.has(oid) ? [`ALTER SEQUENCE ${name} OWNED BY ${ownedBy};`] : [],
  );
}

function lastFirst(places: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  return new Map([...places].map(([oid, place]) => [oid, -place]));
}

/** In the order in which the script makes their tables, so that one made by the script is written the same. */
function inPlace(additions: readonly Addition[], places: ReadonlyMap<number, number>): string[] {
  return additions
    .toSorted((one, other) => (places.get(one.tableOid) ?? 0) - (places.get(other.tableOid) ?? 0))
    .map(({ sql }) => `${sql};`);
}

function lateConstraints({ constraints }: Catalogue, places: ReadonlyMap<number, number>): string[] {
  const late = constraints.filter(({ kind, isValidated, isLocal }) => kind === 'foreign' || (!isValidated && isLocal));
  return late
    .toSorted((one, other) => (places.get(one.tableOid) ?? 0) - (places.get(other.tableOid) ?? 0))
    .map(({ tableName, name, definition }) => `ALTER TABLE ${tableName} ADD CONSTRAINT ${name} ${definition};`);
}

function rowSecurity({ relations }: Catalogue): string[] {
  return relations.flatMap(({ name, rowSecurity }) => [
    ...(rowSecurity === 'none' ? [] : [`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;`]),
    ...(rowSecurity === 'forced' ? [`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY;`] : []),
  ]);
}
