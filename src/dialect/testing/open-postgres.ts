import { PGlite } from '@electric-sql/pglite';
import { nodeRuntime } from '../../../workers/database/node-runtime.ts';
import { START_PARAMETERS } from '../../../workers/database/start-parameters.ts';
import { type ConvertedPiece, convertScript } from '../convert-script.ts';
import type { ForeignDialect } from '../dialect.ts';

/** A Postgres for tests that prove conversions by running them. */
export interface TestPostgres {
  /** Starts again with an empty database. */
  reset(): Promise<void>;
  /** Converts a script and runs it; what Postgres refuses throws with the statement. */
  load(script: string, dialect: ForeignDialect): Promise<LoadedScript>;
  run(sql: string): Promise<void>;
  /** Values as text. */
  rows(sql: string): Promise<(string | null)[][]>;
  close(): Promise<void>;
}

export interface LoadedScript {
  readonly pieces: readonly ConvertedPiece[];
  /** `line reason` of each statement that was skipped. */
  readonly skipped: readonly string[];
  readonly notes: readonly string[];
}

/** Types by number, those of Postgres itself: what PGlite would make numbers, dates and objects of stays text. */
const AS_TEXT = Object.fromEntries(Array.from({ length: 5_000 }, (_, type) => [type, (value: string) => value]));

export async function openPostgres(): Promise<TestPostgres> {
  const { dataDirectory } = await nodeRuntime();
  const database = await PGlite.create({
    loadDataDir: dataDirectory,
    startParams: START_PARAMETERS,
    parsers: AS_TEXT,
  });
  const run = async (sql: string) => {
    try {
      await database.exec(sql);
    } catch (thrown) {
      throw new Error(`${thrown instanceof Error ? thrown.message : String(thrown)}\n${sql.slice(0, 2_000)}`);
    }
  };
  return {
    run,
    reset: async () => {
      const { rows } = await database.query<{ name: string }>(
        `SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`,
      );
      for (const { name } of rows) await run(`DROP SCHEMA ${name} CASCADE`);
      await run('CREATE SCHEMA public');
    },
    load: async (script, dialect) => {
      const pieces = convertScript(script, dialect);
      for (const { outcome } of pieces) {
        if (outcome.kind === 'converted') for (const statement of outcome.statements) await run(statement);
      }
      return {
        pieces,
        skipped: pieces.flatMap(({ line, outcome }) =>
          outcome.kind === 'skipped' ? [`${line} ${outcome.reason}`] : [],
        ),
        notes: pieces.flatMap(({ outcome }) => (outcome.kind === 'converted' ? outcome.notes : [])),
      };
    },
    rows: async (sql) => {
      const { rows } = await database.query<(string | null)[]>(sql, [], { rowMode: 'array' });
      return rows;
    },
    close: async () => await database.close(),
  };
}
