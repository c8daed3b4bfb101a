import { textChoice } from './prefix-tree.ts';
import type { GrammarNode } from './rule-tree.ts';
import { type NamedColumn, type NamedTable, qualifiedTree, type SchemaNames } from './schema-names.ts';

/** Columns that take the same few texts: an enum, a CHECK list, or an array of an enum. */
export interface ValueList {
  /** Begins the names of its rules: `v0`. */
  readonly id: string;
  readonly texts: readonly string[];
  /** Null where there are none. */
  readonly columns: GrammarNode | null;
  readonly arrays: GrammarNode | null;
}

export function valueLists({ tables }: SchemaNames): readonly ValueList[] {
  const lists = new Map<string, readonly string[]>();
  for (const { allowedTexts } of tables.flatMap(({ columns }) => columns)) {
    if (allowedTexts.length > 0) lists.set(JSON.stringify(allowedTexts), allowedTexts);
  }
  return Array.from(lists, ([key, texts], index) => ({
    id: `v${index}`,
    texts,
    columns: treeOf(tables, (column) => !column.isArray && JSON.stringify(column.allowedTexts) === key),
    arrays: treeOf(tables, (column) => column.isArray && JSON.stringify(column.allowedTexts) === key),
  }));
}

function treeOf(tables: readonly NamedTable[], isMeant: (column: NamedColumn) => boolean): GrammarNode | null {
  const having = tables.filter(({ columns }) => columns.some(isMeant));
  if (having.length === 0) return null;
  return qualifiedTree(having, ({ columns }) => textChoice(columns.filter(isMeant).map(({ text }) => text)));
}
