import type { ForeignKey, Table } from '../../schema/model.ts';
import { tableKey } from '../facts.ts';
import { Random } from '../random.ts';
import type { KeyPool } from '../rows/key-pool.ts';
import type { KeyPools } from '../rows/key-pools.ts';

/** A row that gets its parent after all rows are there. */
export interface Link {
  /** Values of `LinkFiller.identity`. */
  readonly row: readonly string[];
  /** Values of `LinkFiller.columns`. */
  readonly values: readonly string[];
}

/** How many rows stay without a parent. */
const WITHOUT = 0.1;

/** Sets the references that had to wait, because two tables refer to each other. */
export class LinkFiller {
  readonly table: Table;
  /** Columns that tell rows apart. */
  readonly identity: readonly string[];
  /** Columns that are set. */
  readonly columns: readonly string[];
  readonly #key: ForeignKey;
  readonly #rows: KeyPool;
  readonly #parents: KeyPool;
  readonly #seed: number;
  readonly #isUnique: boolean;

  private constructor(
    table: Table,
    identity: readonly string[],
    key: ForeignKey,
    optional: readonly string[],
    pools: KeyPools,
    seed: number,
  ) {
    this.table = table;
    this.identity = identity;
    this.columns = optional;
    this.#key = key;
    this.#seed = seed;
    this.#rows = pools.of(table, [...identity, ...key.columns.filter((column) => !optional.includes(column))]);
    this.#parents = pools.of({ namespace: key.referencedNamespace, name: key.referencedTable }, key.referencedColumns);
    const isKey = (columns: readonly string[]): boolean =>
      columns.length > 0 && columns.every((column) => key.columns.includes(column));
    this.#isUnique = isKey(table.primaryKey) || table.uniqueKeys.some(isKey);
  }

  /** Undefined where rows cannot be told apart: they stay without a parent. */
  static for(
    table: Table,
    key: ForeignKey,
    optional: readonly string[],
    pools: KeyPools,
    seed: number,
  ): LinkFiller | undefined {
    const nullable = new Set(table.columns.filter((column) => column.nullable).map(({ name }) => name));
    const identity = [table.primaryKey, ...table.uniqueKeys].find(
      (columns) => columns.length > 0 && columns.every((column) => !nullable.has(column)),
    );
    return identity && new LinkFiller(table, identity, key, optional, pools, seed);
  }

  *links(): Generator<Link> {
    for (let index = 0; index < this.#rows.size; index++) {
      const random = new Random(this.#seed, 'link', tableKey(this.table), this.columns.join(), index);
      const row = this.#rows.at(index);
      if (!row || random.chance(WITHOUT)) continue;
      const parent = this.#parentOf(row, index, random);
      if (!parent) continue;
      yield {
        row: row.slice(0, this.identity.length),
        values: this.columns.map((column) => parent[this.#key.columns.indexOf(column)] ?? ''),
      };
    }
  }

  #parentOf(row: readonly string[], index: number, random: Random): readonly string[] | undefined {
    const settled = new Map<number, string>();
    for (const [place, column] of this.#rows.columns.entries()) {
      const text = row[place];
      const inKey = this.#key.columns.indexOf(column);
      if (inKey >= 0 && !this.columns.includes(column) && text !== undefined) settled.set(inKey, text);
    }
    if (this.#parents.size === 0) return undefined;
    if (settled.size > 0) return this.#parents.pickMatching(settled, random);
    if (this.#isUnique) return this.#parents.at(index);
    return this.#parents.pick(random);
  }
}
