import type { TargetType } from '../types/target-type.ts';
import type { ValueKind } from '../types/value-kind.ts';

/** A table as its script declares it. Expressions are in the source's dialect until the table is written. */
export interface TableDraft {
  readonly ref: TableRef;
  readonly isTemporary: boolean;
  readonly ifNotExists: boolean;
  readonly columns: ColumnDraft[];
  primaryKey: KeyDraft | undefined;
  readonly uniqueKeys: KeyDraft[];
  readonly indexes: IndexDraft[];
  readonly foreignKeys: ForeignKeyDraft[];
  readonly checks: CheckDraft[];
  comment: string | undefined;
  /** The number that the next row gets by itself. */
  nextNumber: number | undefined;
  readonly notes: Set<string>;
  /** Rises when a column's type had to give way to its rows: what was converted before is out of date. */
  revision: number;
}

export interface TableRef {
  readonly namespace: string | undefined;
  readonly name: string;
}

export interface ColumnDraft {
  readonly name: string;
  type: TargetType;
  notNull: boolean;
  /** An expression of the source. */
  defaultText: string | undefined;
  generatedText: string | undefined;
  identity: IdentityDraft | undefined;
  comment: string | undefined;
  /** A type of its own, for an enum. */
  enumName: string | undefined;
}

export interface IdentityDraft {
  readonly start: number;
  readonly increment: number;
  /** Declared by a later ALTER TABLE: rows are inserted before it is there. */
  readonly later: boolean;
}

export interface KeyPart {
  /** A column's name, or an expression of the source. */
  readonly column: string | undefined;
  readonly expression: string | undefined;
  /** Characters that count. */
  readonly length: number | undefined;
  readonly descending: boolean;
}

export interface KeyDraft {
  readonly name: string | undefined;
  readonly parts: readonly KeyPart[];
}

export interface IndexDraft extends KeyDraft {
  readonly kind: 'plain' | 'unique' | 'fulltext' | 'spatial';
  /** A condition of a partial index, in the source's dialect. */
  readonly where: string | undefined;
}

export interface ForeignKeyDraft {
  readonly name: string | undefined;
  readonly columns: readonly string[];
  readonly references: TableRef;
  readonly referencedColumns: readonly string[];
  /** ON DELETE … ON UPDATE … DEFERRABLE …, ready for Postgres. */
  readonly actions: string;
  /** As written, for the report. */
  readonly source: string;
}

export interface CheckDraft {
  readonly name: string | undefined;
  readonly text: string;
}

export function emptyTable(ref: TableRef, options: { isTemporary: boolean; ifNotExists: boolean }): TableDraft {
  return {
    ref,
    ...options,
    columns: [],
    primaryKey: undefined,
    uniqueKeys: [],
    indexes: [],
    foreignKeys: [],
    checks: [],
    comment: undefined,
    nextNumber: undefined,
    notes: new Set(),
    revision: 0,
  };
}

export function columnOf(table: TableDraft, name: string): ColumnDraft | undefined {
  const key = name.toLowerCase();
  return table.columns.find((column) => column.name.toLowerCase() === key);
}

/** A column's type gives way to a wider one that its rows fit. */
export function widen(table: TableDraft, column: ColumnDraft, sql: string, kind: ValueKind, note: string): void {
  const { note: outdated } = column.type;
  column.type = { sql, kind };
  if (outdated !== undefined && !table.columns.some(({ type }) => type.note === outdated)) table.notes.delete(outdated);
  column.enumName = undefined;
  table.notes.add(note);
  table.revision++;
}
