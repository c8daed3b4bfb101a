/** Judges answers by executing them: a schema's own Postgres, and the reference rows of its cases. */

import type { Schema } from '../../src/schema/model.ts';
import { nodeRuntime } from '../../workers/database/node-runtime.ts';
import { PostgresDatabase } from '../../workers/database/postgres.ts';
import { type ResultRows, sameAnswer } from './compare-rows.ts';
import type { Case } from './suite.ts';

/** `failed` is an answer that does not run, or none at all. */
export type Verdict = 'right' | 'wrong' | 'failed';

/** More rows than any reference has. */
const ROW_LIMIT = 10_000;

export class Referee {
  readonly #database: PostgresDatabase;

  private constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  /** Throws when a statement of the script fails: a suite's own schema must be sound. */
  static async open(script: string): Promise<Referee> {
    const database = new PostgresDatabase();
    await database.open(await nodeRuntime());
    const { statements } = await database.applyScript(script, { dialect: 'postgres' }, () => undefined);
    const failed = statements.find((statement) => statement.outcome.kind === 'failed');
    if (failed?.outcome.kind === 'failed') throw new Error(`line ${failed.line}: ${failed.outcome.reason}`);
    return new Referee(database);
  }

  schema(): Promise<Schema> {
    return this.#database.introspect();
  }

  async rows(sql: string): Promise<ResultRows> {
    const { rows } = await this.#database.runReadOnly(sql, { rowLimit: ROW_LIMIT });
    return rows;
  }

  async judge(reference: Pick<Case, 'gold' | 'ordered'>, sql: string | null): Promise<Verdict> {
    if (sql === null) return 'failed';
    let candidate: ResultRows;
    try {
      candidate = await this.rows(sql);
    } catch {
      return 'failed';
    }
    for (const gold of reference.gold) {
      if (sameAnswer(await this.rows(gold), candidate, reference)) return 'right';
    }
    return 'wrong';
  }
}
