/** The JSON in whatever a person pastes: bare, quoted as in CSV, or with what psql prints around it. */
import { AppError } from '../../platform/errors.ts';

/** Characters that are taken: a schema of ten thousand tables has some twenty million. */
const MAX_CHARACTERS = 50_000_000;

const RUN_AGAIN = 'Run the query again and copy its whole result.';

/** Throws when there is none, or not all of it. */
export function findResult(pasted: string): unknown {
  if (pasted.length > MAX_CHARACTERS) {
    throw refusal(
      'smart-query/too-large',
      `The result has more than ${MAX_CHARACTERS} characters.`,
      'Choose fewer schemas in the query.',
    );
  }
  const text = joinedLines(pasted);
  const start = text.search(/\{\s*\\?"/);
  if (start < 0) throw noResult(pasted);
  const json = unquoted(text.slice(start));
  const end = endOfObject(json);
  if (end === undefined) {
    throw refusal(
      'smart-query/unreadable',
      'The result is cut off: its JSON does not end.',
      'Some programs shorten long cells. Save the result to a file, or run the query with psql -At.',
    );
  }
  try {
    return JSON.parse(json.slice(0, end));
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw refusal('smart-query/unreadable', `The result is not valid JSON: ${reason}`, RUN_AGAIN);
  }
}

function noResult(pasted: string): AppError {
  if (pasted.trim() === '') return refusal('smart-query/unreadable', 'There is no result.', RUN_AGAIN);
  if (/^\s*(?:WITH|SELECT)\b/i.test(pasted)) {
    return refusal(
      'smart-query/unreadable',
      'This is the query itself, not its result.',
      'Run it on your server and paste what it returns.',
    );
  }
  return refusal('smart-query/unreadable', 'There is no JSON in this text.', RUN_AGAIN);
}

/**
 * psql marks each line of a value that goes on below with a plus sign in a column of its own, and lines that it broke
 * itself (`\pset format wrapped`) with a full stop on either side.
 */
function joinedLines(text: string): string {
  const whole = /\.\r?\n\./.test(text) ? text.replaceAll(/\.\r?\n\./g, '') : text;
  return /\+[ \t]*\r?\n/.test(whole) ? whole.replaceAll(/[ \t]*\+[ \t]*\r?\n[ \t]?/g, '\n') : whole;
}

/** CSV doubles quotes; some programs put a backslash before them, and another before each backslash. */
function unquoted(text: string): string {
  if (/^\{\s*""/.test(text)) return text.replaceAll('""', '"');
  return /^\{\s*\\"/.test(text) ? text.replaceAll(/\\(["\\])/g, '$1') : text;
}

/** Where the object ends that the text begins with; undefined when the text ends first. */
function endOfObject(text: string): number | undefined {
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}]|"/gs;
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found === '"') return undefined;
    if (found === '{') depth++;
    if (found === '}') depth--;
    if (depth === 0) return index + 1;
  }
  return undefined;
}

/** Postgres' own codes: invalid_text_representation for what is no JSON, program_limit_exceeded. */
export function refusal(
  code: 'smart-query/unreadable' | 'smart-query/too-large',
  message: string,
  hint: string,
): AppError {
  return new AppError({ code, message, hint });
}
