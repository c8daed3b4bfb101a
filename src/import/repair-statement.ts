/** Another way to say what Postgres refused, once no statement of the script can help it any more. */
import { quoteName, textLiteral } from '../schema/names.ts';
import { type Edit, editText } from './edit-text.ts';
import { extensionForIndex, shippedExtensionOf, unshippedExtensionOf } from './extension-of.ts';
import { type MissingObject, missingObject } from './missing-object.ts';
import { violatedKey, withoutCheck } from './not-valid.ts';
import type { Failure } from './skip-after-failure.ts';
import { afterParentheses, dottedName, isMark, type SqlToken, sqlTokens, wordsAt } from './sql-tokens.ts';
import { takeOutExpressions } from './take-out-expressions.ts';
import { takeOutForeignKeys } from './take-out-foreign-keys.ts';

export interface Repair {
  /** What to run in its place, all or nothing. */
  readonly statements: readonly string[];
  /** Foreign keys to be declared when everything else is there. */
  readonly later: readonly string[];
  /** Absent where the keys for later have more to say. */
  readonly note?: string;
}

/** Undefined when nothing helps. A repair may itself fail, and then be repaired again. */
export function repairStatement(sql: string, words: readonly string[], failure: Failure): Repair | undefined {
  const missing = missingObject(failure.message);
  if (words[0] === 'create' && words[1] === 'extension') {
    return missing?.kind === 'schema' ? inNewSchema(sql, missing.name) : undefined;
  }
  const extension = extensionForIndex(failure.message) ?? shippedExtensionOf(missing?.name ?? '');
  if (extension !== undefined) return withExtension(sql, extension);
  // Whatever else may be wrong with rows, their text is too long to be looked into.
  if (words[0] !== 'create' && words[0] !== 'alter') return undefined;
  const broken = failure.code === FOREIGN_KEY_VIOLATION ? violatedKey(failure.message) : undefined;
  if (broken !== undefined) return withUncheckedKey(sql, broken, failure);
  if (missing?.kind === 'type') return withTextFor(sql, missing.name);
  if (missing?.kind === 'function') return withoutExpressions(sql, missing);
  if (missing?.kind === 'collation') return withoutCollation(sql, missing.name);
  if (missing?.kind === 'access method') return withoutAccessMethod(sql, missing.name);
  const expressions = missing?.kind === 'schema' ? withoutExpressions(sql, missing) : undefined;
  if (expressions !== undefined) return expressions;
  return FOREIGN_KEY_FAILURES.has(failure.code) ? withoutForeignKeys(sql) : undefined;
}

/** No such relation, schema or column; no key that is referenced; types that do not match. */
const FOREIGN_KEY_FAILURES: ReadonlySet<string> = new Set(['pg/42P01', 'pg/3F000', 'pg/42703', 'pg/42830', 'pg/42804']);

/** SQLSTATE of rows that refer to none. */
const FOREIGN_KEY_VIOLATION = 'pg/23503';

/** MySQL's MyISAM tables, and dumps made with FOREIGN_KEY_CHECKS=0, are full of such rows. */
function withUncheckedKey(sql: string, key: string, { details }: Failure): Repair | undefined {
  const statement = withoutCheck(sql, key);
  if (statement === undefined) return undefined;
  const orphan = typeof details?.detail === 'string' ? ` (${details.detail.replace(/\.$/, '')})` : '';
  const note = `Rows that are here already break the foreign key ${key}${orphan}. It is declared NOT VALID: those rows stay as they are, and it holds for rows that are added or changed from now on.`;
  return { statements: [statement], later: [], note };
}

function withoutForeignKeys(sql: string): Repair | undefined {
  const table = takeOutForeignKeys(sql);
  if (table === undefined) return undefined;
  return { statements: [table.sql], later: table.keys };
}

function withExtension(sql: string, extension: string): Repair {
  return {
    statements: [`CREATE EXTENSION IF NOT EXISTS ${quoteName(extension)} CASCADE`, sql],
    later: [],
    note: `The extension ${extension}, which this uses and the script does not create, is added.`,
  };
}

/** Where the schema was made by the service that the script comes from, it was also searched for names. */
function inNewSchema(sql: string, schema: string): Repair {
  const name = quoteName(schema);
  return {
    statements: [
      `CREATE SCHEMA ${name}`,
      sql,
      `SELECT set_config('search_path', current_setting('search_path') || ${textLiteral(`, ${name}`)}, false)`,
    ],
    later: [],
    note: `The schema ${schema} is added; the statements below find in it what they name without a schema.`,
  };
}

function withTextFor(sql: string, type: string): Repair | undefined {
  const extension = unshippedExtensionOf(type);
  if (extension === undefined) return undefined;
  const tokens = sqlTokens(sql);
  const edits: Edit[] = [];
  for (let at = 1; at < tokens.length; at++) {
    const before = tokens[at - 1];
    const name = dottedName(tokens, at);
    if (name === undefined || isMark(before, '.')) continue;
    const standsForType = before?.kind === 'word' || before?.kind === 'name' || isMark(before, '::');
    if (standsForType && name.parts.at(-1) === type) {
      const end = isMark(tokens[name.next], '(') ? afterParentheses(tokens, name.next) : name.next;
      edits.push(replaced(tokens, { from: at, to: end, replacement: 'text' }));
    }
    at = name.next - 1;
  }
  if (edits.length === 0) return undefined;
  const note = `${type} is of the extension ${extension}, which is not here: the values are kept as text.`;
  return { statements: [editText(sql, edits)], later: [], note };
}

function withoutExpressions(sql: string, missing: MissingObject): Repair | undefined {
  const without = takeOutExpressions(sql, missing);
  if (without === undefined) return undefined;
  const what = missing.kind === 'schema' ? `a function of the schema ${missing.name}` : `the function ${missing.name}`;
  return {
    statements: [without],
    later: [],
    note: `What ${what} would fill a column with is left out: it is not here.`,
  };
}

function withoutCollation(sql: string, collation: string): Repair | undefined {
  const note = `The collation ${collation} is not here: texts are sorted by the collation of the database.`;
  return without(sql, note, (tokens, at) => {
    const name = wordsAt(tokens, at, 'collate') ? dottedName(tokens, at + 1) : undefined;
    return name?.parts.at(-1) === collation ? name.next : undefined;
  });
}

function withoutAccessMethod(sql: string, method: string): Repair | undefined {
  const note = `Tables of the kind ${method} come with an extension that is not here: this is an ordinary one.`;
  return without(sql, note, (tokens, at) =>
    wordsAt(tokens, at, 'using') && tokens[at + 1]?.text === method ? at + 2 : undefined,
  );
}

/** @param endOf index behind what begins at a token and is to go; undefined where nothing does */
function without(
  sql: string,
  note: string,
  endOf: (tokens: readonly SqlToken[], at: number) => number | undefined,
): Repair | undefined {
  const tokens = sqlTokens(sql);
  const edits = tokens.flatMap((_, from) => {
    const to = endOf(tokens, from);
    return to === undefined ? [] : [replaced(tokens, { from, to })];
  });
  return edits.length > 0 ? { statements: [editText(sql, edits)], later: [], note } : undefined;
}

function replaced(
  tokens: readonly SqlToken[],
  { from, to, replacement }: { from: number; to: number; replacement?: string },
): Edit {
  const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
  return replacement === undefined ? span : { ...span, replacement };
}
