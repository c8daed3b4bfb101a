import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ApplyReport, MAX_SCRIPT_CHARACTERS } from '../../src/database/contract.ts';
import type { AppError } from '../../src/platform/errors.ts';
import { nodeRuntime } from './node-runtime.ts';
import { PostgresDatabase } from './postgres.ts';

const database = new PostgresDatabase();
let start: Awaited<ReturnType<typeof nodeRuntime>>;

beforeAll(async () => {
  start = await nodeRuntime();
  await database.open(start);
  return async () => await database.close();
});

beforeEach(async () => {
  await apply('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
});

const SHOP = `
  CREATE TABLE customers (id integer PRIMARY KEY, name text NOT NULL, price numeric(10,2) CHECK (price >= 0));
  INSERT INTO customers VALUES (1, 'Ana', 1.50), (2, NULL_SAFE('x'), 2);
  INSERT INTO customers VALUES (3, 'Zoë', NULL);
`;

async function apply(sql: string): Promise<ApplyReport> {
  return await database.applyScript(sql, { dialect: 'postgres' }, () => undefined);
}

async function errorOf(call: Promise<unknown>): Promise<AppError> {
  return await call.then(
    () => expect.fail('should have thrown'),
    (thrown) => thrown,
  );
}

async function rows(sql: string): Promise<readonly (readonly (string | null)[])[]> {
  return (await database.runReadOnly(sql, { rowLimit: 100 })).rows;
}

describe('applyScript', () => {
  test('reports each statement and applies the others when one fails', async () => {
    const report = await apply(SHOP);
    expect(report.statements).toEqual([
      { line: 2, summary: expect.stringMatching(/^CREATE TABLE customers/), outcome: { kind: 'applied' } },
      {
        line: 3,
        summary: expect.any(String),
        outcome: {
          kind: 'failed',
          reason: 'function null_safe(unknown) does not exist',
          code: 'pg/42883',
          hint: expect.stringContaining('No function matches'),
          atLine: 3,
        },
      },
      { line: 4, summary: "INSERT INTO customers VALUES (3, 'Zoë', NULL)", outcome: { kind: 'applied' } },
    ]);
    expect(await rows('SELECT * FROM customers')).toEqual([['3', 'Zoë', null]]);
  });

  test('makes each statement atomic', async () => {
    await apply('CREATE TABLE t (a int PRIMARY KEY); INSERT INTO t VALUES (1), (2), (1);');
    expect(await rows('SELECT count(*) FROM t')).toEqual([['0']]);
  });

  test('passes transaction control over and leaves nothing open', async () => {
    const report = await apply('BEGIN; CREATE TABLE t (a int); SELECT nope; ROLLBACK; START TRANSACTION; SAVEPOINT x;');
    expect(report.statements.map(({ outcome }) => outcome.kind)).toEqual([
      'skipped',
      'applied',
      'failed',
      'skipped',
      'skipped',
      'skipped',
    ]);
    expect(await rows('SELECT count(*) FROM t')).toEqual([['0']]);
    expect((await apply('VACUUM')).statements[0]?.outcome).toMatchObject({ kind: 'skipped' });
  });

  test('takes a pg_dump with its data, and gives the session back as it was', async () => {
    const report = await apply(
      [
        '\\restrict abc',
        'SET statement_timeout = 0;',
        "SELECT pg_catalog.set_config('search_path', '', false);",
        'CREATE TABLE public.tags (id integer, name text);',
        'ALTER TABLE public.tags OWNER TO shop_owner;',
        'COPY public.tags (id, name) FROM stdin;',
        '1\tone; two',
        '2\t\\N',
        '\\.',
        '',
        'GRANT SELECT ON TABLE public.tags TO reporting;',
        'COPY public.tags (id, name) FROM stdin;',
        '3\tx',
        'four\tx',
        '\\.',
        'CREATE EXTENSION "uuid-ossp";',
        '\\unrestrict abc',
      ].join('\n'),
    );
    expect(report.statements.map(({ line, outcome }) => [line, outcome.kind])).toEqual([
      [1, 'skipped'],
      [2, 'applied'],
      [3, 'skipped'],
      [4, 'applied'],
      [5, 'skipped'],
      [6, 'applied'],
      [11, 'skipped'],
      [12, 'failed'],
      [16, 'skipped'],
      [17, 'skipped'],
    ]);
    expect(report.statements[7]?.outcome).toMatchObject({ code: 'pg/22P02', atLine: 14 });
    expect(report.statements[8]?.outcome).toMatchObject({
      reason: expect.stringContaining('The extension is not here. These are: autoinc,'),
    });
    expect(await rows('SELECT * FROM tags ORDER BY id')).toEqual([
      ['1', 'one; two'],
      ['2', null],
    ]);
  });

  test('runs a query for its effects to the end, however many rows it returns', async () => {
    await apply("CREATE SEQUENCE s; SELECT nextval('s') FROM generate_series(1, 5000)");
    expect(await rows('SELECT last_value FROM s')).toEqual([['5000']]);
  });

  test('refuses a script that is too large', async () => {
    expect(await errorOf(apply(' '.repeat(MAX_SCRIPT_CHARACTERS + 1)))).toMatchObject({
      code: 'database/script-too-large',
    });
  });

  test('reports progress up to the end', async () => {
    const progress: number[] = [];
    await database.applyScript('SELECT 1; SELECT 2; SELECT 3', { dialect: 'postgres' }, ({ done, total }) =>
      progress.push(done / total),
    );
    expect(progress.at(-1)).toBe(1);
  });
});

describe('runReadOnly', () => {
  test('gives each cell as Postgres prints it', async () => {
    const result = await database.runReadOnly(
      `SELECT 1.50::numeric(10,2) AS price, true AS flag, NULL AS nothing, '2024-01-31'::date AS day,
         ARRAY['a', NULL, 'c d'] AS list, '{"b": 1, "a": [1]}'::json AS doc, '\\x00ff'::bytea AS bytes,
         timestamptz '2024-01-31 10:00+00' AS moment, 9223372036854775807 AS big, 'NaN'::float8, '' AS empty`,
      { rowLimit: 10 },
    );
    expect(result.rows).toEqual([
      [
        '1.50',
        't',
        null,
        '2024-01-31',
        '{a,NULL,"c d"}',
        '{"b": 1, "a": [1]}',
        '\\x00ff',
        '2024-01-31 10:00:00+00',
        '9223372036854775807',
        'NaN',
        '',
      ],
    ]);
    expect(result.columns.slice(0, 5)).toEqual([
      { name: 'price', type: 'numeric(10,2)' },
      { name: 'flag', type: 'boolean' },
      { name: 'nothing', type: 'text' },
      { name: 'day', type: 'date' },
      { name: 'list', type: 'text[]' },
    ]);
    expect(result.hasMore).toBe(false);
  });

  test('stops at the row limit without making the rest', async () => {
    const result = await database.runReadOnly('SELECT generate_series(1, 1000000000) AS n;', { rowLimit: 3 });
    expect(result.rows).toEqual([['1'], ['2'], ['3']]);
    expect(result.hasMore).toBe(true);
    expect(result.milliseconds).toBeLessThan(5_000);
    expect((await database.runReadOnly('VALUES (1), (2), (3)', { rowLimit: 3 })).hasMore).toBe(false);
    expect((await database.runReadOnly('VALUES (1), (2)', { rowLimit: 0 })).rows).toEqual([]);
  });

  test.each([
    'SELECT 1',
    '(SELECT 1)',
    '/* a comment; */ -- another\n VALUES (1)',
    'TABLE t',
    'WITH x AS (SELECT 1) SELECT * FROM x',
    'EXPLAIN SELECT 1',
    'SHOW search_path',
    'SELECT FROM t',
  ])('runs %s', async (sql) => {
    await apply('CREATE TABLE t (a int)');
    await expect(database.runReadOnly(sql, { rowLimit: 5 })).resolves.toMatchObject({ hasMore: false });
  });

  test.each([
    'INSERT INTO t VALUES (1)',
    'INSERT INTO t VALUES (1) RETURNING a',
    'UPDATE t SET a = 2',
    'DELETE FROM t',
    'TRUNCATE t',
    'DROP TABLE t',
    'CREATE TABLE u (a int)',
    'CREATE TEMP TABLE u (a int)',
    'SELECT 1 AS a INTO u',
    'SELECT * FROM t FOR UPDATE',
    'WITH x AS (DELETE FROM t RETURNING a) SELECT * FROM x',
    'EXPLAIN ANALYZE DELETE FROM t',
    "SELECT nextval('s')",
    "SELECT setval('s', 99)",
    'SELECT grow()',
    "COPY t TO '/tmp/t'",
    'COPY (SELECT 1) TO STDOUT',
    'SET search_path = nowhere',
    'COMMIT',
    'ROLLBACK',
    'BEGIN',
    'DO $$ BEGIN DELETE FROM t; END $$',
    'CALL p()',
    'PREPARE q AS SELECT 1',
    'LISTEN x',
    'DISCARD ALL',
    'VACUUM',
  ])('refuses %s', async (sql) => {
    await apply(`
      CREATE TABLE t (a int); INSERT INTO t VALUES (1); CREATE SEQUENCE s;
      CREATE FUNCTION grow() RETURNS int LANGUAGE sql AS 'INSERT INTO t VALUES (5) RETURNING a';
      CREATE PROCEDURE p() LANGUAGE sql AS 'DELETE FROM t';
    `);
    const error = await errorOf(database.runReadOnly(sql, { rowLimit: 5 }));
    expect(error).toMatchObject({ code: 'database/not-read-only', hint: expect.any(String) });
    expect(await rows('SELECT a FROM t')).toEqual([['1']]);
    expect(await rows('SELECT last_value, is_called FROM s')).toEqual([['1', 'f']]);
    expect(await rows('SHOW search_path')).toEqual([['public']]);
  });

  test.each([
    ['SELECT 1; DROP TABLE t', 11],
    ['COMMIT; DROP TABLE t', 9],
    ['SELECT 1; SELECT 2;', 11],
  ])('refuses more than one statement: %s', async (sql, position) => {
    await apply('CREATE TABLE t (a int)');
    expect(await errorOf(database.runReadOnly(sql, { rowLimit: 5 }))).toMatchObject({
      code: 'pg/42601',
      details: { position },
    });
    expect(await rows('SELECT count(*) FROM t')).toEqual([['0']]);
  });

  test('cannot leave the read-only transaction from inside', async () => {
    await apply('CREATE SEQUENCE s');
    const attempt = `SELECT set_config('transaction_read_only', 'off', true), nextval('s')`;
    expect(await errorOf(database.runReadOnly(attempt, { rowLimit: 5 }))).toMatchObject({ code: 'pg/25001' });
    await database.runReadOnly(`SELECT set_config('search_path', 'nowhere', false)`, { rowLimit: 5 });
    expect(await rows('SHOW search_path')).toEqual([['public']]);
  });

  test('works on after an error', async () => {
    expect(await errorOf(database.runReadOnly('SELECT 1 / 0', { rowLimit: 5 }))).toMatchObject({ code: 'pg/22012' });
    expect(await rows('SELECT 1')).toEqual([['1']]);
  });

  test('turns runaway recursion and memory into errors', async () => {
    await apply('CREATE FUNCTION f(i int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN f(i + 1); END $$');
    expect(await errorOf(database.runReadOnly('SELECT f(1)', { rowLimit: 5 }))).toMatchObject({ code: 'pg/54001' });
    const large = 'SELECT count(*) FROM generate_series(1, 30000000)';
    expect(await errorOf(database.runReadOnly(large, { rowLimit: 5 }))).toMatchObject({
      code: 'pg/53400',
      hint: expect.stringContaining('narrow it'),
    });
    expect(await rows('SELECT 1')).toEqual([['1']]);
  });
});

describe('prepare', () => {
  test('tells the columns without running anything', async () => {
    await apply('CREATE TABLE t (a int, b varchar(40))');
    expect(await database.prepare('INSERT INTO t VALUES (1, $$x$$) RETURNING b, a')).toEqual({
      columns: [
        { name: 'b', type: 'character varying(40)' },
        { name: 'a', type: 'integer' },
      ],
    });
    expect(await database.prepare('DROP TABLE t')).toEqual({ columns: [] });
    expect(await rows('SELECT count(*) FROM t')).toEqual([['0']]);
  });

  test('keeps what Postgres says about an error', async () => {
    await apply('CREATE TABLE customers (name text)');
    expect(await errorOf(database.prepare(`SELECT '😀', nam FROM customers`))).toMatchObject({
      code: 'pg/42703',
      message: 'column "nam" does not exist',
      hint: 'Perhaps you meant to reference the column "customers.name".',
      details: { position: 14 },
    });
    expect(await errorOf(database.prepare('SELEC 1'))).toMatchObject({ code: 'pg/42601', details: { position: 1 } });
    expect(await errorOf(database.prepare(''))).toMatchObject({ code: 'pg/42601' });
    expect(await errorOf(database.prepare('SELECT $1::int'))).toMatchObject({ code: 'pg/42P02' });
    expect(await errorOf(database.prepare('SELECT 1; SELECT 2'))).toMatchObject({ code: 'pg/42601' });
  });

  test('finds what only the planner sees', async () => {
    await apply('CREATE TABLE a (x int); CREATE TABLE b (y int)');
    const join = 'SELECT 1 FROM a FULL JOIN b ON a.x < b.y';
    expect(await errorOf(database.prepare(join))).toMatchObject({ code: 'pg/0A000' });
  });
});

describe('snapshot', () => {
  test('carries everything into another database', async () => {
    await apply(
      `CREATE TABLE t (a int); INSERT INTO t VALUES (1); CREATE UNLOGGED TABLE u (a int); INSERT INTO u VALUES (2);
       CREATE TEMP TABLE gone (a int)`,
    );
    const copy = new PostgresDatabase();
    await copy.open({ ...start, dataDirectory: await database.snapshot() });
    expect((await copy.runReadOnly('SELECT * FROM t, u', { rowLimit: 1 })).rows).toEqual([['1', '2']]);
    expect((await copy.introspect()).tables.map(({ name }) => name)).toEqual(['t', 'u']);
    await copy.close();
  });
});

test('a runtime that is none is a start failure', async () => {
  const broken = new PostgresDatabase();
  const error = await errorOf(broken.open({ ...start, runtime: { ...start.runtime, postgres: {} } }));
  expect(error).toMatchObject({ code: 'database/start-failed', cause: { code: 'internal' } });
});
