/** Small schemas with questions whose reference queries tell which tables they need. */
import { makeDrafts } from '../../models/data/make-example.ts';
import type { TableSpec } from '../../models/data/parse-domains.ts';
import { Random } from '../../models/data/random.ts';
import { makeWorld, type World } from '../../models/data/world.ts';
import { readSuite } from '../../models/eval/suite.ts';
import type { Schema } from '../../src/schema/model.ts';
import { type NameInStatement, tablesInStatement } from '../../src/sql/tables-in-statement.ts';
import { nodeRuntime } from '../../workers/database/node-runtime.ts';
import { PostgresDatabase } from '../../workers/database/postgres.ts';

export interface Question {
  readonly text: string;
  /**
   * The tables of each reference query. A question with several of them is answered by either, so that the tables of
   * one are enough.
   */
  readonly gold: readonly (readonly NameInStatement[])[];
}

/** A schema that is small by itself, to be hidden in a large one. */
export interface Host {
  readonly name: string;
  readonly schema: Schema;
  readonly questions: readonly Question[];
}

export type Domains = ReadonlyMap<string, readonly TableSpec[]>;

/** Tries until a world keeps the words of its domain: of replaced ones a question repeats every word. */
const MAX_TRIES = 200;

/** A world of each domain with about `count` questions. Equal seeds give equal hosts. Needs `loadParser`. */
export function domainHosts(domains: Domains, count: number, seed: number): Host[] {
  const random = new Random(seed);
  return Array.from(domains, ([domain, specs]) => {
    const world = naturalWorld(specs, random);
    const questions = makeDrafts(world, count, random).map(({ question, sql }) => ({
      text: question,
      gold: [tablesInStatement(sql)],
    }));
    return { name: `${domain} ${seed}`, schema: world.schema, questions };
  });
}

/** All tables of a domain, spelled in one of the ways that schemas are. */
export function naturalWorld(specs: readonly TableSpec[], random: Random): World {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const world = makeWorld(specs, specs, random);
    const isNatural = world.tables.every(
      ({ meaning, columns }) => meaning !== null && columns.every((column) => column.meaning !== null),
    );
    if (isNatural) return world;
  }
  throw new Error(`no world with the words of ${specs[0]?.domain}`);
}

/** The schemas of a suite as Postgres reports them. Needs `loadParser`. */
export async function suiteHosts(path: string): Promise<Host[]> {
  const suite = readSuite(path);
  const hosts: Host[] = [];
  for (const [name, script] of suite.scripts) {
    const questions = suite.cases
      .filter((each) => each.schema === name)
      .map(({ question, gold }) => ({ text: question, gold: gold.map(tablesInStatement) }));
    hosts.push({ name: `${suite.name} ${name}`, schema: await schemaOf(script), questions });
  }
  return hosts;
}

async function schemaOf(script: string): Promise<Schema> {
  const database = new PostgresDatabase();
  await database.open(await nodeRuntime());
  await database.applyScript(script, { dialect: 'postgres' }, () => undefined);
  const schema = await database.introspect();
  await database.close();
  return schema;
}
