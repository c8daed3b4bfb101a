import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { introspect } from '../../workers/database/introspect.ts';
import { nodeRuntime } from '../../workers/database/node-runtime.ts';
import { START_PARAMETERS } from '../../workers/database/start-parameters.ts';
import { buildGrammar } from '../grammar/build-grammar.ts';
import { type RandomNumber, sampler, seededRandom } from '../grammar/testing/sample.ts';
import { AppError } from '../platform/errors.ts';
import type { Schema } from '../schema/model.ts';
import { canonicalSql } from '../sql/canonical.ts';
import { loadParser } from '../sql/parse-sql.ts';
import { corpusDatabases, READ_CORPUS, WRITE_CORPUS } from '../sql/testing/corpus/index.ts';
import { randomExpression } from '../sql/testing/random-expression.ts';
import { CONFUSING_TABLES, randomQuery } from '../sql/testing/random-query.ts';
import { type Checker, createChecker } from './check.ts';
import { randomPieces, readPieces } from './testing/pieces.ts';
import { columnReplacers, type ReplaceColumn } from './testing/replace-column.ts';

const SEED = 20_260_101;
/** Changed queries for each query of the corpus, of each kind. */
const CHANGES = 3;
const RANDOM_QUERIES = 800;
const SAMPLES = 300;
/** Of the changed queries that Postgres refuses, the least share that the checker has to refuse as well. */
const LEAST_SHARE = { byAny: 0.99, byNeighbour: 0.97 };

beforeAll(async () => await loadParser());

async function openDatabase(script: string): Promise<PGlite> {
  const { dataDirectory } = await nodeRuntime();
  const database = await PGlite.create({
    loadDataDir: dataDirectory,
    startParams: START_PARAMETERS,
  });
  await database.exec(script);
  return database;
}

/** Why Postgres would not prepare the query; null when it would. */
async function refusal(database: PGlite, sql: string): Promise<string | null> {
  try {
    await database.exec(`PREPARE changed AS ${sql}`);
  } catch (thrown) {
    return String(thrown);
  }
  await database.exec('DEALLOCATE changed');
  return null;
}

/** Null for what canonical SQL has no place for. */
function canonical(sql: string, schema: Schema): string | null {
  try {
    return canonicalSql(sql, schema).sql;
  } catch (thrown) {
    if (thrown instanceof AppError) return null;
    throw thrown;
  }
}

/** What the checker finds wrong with some beginning of the query, read in three ways; null when nothing. */
function falseAlarm(checker: Checker, sql: string): string | null {
  const random = seededRandom(sql.length);
  for (const pieces of [[...sql], randomPieces(sql, random), [sql]]) {
    const state = readPieces(checker, pieces);
    const verdict = state.ok ? checker.finish(state) : state;
    if (!verdict.ok) return `${verdict.reason} at ${verdict.position}: ${verdict.message} — ${sql}`;
  }
  return null;
}

describe.each(Object.entries(corpusDatabases))('the corpus of %s', (name, path) => {
  let database: PGlite;
  let schema: Schema;
  let checker: Checker;
  let queries: readonly string[];

  beforeAll(async () => {
    database = await openDatabase(await readFile(path, 'utf8'));
    schema = await introspect(database);
    checker = createChecker(schema);
    const entries = [...READ_CORPUS, ...WRITE_CORPUS].filter((entry) => entry.database === name);
    queries = entries.flatMap(({ sql }) => canonical(sql, schema) ?? []);
    expect(queries.length).toBeGreaterThan(entries.length * 0.95);
  });

  afterAll(async () => await database.close());

  test('gives no false alarm at any beginning of a query', async () => {
    const alarms: string[] = [];
    for (const sql of queries) {
      const alarm = falseAlarm(checker, sql);
      if (alarm && (await refusal(database, sql)) === null) alarms.push(alarm);
    }
    expect(alarms).toEqual([]);
  });

  test.each(['byAny', 'byNeighbour'] as const)(
    'with a column replaced (%s) is refused where Postgres refuses it',
    async (kind) => {
      const replace = columnReplacers(schema)[kind];
      const { alarms, missed, refused } = await compare(changedQueries(queries, replace));
      const share = 1 - missed.length / refused;
      console.log(
        `${name}, ${kind}: ${refused} refused by Postgres, ${(share * 100).toFixed(1)} % of them by the checker`,
      );
      expect(alarms).toEqual([]);
      expect(share, missed.join('\n')).toBeGreaterThanOrEqual(LEAST_SHARE[kind]);
    },
  );

  async function compare(changed: readonly string[]) {
    const alarms: string[] = [];
    const missed: string[] = [];
    let refused = 0;
    for (const sql of changed) {
      const verdict = checker.check(sql);
      const reason = await refusal(database, sql);
      if (reason === null && !verdict.ok) alarms.push(`${verdict.message} — ${sql}`);
      if (reason !== null) refused++;
      if (reason !== null && verdict.ok) missed.push(`${reason} — ${sql}`);
    }
    return { alarms, missed, refused };
  }

  test('reads whatever the grammar lets through', () => {
    const sample = sampler(buildGrammar(schema, { writes: true }));
    const random = seededRandom(SEED);
    for (let index = 0; index < SAMPLES; index++) {
      const sql = sample(random);
      const verdict = checker.check(sql);
      if (!verdict.ok) expect(['syntax', 'incomplete'], `${verdict.position}: ${sql}`).not.toContain(verdict.reason);
    }
  });
});

function changedQueries(queries: readonly string[], replace: ReplaceColumn): readonly string[] {
  const random = seededRandom(SEED);
  return queries.flatMap((sql) => Array.from({ length: CHANGES }, () => replace(sql, random) ?? []).flat());
}

/** The queries of those written that Postgres accepts, and what the checker finds wrong with them. */
async function alarmsFor(
  script: string,
  write: (random: RandomNumber) => string,
): Promise<{ readonly checked: number; readonly alarms: readonly string[] }> {
  const database = await openDatabase(script);
  try {
    const schema = await introspect(database);
    const checker = createChecker(schema);
    const random = seededRandom(SEED);
    const alarms: string[] = [];
    let checked = 0;
    for (let index = 0; index < RANDOM_QUERIES; index++) {
      const sql = canonical(write(random), schema);
      if (sql === null || (await refusal(database, sql)) !== null) continue;
      checked++;
      const alarm = falseAlarm(checker, sql);
      if (alarm) alarms.push(alarm);
    }
    return { checked, alarms };
  } finally {
    await database.close();
  }
}

describe('random queries give no false alarm', () => {
  test('with names that are hard to tell apart', async () => {
    const script = `${CONFUSING_TABLES}; SET search_path = public, other`;
    const { checked, alarms } = await alarmsFor(script, randomQuery);
    expect(alarms).toEqual([]);
    expect(checked).toBeGreaterThan(RANDOM_QUERIES / 5);
  });

  test('with expressions of any types', async () => {
    const script = 'CREATE TABLE orders (id integer PRIMARY KEY, total numeric(10, 2))';
    const { checked, alarms } = await alarmsFor(script, (random) => {
      const depth = 1 + Math.floor(random() * 3);
      return `SELECT ${randomExpression(random, depth)} FROM orders`;
    });
    expect(alarms).toEqual([]);
    expect(checked).toBeGreaterThan(RANDOM_QUERIES / 8);
  });
});
