import { unlessAborted } from './unless-aborted.ts';

/** Runs jobs one after the other: model runtimes hang, or mix their output, when calls overlap. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** @param signal takes a job that has not begun out of the queue; a running job has to watch it itself */
  run<Result>(job: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    const turn = this.#last;
    const result = (async () => {
      await (signal ? unlessAborted(turn, signal) : turn);
      return await job();
    })();
    this.#last = Promise.allSettled([turn, result]);
    return result;
  }
}
