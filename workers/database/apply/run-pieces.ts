import { messages, type PGlite } from '@electric-sql/pglite';
import type { StatementPiece } from '../../../src/import/plan-step.ts';
import { AppError } from '../../../src/platform/errors.ts';
import type { CopyPiece, SqlPiece } from '../../../src/schema/split-statements.ts';
import { postgresError } from '../postgres-error.ts';
import { parse, resynchronise, runToEnd, simpleQuery } from '../protocol.ts';

/** What went wrong, and in which of the pieces. */
export interface PieceFailure {
  readonly piece: StatementPiece;
  readonly error: AppError;
}

/** Runs the pieces in one transaction: all or nothing. Throws only when Postgres itself is gone. */
export async function runPieces(
  database: PGlite,
  pieces: readonly StatementPiece[],
): Promise<PieceFailure | undefined> {
  const [only, second] = pieces;
  if (only === undefined) return undefined;
  if (second === undefined) return await failureOf(database, only);
  await simpleQuery(database, 'BEGIN');
  for (const piece of pieces) {
    const failure = await failureOf(database, piece);
    if (failure) {
      await simpleQuery(database, 'ROLLBACK');
      return failure;
    }
  }
  try {
    await simpleQuery(database, 'COMMIT');
  } catch (thrown) {
    return failed(only, thrown);
  }
  return undefined;
}

async function failureOf(database: PGlite, piece: StatementPiece): Promise<PieceFailure | undefined> {
  try {
    if (piece.kind === 'copy') await copy(database, piece);
    else await run(database, piece);
    return undefined;
  } catch (thrown) {
    return failed(piece, thrown);
  }
}

function failed(piece: StatementPiece, thrown: unknown): PieceFailure {
  if (!(thrown instanceof AppError) || thrown.code === 'database/crashed') throw thrown;
  return { piece, error: thrown };
}

/** Statements that may answer with any number of rows, which are fetched in parts and dropped. */
const ANSWERING: ReadonlySet<string> = new Set(['select', 'values', 'table', 'with', 'explain', 'show', 'execute']);

async function run(database: PGlite, { text, words }: SqlPiece): Promise<void> {
  if (!ANSWERING.has(words[0] ?? '')) {
    await simpleQuery(database, text);
    return;
  }
  try {
    await parse(database, text);
    await runToEnd(database, text);
  } catch (thrown) {
    await resynchronise(database);
    throw thrown;
  }
}

/** PGlite has no COPY from the client; it reads a file that is handed over with the query instead. */
async function copy(database: PGlite, { text, stdin, data }: CopyPiece): Promise<void> {
  const sql = `${text.slice(0, stdin.start)}'/dev/blob'${text.slice(stdin.end)}`;
  try {
    await database.query(sql, [], { blob: new Blob([data]) });
  } catch (thrown) {
    if (thrown instanceof messages.DatabaseError) throw postgresError(thrown, sql);
    throw thrown;
  }
}
