import type { Table } from '../../schema/model.ts';
import { tableKey } from '../facts.ts';
import { Random } from '../random.ts';
import type { CompiledTable } from './compile-table.ts';
import { type DrawFailure, drawRow } from './draw-row.ts';
import type { KeyPools } from './key-pools.ts';
import { RowDraft } from './row-draft.ts';
import { SystematicSearch } from './systematic-search.ts';
import { TableMemory } from './table-memory.ts';
import type { UniqueRule } from './unique-rule.ts';

/** A row to put in: text in Postgres' input syntax, in the order of `TableFiller.columns`. */
export interface SampleRow {
  /** From 1. */
  readonly number: number;
  readonly values: readonly (string | null)[];
  readonly refusals: Refusals;
}

/** How often Postgres refused a row of this number, and how often because a value was not distinct. */
export interface Refusals {
  readonly all: number;
  readonly asNotDistinct: number;
}

const NO_REFUSALS: Refusals = { all: 0, asNotDistinct: 0 };

export type NoRow =
  /** Every value that a unique key can have is taken: there will be no further row either. */
  | { readonly kind: 'exhausted'; readonly columns: readonly string[] }
  /** No row was found that keeps to all that is known. */
  | { readonly kind: 'not-found'; readonly reason: string };

/** How often a row is drawn anew before it is given up. */
const MAX_ATTEMPTS = 200;
/** From so many clashes on, a column that may be NULL is. */
const EMPTY_FROM = 5;
/** From so many clashes on, all combinations are gone through. */
const SYSTEMATIC_FROM = 8;

/** Draws the rows of one table, and remembers what is in it. */
export class TableFiller {
  readonly table: Table;
  /** What is put in; computed columns are not. */
  readonly columns: readonly string[];
  readonly compiled: CompiledTable;
  readonly #seed: number;
  readonly #memory: TableMemory;
  readonly #drafts = new Map<SampleRow, RowDraft>();
  readonly #searches = new Map<UniqueRule, SystematicSearch | undefined>();

  constructor(compiled: CompiledTable, seed: number, pools: KeyPools) {
    this.compiled = compiled;
    this.table = compiled.table;
    this.columns = compiled.table.columns.map(({ name }) => name).filter((name) => compiled.columns.has(name));
    this.#seed = seed;
    this.#memory = new TableMemory(compiled, pools);
  }

  /** Columns that have to be read back from the table, if rows lie in it that were not drawn here. */
  get remembered(): readonly string[] {
    return this.#memory.columns;
  }

  /** Forgets all rows and takes these, as the table holds them, for what there is. */
  adopt(columns: readonly string[], rows: readonly (readonly (string | null)[])[]): void {
    this.#searches.clear();
    this.#memory.adopt(columns, rows);
  }

  /** The row of this number; it counts as put in until it is refused. */
  draw(number: number, refusals: Refusals = NO_REFUSALS): SampleRow | NoRow {
    let failure: DrawFailure | undefined;
    let clashing: UniqueRule | undefined;
    let clashes = 0;
    const freshness = new Map<string, number>();
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const search = clashes >= SYSTEMATIC_FROM ? this.#searchOver(clashing) : undefined;
      const settled = search?.next(this.compiled);
      if (search && !settled) return { kind: 'exhausted', columns: [...search.rule.columns] };
      const drawn = this.#attempt({
        number,
        attempt,
        refusals,
        freshness,
        isStuck: clashes >= EMPTY_FROM,
        clashing,
        settled: settled ?? new Map(),
      });
      if (!(drawn instanceof RowDraft)) {
        failure = drawn;
        continue;
      }
      const clash = this.compiled.rules.find((rule) => rule.isTaken(drawn));
      if (!clash) return this.#keep(drawn, number, refusals);
      clashing = clash;
      clashes++;
      for (const column of clash.columns) freshness.set(column, (freshness.get(column) ?? 0) + 1);
    }
    if (clashing) return { kind: 'exhausted', columns: [...clashing.columns] };
    return { kind: 'not-found', reason: describe(failure) };
  }

  #attempt(context: {
    readonly number: number;
    readonly attempt: number;
    readonly refusals: Refusals;
    readonly freshness: ReadonlyMap<string, number>;
    readonly isStuck: boolean;
    readonly clashing: UniqueRule | undefined;
    readonly settled: ReadonlyMap<string, string>;
  }): RowDraft | DrawFailure {
    const { number, attempt, refusals, freshness, isStuck, clashing, settled } = context;
    return drawRow(this.compiled, {
      random: new Random(this.#seed, tableKey(this.table), number, refusals.all, attempt),
      number,
      attempt: attempt + refusals.all,
      freshness: (column) => (freshness.get(column) ?? 0) + refusals.asNotDistinct,
      settled,
      sequence: (column) => this.#memory.offset(column) + number,
      count: (column, draft) => this.#memory.nextCount(column, draft),
      emptyColumns: isStuck && clashing?.isPlain ? clashing.columns : NONE,
    });
  }

  #keep(draft: RowDraft, number: number, refusals: Refusals): SampleRow {
    this.#memory.add(draft);
    const row = { number, values: this.columns.map((column) => draft.text(column) ?? null), refusals };
    this.#drafts.set(row, draft);
    return row;
  }

  /** Gives a row its parent in a table of the same group, whose rows come with it. */
  complete(row: SampleRow, settle: (draft: RowDraft) => void): SampleRow {
    const draft = this.#drafts.get(row);
    if (!draft) return row;
    this.#forget(row, draft);
    settle(draft);
    return this.#keep(draft, row.number, row.refusals);
  }

  /** The row did not get in. */
  refuse(row: SampleRow): void {
    const draft = this.#drafts.get(row);
    if (draft) this.#forget(row, draft);
  }

  /** The row got in: nothing of it is needed any more but its keys. */
  settle(row: SampleRow): void {
    this.#drafts.delete(row);
  }

  #forget(row: SampleRow, draft: RowDraft): void {
    this.#memory.remove(draft);
    this.#drafts.delete(row);
  }

  #searchOver(rule: UniqueRule | undefined): SystematicSearch | undefined {
    if (!rule) return undefined;
    if (!this.#searches.has(rule)) {
      const search = SystematicSearch.over(rule, this.compiled);
      this.#searches.set(rule, search?.isWorthwhile ? search : undefined);
    }
    return this.#searches.get(rule);
  }
}

const NONE: ReadonlySet<string> = new Set();

function describe(failure: DrawFailure | undefined): string {
  switch (failure?.kind) {
    case 'no-parent':
      return `There is no row that ${failure.column ?? 'it'} could refer to.`;
    case 'no-value':
      return `No value was found for ${failure.column ?? 'a column'} within its checks.`;
    default:
      return 'No row was found that meets the checks.';
  }
}
