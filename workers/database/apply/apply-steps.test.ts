import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApplyReport, StatementOutcome } from '../../../src/database/contract.ts';
import type { AppError } from '../../../src/platform/errors.ts';
import { nodeExtension, nodeRuntime } from '../node-runtime.ts';
import { PostgresDatabase } from '../postgres.ts';
import { emptyDatabase } from '../testing/empty-database.ts';

const database = new PostgresDatabase();

beforeAll(async () => {
  await database.open(await nodeRuntime(), nodeExtension);
  return async () => await database.close();
});

beforeEach(async () => await emptyDatabase(database));

async function apply(script: string): Promise<ApplyReport> {
  return await database.applyScript(script, { dialect: 'postgres' }, () => undefined);
}

async function outcomes(script: string): Promise<StatementOutcome[]> {
  return (await apply(script)).statements.map(({ outcome }) => outcome);
}

async function rows(sql: string): Promise<readonly (readonly (string | null)[])[]> {
  return (await database.runReadOnly(sql, { rowLimit: 100 })).rows;
}

describe('a script in any order', () => {
  test('tables, views, functions and rows wait for what they need', async () => {
    const report = await apply(`CREATE VIEW open_orders AS SELECT label(id) FROM orders WHERE state = 'open';
INSERT INTO orders VALUES (1, 7, 'open');
CREATE INDEX ON orders (state);
CREATE TABLE orders (id int PRIMARY KEY, buyer int REFERENCES buyers, state order_state);
COMMENT ON COLUMN buyers.name IS 'As on the invoice';
INSERT INTO buyers VALUES (7, 'Ana');
CREATE TYPE order_state AS ENUM ('open', 'paid');
CREATE TABLE buyers (id int PRIMARY KEY, name text);
CREATE FUNCTION label(int) RETURNS text RETURN '#' || $1;`);
    expect(report.statements.map(({ line, outcome }) => [line, outcome])).toEqual([
      [1, { kind: 'applied', afterLine: 9 }],
      [2, { kind: 'applied', afterLine: 4 }],
      [3, { kind: 'applied', afterLine: 4 }],
      [4, { kind: 'applied', afterLine: 8 }],
      [5, { kind: 'applied', afterLine: 8 }],
      [6, { kind: 'applied', afterLine: 8 }],
      [7, { kind: 'applied' }],
      [8, { kind: 'applied' }],
      [9, { kind: 'applied' }],
    ]);
    expect(await rows('SELECT * FROM open_orders')).toEqual([['#1']]);
  });

  test('rows may refer to rows further down, and to each other in a circle', async () => {
    expect(
      await outcomes(`
        CREATE TABLE teams (id int PRIMARY KEY, lead int REFERENCES people);
        CREATE TABLE people (id int PRIMARY KEY, team int NOT NULL REFERENCES teams);
        INSERT INTO teams VALUES (1, 10);
        INSERT INTO people VALUES (10, 1);
        CREATE TABLE nodes (id int PRIMARY KEY, up int REFERENCES nodes);
        INSERT INTO nodes VALUES (3, 2); INSERT INTO nodes VALUES (2, 1); INSERT INTO nodes VALUES (1, NULL);
      `),
    ).toMatchObject([
      {
        kind: 'rewritten',
        sql: 'CREATE TABLE teams (id int PRIMARY KEY, lead int);\nALTER TABLE teams ADD FOREIGN KEY (lead) REFERENCES people;',
        notes: ['The foreign keys are declared after the tables that they refer to.'],
      },
      { kind: 'applied' },
      { kind: 'applied' },
      { kind: 'applied' },
      { kind: 'applied' },
      { kind: 'applied' },
      { kind: 'applied' },
      { kind: 'applied' },
    ]);
    const { tables } = await database.introspect();
    expect(tables.map(({ name, foreignKeys, rowCount }) => [name, foreignKeys.length, rowCount])).toEqual([
      ['nodes', 1, 3],
      ['teams', 1, 1],
      ['people', 1, 1],
    ]);
  });

  test('what waited keeps the search path under which it stood', async () => {
    const report = await outcomes(`
      CREATE SCHEMA one; CREATE SCHEMA two;
      SET search_path = one;
      CREATE VIEW v AS SELECT * FROM t;
      SET search_path = two;
      CREATE TABLE one.t (a int);
      CREATE TABLE t (b int);
    `);
    expect(report[3]).toMatchObject({ kind: 'applied', afterLine: 6 });
    expect(await rows('SELECT a FROM one.v')).toEqual([]);
    expect(await rows('SELECT b FROM two.t')).toEqual([]);
  });

  test('what takes away is never put off', async () => {
    expect(
      await outcomes(
        'DROP TABLE t; DELETE FROM t; ALTER TABLE t DROP COLUMN a; CREATE TABLE t (a int); INSERT INTO t VALUES (1)',
      ),
    ).toMatchObject([
      { kind: 'skipped', reason: 'There is nothing of that name to drop.' },
      { kind: 'failed', code: 'pg/42P01' },
      { kind: 'skipped' },
      { kind: 'applied' },
      { kind: 'applied' },
    ]);
    expect(await rows('SELECT * FROM t')).toEqual([['1']]);
  });

  test('what never comes fails with the line of what it needed', async () => {
    expect(await outcomes('CREATE TABLE a (\n  x nope);\nCREATE VIEW v AS SELECT * FROM a;')).toEqual([
      { kind: 'failed', code: 'pg/42704', reason: 'type "nope" does not exist', atLine: 2 },
      {
        kind: 'failed',
        code: 'pg/42P01',
        reason: 'relation "a" does not exist',
        atLine: 3,
        hint: 'Line 1, which makes a, was not applied.',
      },
    ]);
  });
});

