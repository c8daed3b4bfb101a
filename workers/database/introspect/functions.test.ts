import { beforeAll, expect, test } from 'vitest';
import type { SchemaFunction } from '../../../src/schema/model.ts';
import { nodeRuntime } from '../node-runtime.ts';
import { PostgresDatabase } from '../postgres.ts';

const database = new PostgresDatabase();

beforeAll(async () => {
  await database.open(await nodeRuntime());
  return async () => await database.close();
});

/** The functions of a database that holds just this. */
async function functionsOf(sql: string): Promise<readonly SchemaFunction[]> {
  await database.applyScript(
    'DROP SCHEMA IF EXISTS app CASCADE; DROP SCHEMA public CASCADE',
    { dialect: 'postgres' },
    () => undefined,
  );
  const report = await database.applyScript(`CREATE SCHEMA public; ${sql}`, { dialect: 'postgres' }, () => undefined);
  expect(report.statements.filter(({ outcome }) => outcome.kind !== 'applied')).toEqual([]);
  return (await database.introspect()).functions;
}

/** What `SELECT * FROM` the function gives, as Postgres itself says. */
async function columnsInFrom(call: string): Promise<string[]> {
  const { columns } = await database.prepare(`SELECT * FROM ${call}`);
  return columns.map(({ name }) => name);
}

test('a database without functions has none: neither those of Postgres nor those of its languages', async () => {
  expect(await functionsOf('CREATE TABLE t (a int)')).toEqual([]);
});

test('each signature is an entry, with its defaults and its comment', async () => {
  const functions = await functionsOf(`
    CREATE FUNCTION tax(amount numeric, rate numeric DEFAULT 0.2, code varchar(3) DEFAULT 'EUR') RETURNS numeric(10, 2)
      RETURN amount * rate;
    CREATE FUNCTION tax(amount integer) RETURNS integer RETURN amount / 5;
    CREATE FUNCTION now_or_never() RETURNS void LANGUAGE plpgsql AS 'BEGIN END';
    COMMENT ON FUNCTION tax(integer) IS 'Whole euros';
  `);
  expect(functions).toEqual([
    made('now_or_never', { resultType: 'void' }),
    made('tax', {
      argumentTypes: ['numeric', 'numeric', 'character varying'],
      requiredArguments: 1,
      resultType: 'numeric',
    }),
    made('tax', { argumentTypes: ['integer'], requiredArguments: 1, resultType: 'integer', comment: 'Whole euros' }),
  ]);
});

test('variadic and polymorphic arguments are told by the types that were declared', async () => {
  const functions = await functionsOf(`
    CREATE FUNCTION a_join(mark text, VARIADIC parts text[]) RETURNS text RETURN array_to_string(parts, mark);
    CREATE FUNCTION b_none(VARIADIC parts int[] DEFAULT '{}') RETURNS int RETURN cardinality(parts);
    CREATE FUNCTION c_count(VARIADIC "any") RETURNS int LANGUAGE internal AS 'pg_num_nulls';
    CREATE FUNCTION d_first(anyarray, anycompatible) RETURNS anyelement LANGUAGE sql AS 'SELECT $1[1]';
  `);
  expect(functions).toEqual([
    made('a_join', { argumentTypes: ['text', 'text[]'], requiredArguments: 2, isVariadic: true }),
    made('b_none', { argumentTypes: ['integer[]'], isVariadic: true, resultType: 'integer' }),
    made('c_count', { argumentTypes: ['"any"'], requiredArguments: 1, isVariadic: true, resultType: 'integer' }),
    made('d_first', { argumentTypes: ['anyarray', 'anycompatible'], requiredArguments: 2, resultType: 'anyelement' }),
  ]);
});

test('sets and rows have the columns that Postgres gives them in FROM', async () => {
  const functions = await functionsOf(`
    CREATE TABLE orders (id int, dropped int, "Total" numeric);
    ALTER TABLE orders DROP COLUMN dropped;
    CREATE FUNCTION a_table(int) RETURNS TABLE (id int, "Full Name" text) LANGUAGE sql AS $$ SELECT 1, 'x' $$;
    CREATE FUNCTION b_one_column() RETURNS TABLE (day date) LANGUAGE sql AS 'SELECT current_date';
    CREATE FUNCTION c_orders() RETURNS SETOF orders LANGUAGE sql AS 'SELECT * FROM orders';
    CREATE FUNCTION d_order() RETURNS orders LANGUAGE sql AS 'SELECT * FROM orders LIMIT 1';
    CREATE FUNCTION e_out(a int, OUT low int, INOUT b int, OUT text) LANGUAGE sql AS $$ SELECT 1, 2, 'x' $$;
    CREATE FUNCTION f_out_one(OUT x int) LANGUAGE sql AS 'SELECT 1';
    CREATE FUNCTION g_plain() RETURNS SETOF int LANGUAGE sql AS 'SELECT 1';
    CREATE FUNCTION h_out_unnamed(OUT int) LANGUAGE sql AS 'SELECT 1';
  `);
  expect(functions).toEqual([
    made('a_table', {
      kind: 'set',
      argumentTypes: ['integer'],
      requiredArguments: 1,
      resultType: 'record',
      outputColumns: ['id', 'Full Name'],
    }),
    made('b_one_column', { kind: 'set', resultType: 'date', outputColumns: ['day'] }),
    made('c_orders', { kind: 'set', resultType: 'orders', outputColumns: ['id', 'Total'] }),
    made('d_order', { resultType: 'orders', outputColumns: ['id', 'Total'] }),
    made('e_out', {
      argumentTypes: ['integer', 'integer'],
      requiredArguments: 2,
      resultType: 'record',
      outputColumns: ['low', 'b', 'column3'],
    }),
    made('f_out_one', { resultType: 'integer', outputColumns: ['x'] }),
    made('g_plain', { kind: 'set', resultType: 'integer' }),
    made('h_out_unnamed', { resultType: 'integer' }),
  ]);
  for (const { name, argumentTypes, outputColumns } of functions) {
    if (outputColumns.length === 0) continue;
    const call = `${name}(${argumentTypes.map((type) => `NULL::${type}`).join(', ')})`;
    expect(await columnsInFrom(call)).toEqual(outputColumns);
  }
  expect(await columnsInFrom('g_plain()')).toEqual(['g_plain']);
  expect(await columnsInFrom('h_out_unnamed()')).toEqual(['h_out_unnamed']);
});

