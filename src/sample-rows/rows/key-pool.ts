import type { Random } from '../random.ts';

export type Tuple = readonly string[];

/** Above so many parents, a tenth of them has no children. */
const MIN_FOR_CHILDLESS = 10;
const SHARE_WITH_CHILDREN = 0.9;
/** A prime larger than most pools: it spreads the favourites over all of them. */
const SPREAD = 1_000_003;

/** The keys of one table that foreign keys refer to, as they are known to be in the database. */
export class KeyPool {
  readonly columns: readonly string[];
  readonly #tuples: Tuple[] = [];
  /** By the places of columns, then by their values: for keys of which a part is settled already. */
  readonly #parts = new Map<string, Map<string, Tuple[]>>();

  constructor(columns: readonly string[]) {
    this.columns = columns;
  }

  get size(): number {
    return this.#tuples.length;
  }

  at(index: number): Tuple | undefined {
    return this.#tuples[index];
  }

  add(tuple: Tuple): void {
    this.#tuples.push(tuple);
    for (const [places, part] of this.#parts) append(part, partKey(tuple, places), tuple);
  }

  remove(tuple: Tuple): void {
    removeLast(this.#tuples, tuple);
    for (const [places, part] of this.#parts) removeLast(part.get(partKey(tuple, places)) ?? [], tuple);
  }

  clear(): void {
    this.#tuples.length = 0;
    this.#parts.clear();
  }

  /** Some come often, some never. */
  pick(random: Random): Tuple | undefined {
    const count = this.#tuples.length;
    const popular = count >= MIN_FOR_CHILDLESS ? Math.ceil(count * SHARE_WITH_CHILDREN) : count;
    return this.#tuples[(random.skewed(popular) * SPREAD) % count];
  }

  /** @param settled values by place among the columns */
  pickMatching(settled: ReadonlyMap<number, string>, random: Random): Tuple | undefined {
    const matching = this.#matching(settled);
    return matching[random.skewed(matching.length)];
  }

  #matching(settled: ReadonlyMap<number, string>): readonly Tuple[] {
    const places = [...settled.keys()].sort((a, b) => a - b).join(',');
    let part = this.#parts.get(places);
    if (!part) {
      part = new Map();
      for (const tuple of this.#tuples) append(part, partKey(tuple, places), tuple);
      this.#parts.set(places, part);
    }
    const wanted = places.split(',').map((place) => settled.get(Number(place)) ?? '');
    return part.get(wanted.join('\u0000')) ?? [];
  }
}

function partKey(tuple: Tuple, places: string): string {
  return places
    .split(',')
    .map((place) => tuple[Number(place)] ?? '')
    .join('\u0000');
}

function append(part: Map<string, Tuple[]>, key: string, tuple: Tuple): void {
  const list = part.get(key);
  if (list) list.push(tuple);
  else part.set(key, [tuple]);
}

/** Rows that are taken back were mostly put in last. */
function removeLast(tuples: Tuple[], tuple: Tuple): void {
  for (let index = tuples.length - 1; index >= 0; index--) {
    const candidate = tuples[index];
    if (candidate?.every((value, place) => value === tuple[place])) {
      tuples.splice(index, 1);
      return;
    }
  }
}