describe('what is put otherwise', () => {
  test('foreign keys to tables that nobody has are left out, and the table stays', async () => {
    expect(
      await outcomes('CREATE TABLE profiles (id uuid PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE, name text)'),
    ).toMatchObject([
      {
        kind: 'rewritten',
        sql: 'CREATE TABLE profiles (id uuid PRIMARY KEY, name text)',
        notes: [
          'Left out: ALTER TABLE profiles ADD FOREIGN KEY (id) REFERENCES auth.users ON DELETE CASCADE (schema "auth" does not exist).',
        ],
      },
    ]);
  });

  test.each([
    ['CREATE UNLOGGED TABLE x (a int)', 'CREATE TABLE x (a int)'],
    ['CREATE TABLE x (a int) WITH (fillfactor=70) TABLESPACE fast', 'CREATE TABLE x (a int) WITH (fillfactor=70)'],
    [
      'CREATE TABLE x (tablespace int, PRIMARY KEY (tablespace) USING INDEX TABLESPACE "Fast Disk")',
      'CREATE TABLE x (tablespace int, PRIMARY KEY (tablespace))',
    ],
    ['CREATE MATERIALIZED VIEW x TABLESPACE fast AS SELECT 1 AS a', 'CREATE MATERIALIZED VIEW x AS SELECT 1 AS a'],
    ['CREATE TABLE x (a int) WITH OIDS', 'CREATE TABLE x (a int)'],
    ['CREATE TABLE x (a int) WITH (OIDS = TRUE)', 'CREATE TABLE x (a int) WITH (oids=false)'],
    ['CREATE SCHEMA app AUTHORIZATION boss', 'CREATE SCHEMA app'],
    ['CREATE SCHEMA AUTHORIZATION app', 'CREATE SCHEMA app'],
    ['CREATE SCHEMA IF NOT EXISTS AUTHORIZATION app', 'CREATE SCHEMA IF NOT EXISTS app'],
    ['SET LOCAL search_path = public', 'SET search_path = public'],
    [
      `CREATE FOREIGN TABLE x (a int OPTIONS (column_name 'A')) SERVER far OPTIONS (table_name 'x')`,
      'CREATE TABLE x (a int)',
    ],
    ['CREATE TABLE x (a text COLLATE "xx-x-nowhere")', 'CREATE TABLE x (a text)'],
    [
      'CREATE TABLE x (a int DEFAULT far.f(1) + 2 NOT NULL, b int DEFAULT 3)',
      'CREATE TABLE x (a int NOT NULL, b int DEFAULT 3)',
    ],
    ['CREATE TABLE x (a int, b int GENERATED ALWAYS AS (f(a)) STORED)', 'CREATE TABLE x (a int, b int)'],
    ['CREATE TABLE x (a int) USING columnar', 'CREATE TABLE x (a int)'],
    ['CREATE TABLE x (a int, hll hll(3) NOT NULL)', 'CREATE TABLE x (a int, hll text NOT NULL)'],
    ['CREATE TABLE x (g public.geometry(Point,4326)[])', 'CREATE TABLE x (g text[])'],
  ])('%s', async (source, sql) => {
    expect(await outcomes(source)).toMatchObject([{ kind: 'rewritten', source, sql, notes: [expect.any(String)] }]);
  });

  test('policies lose their roles, whatever stands in their conditions', async () => {
    const script = `CREATE TABLE t (owner text);
      CREATE POLICY p ON t FOR SELECT TO authenticated, "Staff" USING (owner = current_user)`;
    expect((await outcomes(script))[1]).toMatchObject({
      kind: 'rewritten',
      sql: 'CREATE POLICY p ON t FOR SELECT USING (owner = current_user)',
    });
  });

  test('psql variables get their values', async () => {
    const script = `\\set who 'O''Hara'
\\set n 3
CREATE TABLE t (a text, b int[]);
INSERT INTO t SELECT :'who', ARRAY[:n, 2::int] WHERE ':n' = ':' || 'n';
SELECT :unknown;`;
    expect((await outcomes(script)).map(({ kind }) => kind)).toEqual([
      'skipped',
      'skipped',
      'applied',
      'rewritten',
      'failed',
    ]);
    expect(await rows('SELECT * FROM t')).toEqual([["O'Hara", '{3,2}']]);
  });
});

