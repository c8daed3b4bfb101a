/** The schema of the database, read from Postgres' own catalogue (documentation, chapter 53). */
import type { PGlite } from '@electric-sql/pglite';
import type { Schema } from '../../src/schema/model.ts';
import { readFunctions } from './introspect/functions.ts';
import { readTables } from './introspect/tables.ts';
import { readTypes } from './introspect/types.ts';

export async function introspect(database: PGlite): Promise<Schema> {
  const tables = await readTables(database);
  const { enums, domains } = await readTypes(database);
  return { tables, enums, domains, functions: await readFunctions(database) };
}
