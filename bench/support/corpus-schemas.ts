import { readFile } from 'node:fs/promises';
import type { Schema } from '../../src/schema/model.ts';
import { type CorpusDatabase, corpusDatabases } from '../../src/sql/testing/corpus/index.ts';
import { nodeRuntime } from '../../workers/database/node-runtime.ts';
import { PostgresDatabase } from '../../workers/database/postgres.ts';

/** The corpus' databases as the page would read them from Postgres. */
export async function corpusSchemas(): Promise<Readonly<Record<CorpusDatabase, Schema>>> {
  const runtime = await nodeRuntime();
  const read = async (name: CorpusDatabase): Promise<Schema> => {
    const database = new PostgresDatabase();
    await database.open(runtime);
    try {
      await database.applyScript(
        await readFile(corpusDatabases[name], 'utf8'),
        { dialect: 'postgres' },
        () => undefined,
      );
      return await database.introspect();
    } finally {
      await database.close();
    }
  };
  return {
    shop: await read('shop'),
    hr: await read('hr'),
    library: await read('library'),
    telemetry: await read('telemetry'),
  };
}
