export interface LruCacheOptions<Value> {
  /** The sizes of all entries together stay below this, in the unit that `set` is given. */
  readonly maxSize: number;
  /** Called with each value that goes, to free what it holds. */
  readonly onEvict?: (value: Value) => void;
}

/** Values by key. When they grow too large together, those that were not asked for the longest go. */
export class LruCache<Value> {
  readonly #maxSize: number;
  readonly #onEvict: (value: Value) => void;
  /** Least recently used first: a Map keeps the order in which its keys were set. */
  readonly #entries = new Map<string, { readonly value: Value; readonly size: number }>();
  #size = 0;

  constructor({ maxSize, onEvict = () => undefined }: LruCacheOptions<Value>) {
    this.#maxSize = maxSize;
    this.#onEvict = onEvict;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** The newest entry always stays, however large it is: it is about to be used. */
  set(key: string, value: Value, size: number): void {
    this.#delete(key);
    this.#entries.set(key, { value, size });
    this.#size += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#maxSize || oldest === key) break;
      this.#delete(oldest);
    }
  }

  clear(): void {
    for (const key of this.#entries.keys()) this.#delete(key);
  }

  #delete(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#size -= entry.size;
    this.#onEvict(entry.value);
  }
}
