import { tableKey } from '../facts.ts';
import { KeyPool } from './key-pool.ts';

interface Named {
  readonly namespace: string;
  readonly name: string;
}

/** The pools of all tables, one for each set of columns that something refers to. */
export class KeyPools {
  readonly #byTable = new Map<string, Map<string, KeyPool>>();

  of(table: Named, columns: readonly string[]): KeyPool {
    const key = tableKey(table);
    const pools = this.#byTable.get(key) ?? new Map<string, KeyPool>();
    this.#byTable.set(key, pools);
    const name = JSON.stringify(columns);
    const pool = pools.get(name) ?? new KeyPool(columns);
    pools.set(name, pool);
    return pool;
  }

  ofTable(table: Named): readonly KeyPool[] {
    return [...(this.#byTable.get(tableKey(table))?.values() ?? [])];
  }

  columnsOf(table: Named): readonly string[] {
    return [...new Set(this.ofTable(table).flatMap(({ columns }) => columns))];
  }

  add(table: Named, value: (column: string) => string | null | undefined): void {
    for (const pool of this.ofTable(table)) {
      const tuple = presentValues(pool.columns, value);
      if (tuple) pool.add(tuple);
    }
  }

  remove(table: Named, value: (column: string) => string | null | undefined): void {
    for (const pool of this.ofTable(table)) {
      const tuple = presentValues(pool.columns, value);
      if (tuple) pool.remove(tuple);
    }
  }
}

/** A key with a NULL in it cannot be referred to. */
function presentValues(
  columns: readonly string[],
  value: (column: string) => string | null | undefined,
): readonly string[] | undefined {
  const tuple: string[] = [];
  for (const column of columns) {
    const text = value(column);
    if (text === null || text === undefined) return undefined;
    tuple.push(text);
  }
  return tuple;
}
