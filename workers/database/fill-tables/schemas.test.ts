import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { beforeAll, describe, expect, test } from 'vitest';
import { fillTables } from '../fill-tables.ts';
import { introspect } from '../introspect.ts';
import { freshSchema, openTestDatabase, shortfalls } from './testing/test-database.ts';

const ROWS = 50;
const SCHEMAS = fileURLToPath(new URL('../../../src/sample-rows/testing/schemas/', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../../public/samples/', import.meta.url));

/** Each of these rows is one of another table that has a certain kind, and not all have it. */
const LIMITED: readonly string[] = ['user_principals', 'group_principals'];

let database: PGlite;

beforeAll(async () => {
  database = await openTestDatabase();
  return async () => await database.close();
});

describe('schemas shaped like those of real applications', () => {
  const files = readdirSync(SCHEMAS).filter((file) => file.endsWith('.sql'));

  test('there are thirty', () => expect(files.length).toBeGreaterThanOrEqual(30));

  test.each(files)('%s', async (file) => {
    const schema = await freshSchema(database, readFileSync(SCHEMAS + file, 'utf8'));
    const report = await fillTables(database, schema, { seed: 3, rows: ROWS });
    const tables = schema.tables.filter(({ kind }) => kind === 'table');
    expect(report.tables).toHaveLength(tables.length);
    const limited = report.tables.filter(({ name }) => LIMITED.includes(name));
    for (const table of limited) expect(table).toMatchObject({ exhausted: ['id'], givenUp: [], withoutParent: [] });
    expect(shortfalls({ tables: report.tables.filter((table) => !limited.includes(table)) })).toEqual([]);
    const filled = await introspect(database);
    for (const { name, putIn } of report.tables) {
      const count = filled.tables.find((table) => table.name === name)?.rowCount ?? 0;
      // A trigger may have put in others.
      expect(count).toBeGreaterThanOrEqual(putIn);
      expect(count).toBeGreaterThan(0);
    }
  });
});

describe('the samples', () => {
  test.each(readdirSync(SAMPLES).filter((file) => file.endsWith('.sql')))('%s', async (file) => {
    const before = await freshSchema(database, readFileSync(SAMPLES + file, 'utf8'));
    const names = before.tables
      .filter(({ kind }) => kind === 'table')
      .map(({ namespace, name }) => `"${namespace}"."${name}"`);
    await database.exec(`TRUNCATE ${names.join(', ')}`);
    const report = await fillTables(database, await introspect(database), { seed: 5, rows: ROWS });
    expect(report.tables).toHaveLength(names.length);
    expect(shortfalls(report)).toEqual([]);
  });
});
