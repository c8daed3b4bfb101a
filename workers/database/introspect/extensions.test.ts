/** Extensions as PGlite ships them; the page's own database is started without any. */
import { PGlite } from '@electric-sql/pglite';
import { hstore } from '@electric-sql/pglite/contrib/hstore';
import { lo } from '@electric-sql/pglite/contrib/lo';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { beforeAll, expect, test } from 'vitest';
import { must } from '../../../src/platform/assert.ts';
import type { Schema, SchemaFunction } from '../../../src/schema/model.ts';
import { introspect } from '../introspect.ts';
import { nodeRuntime } from '../node-runtime.ts';
import { START_PARAMETERS } from '../start-parameters.ts';

let database: PGlite;
let schema: Schema;

beforeAll(async () => {
  const { dataDirectory } = await nodeRuntime();
  database = await PGlite.create({
    loadDataDir: dataDirectory,
    startParams: START_PARAMETERS,
    extensions: { hstore, lo, pg_trgm },
  });
  await database.exec(`
    CREATE EXTENSION pg_trgm;
    CREATE EXTENSION lo;
    CREATE SCHEMA app;
    CREATE EXTENSION hstore SCHEMA app;
    CREATE FUNCTION likeness(text, text) RETURNS real RETURN similarity($1, $2);
  `);
  schema = await introspect(database);
  return async () => await database.close();
});

test('what one calls of pg_trgm is listed beside the functions of the user', () => {
  expect(schema.functions.filter(({ namespace }) => namespace === 'public').map(signature)).toEqual([
    'likeness(text, text) real',
    'lo_oid(lo) oid',
    'set_limit(real) real',
    'show_limit() real',
    'show_trgm(text) text[]',
    'similarity(text, text) real',
    'strict_word_similarity(text, text) real',
    'word_similarity(text, text) real',
  ]);
});

test('an extension may live in another namespace, which its types then name', () => {
  const inApp = schema.functions.filter(({ namespace }) => namespace === 'app');
  const signatures = inApp.map(signature);
  expect(signatures).toContain('akeys(app.hstore) text[]');
  expect(signatures).toContain('populate_record(anyelement, app.hstore) anyelement');
  expect(signatures).toContain('delete(app.hstore, text) app.hstore');
  expect(inApp.find(({ name }) => name === 'each')).toMatchObject({ kind: 'set', outputColumns: ['key', 'value'] });
});

test('plumbing is left out', async () => {
  const all = await database.query<{ name: string }>(
    `SELECT proname AS name FROM pg_proc WHERE pronamespace IN ('public'::regnamespace, 'app'::regnamespace)`,
  );
  const existing = new Set(all.rows.map(({ name }) => name));
  const listed = new Set(schema.functions.map(({ name }) => name));
  const plumbing = `gtrgm_in gtrgm_out gtrgm_options gin_extract_value_trgm similarity_op similarity_dist
    word_similarity_op strict_word_similarity_dist_commutator_op hstore_in hstore_send hstore_recv
    hstore_subscript_handler gin_extract_hstore ghstore_compress hstore_eq hstore_ne hstore_cmp hstore_hash
    hs_contained lo_manage`.split(/\s+/);
  for (const name of plumbing) {
    expect(existing).toContain(name);
    expect(listed).not.toContain(name);
  }
});

test('Postgres takes a call of each function that is listed', async () => {
  const isGeneral = (type: string) => type === 'record' || type.startsWith('any');
  const callable = schema.functions.filter(({ argumentTypes }) => !argumentTypes.some(isGeneral));
  expect(callable.length).toBeGreaterThan(30);
  for (const { namespace, name, argumentTypes, outputColumns } of callable) {
    const call = `${namespace}.${name}(${argumentTypes.map((type) => `NULL::${type}`).join(', ')})`;
    const { resultFields } = await database.describeQuery(`SELECT * FROM ${call}`);
    const columns = resultFields.map((field) => field.name);
    expect(columns).toEqual(outputColumns.length > 0 ? outputColumns : [name]);
  }
});

test('types of extensions are none of the user', () => {
  expect(schema.domains).toEqual([]);
  expect(schema.enums).toEqual([]);
  expect(
    must(
      schema.functions.find(({ name }) => name === 'lo_oid'),
      'lo_oid',
    ).argumentTypes,
  ).toEqual(['lo']);
});

function signature({ name, argumentTypes, resultType }: SchemaFunction): string {
  return `${name}(${argumentTypes.join(', ')}) ${resultType}`;
}
