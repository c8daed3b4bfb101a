import type { ForeignDialect } from './dialect.ts';
import { convertSql } from './query/convert-sql.ts';
import { type KnownNames, NOTHING_KNOWN } from './query/known-names.ts';
import { QUERY_RULES } from './query/query-rules.ts';
import { ScriptConverter } from './script-converter.ts';
import { splitScript } from './split/split-script.ts';
import { headWords } from './statements/head-words.ts';

export interface ConvertedQuery {
  readonly sql: string;
  /** What does not mean quite the same, and what stays as written because it is not known. */
  readonly notes: readonly string[];
}

/** What begins a query, or changes rows by one. Other statements are read as those of scripts are. */
const QUERY_WORDS: ReadonlySet<string | undefined> = new Set([
  'select',
  'with',
  'update',
  'delete',
  'values',
  undefined,
]);

/**
 * A query of another dialect as one for Postgres. It never fails: what is not known stays as written and is noted.
 * @param known names and types of the database it will run against, which makes for a better result
 */
export function convertQuery(sql: string, dialect: ForeignDialect, known: KnownNames = NOTHING_KNOWN): ConvertedQuery {
  const notes = new Set<string>();
  const rules = QUERY_RULES[dialect];
  const statements = splitScript(sql, dialect).map(({ text }) => text);
  const isQuery = (text: string) => QUERY_WORDS.has(headWords(text, rules.lexical)[0]);
  if (!statements.every(isQuery)) return { sql: convertStatements(sql, dialect, known, notes), notes: [...notes] };
  // Comments around a statement are no part of it: where there is but one query, the whole text is kept.
  const parts = statements.length < 2 ? [sql] : statements;
  const converted = parts.map((text) => convertSql(text, rules, known, notes).trim());
  return { sql: converted.join(';\n'), notes: [...notes] };
}

function convertStatements(text: string, dialect: ForeignDialect, known: KnownNames, notes: Set<string>): string {
  const statements = new ScriptConverter(text, dialect, known).convert().flatMap(({ source, outcome }) => {
    if (outcome.kind === 'skipped') {
      notes.add(outcome.reason);
      return [source];
    }
    for (const note of outcome.notes) notes.add(note);
    return outcome.statements;
  });
  return statements.join(';\n');
}
