/** The page's side of the inference worker. */
import { AppError, cancelled, type ErrorData, toErrorData } from '../platform/errors.ts';
import type { Remote } from '../platform/rpc.ts';
import { SerialQueue } from '../platform/serial-queue.ts';
import { unlessAborted } from '../platform/unless-aborted.ts';
import { WorkerConnection } from '../platform/worker-connection.web.ts';
import type { ModelEntry } from './catalogue.ts';
import type {
  EngineContract,
  GenerateRequest,
  Generation,
  GrammarPreparation,
  LoadedModel,
  LoadProgress,
} from './contract.ts';

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

/** The largest grammar seen, 200 tables and writes, compiles in 3 s on a slow desktop; a phone may need some times that. */
const COMPILE_TIMEOUT_MS = 60_000;

/** After these the worker is of no more use. */
const IS_FATAL: ReadonlySet<string> = new Set(['engine/crashed', 'engine/load-timeout', 'webgpu/device-lost']);

interface HeldModel {
  readonly model: ModelEntry;
  readonly loaded: LoadedModel;
}

/**
 * Owns the inference worker: starts it with the first model, ends it when it has crashed or does not stop after a
 * cancel, and then loads the model again with the next request.
 */
export class EngineClient implements EngineContract {
  readonly #startWorker: () => Worker;
  readonly #queue = new SerialQueue();
  readonly #listeners = new Set<() => void>();
  #connection: WorkerConnection<EngineContract> | null = null;
  /** The model that requests are for; it outlives the worker. */
  #held: HeldModel | null = null;
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
   * Loads the model first when the worker that held it is gone. Compiling cannot be interrupted, and what it makes is of
   * use later: a cancel rejects at once and lets it finish, and the next call waits for that.
   */
  async prepareGrammar(grammar: string, signal: AbortSignal): Promise<GrammarPreparation> {
    return await this.#turn(() => this.#prepareGrammar(grammar, signal), signal);
  }

  /**
   * Loads the model first when the worker that held it is gone. A cancel rejects at once; the status stays `generating`
   * until the worker has stopped too, and the next call waits for that.
   */
  async generate(request: GenerateRequest, onText: (piece: string) => void, signal: AbortSignal): Promise<Generation> {
    return await this.#turn(() => this.#generate(request, onText, signal), signal);
  }

  /** Ends the worker: nothing frees memory more surely. */
  unload(): Promise<void> {
    return this.#queue.run(async () => {
      this.#endWorker();
      this.#held = null;
      this.#setStatus({ kind: 'empty' });
    });
  }

  /** Runs `job` after every earlier one has ended; an abort rejects at once, wherever the job is. */
  async #turn<Result>(job: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    try {
      return await unlessAborted(this.#queue.run(job, signal), signal);
    } catch (error) {
      throw signal.aborted ? cancelled() : error;
    }
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

  /** The model that requests are for; loaded again when its worker has ended since. */
  async #inWorker(signal: AbortSignal): Promise<HeldModel> {
    if (this.#held === null) throw new AppError({ code: 'engine/not-loaded', message: 'No model is loaded.' });
    if (this.#isInWorker) return this.#held;
    const { model } = this.#held;
    return { model, loaded: await this.#load(model, () => undefined, signal) };
  }

  async #prepareGrammar(grammar: string, signal: AbortSignal): Promise<GrammarPreparation> {
    const { model, loaded } = await this.#inWorker(signal);
    const timer = setTimeout(() => this.#connection?.end(compilesForTooLong()), COMPILE_TIMEOUT_MS);
    try {
      return await this.#call((remote) => remote.prepareGrammar(grammar, signal));
    } catch (error) {
      this.#setStatus(statusAfter(error, model, loaded));
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async #generate(request: GenerateRequest, onText: (piece: string) => void, signal: AbortSignal): Promise<Generation> {
    const { model, loaded } = await this.#inWorker(signal);
    this.#setStatus({ kind: 'generating', model, loaded });
    const stream = new TextStream(onText, signal);
    try {
      const generation = await this.#call((remote) => remote.generate(request, stream.add, signal), signal);
      stream.finish(generation.text);
      this.#setStatus({ kind: 'ready', model, loaded });
      return generation;
    } catch (error) {
      stream.close();
      this.#setStatus(statusAfter(error, model, loaded));
      throw error;
    }
  }

  /** Calls the worker, and ends it when it is lost or does not heed the signal. */
  async #call<Result>(run: (remote: Remote<EngineContract>) => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    this.#connection ??= new WorkerConnection<EngineContract>(this.#startWorker(), crashed);
    const connection = this.#connection;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onAbort = () => {
      timer = setTimeout(() => connection.end(), STOP_GRACE_MS);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await Promise.race([run(connection.remote), connection.ended]);
    } catch (error) {
      if (connection.isEnded || IS_FATAL.has(toErrorData(error).code)) this.#endWorker();
      throw error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  #endWorker(): void {
    this.#connection?.end();
    this.#connection = null;
    this.#isInWorker = false;
  }

  #setStatus(status: EngineStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}

function statusAfter(thrown: unknown, model: ModelEntry, loaded: LoadedModel): EngineStatus {
  const error = toErrorData(thrown);
  return IS_FATAL.has(error.code) ? { kind: 'failed', model, error } : { kind: 'ready', model, loaded };
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

function compilesForTooLong(): AppError {
  return new AppError({
    code: 'grammar/unsupported',
    message: `The grammar was not compiled within ${COMPILE_TIMEOUT_MS / 1_000} seconds.`,
    hint: 'Ask about fewer tables at a time.',
  });
}

function crashed(why: string): AppError {
  return new AppError({
    code: 'engine/crashed',
    message: 'The model engine stopped unexpectedly.',
    hint: 'Ask again: the model is then loaded anew.',
    details: { why },
  });
}

function startInferenceWorker(): Worker {
  return new Worker(new URL('../../workers/inference/entry.ts', import.meta.url), { type: 'module' });
}
