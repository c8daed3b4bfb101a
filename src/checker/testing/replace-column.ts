import type { RandomNumber } from '../../grammar/testing/sample.ts';
import { must } from '../../platform/assert.ts';
import type { Schema, Table } from '../../schema/model.ts';
import { columnName, quoteName, tableName } from '../../schema/names.ts';
import { queryNames } from '../../schema/query-names.ts';

/** Changes one column reference of a canonical query into another; null when the query has none. */
export type ReplaceColumn = (sql: string, random: RandomNumber) => string | null;

interface Spelling {
  readonly table: Table;
  /** As it stands before the column: `orders`, `orders2`, `sales.orders`. */
  readonly qualifier: string;
}

export interface ColumnReplacers {
  /** By any column of the schema. */
  readonly byAny: ReplaceColumn;
  /** By a column of the same table, which is in reach. */
  readonly byNeighbour: ReplaceColumn;
}

export function columnReplacers(schema: Schema): ColumnReplacers {
  const spellings = new Map<string, Spelling>();
  const { aliasesOf } = queryNames(schema);
  for (const table of schema.tables) {
    for (const qualifier of [tableName(table), ...aliasesOf(table)]) {
      for (const column of table.columns) spellings.set(`${qualifier}.${quoteName(column.name)}`, { table, qualifier });
    }
  }
  const any = schema.tables
    .filter((table) => isUnmistakable(table, schema))
    .flatMap((table) => table.columns.map((column) => columnName(table, column)));
  const reference = referencePattern([...spellings.keys()]);
  const replacer =
    (replacement: (spelling: Spelling, random: RandomNumber) => string): ReplaceColumn =>
    (sql, random) => {
      const found = [...sql.matchAll(reference)].filter(([text]) => !text.startsWith("'"));
      if (found.length === 0) return null;
      const { 0: text, index } = pick(found, random);
      const other = replacement(must(spellings.get(text), `the column ${text}`), random);
      return other === text ? null : sql.slice(0, index) + other + sql.slice(index + text.length);
    };
  return {
    byAny: replacer((_, random) => pick(any, random)),
    byNeighbour: replacer(
      ({ table, qualifier }, random) => `${qualifier}.${quoteName(pick(table.columns, random).name)}`,
    ),
  };
}

/** Postgres reads `orders.id` as a column of `sales.orders` where nothing else has that name; canonical SQL does not. */
function isUnmistakable(table: Table, { tables }: Schema): boolean {
  return tables.every((other) => other === table || other.name !== table.name);
}

/** Matches texts in quotes as well, so that nothing inside of them is taken for a reference. */
function referencePattern(references: readonly string[]): RegExp {
  const longestFirst = references.toSorted((left, right) => right.length - left.length);
  const escaped = longestFirst.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`'(?:[^']|'')*'|(?<![\\w".])(?:${escaped.join('|')})(?![\\w"])`, 'g');
}

function pick<T>(options: readonly T[], random: RandomNumber): T {
  return must(options[Math.floor(random() * options.length)], 'an option');
}
