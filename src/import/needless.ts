/** Which of the statements that are skipped would have changed nothing here anyway. */
import { NEEDLESS_AFTER_FAILURE } from './skip-after-failure.ts';
import { NEEDLESS_BY_CONTENT } from './skip-by-content.ts';
import { NEEDLESS } from './skip-reason.ts';

/** In the words of the converters (src/dialect). */
const NEEDLESS_ELSEWHERE: readonly string[] = [
  'A setting of MySQL.',
  'A setting of SQL Server.',
  'A setting of SQLite.',
  'A question to the MySQL server.',
  'A message of the script.',
  'A command to the sqlite3 program, not SQL.',
  'Each statement is a transaction of its own here.',
  'Locks are for servers with several users.',
  'Chooses a database; here there is one.',
  'There is one database here.',
  'Its tables go to the schema public.',
  'The script’s users are not here.',
  'Nothing that Postgres has to do: storage, settings or checks of the other database.',
  'Housekeeping of the other database.',
  'SQLite’s own table.',
  'SQLite’s own table: numbering goes on behind the rows by itself.',
];

const ALL: ReadonlySet<string> = new Set([
  ...NEEDLESS,
  ...NEEDLESS_BY_CONTENT,
  ...NEEDLESS_AFTER_FAILURE,
  ...NEEDLESS_ELSEWHERE,
]);

/** Their reasons are shared with harmless ones, but what they do, or undo, may be missed. */
const MAY_MATTER = /^(?:rollback|execute|prepare|restore|create\s+server)\b/i;

/** @param reason why the statement is skipped, as the report has it */
export function isNeedless(reason: string, statement: string): boolean {
  return ALL.has(reason) && !MAY_MATTER.test(statement);
}
