import type { Schema } from '../../schema/model.ts';
import { kindOfType, type ValueKind } from '../types/value-kind.ts';

/** A table of the database, as far as changing its rows needs to know it. */
export interface KnownTable {
  readonly name: string;
  readonly columns: readonly KnownColumn[];
  /** The primary key, where there is one, and then the unique ones. */
  readonly keys: readonly (readonly string[])[];
  readonly hasPrimaryKey: boolean;
}

export interface KnownColumn {
  readonly name: string;
  /** Postgres' own name of the type. */
  readonly type: string;
}

/** What is known of the database that a query will run against. The dialects compare names without regard to case. */
export interface KnownNames {
  /** A table's or column's name as the database spells it; undefined when it has none of that name. */
  spelling(name: string): string | undefined;
  /** What columns of this name hold; undefined when there is none, or when they differ. */
  kindOf(column: string): ValueKind | undefined;
  /** Whether columns of this name may be NULL; undefined when there is none, or when that is not known. */
  mayBeNull(column: string): boolean | undefined;
  table(name: string): KnownTable | undefined;
}

export const NOTHING_KNOWN: KnownNames = {
  spelling: () => undefined,
  kindOf: () => undefined,
  mayBeNull: () => undefined,
  table: () => undefined,
};

/** Collects names; a name may be added any number of times. */
export class NameIndex implements KnownNames {
  readonly #spellings = new Map<string, string>();
  readonly #exact = new Set<string>();
  readonly #kinds = new Map<string, ValueKind | undefined>();
  readonly #nulls = new Map<string, boolean>();
  readonly #tables = new Map<string, KnownTable>();
  readonly #others: KnownNames;

  /** @param others asked for names that are not in the index itself */
  constructor(others: KnownNames = NOTHING_KNOWN) {
    this.#others = others;
  }

  addName(name: string): void {
    this.#exact.add(name);
    const key = name.toLowerCase();
    if (!this.#spellings.has(key)) this.#spellings.set(key, name);
  }

  addColumn(name: string, kind: ValueKind, { mayBeNull }: { readonly mayBeNull?: boolean } = {}): void {
    this.addName(name);
    const key = name.toLowerCase();
    this.#kinds.set(key, this.#kinds.has(key) && this.#kinds.get(key) !== kind ? undefined : kind);
    if (mayBeNull !== undefined) this.#nulls.set(key, mayBeNull || this.#nulls.get(key) === true);
  }

  addTable(table: KnownTable): void {
    this.addName(table.name);
    this.#tables.set(table.name.toLowerCase(), table);
  }

  spelling(name: string): string | undefined {
    if (this.#exact.has(name)) return name;
    return this.#spellings.get(name.toLowerCase()) ?? this.#others.spelling(name);
  }

  kindOf(column: string): ValueKind | undefined {
    const key = column.toLowerCase();
    return this.#kinds.has(key) ? this.#kinds.get(key) : this.#others.kindOf(column);
  }

  mayBeNull(column: string): boolean | undefined {
    return this.#nulls.get(column.toLowerCase()) ?? this.#others.mayBeNull(column);
  }

  table(name: string): KnownTable | undefined {
    return this.#tables.get(name.toLowerCase()) ?? this.#others.table(name);
  }
}

export function knownNamesOf(schema: Schema): KnownNames {
  const index = new NameIndex();
  for (const table of schema.tables) {
    index.addTable({
      name: table.name,
      columns: table.columns,
      keys: [...(table.primaryKey.length > 0 ? [table.primaryKey] : []), ...table.uniqueKeys],
      hasPrimaryKey: table.primaryKey.length > 0,
    });
    for (const { name, type, nullable } of table.columns) {
      index.addColumn(name, kindOfType(type), { mayBeNull: nullable });
    }
  }
  return index;
}
