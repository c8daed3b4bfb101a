import type { Schema } from '../../schema/model.ts';
import { kindOfType, type ValueKind } from '../types/value-kind.ts';

/** What is known of the database that a query will run against. The dialects compare names without regard to case. */
export interface KnownNames {
  /** A table's or column's name as the database spells it; undefined when it has none of that name. */
  spelling(name: string): string | undefined;
  /** What columns of this name hold; undefined when there is none, or when they differ. */
  kindOf(column: string): ValueKind | undefined;
}

export const NOTHING_KNOWN: KnownNames = { spelling: () => undefined, kindOf: () => undefined };

/** Collects names; a name may be added any number of times. */
export class NameIndex implements KnownNames {
  readonly #spellings = new Map<string, string>();
  readonly #exact = new Set<string>();
  readonly #kinds = new Map<string, ValueKind | undefined>();
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

  addColumn(name: string, kind: ValueKind): void {
    this.addName(name);
    const key = name.toLowerCase();
    this.#kinds.set(key, this.#kinds.has(key) && this.#kinds.get(key) !== kind ? undefined : kind);
  }

  spelling(name: string): string | undefined {
    if (this.#exact.has(name)) return name;
    return this.#spellings.get(name.toLowerCase()) ?? this.#others.spelling(name);
  }

  kindOf(column: string): ValueKind | undefined {
    const key = column.toLowerCase();
    return this.#kinds.has(key) ? this.#kinds.get(key) : this.#others.kindOf(column);
  }
}

export function knownNamesOf(schema: Schema): KnownNames {
  const index = new NameIndex();
  for (const table of schema.tables) {
    index.addName(table.name);
    for (const column of table.columns) index.addColumn(column.name, kindOfType(column.type));
  }
  return index;
}
