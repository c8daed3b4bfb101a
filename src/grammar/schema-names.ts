import type { Schema, Table, TypeClass } from '../schema/model.ts';
import { quoteName, selfJoinAlias, tableName } from '../schema/names.ts';

/**
 * What a column's type lets an expression do with it. `any` is for the types nothing is known of (an enum, a domain,
 * an array, `interval`): they are let in everywhere, since Postgres judges them better than a guess would.
 */
export type ColumnKind = 'number' | 'temporal' | 'text' | 'plain' | 'any';

export const COLUMN_KINDS: readonly ColumnKind[] = ['number', 'temporal', 'text', 'plain', 'any'];

const KIND_OF_CLASS: Readonly<Record<TypeClass, ColumnKind>> = {
  integer: 'number',
  number: 'number',
  text: 'text',
  date: 'temporal',
  timestamp: 'temporal',
  time: 'temporal',
  // Compared, counted and listed; no arithmetic and no pattern.
  boolean: 'plain',
  json: 'plain',
  other: 'any',
};

/** A table as the grammar writes it. */
export interface NamedTable {
  /** Begins the name of each rule that belongs to the table: `t0`. */
  readonly id: string;
  readonly table: Table;
  /** As SQL text, with its namespace where it needs one. */
  readonly text: string;
  /** Its second appearance in a query, as SQL text. */
  readonly alias: string;
  /** Columns as SQL text, without the table. */
  readonly columns: Readonly<Record<ColumnKind, readonly string[]>>;
}

/** The tables a query can name: those with a column. */
export function namedTables(schema: Schema): NamedTable[] {
  return schema.tables
    .filter((table) => table.columns.length > 0)
    .map((table, index) => ({
      id: `t${index}`,
      table,
      text: tableName(table),
      alias: selfJoinAlias(table, schema),
      columns: {
        number: columnsOfKind(table, 'number'),
        temporal: columnsOfKind(table, 'temporal'),
        text: columnsOfKind(table, 'text'),
        plain: columnsOfKind(table, 'plain'),
        any: columnsOfKind(table, 'any'),
      },
    }));
}

function columnsOfKind(table: Table, kind: ColumnKind): string[] {
  return table.columns
    .filter((column) => KIND_OF_CLASS[column.typeClass] === kind)
    .map((column) => quoteName(column.name));
}
