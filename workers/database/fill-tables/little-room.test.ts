/** Columns whose name or check leaves little room. */
import type { PGlite } from '@electric-sql/pglite';
import { beforeAll, expect, test } from 'vitest';
import type { TableFillReport } from '../../../src/sample-rows/fill-report.ts';
import { fillTables } from '../fill-tables.ts';
import { freshSchema, openTestDatabase } from './testing/test-database.ts';

let database: PGlite;

beforeAll(async () => {
  database = await openTestDatabase();
  return async () => await database.close();
});

/** Fills the table `t`. */
async function fill(columns: string, rows: number): Promise<TableFillReport | undefined> {
  const schema = await freshSchema(database, `CREATE TABLE t (${columns})`);
  return (await fillTables(database, schema, { seed: 7, rows })).tables[0];
}

async function column(name: string): Promise<unknown[]> {
  const { rows } = await database.query<Record<string, unknown>>(`SELECT ${name} AS value FROM t`);
  return rows.map(({ value }) => value);
}

test.each([
  ['yr smallint NOT NULL CHECK (yr >= 1900)', 'yr', 100],
  ['yr smallint NOT NULL UNIQUE', 'yr', 100],
  ['year_built int NOT NULL', 'year_built', 100],
])('years are those of people: %s', async (definition, name, rows) => {
  expect(await fill(definition, rows)).toMatchObject({ putIn: rows });
  for (const year of await column(name)) {
    expect(year).toBeGreaterThanOrEqual(1900);
    expect(year).toBeLessThanOrEqual(2026);
  }
});

test('a column of years takes more rows than there were years', async () => {
  expect(await fill('yr smallint NOT NULL UNIQUE', 300)).toMatchObject({ putIn: 300 });
});

test.each([
  ['qty int NOT NULL CHECK (qty % 5 = 0)', 'qty', 5],
  ['qty int NOT NULL CHECK (qty % 250 = 0 AND qty > 0)', 'qty', 250],
  ['minutes int NOT NULL CHECK (mod(minutes, 15) = 0)', 'minutes', 15],
])('multiples are varied: %s', async (definition, name, step) => {
  expect(await fill(definition, 50)).toMatchObject({ putIn: 50 });
  const numbers = (await column(name)).map(Number);
  expect(numbers.filter((number) => number % step !== 0)).toEqual([]);
  expect(numbers.filter((number) => number > 0).length).toBeGreaterThan(40);
  expect(new Set(numbers).size).toBeGreaterThan(4);
});

test('short names that are distinct can be spoken', async () => {
  expect(await fill('name varchar(5) NOT NULL UNIQUE', 400)).toMatchObject({ putIn: 400 });
  const names = (await column('name')).map(String);
  expect(names.filter((name) => !/^\p{L}[\p{L}\d .'’-]*$/u.test(name) || /\d\p{L}/u.test(name))).toEqual([]);
});

test('all texts of two letters or digits are found', async () => {
  expect(await fill('code varchar(2) NOT NULL UNIQUE', 2_500)).toMatchObject({ putIn: 2_500 });
  expect(await fill('code char(1) NOT NULL UNIQUE CHECK (code = lower(code))', 100)).toMatchObject({ putIn: 36 });
});

test('documents have the keys that a check asks for', async () => {
  const definition = `j jsonb NOT NULL CHECK (j ? 'k'), settings jsonb NOT NULL CHECK (settings ?& ARRAY['a', 'theme']),
    either jsonb NOT NULL CHECK (either ?| ARRAY['x', 'y']), tags jsonb NOT NULL CHECK (tags ? 'new'),
    inner_one jsonb NOT NULL CHECK ((inner_one ->> 'name') IS NOT NULL)`;
  expect(await fill(definition, 30)).toMatchObject({ putIn: 30, givenUp: [] });
});
