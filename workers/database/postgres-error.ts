import type { messages } from '@electric-sql/pglite';
import { AppError } from '../../src/platform/errors.ts';

/** Advice in place of Postgres' own, which speaks to whoever sets up a server. */
const HINTS: ReadonlyMap<string | undefined, string> = new Map([
  ['54001', 'Make the expression or the recursion less deep.'],
  ['53400', 'The query holds more intermediate rows than a browser tab has room for: narrow it with WHERE or LIMIT.'],
]);

/** SQLSTATE of "cannot execute … in a read-only transaction". */
const READ_ONLY_TRANSACTION = '25006';

/**
 * A Postgres error as an `AppError`: code `pg/<SQLSTATE>`, `PostgresErrorDetails` in `details`.
 * @param sql the statement that Postgres was given, for the error's position
 */
export function postgresError(error: messages.DatabaseError, sql: string): AppError {
  const { message, detail, schema, table, column, constraint, where } = error;
  const hint = HINTS.get(error.code) ?? error.hint;
  const position = error.position === undefined ? undefined : utf16Position(sql, Number(error.position));
  const details = defined({ position, detail, hint, schema, table, column, constraint, where });
  if (error.code === READ_ONLY_TRANSACTION) return notReadOnly(message, details);
  return new AppError({
    code: `pg/${error.code ?? 'XX000'}`,
    message,
    details,
    ...(hint !== undefined && { hint }),
  });
}

export function notReadOnly(message: string, details: Record<string, string | number> = {}): AppError {
  return new AppError({
    code: 'database/not-read-only',
    message,
    hint: 'Only queries run here. To change the database, import a script.',
    details,
  });
}

/** Postgres counts characters; JavaScript strings count UTF-16 code units. Both counted from 1. */
function utf16Position(sql: string, position: number): number {
  let index = 0;
  for (let character = 1; character < position && index < sql.length; character++) {
    index += (sql.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index + 1;
}

function defined(record: Record<string, string | number | undefined>): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(record)) if (value !== undefined) kept[name] = value;
  return kept;
}