describe('what has no meaning here', () => {
  const BEFORE = 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);';

  test.each([
    'CREATE ROLE app LOGIN',
    'CREATE USER MAPPING FOR app SERVER far',
    'GRANT SELECT ON t TO app',
    'REVOKE ALL ON SCHEMA public FROM PUBLIC',
    'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app',
    'ALTER TABLE ONLY public.t OWNER TO app',
    'REASSIGN OWNED BY a TO b',
    'SET SESSION AUTHORIZATION app',
    'ALTER TABLE t SET TABLESPACE fast',
    'ALTER INDEX i SET TABLESPACE fast',
    'ALTER TABLE t SET UNLOGGED',
    "CREATE TABLESPACE fast LOCATION '/fast'",
    'SET default_tablespace = fast',
    'CREATE PUBLICATION p FOR ALL TABLES',
    'ALTER PUBLICATION p ADD TABLE t',
    "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p",
    'CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()',
    'CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw',
    'CREATE FOREIGN DATA WRAPPER w',
    'IMPORT FOREIGN SCHEMA x FROM SERVER far INTO public',
    'CREATE DATABASE shop',
    "COMMENT ON DATABASE shop IS 'x'",
    'CREATE OR REPLACE PROCEDURAL LANGUAGE plperl',
    "CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS 'return 1'",
    "CREATE FUNCTION f(language text) RETURNS int AS '$libdir/x', 'f' LANGUAGE c",
    "CREATE OR REPLACE FUNCTION f() RETURNS int AS 'x' LANGUAGE 'plv8'",
    "DO LANGUAGE plperl 'x'",
    'ALTER SYSTEM SET work_mem = 1',
    'VACUUM ANALYZE t',
    'REINDEX TABLE t',
    'LISTEN news',
    'DECLARE c CURSOR FOR SELECT 1',
    'SET CONSTRAINTS ALL DEFERRED',
    "SET client_encoding = 'LATIN1'",
    "SELECT pg_catalog.set_config('search_path', '', false)",
    "SET search_path = ''",
    'SET no_such_setting = 1',
    "SECURITY LABEL ON TABLE t IS 'x'",
    "COPY t FROM '/tmp/t.csv'",
    "COPY t FROM PROGRAM 'cat'",
    'COPY t TO STDOUT',
    'COPY (SELECT 1) TO STDOUT',
    "LOAD 'auto_explain'",
    'CREATE SCHEMA public',
    'CREATE EXTENSION plpgsql',
    'CREATE EXTENSION postgis',
    'ALTER EXTENSION postgis UPDATE',
    "COMMENT ON EXTENSION postgis IS 'x'",
    'CREATE INDEX ON t USING rum (a rum_tsvector_ops)',
    '\\connect shop',
    '\\i other.sql',
  ])('%s', async (statement) => {
    const { statements } = await apply(`${BEFORE}\n${statement}\n`);
    expect(statements.slice(2).map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'skipped', reason: expect.stringMatching(/^[A-Z].*\.$/) },
    ]);
  });

  test.each([
    'ALTER TABLE t ENABLE ROW LEVEL SECURITY',
    'ANALYZE t',
    'CREATE INDEX CONCURRENTLY ON t (a)',
    'SET statement_timeout = 0',
    "SET default_tablespace = ''",
    'SET check_function_bodies = false',
    "COMMENT ON EXTENSION plpgsql IS 'x'",
    'CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog',
  ])('but %s runs', async (statement) => {
    expect((await outcomes(`${BEFORE}${statement}`))[2]).toEqual({ kind: 'applied' });
  });

  test('names without a schema go on to work below a dump', async () => {
    const script =
      "SELECT pg_catalog.set_config('search_path', '', false); CREATE TABLE public.t (a int); INSERT INTO t VALUES (1)";
    expect((await outcomes(script))[2]).toEqual({ kind: 'applied' });
  });
});

