import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StatementOutcome } from '../../../src/database/contract.ts';
import { bundlesOf, EXTENSION_BUNDLES, SHIPPED_EXTENSIONS } from '../../../src/import/shipped-extensions.ts';
import { nodeExtension, nodeRuntime } from '../node-runtime.ts';
import { PostgresDatabase } from '../postgres.ts';
import { untar } from './untar.ts';

const database = new PostgresDatabase();
const loaded: string[] = [];
let start: Awaited<ReturnType<typeof nodeRuntime>>;

async function load(bundle: string): Promise<Uint8Array> {
  loaded.push(bundle);
  return await nodeExtension(bundle);
}

beforeAll(async () => {
  start = await nodeRuntime();
  await database.open(start, load);
  return async () => await database.close();
});

async function outcomes(script: string): Promise<StatementOutcome[]> {
  const { statements } = await database.applyScript(script, { dialect: 'postgres' }, () => undefined);
  return statements.map(({ outcome }) => outcome);
}

test('nothing is loaded until a script asks, and then only what it asks for', async () => {
  expect(loaded).toEqual([]);
  expect(await outcomes('CREATE EXTENSION IF NOT EXISTS citext; CREATE TABLE t (a citext)')).toEqual([
    { kind: 'applied' },
    { kind: 'applied' },
  ]);
  expect(loaded).toEqual(['citext']);
});

test('what uses an extension that the script does not create gets it', async () => {
  const report = await outcomes(`
    CREATE TABLE u (id uuid DEFAULT uuid_generate_v4(), tags hstore, path ltree, EXCLUDE USING gist (path WITH =));
    CREATE INDEX ON t USING gin ((a::text) gin_trgm_ops);
    CREATE TABLE w (room int, span int4range, EXCLUDE USING gist (room WITH =, span WITH &&));
    INSERT INTO u (tags, path) VALUES ('a=>1', 'Top.Science');
  `);
  expect(report).toMatchObject([
    {
      kind: 'rewritten',
      notes: [
        expect.stringMatching(/extension (?:uuid-ossp|hstore|ltree)/),
        expect.stringMatching(/extension (?:uuid-ossp|hstore|ltree)/),
        expect.stringMatching(/extension (?:uuid-ossp|hstore|ltree)/),
      ],
    },
    { kind: 'rewritten', sql: expect.stringMatching(/^CREATE EXTENSION IF NOT EXISTS pg_trgm CASCADE;/) },
    { kind: 'rewritten', sql: expect.stringMatching(/^CREATE EXTENSION IF NOT EXISTS btree_gist CASCADE;/) },
    { kind: 'applied' },
  ]);
});

test('a schema that the service had made for extensions is made', async () => {
  expect(
    await outcomes("CREATE EXTENSION unaccent WITH SCHEMA extensions; CREATE VIEW v AS SELECT unaccent('é') AS e"),
  ).toMatchObject([
    { kind: 'rewritten', notes: [expect.stringContaining('schema extensions is added')] },
    { kind: 'applied' },
  ]);
});

test('vectors are stored, indexed and compared', async () => {
  expect(
    await outcomes(`
      CREATE EXTENSION vector;
      CREATE TABLE pages (id int PRIMARY KEY, place vector(3));
      INSERT INTO pages VALUES (1, '[1,2,3]'), (2, '[3,1,2]');
      CREATE INDEX ON pages USING hnsw (place vector_l2_ops);
      CREATE INDEX ON pages USING ivfflat (place vector_cosine_ops);
    `),
  ).toEqual(Array.from({ length: 5 }, () => ({ kind: 'applied' })));
  const query = "SELECT id, place <-> '[3,1,1]' FROM pages ORDER BY place <=> '[3,1,2]' LIMIT 1";
  expect((await database.runReadOnly(query, { rowLimit: 1 })).rows).toEqual([['2', '1']]);
});

test('a restored snapshot brings its extensions along', async () => {
  await outcomes("CREATE EXTENSION pg_trgm; CREATE EXTENSION pgcrypto; CREATE TABLE s AS SELECT 'Ab'::citext AS word");
  const copy = new PostgresDatabase();
  const again: string[] = [];
  await copy.open({ ...start, dataDirectory: await database.snapshot() }, async (bundle) => {
    again.push(bundle);
    return await nodeExtension(bundle);
  });
  expect(again).toContain('citext');
  const query = "SELECT word = 'aB', similarity('abc', 'abd') > 0, crypt('x', gen_salt('bf', 4)) LIKE '$2a$%' FROM s";
  expect((await copy.runReadOnly(query, { rowLimit: 1 })).rows).toEqual([['t', 't', 't']]);
  await copy.close();
});

test('a download that fails fails the statement, and is tried again', async () => {
  let attempts = 0;
  const shaky = new PostgresDatabase();
  await shaky.open(start, async (bundle) => {
    attempts++;
    if (attempts === 1) throw new Error('offline');
    return await nodeExtension(bundle);
  });
  const script = 'CREATE EXTENSION hstore; SELECT 1';
  const apply = async () => (await shaky.applyScript(script, { dialect: 'postgres' }, () => undefined)).statements;
  expect((await apply()).map(({ outcome }) => outcome.kind)).toEqual(['failed', 'applied']);
  expect((await apply()).map(({ outcome }) => outcome.kind)).toEqual(['applied', 'applied']);
  await shaky.close();
});

describe('the list', () => {
  test('each extension can be created', async () => {
    const script = SHIPPED_EXTENSIONS.map((name) => `CREATE EXTENSION IF NOT EXISTS "${name}" CASCADE;`).join('\n');
    expect(await outcomes(script)).toEqual(SHIPPED_EXTENSIONS.map(() => ({ kind: 'applied' })));
  });

  test('holds all that PGlite ships but what looks into a server', async () => {
    const folder = path.dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
    const bundles = (await readdir(folder)).filter((name) => name.endsWith('.tar.gz')).map((name) => name.slice(0, -7));
    expect(bundles.filter((name) => !EXTENSION_BUNDLES.includes(name))).toEqual([
      'amcheck',
      'auto_explain',
      'file_fdw',
      'pageinspect',
      'passwordcheck',
      'pg_buffercache',
      'pg_freespacemap',
      'pg_logicalinspect',
      'pg_overexplain',
      'pg_surgery',
      'pg_visibility',
      'pg_walinspect',
    ]);
    for (const name of SHIPPED_EXTENSIONS) {
      const files = (await Promise.all(bundlesOf(name).map(nodeExtension))).flatMap(untar);
      expect(files.map((entry) => entry.path)).toContain(`share/postgresql/extension/${name}.control`);
    }
  });
});

test('a cut archive is refused', async () => {
  const archive = await nodeExtension('citext');
  expect(() => untar(archive.slice(0, 3_000))).toThrow('the archive ends inside');
});
