/** Statements that mean nothing here, told from more than their first words. */
import { isMark, type SqlToken, wordsAt } from './sql-tokens.ts';

const OWNER = 'There is one user here, who owns everything.';
const ONE_PLACE = 'There are no tablespaces here: everything is kept in one place.';
const LOGGED = 'Tables are always logged here: an unlogged one would be emptied when the page is reloaded.';
const ENCODING = 'The script has been read as text already; its encoding has nothing more to say.';
const SEARCH_PATH = 'Names without a schema go on to mean those in public, so that statements below may use them.';
const WRITES = 'It writes rows out, and there is no one to take them.';
const READS_FILE = 'It reads a file of the server, which is not here.';

/** Those by which nothing is lost. */
export const NEEDLESS_BY_CONTENT: readonly string[] = [OWNER, ONE_PLACE, LOGGED, ENCODING, SEARCH_PATH];

/** Words that end what a SET or ALTER says, before anything could follow. */
export function reasonInContent(words: readonly string[], tokens: readonly SqlToken[]): string | undefined {
  switch (words[0]) {
    case 'alter':
      return alteration(tokens);
    case 'set':
      return setting(tokens);
    case 'select':
      return emptiesSearchPath(tokens) ? SEARCH_PATH : undefined;
    case 'copy':
      return copying(tokens);
    case 'create':
    case 'do':
      return foreignLanguage(tokens);
    default:
      return undefined;
  }
}

/** Only where it is all that the statement does: `ALTER TABLE a OWNER TO b` and not one of several actions. */
function alteration(tokens: readonly SqlToken[]): string | undefined {
  const last = tokens.length - 1;
  if (tokens.slice(3).some((token) => isMark(token, ',') && depthAt(tokens, token) === 0)) return undefined;
  if (wordsAt(tokens, last - 2, 'owner', 'to')) return OWNER;
  const set = tokens.findLastIndex((token) => token.kind === 'word' && token.text === 'set');
  if (set < 0) return undefined;
  if (wordsAt(tokens, set + 1, 'tablespace')) return ONE_PLACE;
  if (set === last - 1 && (wordsAt(tokens, last, 'unlogged') || wordsAt(tokens, last, 'logged'))) return LOGGED;
  return undefined;
}

function depthAt(tokens: readonly SqlToken[], token: SqlToken): number {
  let depth = 0;
  for (const before of tokens) {
    if (before === token) break;
    if (isMark(before, '(')) depth++;
    if (isMark(before, ')')) depth--;
  }
  return depth;
}

function setting(tokens: readonly SqlToken[]): string | undefined {
  const scoped = wordsAt(tokens, 1, 'session') || wordsAt(tokens, 1, 'local') ? 2 : 1;
  if (wordsAt(tokens, scoped, 'names') || wordsAt(tokens, scoped, 'client_encoding')) return ENCODING;
  const value = tokens[scoped + 2]?.text;
  if (wordsAt(tokens, scoped, 'search_path') && tokens.length === scoped + 3 && (value === "''" || value === ''))
    return SEARCH_PATH;
  if (wordsAt(tokens, scoped, 'default_tablespace') && value !== "''" && value !== '') return ONE_PLACE;
  return undefined;
}

/** `SELECT pg_catalog.set_config('search_path', '', false)`, as pg_dump writes it. */
function emptiesSearchPath(tokens: readonly SqlToken[]): boolean {
  const call = tokens.findIndex((token) => token.kind === 'word' && token.text === 'set_config');
  return call > 0 && call <= 3 && tokens[call + 2]?.text === "'search_path'" && tokens[call + 4]?.text === "''";
}

/** Of a COPY whose rows are not in the script. */
function copying(tokens: readonly SqlToken[]): string | undefined {
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (isMark(token, '(')) depth++;
    if (isMark(token, ')')) depth--;
    if (depth > 0 || token.kind !== 'word') continue;
    if (token.text === 'to') return WRITES;
    if (token.text === 'from' && tokens[index + 1]?.text !== 'stdin') return READS_FILE;
  }
  return undefined;
}

const LANGUAGES: ReadonlySet<string> = new Set(['sql', 'plpgsql', 'internal']);

/** Of CREATE FUNCTION and DO. A column may be called `language` too, but not right before a name or text. */
function foreignLanguage(tokens: readonly SqlToken[]): string | undefined {
  if (wordsAt(tokens, 0, 'create')) {
    const kind = wordsAt(tokens, 1, 'or', 'replace') ? 3 : 1;
    if (!wordsAt(tokens, kind, 'function') && !wordsAt(tokens, kind, 'procedure')) return undefined;
  }
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (isMark(token, '(')) depth++;
    if (isMark(token, ')')) depth--;
    if (depth > 0 || !wordsAt(tokens, index, 'language')) continue;
    const language = (tokens[index + 1]?.text ?? '').replaceAll("'", '').toLowerCase();
    if (LANGUAGES.has(language)) return undefined;
    return `It is written in ${language}; functions are written in SQL and PL/pgSQL here.`;
  }
  return undefined;
}
