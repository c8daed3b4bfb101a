/** Which statements that failed are worth another try after the others: a script need not be in order. */
import type { Failure } from './skip-after-failure.ts';

/** Something is not there yet: a relation, object, function, schema, column, referenced key, referenced row. */
const NOT_YET_THERE: ReadonlySet<string> = new Set([
  'pg/42P01',
  'pg/42704',
  'pg/42883',
  'pg/3F000',
  'pg/42703',
  'pg/42830',
  'pg/23503',
]);
/** SQLSTATE of a row for which no partition is there, and of much else. */
const CHECK_VIOLATION = 'pg/23514';

/** Statements that add something. What drops or changes things is never put off: it may hit what was made meanwhile. */
const ADDING: ReadonlySet<string> = new Set([
  'create',
  'alter',
  'comment',
  'insert',
  'copy',
  'select',
  'refresh',
  'do',
]);
const TAKING_AWAY = /(?<!\bon\s+)\b(?:drop|rename|delete|truncate|update)\b/i;
const CHECKED: ReadonlySet<string> = new Set(['alter', 'do', 'select']);
const SETS_SEQUENCE = /\bsetval\s*\(/i;

export function canRunAgain(words: readonly string[], sql: string, { code, message }: Failure): boolean {
  const [first = ''] = words;
  if (!ADDING.has(first)) return false;
  if (!NOT_YET_THERE.has(code) && !(code === CHECK_VIOLATION && message.startsWith('no partition'))) return false;
  if (CHECKED.has(first) && TAKING_AWAY.test(sql)) return false;
  return first !== 'select' || SETS_SEQUENCE.test(sql);
}

/** Whether a statement declares something, as opposed to putting rows in. */
export function isDefinition([first = '']: readonly string[]): boolean {
  return first === 'create' || first === 'alter' || first === 'comment';
}
