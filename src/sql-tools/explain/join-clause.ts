import type { ForeignKey, Schema, Table } from '../../schema/model.ts';
import { quoteName, tableName } from '../../schema/names.ts';
import { tokensOf } from './tokens.ts';

const CLAUSE = /^(?:SELECT|FROM|WHERE|GROUP|HAVING|WINDOW|ORDER|LIMIT|OFFSET|UNION|INTERSECT|EXCEPT)$/;

/** Whether a word in capitals begins a part of a SELECT. */
export function isClause(word: string): boolean {
  return CLAUSE.test(word);
}

/** Whether `found`, which follows `before`, belongs to a JOIN of a canonical text. */
export function isInJoin(before: string, found: string): boolean {
  if (/^(?:CROSS|RIGHT|FULL)$/.test(found)) return true;
  if (isClause(found)) return false;
  const words = tokensOf(before).map(({ from, to }) => before.slice(from, to));
  let depth = 0;
  for (const word of words.reverse()) {
    if (word === ')') depth++;
    if (word === '(' && depth-- === 0) return false;
    if (depth > 0) continue;
    if (word === 'JOIN') return true;
    if (isClause(word)) return false;
  }
  return false;
}

/** A dozen: as many as are read. */
const MAX_KEYS = 12;

/** The foreign keys between `tables` as the conditions of joins; where there is none, those from or to any of them. */
export function keyConditions(tables: readonly Table[], schema: Schema): readonly string[] {
  const read = new Set(tables.map(tableName));
  const keys = schema.tables.flatMap((table) => table.foreignKeys.map((key) => keyOf(table, key)));
  const between = keys.filter((key) => read.has(key.from) && read.has(key.to));
  const touching = keys.filter((key) => read.has(key.from) || read.has(key.to));
  const shown = between.length > 0 ? between : touching;
  return shown.slice(0, MAX_KEYS).map(({ condition }) => condition);
}

function keyOf(table: Table, { columns, referencedColumns, referencedNamespace, referencedTable }: ForeignKey) {
  const [from, to] = [tableName(table), tableName({ namespace: referencedNamespace, name: referencedTable })];
  const pairs = columns.map(
    (column, index) => `${from}.${quoteName(column)} = ${to}.${quoteName(referencedColumns[index] ?? column)}`,
  );
  return { from, to, condition: pairs.join(' AND ') };
}
