/**
 * Schema linking: which tables a question needs, by the words it shares with them and by what joins them. The model then
 * reads, and its grammar allows, only those. Recall matters most: a table too many costs a little, a missing one costs
 * the answer. What it reaches is measured in bench/RESULTS-linking.md.
 */
import { isGenericWord } from './generic-words.ts';
import { chooseTables } from './linking/choose-tables.ts';
import { tableKey } from './linking/join-graph.ts';
import { schemaWords } from './linking/schema-words.ts';
import { scoreTables } from './linking/score-tables.ts';
import type { Schema, Table } from './model.ts';
import { words } from './stem.ts';

/** The bundled model reads about 40 tokens a table, and its whole context is 2,048. */
export const DEFAULT_MAX_TABLES = 12;

export interface LinkOptions {
  /** Tables in the result at most. A schema with no more than these is kept whole. */
  readonly maxTables?: number;
  /** Tables that a person wants to be there whatever the question is: before all others. */
  readonly pinned?: readonly Table[];
  /** Tables that are known to be needed, the most certain first; the question's words decide about the rest. */
  readonly chosen?: readonly Table[];
}

export interface Linking {
  /** The tables in their original order, and only the foreign keys between them. */
  readonly schema: Schema;
  /** False when no word of the question occurs in the schema: the question is about something else. */
  readonly matched: boolean;
}

export function linkTables(
  question: string,
  schema: Schema,
  { maxTables = DEFAULT_MAX_TABLES, pinned = [], chosen = [] }: LinkOptions = {},
): Linking {
  const { relevance, named, hasEvidence } = scoreTables(question, schema);
  // “How many rows are there?” is about the only table there is.
  const isAboutTheOnlyTable = schema.tables.length === 1 && words(question).every(isGenericWord);
  const matched = hasEvidence || isAboutTheOnlyTable || mentionsTable(question, schema.tables);
  if (schema.tables.length <= maxTables) return { schema, matched };
  const score = (table: Table): number => relevance.get(table) ?? 0;
  const ranked = schema.tables.filter((table) => score(table) > 0).sort((a, b) => score(b) - score(a));
  const kept = chooseTables({
    pinned,
    wanted: [...chosen, ...ranked.filter((table) => named.has(table))],
    ranked: ranked.length + chosen.length + pinned.length > 0 ? ranked : schema.tables,
    joins: schemaWords(schema).joins,
    maxTables,
  });
  return { schema: subSchema(schema, kept), matched };
}

/** Names of tables that nearly every question holds by chance. */
const ARTICLES: ReadonlySet<string> = new Set(['a', 'i', 'o', 'e', 'as', 'the']);

/** Whether a table is named outright, be its name as short or as common as a word can be: `t`, `records`. */
function mentionsTable(question: string, tables: readonly Table[]): boolean {
  const asked = new Set(question.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []);
  return tables.some(({ name }) => !ARTICLES.has(name.toLowerCase()) && asked.has(name.toLowerCase()));
}

/** The tables of `schema` that are kept, in its order, and only the foreign keys between them. */
export function subSchema(schema: Schema, kept: ReadonlySet<Table>): Schema {
  const names = new Set(Array.from(kept, (table) => tableKey(table.namespace, table.name)));
  const tables = schema.tables
    .filter((table) => kept.has(table))
    .map((table) => ({
      ...table,
      foreignKeys: table.foreignKeys.filter((key) => names.has(tableKey(key.referencedNamespace, key.referencedTable))),
    }));
  return { ...schema, tables };
}