test('aggregates and window functions are told apart; ordered-set aggregates are left out', async () => {
  const functions = await functionsOf(`
    CREATE FUNCTION times(numeric, numeric) RETURNS numeric RETURN $1 * $2;
    CREATE AGGREGATE product(numeric) (SFUNC = times, STYPE = numeric, INITCOND = '1');
    CREATE AGGREGATE everything(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
    CREATE AGGREGATE middle(float8 ORDER BY anyelement) (
      SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA
    );
    CREATE FUNCTION place() RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number';
  `);
  expect(functions).toEqual([
    made('everything', { kind: 'aggregate', resultType: 'bigint' }),
    made('place', { kind: 'window', resultType: 'bigint' }),
    made('product', { kind: 'aggregate', argumentTypes: ['numeric'], requiredArguments: 1, resultType: 'numeric' }),
    // What a person wrote may be called for its own sake, whatever else is built on it.
    made('times', { argumentTypes: ['numeric', 'numeric'], requiredArguments: 2, resultType: 'numeric' }),
  ]);
});

test('what no query can call is left out', async () => {
  const functions = await functionsOf(`
    CREATE TYPE mood AS ENUM ('sad');
    CREATE PROCEDURE clean() LANGUAGE sql AS 'SELECT 1';
    CREATE FUNCTION on_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE FUNCTION on_drop() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
    CREATE FUNCTION takes_internal(internal) RETURNS bool LANGUAGE internal AS 'text_starts_with_support';
    CREATE TYPE kelvin;
    CREATE FUNCTION kelvin_in(cstring) RETURNS kelvin LANGUAGE internal IMMUTABLE STRICT AS 'float8in';
    CREATE FUNCTION kelvin_out(kelvin) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'float8out';
    CREATE FUNCTION kelvin_send(kelvin) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'float8send';
    CREATE FUNCTION kelvin_modifier(cstring[]) RETURNS int LANGUAGE internal IMMUTABLE STRICT AS 'numerictypmodin';
    CREATE TYPE kelvin (INPUT = kelvin_in, OUTPUT = kelvin_out, SEND = kelvin_send, TYPMOD_IN = kelvin_modifier,
      LIKE = float8);
    CREATE FUNCTION to_kelvin(mood) RETURNS kelvin LANGUAGE sql AS $$ SELECT '1'::kelvin $$;
  `);
  expect(functions).toEqual([
    made('to_kelvin', { argumentTypes: ['mood'], requiredArguments: 1, resultType: 'kelvin' }),
  ]);
});

test('other namespaces and quoted names are kept as they are, in the order of the names', async () => {
  const functions = await functionsOf(`
    CREATE SCHEMA app;
    CREATE TYPE app.mood AS ENUM ('sad');
    CREATE DOMAIN "Whole Number" AS int;
    CREATE FUNCTION zero() RETURNS int RETURN 0;
    CREATE FUNCTION "Übermut ""x"""("Whole Number") RETURNS app.mood[] LANGUAGE sql AS $$ SELECT NULL::app.mood[] $$;
    CREATE FUNCTION "Count"() RETURNS int RETURN 0;
    CREATE FUNCTION app.zero() RETURNS int RETURN 0;
  `);
  expect(functions).toEqual([
    made('zero', { namespace: 'app', resultType: 'integer' }),
    made('Count', { resultType: 'integer' }),
    made('zero', { resultType: 'integer' }),
    made('Übermut "x"', { argumentTypes: ['"Whole Number"'], requiredArguments: 1, resultType: 'app.mood[]' }),
  ]);
});

test('what is put beside the functions of Postgres counts as one of them', async () => {
  expect(await functionsOf('CREATE FUNCTION pg_catalog.hidden() RETURNS int RETURN 1')).toEqual([]);
  await database.applyScript('DROP FUNCTION pg_catalog.hidden()', { dialect: 'postgres' }, () => undefined);
});

test('a range type brings its constructors', async () => {
  const functions = await functionsOf('CREATE TYPE span AS RANGE (subtype = float8)');
  expect(functions.map(({ name, argumentTypes }) => [name, argumentTypes])).toEqual([
    ['span', ['double precision', 'double precision']],
    ['span', ['double precision', 'double precision', 'text']],
    ['span_multirange', []],
    ['span_multirange', ['span']],
    ['span_multirange', ['span[]']],
  ]);
});

function made(name: string, more: Partial<SchemaFunction>): SchemaFunction {
  return {
    namespace: 'public',
    name,
    kind: 'scalar',
    argumentTypes: [],
    requiredArguments: 0,
    isVariadic: false,
    resultType: 'text',
    outputColumns: [],
    comment: null,
    ...more,
  };
}
