import { unlessAborted } from '../platform/unless-aborted.ts';

/** Runs so many jobs at a time, in the order in which they come. */
export class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** @param signal takes a job that has not begun out of the queue */
  async run<Result>(job: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    await this.#take(signal);
    try {
      return await job();
    } finally {
      this.#release();
    }
  }

  async #take(signal: AbortSignal): Promise<void> {
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    let grant = (): void => undefined;
    const granted = new Promise<void>((resolve) => {
      grant = resolve;
    });
    this.#waiting.push(grant);
    try {
      await unlessAborted(granted, signal);
    } catch (thrown) {
      const index = this.#waiting.indexOf(grant);
      // It may have been given a slot just as it was aborted.
      if (index < 0) this.#release();
      else this.#waiting.splice(index, 1);
      throw thrown;
    }
  }

  #release(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}
