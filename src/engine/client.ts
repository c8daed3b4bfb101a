/** The page's side of the inference worker. */
import { AppError, cancelled, type ErrorData, toErrorData } from '../platform/errors.ts';
import { connect, type Remote } from '../platform/rpc.ts';
import { SerialQueue } from '../platform/serial-queue.ts';
import { unlessAborted } from '../platform/unless-aborted.ts';
import type { ModelEntry } from './catalogue.ts';
import type { EngineContract, GenerateRequest, Generation, LoadedModel, LoadProgress } from './contract.ts';

/** What the engine is doing, for the page to show. */
export type EngineStatus =
  | { readonly kind: 'empty' }
  | { readonly kind: 'loading'; readonly model: ModelEntry; readonly progress: LoadProgress | null }
  | { readonly kind: 'ready'; readonly model: ModelEntry; readonly loaded: LoadedModel }
  | { readonly kind: 'generating'; readonly model: ModelEntry; readonly loaded: LoadedModel }
  | { readonly kind: 'failed'; readonly model: ModelEntry; readonly error: ErrorData };

/**
 * After a cancel the worker has this long to stop by itself. WebLLM cannot stop while it reads a prompt, so the only
 * sure way is to end its worker.
 */
const STOP_GRACE_MS = 1_000;

/** After these the worker is of no more use. */
const IS_FATAL: ReadonlySet<string> = new Set(['engine/crashed', 'engine/load-timeout', 'webgpu/device-lost']);

/**
 * Owns the inference worker: starts it with the first model, ends it when it has crashed or does not stop after a
 * cancel, and then loads the model again with the next request.
 */
export class EngineClient implements EngineContract {
  readonly #startWorker: () => Worker;
  readonly #queue = new SerialQueue();
  readonly #listeners = new Set<() => void>();
  #connection: Connection | null = null;
  /** The model that requests are for; it outlives the worker. */
  #held: { readonly model: ModelEntry; readonly loaded: LoadedModel } | null = null;
  #isInWorker = false;
  #status: EngineStatus = { kind: 'empty' };

  /** @param startWorker for tests */
  constructor(startWorker: () => Worker = startInferenceWorker) {
    this.#startWorker = startWorker;
  }

  /** Bound, and equal until something changes: fits `useSyncExternalStore`. */
  readonly getStatus = (): EngineStatus => this.#status;

  /** Calls `listener` after each change of status, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  load(model: ModelEntry, onProgress: (progress: LoadProgress) => void, signal: AbortSignal): Promise<LoadedModel> {
    return this.#queue.run(() => {
      this.#held = null;
      return this.#load(model, onProgress, signal);
    }, signal);
  }

  /**
   * Loads the model first when the worker that held it is gone. A cancel rejects at once; the status stays `generating`
   * until the worker has stopped too, and the next call waits for that.
   */
  async generate(request: GenerateRequest, onText: (piece: string) => void, signal: AbortSignal): Promise<Generation> {
    try {
      return await unlessAborted(
        this.#queue.run(() => this.#generate(request, onText, signal), signal),
        signal,
      );
    } catch (error) {
      throw signal.aborted ? cancelled() : error;
    }
  }

