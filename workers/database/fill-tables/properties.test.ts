import type { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { fillTables } from '../fill-tables.ts';
import { arbitraryDdl } from './testing/arbitrary-ddl.ts';
import { freshSchema, openTestDatabase, shortfalls } from './testing/test-database.ts';

/** Each takes about 50 ms. */
const SCHEMAS = 60;
const ROWS = 25;

let database: PGlite;

beforeAll(async () => {
  database = await openTestDatabase();
  return async () => await database.close();
});

test('whatever the schema, all rows get in', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDdl, fc.nat(), async (ddl, seed) => {
      const schema = await freshSchema(database, ddl);
      const report = await fillTables(database, schema, { seed, rows: ROWS });
      expect(shortfalls(report)).toEqual([]);
    }),
    { numRuns: SCHEMAS },
  );
});
