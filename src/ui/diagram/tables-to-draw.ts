import type { Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';

/** Tables of one diagram at most: more take seconds to lay out, and cannot be told apart. */
const MAX_TABLES = 150;

/** All of them where they are few; else those asked about, what these are joined with, and those with most keys. */
export function tablesToDraw(tables: readonly Table[], asked: ReadonlySet<string>): readonly Table[] {
  if (tables.length <= MAX_TABLES) return tables;
  const score = new Map(tables.map((table) => [tableName(table), asked.has(tableName(table)) ? tables.length * 3 : 0]));
  const add = (name: string, points: number) => score.set(name, (score.get(name) ?? 0) + points);
  for (const table of tables) {
    for (const { referencedNamespace, referencedTable } of table.foreignKeys) {
      const referenced = tableName({ namespace: referencedNamespace, name: referencedTable });
      const isNear = asked.has(referenced) || asked.has(tableName(table));
      add(referenced, isNear ? tables.length : 1);
      add(tableName(table), isNear ? tables.length : 1);
    }
  }
  const points = (table: Table) => score.get(tableName(table)) ?? 0;
  const kept = new Set([...tables].sort((a, b) => points(b) - points(a)).slice(0, MAX_TABLES));
  return tables.filter((table) => kept.has(table));
}