describe('what is broken', () => {
  test.each([
    ["CREATE TABLE a (x int);\nINSERT INTO a VALUES ('its);\nSELECT 1;", "'", 2],
    ['CREATE TABLE a (x int);\n/* no end\nSELECT 1;', '/*', 2],
    ['CREATE TABLE a (x int);\nDO $$ BEGIN\nEND;', '$$', 2],
  ])('an unclosed quote is named with its line: %j', async (script, mark, line) => {
    expect(await outcomes(script)).toMatchObject([
      { kind: 'applied' },
      {
        kind: 'failed',
        reason: expect.stringContaining(`${mark} that opens on line ${line} is never closed`),
        atLine: line,
      },
    ]);
  });

  test('half a dump keeps the whole rows that it has', async () => {
    const script = 'CREATE TABLE t (a int, b text);\nCOPY t FROM stdin;\n1\tone\n2\ttwo\n3';
    expect(await outcomes(script)).toMatchObject([
      { kind: 'applied' },
      { kind: 'rewritten', notes: ['The script ends in the middle of the last row, which is left out.'] },
    ]);
    expect(await rows('SELECT count(*) FROM t')).toEqual([['2']]);
  });

  test.each([
    ['PGDMP\u0001\0\u000e', /archive of pg_dump/, /pg_restore/],
    ['SQLite format 3\0', /an SQLite database/, /\.dump/],
    ['\u007fELF\u0002\0\0', /a binary file/, /text file/],
    [[...'CREATE TABLE'].map((letter) => `${letter}\0`).join(''), /UTF-16/, /UTF-8/],
  ])('a file that is no text is refused: %j', async (script, message, hint) => {
    const error = await apply(script).then(
      () => expect.fail('should have thrown'),
      (thrown: AppError) => thrown,
    );
    expect(error).toMatchObject({
      code: 'pg/22021',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    });
  });

  test('a table of ten thousand columns is refused by Postgres, and the next one is made', async () => {
    const columns = Array.from({ length: 10_000 }, (_, index) => `c${index} int`).join(', ');
    expect(await outcomes(`CREATE TABLE wide (${columns}); CREATE TABLE t (a int)`)).toMatchObject([
      { kind: 'failed', code: 'pg/54011', reason: 'tables can have at most 1600 columns' },
      { kind: 'applied' },
    ]);
  });

  test('a second table of the same name fails, and the first stays', async () => {
    expect(await outcomes('CREATE TABLE t (a int); CREATE TABLE t (b int)')).toMatchObject([
      { kind: 'applied' },
      { kind: 'failed', code: 'pg/42P07' },
    ]);
  });

  test('names of all kinds', async () => {
    const names = [
      'select',
      'Müller & Söhne',
      'a "quoted" name',
      '表',
      '🙂',
      ' spaces  ',
      "it's",
      'x;y',
      '$1',
      'tablespace',
    ];
    const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`);
    const script = quoted.map((name) => `CREATE TABLE ${name} (${name} int PRIMARY KEY, r int REFERENCES ${name});`);
    expect((await outcomes(script.join('\n'))).map(({ kind }) => kind)).toEqual(names.map(() => 'applied'));
    expect((await database.introspect()).tables.map(({ name }) => name)).toEqual(names);
  });
});

describe('rows in very many statements', () => {
  const inserts = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => `INSERT INTO t (n) VALUES (${from + index});`);

  test('are in the report as one entry where they had one outcome', async () => {
    const script = ['CREATE TABLE t (n int UNIQUE);', ...inserts(1, 3_000), ...inserts(7, 1), ...inserts(4_000, 5)];
    expect((await apply(script.join('\n'))).statements).toEqual([
      { line: 1, summary: 'CREATE TABLE t (n int UNIQUE)', outcome: { kind: 'applied' } },
      {
        line: 2,
        summary: 'INSERT INTO t (n) VALUES (1)',
        outcome: { kind: 'applied' },
        alike: { count: 3_000, lastLine: 3_001 },
      },
      {
        line: 3_002,
        summary: 'INSERT INTO t (n) VALUES (7)',
        outcome: {
          kind: 'failed',
          code: 'pg/23505',
          reason: 'duplicate key value violates unique constraint "t_n_key"',
        },
      },
      ...inserts(4_000, 5).map((sql, index) => ({
        line: 3_003 + index,
        summary: sql.slice(0, -1),
        outcome: { kind: 'applied' },
      })),
    ]);
    expect(await rows('SELECT count(*) FROM t')).toEqual([['3005']]);
  });

  test('a row that is refused changes nothing for the others, nor for what numbers them', async () => {
    const script = `
      CREATE TABLE t (id serial, n int CHECK (n <> 20), at timestamptz DEFAULT now());
      CREATE TABLE last (id int DEFAULT currval('t_id_seq'));
      ${inserts(1, 40).join('\n')}
      INSERT INTO last VALUES (currval('t_id_seq'));
      ${inserts(41, 10).join('\n')}
      INSERT INTO last DEFAULT VALUES;
      INSERT INTO t (n) VALUES (nope);
      INSERT INTO t (n) VALUES (60`;
    expect((await outcomes(script)).flatMap((outcome, index) => (outcome.kind === 'applied' ? [] : [index]))).toEqual([
      21, 54, 55,
    ]);
    expect(await rows('SELECT count(*), min(id), max(id), max(id) FILTER (WHERE n = 21) FROM t')).toEqual([
      ['49', '1', '50', '21'],
    ]);
    expect(await rows('SELECT id FROM last')).toEqual([['40'], ['50']]);
  });

  test('deferred constraints are held against each row', async () => {
    const script = `
      CREATE TABLE t (id int PRIMARY KEY, up int REFERENCES t DEFERRABLE INITIALLY DEFERRED);
      INSERT INTO t VALUES (1, NULL);
      INSERT INTO t VALUES (2, 3);
      INSERT INTO t VALUES (3, 1);
      INSERT INTO t VALUES (4, 9);`;
    expect((await outcomes(script)).slice(1)).toMatchObject([
      { kind: 'applied' },
      { kind: 'applied', afterLine: 5 },
      { kind: 'applied' },
      { kind: 'failed', code: 'pg/23503' },
    ]);
  });

  test('every other row refused, and each is told', async () => {
    const script = ['CREATE TABLE t (n int CHECK (n % 2 = 0));', ...inserts(1, 600)].join('\n');
    const kinds = (await outcomes(script)).slice(1).map(({ kind }) => kind);
    expect(kinds).toEqual(kinds.map((_, index) => (index % 2 === 0 ? 'failed' : 'applied')));
  });
});
