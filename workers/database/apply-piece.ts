import { messages, type PGlite } from '@electric-sql/pglite';
import type { StatementReport } from '../../src/database/contract.ts';
import { AppError } from '../../src/platform/errors.ts';
import type { CopyPiece, ScriptPiece, SqlPiece } from '../../src/schema/split-statements.ts';
import { postgresError } from './postgres-error.ts';
import { parse, resynchronise, runToEnd, simpleQuery } from './protocol.ts';
import { reasonToIgnoreMissingRole, reasonToSkip } from './statement-kind.ts';

type Outcome = StatementReport['outcome'];

/** Characters of a statement that stand for it in the report. */
const SUMMARY_CHARACTERS = 80;
/** SQLSTATE of a role, schema, … that does not exist. */
const UNDEFINED_OBJECT = 'pg/42704';

/** Runs one piece of a script, in a transaction of its own. Throws only when Postgres itself is gone. */
export async function applyPiece(database: PGlite, piece: ScriptPiece): Promise<StatementReport> {
  return { line: piece.line, summary: summarise(piece.text), outcome: await outcomeOf(database, piece) };
}

async function outcomeOf(database: PGlite, piece: ScriptPiece): Promise<Outcome> {
  if (piece.kind === 'psql') return { kind: 'skipped', reason: 'A command to the psql program, not SQL.' };
  const skip = reasonToSkip(piece.words);
  if (skip !== undefined) return { kind: 'skipped', reason: skip };
  try {
    if (piece.kind === 'copy') await copy(database, piece);
    else await run(database, logged(piece));
    return { kind: 'applied' };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code === 'database/crashed') throw thrown;
    return failure(piece, thrown);
  }
}

/**
 * The statement, but never for an UNLOGGED table: Postgres empties those when it was not shut down properly, which is
 * how every snapshot looks to it. Blanks take the word's place, so that positions stay right.
 */
function logged({ text, words }: SqlPiece): string {
  return words[1] === 'unlogged' ? text.replace(/\bunlogged\b/i, (word) => ' '.repeat(word.length)) : text;
}

async function run(database: PGlite, sql: string): Promise<void> {
  try {
    await parse(database, sql);
    const { inTransaction } = await runToEnd(database, sql);
    // No statement that runs here can leave one open, but whatever might must not swallow the rest of the script.
    if (inTransaction) await simpleQuery(database, 'ROLLBACK');
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

function failure(piece: SqlPiece | CopyPiece, error: AppError): Outcome {
  if (error.code === UNDEFINED_OBJECT && /^role /.test(error.message)) {
    const reason = reasonToIgnoreMissingRole(piece.words, piece.text);
    if (reason !== undefined) return { kind: 'skipped', reason };
  }
  const hint = piece.words[1] === 'extension' ? EXTENSION_HINT : error.hint;
  const atLine = failedLine(piece, error);
  return {
    kind: 'failed',
    reason: error.message,
    code: error.code,
    ...(hint !== undefined && { hint }),
    ...(atLine !== undefined && { atLine }),
  };
}

const EXTENSION_HINT = 'Postgres runs in the browser here, with its built-in features and no extensions.';

function failedLine(piece: SqlPiece | CopyPiece, error: AppError): number | undefined {
  const where = error.details?.where;
  const copyLine = typeof where === 'string' ? /^COPY .*?, line (\d+)/.exec(where)?.[1] : undefined;
  if (piece.kind === 'copy' && copyLine !== undefined) return piece.dataLine + Number(copyLine) - 1;
  const position = error.details?.position;
  if (typeof position !== 'number') return undefined;
  const before = piece.text.slice(0, position - 1);
  return piece.line + (before.match(/\r\n|\n|\r/g)?.length ?? 0);
}

function summarise(text: string): string {
  const line = text.slice(0, 4 * SUMMARY_CHARACTERS).replaceAll(/\s+/g, ' ');
  return line.length > SUMMARY_CHARACTERS ? `${line.slice(0, SUMMARY_CHARACTERS - 1)}…` : line;
}
