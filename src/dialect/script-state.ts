import { quoteName } from '../schema/names.ts';
import type { ForeignDialect } from './dialect.ts';
import { convertSql, kindOfSql } from './query/convert-sql.ts';
import { type KnownNames, NameIndex } from './query/known-names.ts';
import { QUERY_RULES } from './query/query-rules.ts';
import type { QueryRules } from './query/rules.ts';
import type { TableDraft, TableRef } from './table/draft.ts';
import { tableRef } from './table/read-parts.ts';
import { RelationNames } from './table/relation-names.ts';
import type { ValueKind } from './types/value-kind.ts';

/** What is known of a script while it is converted. */
export class ScriptState {
  readonly dialect: ForeignDialect;
  readonly names: NameIndex;
  readonly relations = new RelationNames();
  /** Databases and schemas whose tables go to `public`, in lower case. */
  readonly droppedNamespaces: Set<string>;
  /** Foreign keys are not checked while the rows come in. */
  checksAreOff = false;
  /** Rows are inserted. */
  hasRows = false;
  readonly #tables = new Map<string, TableDraft>();
  readonly #createdNamespaces = new Set<string>();
  readonly #rules: QueryRules;

  /** @param known names of the database that the script will run against */
  constructor(dialect: ForeignDialect, known: KnownNames) {
    this.dialect = dialect;
    this.names = new NameIndex(known);
    this.droppedNamespaces = new Set(QUERY_RULES[dialect].droppedPrefixes);
    this.#rules = { ...QUERY_RULES[dialect], droppedPrefixes: this.droppedNamespaces };
  }

  get rules(): QueryRules {
    return this.#rules;
  }

  /** The table that a script names. */
  ref(parts: readonly string[]): TableRef {
    const ref = tableRef(parts, this.droppedNamespaces);
    // T-SQL's temporary tables: #orders, ##orders.
    return this.dialect === 'tsql' ? { ...ref, name: ref.name.replace(/^#+/, '') } : ref;
  }

  table(ref: TableRef): TableDraft | undefined {
    return this.#tables.get(keyOf(ref));
  }

  get tables(): Iterable<TableDraft> {
    return this.#tables.values();
  }

  addTable(table: TableDraft): void {
    this.#tables.set(keyOf(table.ref), table);
    this.names.addName(table.ref.name);
    const key = new Set(table.primaryKey?.parts.map(({ column }) => column));
    for (const { name, type, notNull } of table.columns) {
      this.names.addColumn(name, type.kind, { mayBeNull: !notNull && !key.has(name) });
    }
  }

  /** The statements that make a schema which is written to for the first time. */
  namespaceStatements({ namespace }: TableRef): string[] {
    if (namespace === undefined || this.#createdNamespaces.has(namespace)) return [];
    this.#createdNamespaces.add(namespace);
    return [`CREATE SCHEMA IF NOT EXISTS ${quoteName(namespace)}`];
  }

  /** A table as SQL text, spelled as it was declared. */
  tableText(ref: TableRef): string {
    const declared = this.table(ref)?.ref ?? ref;
    const name = quoteName(this.names.spelling(declared.name) ?? declared.name);
    return declared.namespace === undefined ? name : `${quoteName(declared.namespace)}.${name}`;
  }

  columnText(name: string, table?: TableDraft): string {
    const own = table?.columns.find((column) => column.name.toLowerCase() === name.toLowerCase())?.name;
    return quoteName(own ?? this.names.spelling(name) ?? name);
  }

  /** An expression or a query of the source. */
  convert(sql: string, notes: Set<string>): string {
    return convertSql(sql, this.#rules, this.names, notes).trim();
  }

  /** What an expression of the source visibly gives. */
  kindOf(sql: string): ValueKind | undefined {
    return kindOfSql(sql, this.#rules, this.names);
  }
}

function keyOf({ namespace, name }: TableRef): string {
  return `${namespace ?? ''}.${name}`.toLowerCase();
}
