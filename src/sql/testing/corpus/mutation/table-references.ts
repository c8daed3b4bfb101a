import type { Schema, Table } from '../../../../schema/model.ts';
import { tableName, unquoteName } from '../../../../schema/names.ts';
import { queryNames } from '../../../../schema/query-names.ts';
import type { CanonicalToken } from './canonical-tokens.ts';

/** A place where a canonical text names a table of the schema: after FROM and the like, or in front of a column. */
export interface TableReference {
  readonly table: Table;
  /** Index of its first token: the namespace where there is one. */
  readonly from: number;
  /** Index of the token with the table's own name, or with its alias. */
  readonly at: number;
}

/** A place where a column of a table stands, and could be no other name. */
export interface ColumnReference {
  readonly table: Table;
  readonly at: number;
}

const BEFORE_A_TABLE: ReadonlySet<string> = new Set(['FROM', 'JOIN', 'INTO', 'UPDATE']);

/** Only certain ones: what could be an output name or part of the name of a function or type is left out. */
export function tableReferences(tokens: readonly CanonicalToken[], schema: Schema): TableReference[] {
  const tables = tablesByName(schema);
  const namespaces = new Set([...schema.tables, ...schema.functions].map(({ namespace }) => namespace));
  return [...tokens.entries()].flatMap(([from, token]) => {
    if (!isName(token) || ['.', '::'].includes(textAt(tokens, from - 1))) return [];
    const at = namespaces.has(unquoteName(token.text)) ? from + 2 : from;
    const name = tokens.slice(from, at + 1).map(({ text }) => text);
    const table = tables.get(name.join(''));
    if (table === undefined || textAt(tokens, at + 3) === '(') return [];
    const isWhole = textAt(tokens, at + 1) === '.' || BEFORE_A_TABLE.has(textAt(tokens, from - 2));
    return isWhole ? [{ table, from, at }] : [];
  });
}

/** Columns written with their table, and those that an INSERT lists. */
export function columnReferences(
  tokens: readonly CanonicalToken[],
  tables: readonly TableReference[],
): ColumnReference[] {
  return tables
    .flatMap(({ table, from, at }): ColumnReference[] => {
      if (textAt(tokens, at + 1) === '.') return [{ table, at: at + 2 }];
      if (textAt(tokens, from - 2) !== 'INTO' || textAt(tokens, at + 2) !== '(') return [];
      const end = tokens.findIndex((token, index) => index > at && token.text === ')');
      return [...tokens.keys()].filter((index) => index > at + 1 && index < end).map((index) => ({ table, at: index }));
    })
    .filter(({ at }) => tokens.slice(at, at + 1).some(isName));
}

/** A bare or quoted name: keywords and Postgres' own functions are upper case. */
export function isName({ kind, text }: CanonicalToken): boolean {
  return kind === 'quoted' || (kind === 'word' && text === text.toLowerCase());
}

/** The empty text where there is no such token. */
export function textAt(tokens: readonly CanonicalToken[], index: number): string {
  return tokens[index]?.text ?? '';
}

/** Every name that the schema gives to anything. */
export function allNames(schema: Schema): ReadonlySet<string> {
  return new Set([
    ...schema.tables.flatMap(({ namespace, name, columns }) => [
      namespace,
      name,
      ...columns.map((column) => column.name),
    ]),
    ...[...schema.functions, ...schema.enums, ...schema.domains].flatMap(({ namespace, name }) => [namespace, name]),
  ]);
}

function tablesByName(schema: Schema): ReadonlyMap<string, Table> {
  const names = queryNames(schema);
  return new Map(
    schema.tables.flatMap((table) =>
      [tableName(table), ...names.aliasesOf(table)].map((name) => [name, table] as const),
    ),
  );
}
