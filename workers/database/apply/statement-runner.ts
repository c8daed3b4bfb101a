import type { PGlite } from '@electric-sql/pglite';
import { createdName } from '../../../src/import/created-name.ts';
import type { StatementPiece } from '../../../src/import/plan-step.ts';
import { repairStatement } from '../../../src/import/repair-statement.ts';
import { AppError } from '../../../src/platform/errors.ts';
import { textLiteral } from '../../../src/schema/names.ts';
import type { ExtensionFiles } from '../extensions/extension-files.ts';
import { simpleQuery } from '../protocol.ts';
import { wholeRows } from './cut-copy.ts';
import { type PieceFailure, runPieces } from './run-pieces.ts';
import { runTogether } from './run-together.ts';
import { FOREIGN_KEY_VIOLATION, type Statement } from './statement.ts';

export interface Session {
  readonly database: PGlite;
  readonly extensions: ExtensionFiles;
}

/** First words of statements that leave all settings as they are. */
const KEEPS_SETTINGS: ReadonlySet<string> = new Set('insert copy create alter comment update delete'.split(' '));

/** Runs statements in Postgres one by one, and knows the `search_path` under which they run. */
export class StatementRunner {
  readonly #session: Session;
  /** Undefined when a statement has run that may have changed it. */
  #searchPath: string | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Runs a statement once, and tells it how that went. */
  async run(statement: Statement): Promise<void> {
    const failure = await this.#runPieces(statement.pieces);
    if (failure === undefined) {
      statement.succeed();
      return;
    }
    const whole = wholeRows(failure);
    if (whole && (await this.#runPieces([whole])) === undefined) statement.succeedWithout(whole);
    else statement.fail(failure);
  }

  /** Runs INSERTs as one. When that fails nothing has happened, and they are none the wiser. */
  async runTogether(inserts: readonly Statement[]): Promise<boolean> {
    const texts = inserts.flatMap(({ pieces }) => pieces.map(({ text }) => text));
    if (!(await runTogether(this.#session.database, texts))) return false;
    for (const statement of inserts) statement.succeed();
    return true;
  }

  /** Declares the foreign keys that were taken out of a statement. */
  async declareKeys(statement: Statement): Promise<void> {
    const { database } = this.#session;
    for (const key of statement.laterKeys) {
      const error = await refusal(simpleQuery(database, key));
      const other = error && repairStatement(key, ['alter', 'table'], error);
      const [unchecked] = error?.code === FOREIGN_KEY_VIOLATION ? (other?.statements ?? []) : [];
      if (unchecked !== undefined && (await refusal(simpleQuery(database, unchecked))) === undefined)
        statement.keyTried(unchecked, undefined, other?.note);
      else statement.keyTried(key, error);
    }
  }

  async searchPath(): Promise<string> {
    this.#searchPath ??= (await simpleQuery(this.#session.database, 'SHOW search_path')).rows[0]?.[0] ?? '';
    return this.#searchPath;
  }

  async setSearchPath(path: string): Promise<void> {
    if (path === (await this.searchPath())) return;
    await simpleQuery(this.#session.database, `SELECT set_config('search_path', ${textLiteral(path)}, false)`);
    this.#searchPath = path;
  }

  async #runPieces(pieces: readonly StatementPiece[]): Promise<PieceFailure | undefined> {
    const { database, extensions } = this.#session;
    for (const piece of pieces) {
      const { words, text } = piece;
      if (!KEEPS_SETTINGS.has(words[0] ?? '')) this.#searchPath = undefined;
      if (words[0] !== 'create' || words[1] !== 'extension') continue;
      const error = await refusal(extensions.provide(createdName(text) ?? ''));
      if (error) return { piece, error };
    }
    return await runPieces(database, pieces);
  }
}

/** The error that was answered with; undefined when all went well. Throws when Postgres is gone. */
async function refusal(answer: Promise<unknown>): Promise<AppError | undefined> {
  try {
    await answer;
    return undefined;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code !== 'database/crashed') return thrown;
    throw thrown;
  }
}
