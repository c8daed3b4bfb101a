/** Repairs of FROM: a table that is used and not there, one that is there twice under one name. */
import type { Schema, Table } from '../schema/model.ts';
import { quoteName, tableName } from '../schema/names.ts';
import { queryNames } from '../schema/query-names.ts';
import type { Fault, Fix } from './repair-fault.ts';
import { joinPath, type KnownSource, tableOf } from './repair-paths.ts';
import {
  columnAt,
  insertedBehind,
  type QueryText,
  replaced,
  type SelectText,
  type SourceText,
  selectAround,
  sourcesOf,
} from './repair-text.ts';

/** A column of a table that FROM does not have. */
export function scopeFixes({ schema, text, index }: Fault): readonly Fix[] {
  const used = columnAt(text, index);
  const select = selectAround(text, index);
  const sources = select ? sourcesOf(text, select) : [];
  if (!used || sources.length === 0) return [];
  return [
    ...otherNumber(schema, text, sources, used),
    ...joinFixes(schema, text, sources, used.qualifier, index),
    ...sameNameFixes(schema, text, sources, used),
  ];
}

type UsedColumn = NonNullable<ReturnType<typeof columnAt>>;

/** `orders2.total` where FROM has orders once, as itself. */
function otherNumber(
  schema: Schema,
  text: QueryText,
  sources: readonly SourceText[],
  { qualifier, column, span }: UsedColumn,
): Fix[] {
  const table = tableOf(schema, qualifier);
  const same = sources.filter((source) => table && source.table === tableName(table));
  return same.length === 1 && same[0] ? [columnFix(text, span, `${qualifier}.${column}`, same[0], column)] : [];
}

function columnFix(
  text: QueryText,
  span: UsedColumn['span'],
  before: string,
  source: KnownSource,
  column: string,
): Fix {
  const by = `${source.qualifier}.${column}`;
  return { sql: replaced(text, span, by), what: `${before} → ${by}` };
}

function joinFixes(
  schema: Schema,
  text: QueryText,
  sources: readonly SourceText[],
  missing: string,
  index: number,
): Fix[] {
  // Inside a condition of FROM, what it uses has to be joined before.
  const user = sources.findIndex(({ condition }) => condition.from <= index && index < condition.to);
  const before = user < 0 ? sources : sources.slice(0, user);
  const last = before.at(-1);
  const path = joinPath(schema, before, missing);
  return last && path ? [{ sql: insertedBehind(text, last.span, path.sql), what: `joined ${path.what}` }] : [];
}

/** A column of that very name in a table that FROM has. */
function sameNameFixes(
  schema: Schema,
  text: QueryText,
  sources: readonly SourceText[],
  { qualifier, column, span }: UsedColumn,
): Fix[] {
  const having = sources.filter((source) => hasColumn(tableOf(schema, source.qualifier), column));
  return having.length === 1 && having[0] ? [columnFix(text, span, `${qualifier}.${column}`, having[0], column)] : [];
}

function hasColumn(table: Table | undefined, column: string): boolean {
  return table?.columns.some(({ name }) => quoteName(name) === column) ?? false;
}

/** A table for the second time, under the same name. */
export function duplicateFixes({ schema, text, index }: Fault): readonly Fix[] {
  const select = selectAround(text, index);
  const sources = select ? sourcesOf(text, select) : [];
  const source = sources.find(({ span }) => span.from <= index && index < span.to);
  const table = source && tableOf(schema, source.table);
  if (!select || !source?.isJoined || !table) return [];
  const used = qualifiersIn(text, select);
  const absent = [...used].filter((name) => !sources.some(({ qualifier }) => qualifier === name));
  const number = queryNames(schema)
    .aliasesOf(table)
    .find((alias) => absent.includes(alias));
  if (number !== undefined && source.qualifier === source.table) {
    const named = {
      sql: insertedBehind(text, nameOf(source), ` AS ${number}`),
      what: `called the second ${source.table} ${number}`,
    };
    return [named];
  }
  return [];
}

function nameOf({ span, condition }: SourceText) {
  return { from: span.from, to: condition.from === span.to ? span.to : condition.from - 1 };
}

function qualifiersIn(text: QueryText, { from, to }: SelectText): ReadonlySet<string> {
  const found = new Set<string>();
  for (let index = from; index < to; index++) {
    const column = columnAt(text, index);
    if (!column) continue;
    found.add(column.qualifier);
    index = column.span.to - 1;
  }
  return found;
}
