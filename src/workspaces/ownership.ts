/**
 * Which tab may change a workspace: the one that holds its lock. Another tab may read it, and may take it over; the first
 * one hears of that and stops saving. The browser lets go of a lock when its tab is closed or dies.
 */

/** Of `navigator.locks`, what is used. */
export type Locks = Pick<LockManager, 'request'>;

interface Held {
  readonly letGo: () => void;
  readonly ended: Promise<void>;
}

export class Ownership {
  readonly #locks: Locks;
  readonly #onLost: () => void;
  #held: Held | null = null;

  /** `onLost` is called when another tab takes over what is owned here. */
  constructor(locks: Locks, onLost: () => void) {
    this.#locks = locks;
    this.#onLost = onLost;
  }

  get isHeld(): boolean {
    return this.#held !== null;
  }

  /** Lets go of what was owned before. False when another tab owns the workspace. */
  async claim(id: string): Promise<boolean> {
    await this.release();
    return await this.#hold(id, { ifAvailable: true });
  }

  /** Takes it away from the tab that owns it, after what that one is just saving. */
  async takeOver(id: string): Promise<void> {
    await this.release();
    await this.whileSaving(id, () => this.#hold(id, { steal: true }));
  }

  /** Saves as the only one to do so. */
  async whileSaving<Result>(id: string, save: () => Promise<Result>): Promise<Result> {
    return await this.#locks.request(`${nameOf(id)}/save`, save);
  }

  /** Resolves when another tab may claim it. */
  async release(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    held?.letGo();
    await held?.ended;
  }

  #hold(id: string, options: LockOptions): Promise<boolean> {
    return new Promise((resolve, reject) => {
      let held: Held | null = null;
      const ended = this.#locks
        .request(nameOf(id), options, async (lock) => {
          if (lock === null) return resolve(false);
          await new Promise<void>((letGo) => {
            held = { letGo, ended };
            this.#held = held;
            resolve(true);
          });
        })
        .catch((thrown) => {
          // An AbortError when another tab steals the lock.
          reject(thrown);
          if (held === null || this.#held !== held) return;
          this.#held = null;
          this.#onLost();
        });
    });
  }
}

function nameOf(id: string): string {
  return `expert-sql/workspace/${id}`;
}
