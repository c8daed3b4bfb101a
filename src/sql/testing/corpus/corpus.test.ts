import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeRuntime } from '../../../../workers/database/node-runtime.ts';
import { START_PARAMETERS } from '../../../../workers/database/start-parameters.ts';
import { corpusDatabases, FEATURES, READ_CORPUS, UNSUPPORTED, WRITE_CORPUS } from './index.ts';

/** What Postgres answers: each row as text, so that rows compare and sort; or why it refused. */
type Outcome = { readonly rows: readonly string[]; readonly changed: number } | { readonly error: string };

/** Moves half of the rows of each table to its end, and has the planner join and group in other ways. */
const STORED_DIFFERENTLY = `
  SET LOCAL session_replication_role = replica;
  DO $$
  DECLARE
    target record;
  BEGIN
    FOR target IN
      SELECT c.oid::regclass AS name, (
        SELECT quote_ident(attname) FROM pg_attribute
        WHERE attrelid = c.oid AND attnum > 0 AND attgenerated = '' AND attidentity = '' LIMIT 1
      ) AS col
      FROM pg_class c
      WHERE c.relkind = 'r' AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
    LOOP
      EXECUTE format('UPDATE %s SET %s = %2$s WHERE hashtext(ctid::text) %% 2 = 0', target.name, target.col);
    END LOOP;
  END $$;
  SET LOCAL session_replication_role = origin;
  SET LOCAL enable_hashjoin = off;
  SET LOCAL enable_hashagg = off;
  SET LOCAL enable_nestloop = off;
  SET LOCAL enable_indexscan = off;
  SET LOCAL enable_bitmapscan = off`;

/** One row a table: its contents, whatever their order. */
const CONTENTS = `
  SELECT oid::regclass::text, query_to_xml(format('SELECT t::text AS r FROM %s t ORDER BY 1', oid::regclass), FALSE, FALSE, '')::text
  FROM pg_class
  WHERE relkind = 'r' AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'`;

async function ask(database: PGlite, sql: string): Promise<Outcome> {
  await database.exec('SAVEPOINT before_it');
  try {
    const { rows, affectedRows = 0 } = await database.query(sql, [], { rowMode: 'array' });
    const text = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
    return { rows: rows.map((row) => JSON.stringify(row, text)), changed: affectedRows };
  } catch (thrown) {
    return { error: String(thrown) };
  } finally {
    await database.exec('ROLLBACK TO before_it');
  }
}

/** Runs `job` in a transaction of its own, which leaves nothing behind. */
async function inTransaction<Result>(database: PGlite, setUp: string, job: () => Promise<Result>): Promise<Result> {
  await database.exec(`BEGIN; ${setUp}`);
  try {
    return await job();
  } finally {
    await database.exec('ROLLBACK');
  }
}

async function askAll(database: PGlite, setUp: string, queries: readonly string[]): Promise<Map<string, Outcome>> {
  return await inTransaction(database, setUp, async () => {
    const outcomes = new Map<string, Outcome>();
    for (const sql of queries) outcomes.set(sql, await ask(database, sql));
    return outcomes;
  });
}

/** What a statement returns and leaves in the tables. */
async function write(database: PGlite, setUp: string, sql: string): Promise<Outcome> {
  return await inTransaction(database, setUp, async () => {
    try {
      const { rows, affectedRows = 0 } = await database.query(sql, [], { rowMode: 'array' });
      const tables = await database.query(CONTENTS, [], { rowMode: 'array' });
      return { rows: [...rows, ...tables.rows].map((row) => JSON.stringify(row)), changed: affectedRows + rows.length };
    } catch (thrown) {
      return { error: String(thrown) };
    }
  });
}

const sorted = (outcome: Outcome | undefined) => (outcome && 'rows' in outcome ? outcome.rows.toSorted() : outcome);

describe.each(Object.entries(corpusDatabases))('on the database %s', (name, path) => {
  const reads = READ_CORPUS.filter((entry) => entry.database === name);
  const writes = WRITE_CORPUS.filter((entry) => entry.database === name);
  let database: PGlite;
  let answers: Map<string, Outcome>;

  beforeAll(async () => {
    const { dataDirectory } = await nodeRuntime();
    database = await PGlite.create({
      loadDataDir: dataDirectory,
      startParams: START_PARAMETERS,
    });
    await database.exec(await readFile(path, 'utf8'));
    const queries = reads.map(({ sql }) => sql);
    answers = await askAll(database, '', queries);
    return async () => await database.close();
  });

  test('each query runs and has rows, unless it says otherwise', () => {
    const wrong = reads.filter(({ sql, empty = false }) => {
      const answer = answers.get(sql);
      return answer === undefined || 'error' in answer || (answer.rows.length === 0) !== empty;
    });
    expect(wrong.map(({ sql }) => [sql, answers.get(sql)])).toEqual([]);
  });

  test('rows and their order hold however the tables are stored, where an entry says so', async () => {
    const compared = reads.filter(({ volatile }) => volatile !== true);
    const again = await askAll(
      database,
      STORED_DIFFERENTLY,
      compared.map(({ sql }) => sql),
    );
    for (const { sql, ordered } of compared) {
      if (ordered) expect(again.get(sql), sql).toEqual(answers.get(sql));
      else expect(sorted(again.get(sql)), sql).toEqual(sorted(answers.get(sql)));
    }
  });

  test('each writing statement runs and changes what it should, however the tables are stored', async () => {
    for (const { sql, unchanged = false, volatile } of writes) {
      const outcome = await write(database, '', sql);
      expect(outcome, sql).not.toHaveProperty('error');
      expect('changed' in outcome && outcome.changed === 0, sql).toBe(unchanged);
      if (volatile) continue;
      expect(sorted(await write(database, STORED_DIFFERENTLY, sql)), sql).toEqual(sorted(outcome));
    }
  });

  test('Postgres accepts what canonical SQL does not', async () => {
    for (const { sql, setUp = '' } of UNSUPPORTED.filter((entry) => entry.database === name)) {
      const outcome = await inTransaction(database, setUp, async () => await ask(database, sql));
      expect(outcome, sql).toHaveProperty('rows');
    }
  });
});

describe('the corpus as a whole', () => {
  const all = [...READ_CORPUS, ...WRITE_CORPUS];

  test('is large', () => {
    expect(READ_CORPUS.length).toBeGreaterThanOrEqual(330);
    expect(WRITE_CORPUS.length).toBeGreaterThanOrEqual(60);
    expect(UNSUPPORTED.length).toBeGreaterThanOrEqual(25);
    expect(READ_CORPUS.filter(({ empty }) => empty).length).toBeLessThanOrEqual(5);
  });

  test('has no statement twice', () => {
    const folded = [...all, ...UNSUPPORTED].map(({ sql }) => sql.replace(/\s+/g, ' ').trim());
    expect(folded.filter((sql, index) => folded.indexOf(sql) !== index)).toEqual([]);
  });

  test('has every feature', () => {
    const used = new Set(all.flatMap(({ features }) => features));
    expect(FEATURES.filter((feature) => !used.has(feature))).toEqual([]);
  });
});
