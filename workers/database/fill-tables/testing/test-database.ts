import { PGlite } from '@electric-sql/pglite';
import type { FillReport } from '../../../../src/sample-rows/fill-report.ts';
import type { Schema } from '../../../../src/schema/model.ts';
import { introspect } from '../../introspect.ts';
import { nodeRuntime } from '../../node-runtime.ts';
import { START_PARAMETERS } from '../../start-parameters.ts';

/** Postgres as the worker runs it, with nothing in between. */
export async function openTestDatabase(): Promise<PGlite> {
  const { runtime, dataDirectory } = await nodeRuntime();
  if (!(runtime.postgres instanceof WebAssembly.Module)) throw new Error('no WebAssembly module');
  return await PGlite.create({
    pgliteWasmModule: runtime.postgres,
    fsBundle: runtime.files,
    loadDataDir: dataDirectory,
    startParams: START_PARAMETERS,
  });
}

/** The schema of a database that holds just this. */
export async function freshSchema(database: PGlite, ddl: string): Promise<Schema> {
  const { rows } = await database.query<{ name: string }>(
    `SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`,
  );
  for (const { name } of rows) await database.exec(`DROP SCHEMA ${name} CASCADE`);
  await database.exec('CREATE SCHEMA public');
  await database.exec(ddl);
  await database.exec('DISCARD ALL');
  return await introspect(database);
}

/** What is missing, in words: empty when every table has all of its rows. */
export function shortfalls({ tables }: FillReport): readonly string[] {
  return tables
    .filter(({ wanted, putIn, withoutParent }) => putIn < wanted || withoutParent.length > 0)
    .map(({ name, wanted, putIn, exhausted, givenUp, withoutParent }) =>
      JSON.stringify({ name, wanted, putIn, exhausted, givenUp, withoutParent }),
    );
}

export async function rowsOf(database: PGlite, query: string): Promise<readonly unknown[]> {
  return (await database.query(query)).rows;
}
