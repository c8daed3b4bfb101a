/**
 * Schema linking: which tables a question needs, by the words it shares with them. The model then reads, and its
 * grammar allows, only those. Recall matters most: a table too many costs a little, a missing one costs the answer.
 */
import { isGenericWord } from './generic-words.ts';
import type { Schema, Table } from './model.ts';
import { stem, words } from './stem.ts';

/** The bundled model reads about 40 tokens a table, and its whole context is 2,048. */
export const DEFAULT_MAX_TABLES = 12;

export interface LinkOptions {
  /** Tables in the result at most. A schema with no more than these is kept whole. */
  readonly maxTables?: number;
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
  { maxTables = DEFAULT_MAX_TABLES }: LinkOptions = {},
): Linking {
  const content = contentStems(question);
  const scores = scoreTables(content, schema.tables);
  // “How many rows are there?” is about the only table there is.
  const isAboutTheOnlyTable = schema.tables.length === 1 && words(question).every(isGenericWord);
  const matched =
    [...scores.values()].some((score) => score > 0) || isAboutTheOnlyTable || mentionsTable(question, schema.tables);
  if (schema.tables.length <= maxTables) return { schema, matched };
  return { schema: subSchema(schema, chooseTables(schema.tables, scores, maxTables)), matched };
}

/** Names of tables that nearly every question holds by chance. */
const ARTICLES: ReadonlySet<string> = new Set(['a', 'i', 'o', 'e', 'as', 'the']);

/** How much a word tells about a table, by where it occurs. */
const WEIGHTS = { name: 4, column: 2, value: 2, comment: 1 } as const;
/** A word that is only akin to the table's (`departmental` or “departamento” to `department`) counts half. */
const KINSHIP_FACTOR = 0.5;
/** Words are akin when they begin with the same letters: this many, so that `car` and `card` are not, … */
const KIN_LETTERS = 5;
/** … and this part of the longer word, so that `international` and `internet` are not. */
const KIN_SHARE = 0.7;

/** The question's stems that can name something, and those of two words written as one (`order items`: `orderitem`). */
function contentStems(question: string): ReadonlySet<string> {
  const all = words(question);
  const found = new Set(all.filter((word) => !isGenericWord(word)).map(stem));
  for (const [index, word] of all.slice(1).entries()) {
    found.add(stem(`${all[index] ?? ''}${word}`));
  }
  return found;
}

/** Whether a table is named outright, be its name as short or as common as a word can be: `t`, `records`. */
function mentionsTable(question: string, tables: readonly Table[]): boolean {
  const asked = new Set(question.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []);
  return tables.some(({ name }) => !ARTICLES.has(name.toLowerCase()) && asked.has(name.toLowerCase()));
}

/** Each table's stems with the weight of the best place they occur in. */
function tableStems(table: Table): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const add = (text: string | null, weight: number): void => {
    for (const word of words(text ?? '')) {
      if (isGenericWord(word)) continue;
      const key = stem(word);
      weights.set(key, Math.max(weight, weights.get(key) ?? 0));
    }
  };
  add(table.name, WEIGHTS.name);
  add(table.comment, WEIGHTS.comment);
  for (const column of table.columns) {
    add(column.name, WEIGHTS.column);
    add(column.comment, WEIGHTS.comment);
    for (const value of column.allowedValues) add(value, WEIGHTS.value);
  }
  return weights;
}

function scoreTables(question: ReadonlySet<string>, tables: readonly Table[]): ReadonlyMap<Table, number> {
  const stemsOf = new Map(tables.map((table) => [table, tableStems(table)]));
  const scores = new Map<Table, number>(tables.map((table) => [table, 0]));
  for (const word of question) {
    const hits = tables.map((table) => ({ table, weight: weightOf(word, stemsOf.get(table)) }));
    const tablesWithIt = hits.filter(({ weight }) => weight > 0).length;
    // A word that half the tables have (`created`) tells little.
    const rarity = Math.log(1 + tables.length / Math.max(1, tablesWithIt));
    for (const { table, weight } of hits) scores.set(table, (scores.get(table) ?? 0) + weight * rarity);
  }
  return scores;
}

function weightOf(word: string, stems: ReadonlyMap<string, number> = new Map()): number {
  const exact = stems.get(word);
  if (exact !== undefined) return exact;
  let best = 0;
  for (const [other, weight] of stems) if (areAkin(word, other)) best = Math.max(best, weight);
  return best * KINSHIP_FACTOR;
}

function areAkin(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a.charAt(same) === b.charAt(same)) same++;
  return same >= KIN_LETTERS && same >= KIN_SHARE * Math.max(a.length, b.length);
}

/** The best-scored tables, what joins them, and then their neighbours, while there is room. */
function chooseTables(
  tables: readonly Table[],
  scores: ReadonlyMap<Table, number>,
  maxTables: number,
): ReadonlySet<Table> {
  const score = (table: Table): number => scores.get(table) ?? 0;
  const ranked = tables.filter((table) => score(table) > 0).sort((a, b) => score(b) - score(a));
  if (ranked.length === 0) return new Set(tables.slice(0, maxTables));
  const neighbours = neighbourhood(tables);
  const chosen = new Set<Table>();
  for (const table of ranked) {
    const path = pathTo(table, chosen, neighbours);
    if (chosen.size + path.length <= maxTables) for (const step of path) chosen.add(step);
    else if (chosen.size < maxTables) chosen.add(table);
  }
  for (const table of chosen) {
    for (const next of neighbours.get(table) ?? []) if (chosen.size < maxTables) chosen.add(next);
  }
  return chosen;
}

/** Foreign keys as an undirected graph. */
function neighbourhood(tables: readonly Table[]): ReadonlyMap<Table, ReadonlySet<Table>> {
  const byName = new Map(tables.map((table) => [tableKey(table.namespace, table.name), table]));
  const neighbours = new Map<Table, Set<Table>>(tables.map((table) => [table, new Set()]));
  for (const table of tables) {
    for (const key of table.foreignKeys) {
      const other = byName.get(tableKey(key.referencedNamespace, key.referencedTable));
      if (other === undefined || other === table) continue;
      neighbours.get(table)?.add(other);
      neighbours.get(other)?.add(table);
    }
  }
  return neighbours;
}

/** The shortest chain of joins from `table` to any chosen one, without that one; `table` alone when there is none. */
function pathTo(
  table: Table,
  chosen: ReadonlySet<Table>,
  neighbours: ReadonlyMap<Table, ReadonlySet<Table>>,
): readonly Table[] {
  const cameFrom = new Map<Table, Table | undefined>([[table, undefined]]);
  // A Map keeps the order of insertion and yields what is added on the way: a breadth-first queue.
  for (const [current] of cameFrom) {
    if (chosen.has(current)) {
      const path: Table[] = [];
      for (let step = cameFrom.get(current); step !== undefined; step = cameFrom.get(step)) path.push(step);
      return path;
    }
    for (const next of neighbours.get(current) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, current);
  }
  return [table];
}

function subSchema(schema: Schema, chosen: ReadonlySet<Table>): Schema {
  const names = new Set([...chosen].map((table) => tableKey(table.namespace, table.name)));
  const tables = schema.tables
    .filter((table) => chosen.has(table))
    .map((table) => ({
      ...table,
      foreignKeys: table.foreignKeys.filter((key) => names.has(tableKey(key.referencedNamespace, key.referencedTable))),
    }));
  return { ...schema, tables };
}

function tableKey(namespace: string, name: string): string {
  return JSON.stringify([namespace, name]);
}
