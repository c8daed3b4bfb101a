import type { Locks } from '../ownership.ts';

interface Held {
  readonly steal: () => void;
  readonly released: Promise<unknown>;
}

/** The Web Locks API as far as it is used: exclusive locks, `ifAvailable` and `steal`. Node 20 has none. */
export class MemoryLocks implements Locks {
  readonly #held = new Map<string, Held>();

  async request<Result>(
    name: string,
    ...[first, second]: [LockGrantedCallback<Result>] | [LockOptions, LockGrantedCallback<Result>]
  ): Promise<Awaited<Result>> {
    const { ifAvailable, steal }: LockOptions = typeof first === 'function' ? {} : first;
    const callback = typeof first === 'function' ? first : second;
    if (!callback) throw new TypeError('no callback');
    if (steal) this.#held.get(name)?.steal();
    for (let held = this.#held.get(name); held && !steal; held = this.#held.get(name)) {
      if (ifAvailable) return await callback(null);
      await held.released;
    }
    return await this.#grant(name, callback);
  }

  async #grant<Result>(name: string, callback: LockGrantedCallback<Result>): Promise<Awaited<Result>> {
    let steal = (): void => undefined;
    const stolen = new Promise<never>((_, reject) => {
      steal = () => reject(new DOMException('stolen', 'AbortError'));
    });
    // Never called before `request` has returned.
    const work = Promise.resolve().then(() => callback({ name, mode: 'exclusive' }));
    const outcome = Promise.race([work, stolen]);
    const held: Held = { steal, released: outcome.catch(() => undefined) };
    this.#held.set(name, held);
    try {
      return await outcome;
    } finally {
      if (this.#held.get(name) === held) this.#held.delete(name);
    }
  }
}
