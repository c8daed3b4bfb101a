/** Seconds back that count: fewer and the number jumps, more and it lags behind. */
const WINDOW_MS = 4_000;
const ENOUGH_TO_TELL_MS = 500;

/**
 * Bytes per second, each weighted by `exp(-age / window)` and divided by the same weight of the time that has passed: right
 * from the first second on for a steady rate, and sinking when nothing comes.
 */
export class Speed {
  #start: number | null = null;
  #updated = 0;
  #weighted = 0;

  /** @param now in milliseconds */
  add(bytes: number, now: number): void {
    this.#start ??= now;
    this.#decay(now);
    this.#weighted += bytes;
  }

  /** Null when it is too early to tell. */
  perSecond(now: number): number | null {
    if (this.#start === null || now - this.#start < ENOUGH_TO_TELL_MS) return null;
    this.#decay(now);
    const weightedMs = WINDOW_MS * (1 - Math.exp((this.#start - now) / WINDOW_MS));
    return (this.#weighted / weightedMs) * 1_000;
  }

  #decay(now: number): void {
    this.#weighted *= Math.exp((this.#updated - now) / WINDOW_MS);
    this.#updated = now;
  }
}