  /** Ends the worker: nothing frees memory more surely. */
  unload(): Promise<void> {
    return this.#queue.run(async () => {
      this.#endWorker();
      this.#held = null;
      this.#setStatus({ kind: 'empty' });
    });
  }

  async #load(
    model: ModelEntry,
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<LoadedModel> {
    this.#isInWorker = false;
    this.#setStatus({ kind: 'loading', model, progress: null });
    const report = (progress: LoadProgress) => {
      // The last messages of a load may come after its result: they take another way.
      if (this.#status.kind !== 'loading' || this.#status.model !== model) return;
      this.#setStatus({ kind: 'loading', model, progress });
      onProgress(progress);
    };
    try {
      const loaded = await this.#call((remote) => remote.load(model, report, signal), signal);
      this.#held = { model, loaded };
      this.#isInWorker = true;
      this.#setStatus({ kind: 'ready', model, loaded });
      return loaded;
    } catch (error) {
      // What a failed or half-done load leaves behind, on the graphics card above all, ends with its worker.
      this.#endWorker();
      const data = toErrorData(error);
      if (data.code !== 'cancelled') this.#setStatus({ kind: 'failed', model, error: data });
      else this.#setStatus(this.#held ? { kind: 'ready', ...this.#held } : { kind: 'empty' });
      throw error;
    }
  }

  async #generate(request: GenerateRequest, onText: (piece: string) => void, signal: AbortSignal): Promise<Generation> {
    if (this.#held === null) throw new AppError({ code: 'engine/not-loaded', message: 'No model is loaded.' });
    const { model } = this.#held;
    const loaded = this.#isInWorker ? this.#held.loaded : await this.#load(model, () => undefined, signal);
    this.#setStatus({ kind: 'generating', model, loaded });
    const stream = new TextStream(onText, signal);
    try {
      const generation = await this.#call((remote) => remote.generate(request, stream.add, signal), signal);
      stream.finish(generation.text);
      this.#setStatus({ kind: 'ready', model, loaded });
      return generation;
    } catch (error) {
      stream.close();
      const data = toErrorData(error);
      this.#setStatus(
        IS_FATAL.has(data.code) ? { kind: 'failed', model, error: data } : { kind: 'ready', model, loaded },
      );
      throw error;
    }
  }

  /** Calls the worker, and ends it when it is lost or does not heed the signal. */
  async #call<Result>(run: (remote: Remote<EngineContract>) => Promise<Result>, signal: AbortSignal): Promise<Result> {
    this.#connection ??= new Connection(this.#startWorker());
    const connection = this.#connection;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onAbort = () => {
      timer = setTimeout(() => connection.end(cancelled()), STOP_GRACE_MS);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await Promise.race([run(connection.remote), connection.ended]);
    } catch (error) {
      if (connection.isEnded || IS_FATAL.has(toErrorData(error).code)) this.#endWorker();
      throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  }

  #endWorker(): void {
    this.#connection?.end(cancelled());
    this.#connection = null;
    this.#isInWorker = false;
  }

  #setStatus(status: EngineStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}

/** A running worker. */
class Connection {
  readonly remote: Remote<EngineContract>;
  /** Rejects when the worker crashes or is ended: comlink alone would leave its callers waiting for ever. */
  readonly ended: Promise<never>;
  readonly #worker: Worker;
  #reject: (error: AppError) => void = () => undefined;
  #isEnded = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.remote = connect<EngineContract>(worker);
    this.ended = new Promise((_, reject) => {
      this.#reject = reject;
    });
    // Nobody may be waiting when it ends.
    this.ended.catch(() => undefined);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.end(
        new AppError({
          code: 'engine/crashed',
          message: 'The model engine stopped unexpectedly.',
          hint: 'Ask again: the model is then loaded anew.',
          details: { why: event.message ?? 'its script could not be loaded' },
        }),
      );
    });
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  end(error: AppError): void {
    this.#isEnded = true;
    this.#worker.terminate();
    this.#reject(error);
  }
}

/**
 * Pieces of text and the final result come through different message ports, whose order is not defined: what is still
 * missing when the result arrives is taken from it, and what comes later is dropped.
 */
class TextStream {
  readonly #onText: (piece: string) => void;
  readonly #signal: AbortSignal;
  #text = '';
  #isOpen = true;

  constructor(onText: (piece: string) => void, signal: AbortSignal) {
    this.#onText = onText;
    this.#signal = signal;
  }

  readonly add = (piece: string): void => {
    if (!this.#isOpen || this.#signal.aborted) return;
    this.#text += piece;
    this.#onText(piece);
  };

  finish(text: string): void {
    if (text.length > this.#text.length) this.add(text.slice(this.#text.length));
    this.close();
  }

  close(): void {
    this.#isOpen = false;
  }
}

function startInferenceWorker(): Worker {
  return new Worker(new URL('../../workers/inference/entry.ts', import.meta.url), { type: 'module' });
}
