/** Seeded random choices (xoshiro128**, Blackman and Vigna): equal seeds give equal data on every machine. */
export class Random {
  private readonly state: Uint32Array;

  constructor(seed: number) {
    // SplitMix32 spreads a small seed over the whole state.
    let z = seed >>> 0;
    this.state = Uint32Array.from({ length: 4 }, () => {
      z = (z + 0x9e3779b9) >>> 0;
      let t = z ^ (z >>> 16);
      t = Math.imul(t, 0x21f0aaad);
      t ^= t >>> 15;
      t = Math.imul(t, 0x735a2d97);
      return (t ^ (t >>> 15)) >>> 0;
    });
  }

  /** A number in [0, 1). */
  unit(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.state;
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const c2 = c ^ a;
    const d2 = d ^ b;
    this.state[1] = b ^ c2;
    this.state[0] = a ^ d2;
    this.state[2] = c2 ^ (b << 9);
    this.state[3] = (d2 << 11) | (d2 >>> 21);
    return result / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.int(0, items.length - 1)];
    if (item === undefined) throw new Error('pick from nothing');
    return item;
  }

  /** Picks an item or, when there is none, undefined. */
  pickOptional<T>(items: readonly T[]): T | undefined {
    return items.length === 0 ? undefined : this.pick(items);
  }

  weighted<T>(items: readonly (readonly [T, number])[]): T {
    let left = this.unit() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return this.pick(items)[0];
  }

  shuffle<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let index = result.length - 1; index > 0; index--) {
      const other = this.int(0, index);
      const held = result[index];
      const swap = result[other];
      if (held === undefined || swap === undefined) continue;
      result[index] = swap;
      result[other] = held;
    }
    return result;
  }

  sample<T>(items: readonly T[], count: number): T[] {
    return this.shuffle(items).slice(0, count);
  }
}
