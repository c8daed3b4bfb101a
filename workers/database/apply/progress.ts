import type { ApplyProgress } from '../../../src/database/contract.ts';

/** Milliseconds between two progress reports: often enough for a smooth bar, seldom enough to cost nothing. */
const PROGRESS_INTERVAL_MS = 100;

/** Counts the statements of which is known what became of them. */
export class Progress {
  readonly #total: number;
  readonly #report: (progress: ApplyProgress) => void;
  #done = 0;
  #reportedAt = Number.NEGATIVE_INFINITY;

  constructor(total: number, report: (progress: ApplyProgress) => void) {
    this.#total = total;
    this.#report = report;
  }

  settled(): void {
    this.#done++;
    if (performance.now() - this.#reportedAt < PROGRESS_INTERVAL_MS) return;
    this.#report({ done: this.#done, total: this.#total });
    this.#reportedAt = performance.now();
  }

  end(): void {
    this.#report({ done: this.#total, total: this.#total });
  }
}
