/** A worker that serves a contract, and the moment that it is lost. */
import { type AppError, cancelled } from './errors.ts';
import { connect, type Remote } from './rpc.ts';

export class WorkerConnection<Contract> {
  readonly remote: Remote<Contract>;
  /** Rejects when the worker crashes or is ended: comlink alone would leave its callers waiting for ever. */
  readonly ended: Promise<never>;
  readonly #worker: Worker;
  #reject: (error: AppError) => void = () => undefined;
  #isEnded = false;

  /** @param crashed the error of its callers when the worker crashes */
  constructor(worker: Worker, crashed: (why: string) => AppError) {
    this.#worker = worker;
    this.remote = connect<Contract>(worker);
    this.ended = new Promise((_, reject) => {
      this.#reject = reject;
    });
    // Nobody may be waiting when it ends.
    this.ended.catch(() => undefined);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.end(crashed(event.message ?? 'its script could not be loaded'));
    });
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  end(error: AppError = cancelled()): void {
    this.#isEnded = true;
    this.#worker.terminate();
    this.#reject(error);
  }
}
