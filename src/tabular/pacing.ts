/** Long work in slices: between them a worker hears that it was cancelled, and says how far it is. */

export interface ReadProgress {
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface PaceOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
}

/** Milliseconds of work between two pauses: short enough to cancel at once, long enough that the pauses cost little. */
const SLICE_MS = 40;
/** Milliseconds between two progress reports: often enough for a smooth bar. */
const REPORT_MS = 100;

export class Pace {
  readonly #options: PaceOptions;
  readonly #totalBytes: number;
  #pausedAt = performance.now();
  #reportedAt = Number.NEGATIVE_INFINITY;

  constructor(totalBytes: number, options: PaceOptions) {
    this.#totalBytes = totalBytes;
    this.#options = options;
    options.signal?.throwIfAborted();
  }

  /** To be called every few milliseconds of work. Throws the signal's reason once it aborts. */
  async step(doneBytes: number): Promise<void> {
    const now = performance.now();
    const isDone = doneBytes >= this.#totalBytes;
    if (isDone || now - this.#reportedAt >= REPORT_MS) {
      this.#options.onProgress?.({ doneBytes, totalBytes: this.#totalBytes });
      this.#reportedAt = now;
    }
    if (now - this.#pausedAt < SLICE_MS) return;
    // Only a task of its own lets messages in; a resolved promise would not.
    await new Promise<void>((resume) => void setTimeout(resume, 0));
    this.#options.signal?.throwIfAborted();
    this.#pausedAt = performance.now();
  }
}
