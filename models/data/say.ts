/** Names of tables and columns in a question, and their SQL. */
import { quoteName } from '../../src/schema/names.ts';
import type { Kind } from './parse-domains.ts';
import type { Random } from './random.ts';
import { NUMBER_WORDS, PEOPLE } from './speech.ts';
import { pluralise } from './words.ts';
import type { WorldColumn, WorldTable } from './world.ts';

export function columnSql(table: WorldTable, column: { readonly column: { readonly name: string } }): string {
  return `${table.sql}.${quoteName(column.column.name)}`;
}

export function keySql(table: WorldTable): string {
  return `${table.sql}.${quoteName(table.key.name)}`;
}

/** A column as somebody says it: its words, a synonym, or its last word when that leaves no doubt. */
export function sayColumn(table: WorldTable, column: WorldColumn, random: Random): string {
  const others = table.columns.filter((other) => other !== column).map((other) => other.phrase);
  const synonyms = column.synonyms.filter((synonym) => !others.some((other) => other.includes(synonym)));
  if (synonyms.length > 0 && random.chance(0.25)) return random.pick(synonyms);
  const words = column.phrase.split(' ');
  const last = words.at(-1) ?? column.phrase;
  const isClear = words.length > 1 && last.length > 3 && !others.some((other) => other.split(' ').includes(last));
  if (isClear && random.chance(0.15)) return last;
  if (random.chance(0.04)) return column.column.name;
  return column.phrase;
}

export function sayColumns(table: WorldTable, column: WorldColumn, random: Random): string {
  return pluralise(sayColumn(table, column, random));
}

export function sayTable(table: WorldTable, random: Random): string {
  return noun(table, random);
}

export function sayTables(table: WorldTable, random: Random): string {
  if (table.table.name !== table.plural && random.chance(0.04)) return table.table.name;
  return pluralise(noun(table, random));
}

function noun(table: WorldTable, random: Random): string {
  if (table.synonyms.length > 0 && random.chance(0.12)) return random.pick(table.synonyms);
  const words = table.singular.split(' ');
  const last = words.at(-1);
  if (words.length > 1 && last !== undefined && random.chance(0.12)) return last;
  return table.singular;
}

export function isPerson(table: WorldTable): boolean {
  return table.meaning !== null && PEOPLE.has(table.meaning);
}

export function columnsOf(table: WorldTable, kinds: readonly Kind[]): WorldColumn[] {
  return table.columns.filter((column) => kinds.includes(column.kind));
}

export function numbersOf(table: WorldTable): WorldColumn[] {
  return columnsOf(table, ['money', 'count', 'measure']);
}

export function datesOf(table: WorldTable): WorldColumn[] {
  return columnsOf(table, ['date', 'timestamp']);
}

/** Columns that make groups. */
export function groupsOf(table: WorldTable): WorldColumn[] {
  return columnsOf(table, ['place', 'choice', 'text']).filter(
    (column) => new Set(column.values).size < column.values.length && column.values.every((value) => value !== null),
  );
}

/** The columns that tell people which row it is: name, title, or first and last name; empty when there is none. */
export function labelsOf(table: WorldTable): WorldColumn[] {
  return columnsOf(table, ['name']);
}

/** SQL of what identifies a row for people. */
export function labelSql(table: WorldTable): string[] {
  const labels = labelsOf(table).map((column) => columnSql(table, column));
  return labels.length > 0 ? labels : [keySql(table)];
}

/** A value as it is typed: usually bare, at times quoted. */
export function sayValue(value: string, random: Random): string {
  return random.weighted([
    [value, 82],
    [`'${value}'`, 10],
    [`"${value}"`, 8],
  ]);
}

export function sayNumber(value: number, random: Random): string {
  const word = NUMBER_WORDS[value];
  if (word !== undefined && Number.isInteger(value) && random.chance(0.35)) return word;
  if (value >= 1_000 && random.chance(0.15)) return value.toLocaleString('en-US');
  return String(value);
}

/** A round number that lies among a column's values, so that a comparison splits the rows; null when they hardly differ. */
export function thresholdOf(column: WorldColumn, random: Random): number | null {
  const values = column.values.flatMap((value) => (value === null ? [] : [Number(value)])).sort((a, b) => a - b);
  const low = values[1];
  const high = values.at(-2);
  if (low === undefined || high === undefined || low >= high) return null;
  const raw = low + (high - low) * random.unit();
  const isYear = values.every((value) => value > 1900 && value < 2100);
  if (isYear) return Math.round(raw);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, high))) - random.int(0, 1));
  const rounded = Math.round(raw / step) * step;
  return rounded > low && rounded < high ? rounded : Number(raw.toFixed(raw < 10 && column.kind === 'measure' ? 1 : 0));
}
