import type { PGlite } from '@electric-sql/pglite';
import type { ExportOptions } from '../../../src/database/contract.ts';
import { type Catalogue, readCatalogue, serialColumns } from './catalogue.ts';
import { orderedNodes } from './ordered-nodes.ts';
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
import { readDependencies } from './read-dependencies.ts';
import { readCollations, readExtensions, readSchemas } from './read-foundations.ts';
import { readFunctionDefinitions } from './read-functions.ts';
import { readLeftOut } from './read-left-out.ts';
import { readCasts, readOperators } from './read-operators.ts';
import { readTextSearch } from './read-text-search.ts';
import { readTypes } from './read-types.ts';
import { writeRows } from './write-rows.ts';

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
  const made = [...foundations, ...(await readTypes(database)), ...functions, ...(await readTextSearch(database))];
  const early = [...(await readCasts(database)), ...(await readOperators(database))];
  const nodes = orderedNodes({ catalogue, dependencies, early, made });
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
