import type { CompiledTable } from './compile-table.ts';
import type { KeyPools } from './key-pools.ts';
import { RowDraft } from './row-draft.ts';
import type { UniqueRule } from './unique-rule.ts';

/** What lies in a table, as far as further rows of it and of others have to know. */
export class TableMemory {
  readonly #compiled: CompiledTable;
  readonly #pools: KeyPools;
  /** Highest numbers of sequences that the table held before. */
  readonly #offsets = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  constructor(compiled: CompiledTable, pools: KeyPools) {
    this.#compiled = compiled;
    this.#pools = pools;
  }

  /** Columns that have to be read back from the table, if rows lie in it that were not drawn here. */
  get columns(): readonly string[] {
    const { table, rules, columns } = this.#compiled;
    const sequences = [...columns.values()].filter(({ isSequence }) => isSequence).map(({ name }) => name);
    const names = new Set([
      ...rules.flatMap((rule) => [...rule.columns]),
      ...sequences,
      ...this.#pools.columnsOf(table),
    ]);
    return table.columns.map(({ name }) => name).filter((name) => names.has(name));
  }

  /** Forgets all rows and takes these, as the table holds them, for what there is. */
  adopt(columns: readonly string[], rows: readonly (readonly (string | null)[])[]): void {
    for (const pool of this.#pools.ofTable(this.#compiled.table)) pool.clear();
    for (const rule of this.#compiled.rules) rule.clear();
    this.#offsets.clear();
    this.#counts.clear();
    for (const row of rows) {
      const draft = new RowDraft(this.#compiled.shape);
      for (const [place, column] of columns.entries()) draft.set(column, row[place] ?? null);
      this.add(draft);
      for (const { name, isSequence } of this.#compiled.columns.values()) {
        if (isSequence) this.#offsets.set(name, Math.max(this.offset(name), Number(draft.text(name) ?? 0)));
      }
    }
  }

  add(draft: RowDraft): void {
    this.#pools.add(this.#compiled.table, (column) => draft.text(column));
    for (const rule of this.#compiled.rules) rule.take(draft);
    for (const [column, rule] of this.#compiled.counters) {
      const prefix = counterKey(column, rule, draft);
      this.#counts.set(prefix, Math.max(this.#counts.get(prefix) ?? 0, Number(draft.text(column) ?? 0)));
    }
  }

  remove(draft: RowDraft): void {
    this.#pools.remove(this.#compiled.table, (column) => draft.text(column));
    for (const rule of this.#compiled.rules) rule.release(draft);
  }

  /** How far a sequence had come before. */
  offset(column: string): number {
    return this.#offsets.get(column) ?? 0;
  }

  /** Undefined for a column that does not count, and where what it counts within is not settled yet. */
  nextCount(column: string, draft: RowDraft): number | undefined {
    const rule = this.#compiled.counters.get(column);
    if (!rule || ![...rule.columns].every((other) => other === column || draft.has(other))) return undefined;
    return (this.#counts.get(counterKey(column, rule, draft)) ?? 0) + 1;
  }
}

function counterKey(column: string, rule: UniqueRule, draft: RowDraft): string {
  return [column, ...[...rule.columns].map((other) => (other === column ? '' : draft.text(other)))].join('\u0000');
}
