import { isGenericWord } from '../generic-words.ts';
import type { Table } from '../model.ts';
import { stems, words } from '../stem.ts';

/** Each table's neighbours, which it can be joined with directly in either direction, and how sure that is. */
export type JoinGraph = ReadonlyMap<Table, ReadonlyMap<Table, number>>;

const DECLARED = 1;
/** Most keys that names suggest are true, but copies of a table (`archived_orders`) suggest them as well. */
const SUGGESTED = 0.35;

/** Last words of a column's name that make it a key. */
const KEY_WORDS: ReadonlySet<string> = new Set([
  'id',
  'uid',
  'uuid',
  'code',
  'key',
  'no',
  'num',
  'nr',
  'number',
  'ref',
]);
/** A key that more tables than these share does not say which of them belong together. */
const MAX_SHARING = 8;

/**
 * Joins by declared foreign keys, and by names where a column has none: many scripts declare none. `customer_id` leads
 * to the table `customers`; where there is no such table, the tables with the same key (`aid`) lead to each other.
 */
export function joinGraph(tables: readonly Table[]): JoinGraph {
  const graph = new Map<Table, Map<Table, number>>(tables.map((table) => [table, new Map()]));
  const join = (a: Table, b: Table, sureness: number): void => {
    if (a === b) return;
    const known = graph.get(a)?.get(b) ?? 0;
    graph.get(a)?.set(b, Math.max(sureness, known));
    graph.get(b)?.set(a, Math.max(sureness, known));
  };
  for (const [table, target] of declaredKeys(tables)) join(table, target, DECLARED);
  for (const [table, target] of suggestedKeys(tables)) join(table, target, SUGGESTED);
  return graph;
}

type Pair = readonly [Table, Table];

function declaredKeys(tables: readonly Table[]): Pair[] {
  const byName = new Map(tables.map((table) => [tableKey(table.namespace, table.name), table]));
  return tables.flatMap((table) =>
    table.foreignKeys.flatMap((key) => {
      const target = byName.get(tableKey(key.referencedNamespace, key.referencedTable));
      return target === undefined ? [] : [[table, target] as const];
    }),
  );
}

function suggestedKeys(tables: readonly Table[]): Pair[] {
  const named = new Groups();
  for (const table of tables) named.add(stems(table.name).join(' '), table);
  const sharing = new Groups();
  const pairs: Pair[] = [];
  for (const table of tables) {
    for (const name of undeclaredKeys(table)) {
      const targets = named.get(stems(name).slice(0, -1).join(' '));
      pairs.push(...targets.map((target) => [table, target] as const));
      if (targets.length === 0) sharing.add(name.toLowerCase(), table);
    }
  }
  for (const group of sharing.all()) {
    if (group.length > MAX_SHARING) continue;
    pairs.push(...group.flatMap((table, index) => group.slice(index + 1).map((other) => [table, other] as const)));
  }
  return pairs;
}

/** Names of columns that look like keys to another table. */
function undeclaredKeys(table: Table): string[] {
  const declared = new Set(table.foreignKeys.flatMap((key) => key.columns));
  return table.columns.map(({ name }) => name).filter((name) => !declared.has(name) && isKeyName(name));
}

/** `customer_id`, `fare_code`, `aid`; not `id` alone, nor a key's number of something general. */
function isKeyName(name: string): boolean {
  const all = words(name);
  const last = all.at(-1) ?? '';
  if (all.length === 1) return /^[a-z]{1,3}id$/.test(last);
  return KEY_WORDS.has(last) && !all.slice(0, -1).every(isGenericWord);
}

class Groups {
  readonly #tables = new Map<string, Table[]>();

  add(key: string, table: Table): void {
    const group = this.#tables.get(key);
    if (group) group.push(table);
    else this.#tables.set(key, [table]);
  }

  get(key: string): readonly Table[] {
    return this.#tables.get(key) ?? [];
  }

  all(): Iterable<readonly Table[]> {
    return this.#tables.values();
  }
}

export function tableKey(namespace: string, name: string): string {
  return JSON.stringify([namespace, name]);
}
