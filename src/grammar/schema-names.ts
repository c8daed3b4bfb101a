import { type NamedEnum, namedEnums } from '../schema/enum-types.ts';
import type { Column, Schema, Table } from '../schema/model.ts';
import { quoteName, tableName } from '../schema/names.ts';
import { queryNames } from '../schema/query-names.ts';
import { allowedTexts, isList } from './allowed-texts.ts';
import { type PrefixTreeEntry, prefixTree } from './prefix-tree.ts';
import { charClass, type GrammarNode, literal, optional, sequence } from './rule-tree.ts';

/** With more tables the columns' lists of allowed texts are left out: they would add a tenth to the time to compile. */
const MAX_TABLES_WITH_LISTS = 100;

/** A table as the grammar writes it. */
export interface NamedTable {
  /** Begins the name of each rule that belongs to the table: `t0`. */
  readonly id: string;
  readonly table: Table;
  /** As SQL text, with its namespace where it needs one. */
  readonly text: string;
  /** Its second to fourth appearance in a query, as SQL text. */
  readonly aliases: readonly string[];
  readonly columns: readonly NamedColumn[];
}

export interface NamedColumn {
  /** As SQL text, without its table. */
  readonly text: string;
  /** The texts that it, or an element of it, can be compared with; empty when anything goes. */
  readonly allowedTexts: readonly string[];
  /** An array of an enum. */
  readonly isArray: boolean;
}

export interface SchemaNames {
  /** The tables a query can name: those with a column. */
  readonly tables: readonly NamedTable[];
  /** Begins the names of CTEs and derived tables. */
  readonly derivedPrefix: string;
  /** Those that a column is of, or an array. */
  readonly enums: readonly NamedEnum[];
}

/** Of `included` alone; what names are free depends on the whole schema. */
export function schemaNames(schema: Schema, included: readonly Pick<Table, 'namespace' | 'name'>[]): SchemaNames {
  const names = queryNames(schema);
  const keys = new Set(included.map(tableName));
  const tables = schema.tables.filter((table) => table.columns.length > 0 && keys.has(tableName(table)));
  const enums = tables.length > MAX_TABLES_WITH_LISTS ? [] : enumsOf(schema, tables);
  const toNamed = (column: Column): NamedColumn => {
    const elements = enums.find((each) => isArrayOf(each, column))?.labels;
    const texts = tables.length > MAX_TABLES_WITH_LISTS ? [] : allowedTexts(column);
    return { text: quoteName(column.name), allowedTexts: elements ?? texts, isArray: elements !== undefined };
  };
  return {
    derivedPrefix: names.derivedPrefix,
    enums,
    tables: tables.map((table, index) => ({
      id: `t${index}`,
      table,
      text: tableName(table),
      aliases: names.aliasesOf(table),
      columns: table.columns.map(toNamed),
    })),
  };
}

function enumsOf(schema: Schema, tables: readonly Table[]): readonly NamedEnum[] {
  const columns = tables.flatMap((table) => table.columns);
  return namedEnums(schema).filter(
    (each) => isList(each.labels) && columns.some((column) => isOf(each, column) || isArrayOf(each, column)),
  );
}

function isOf({ types, labels }: NamedEnum, column: Column): boolean {
  return types.includes(column.type) && JSON.stringify(allowedTexts(column)) === JSON.stringify(labels);
}

function isArrayOf({ types }: NamedEnum, { type }: Column): boolean {
  return types.some((each) => type === `${each}[]`);
}

/** Every name that the table can have in a query, each followed by `next`: `orders`, `orders2`, … */
export function qualifierEntries(table: NamedTable, next: GrammarNode): PrefixTreeEntry[] {
  const numbered = numberedName(table);
  if (!numbered) return [table.text, ...table.aliases].map((text) => ({ text, next }));
  const { before, digits, after } = numbered;
  const rest = after === '' ? [next] : [literal(after), next];
  if (before + after === table.text) return [{ text: before, next: sequence(optional(digits), ...rest) }];
  return [
    { text: table.text, next },
    { text: before, next: sequence(digits, ...rest) },
  ];
}

/** Any name of each table, a point and what `columns` gives for it. */
export function qualifiedTree(
  tables: readonly NamedTable[],
  columns: (table: NamedTable) => GrammarNode,
  more: readonly PrefixTreeEntry[] = [],
): GrammarNode {
  return prefixTree([...tables.flatMap((table) => qualifierEntries(table, sequence('.', columns(table)))), ...more]);
}

/** A choice between the table's aliases: `orders2`, `orders3`, `orders4`. */
export function aliasChoice(table: NamedTable): GrammarNode {
  const numbered = numberedName(table);
  if (!numbered) return prefixTree(table.aliases.map((text) => ({ text })));
  const { before, digits, after } = numbered;
  return sequence(before, digits, ...(after === '' ? [] : [after]));
}

/** The aliases with their digits as one class, which they nearly always allow: 2 to 4 and nothing taken. */
function numberedName({ aliases }: NamedTable): { before: string; digits: GrammarNode; after: string } | undefined {
  const parts = aliases.map((alias) => /^(.*)(\d)("?)$/su.exec(alias));
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return undefined;
  const [, before = '', from = '', after = ''] = first;
  const isRun = parts.every(
    (part, index) => part?.[1] === before && part[3] === after && Number(part[2]) === Number(from) + index,
  );
  return isRun ? { before, digits: charClass(`${from}-${last[2]}`), after } : undefined;
}
