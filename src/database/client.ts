/**
 * The page's side of the database. Postgres runs on its worker's one thread and cannot be interrupted, so the worker
 * is disposable: Cancel, a time limit or a crash ends it, and a new one starts from the last snapshot.
 */
import { must } from '../platform/assert.ts';
import { AppError, cancelled, type ErrorData, toErrorData } from '../platform/errors.ts';
import { connect, type Remote } from '../platform/rpc.ts';
import { SerialQueue } from '../platform/serial-queue.ts';
import { unlessAborted } from '../platform/unless-aborted.ts';
import type { FillProgress, FillReport } from '../sample-rows/fill-report.ts';
import type { Schema } from '../schema/model.ts';
import type { ReadProgress } from '../tabular/pacing.ts';
import {
  type ApplyOptions,
  type ApplyProgress,
  type ApplyReport,
  type DatabaseContract,
  type DatabaseStatus,
  type DatabaseTask,
  DEFAULT_ROW_LIMIT,
  DEFAULT_TIME_LIMIT_MS,
  type ExportOptions,
  type FileToLoad,
  type FillTablesRequest,
  type LoadExtension,
  type LoadReport,
  type OpenOptions,
  type PreparedStatement,
  type QueryResult,
  type RestoreReason,
  wasRun,
} from './contract.ts';
import { downloadExtension, downloadRuntime, type LoadedRuntime } from './download.ts';
import { refuseTooLarge } from './script-limit.ts';

export type { LoadedRuntime } from './download.ts';

export interface CallOptions {
  /** Aborting it rejects the call at once with `cancelled`; the database is then as it was before the call. */
  readonly signal?: AbortSignal;
  /** Milliseconds from the moment the call's turn comes; `Infinity` for none. Over it: `database/timeout`. */
  readonly timeLimitMs?: number;
}

export interface DatabaseClientOptions {
  /** Tests put another runtime's worker here. */
  readonly createWorker?: () => Worker;
  readonly loadRuntime?: typeof downloadRuntime;
  readonly loadExtension?: typeof downloadExtension;
}

interface Session {
  readonly worker: Worker;
  readonly remote: Remote<DatabaseContract>;
  /** Rejects with `database/crashed` when the worker dies on its own. */
  readonly crash: Promise<never>;
}

interface Job<Result> {
  readonly task: DatabaseTask;
  readonly options: CallOptions;
  readonly run: (remote: Remote<DatabaseContract>) => Promise<Result>;
  /** Called with the result unless the call was interrupted. */
  readonly commit?: (result: Result) => void;
}

export class DatabaseClient {
  readonly #createWorker: () => Worker;
  readonly #loadRuntime: typeof downloadRuntime;
  readonly #downloadExtension: typeof downloadExtension;
  /** Files of the extensions that were asked for, so that a restart does not download them again. */
  readonly #extensions = new Map<string, Promise<Uint8Array>>();
  readonly #queue = new SerialQueue();
  readonly #listeners = new Set<() => void>();
  #status: DatabaseStatus = { kind: 'starting', progress: { phase: 'download', loadedBytes: 0, totalBytes: 0 } };
  #runtime: Promise<LoadedRuntime> | undefined;
  /** The running or starting worker; absent before the first call and after a failed start. */
  #session: Promise<Session> | undefined;
  /** The data directory after the last change; absent while the database is the build's empty one. */
  #snapshot: Blob | undefined;

  constructor({
    createWorker = createDatabaseWorker,
    loadRuntime = downloadRuntime,
    loadExtension = downloadExtension,
  }: DatabaseClientOptions = {}) {
    this.#createWorker = createWorker;
    this.#loadRuntime = loadRuntime;
    this.#downloadExtension = loadExtension;
  }

  /** Starts Postgres unless it is running; every other method does so too. A `dataDirectory` replaces the database. */
  async open({ dataDirectory, signal }: { dataDirectory?: Blob; signal?: AbortSignal } = {}): Promise<void> {
    await this.#turn(signal, async () => {
      if (dataDirectory) await this.#replace(dataDirectory);
      await this.#running();
    });
  }

  /** Has no time limit unless one is given: a long script is no runaway. */
  async applyScript(
    script: string,
    options: CallOptions & ApplyOptions & { readonly onProgress?: (progress: ApplyProgress) => void },
  ): Promise<ApplyReport> {
    const { dialect } = options;
    // Before it is copied to the worker.
    refuseTooLarge(script);
    const { report } = await this.#call({
      task: 'applyScript',
      options: { timeLimitMs: Number.POSITIVE_INFINITY, ...options },
      run: async (remote) => {
        const report = await remote.applyScript(script, { dialect }, (progress) => options.onProgress?.(progress));
        const changed = report.statements.some(({ outcome }) => wasRun(outcome));
        return { report, snapshot: changed ? await remote.snapshot() : undefined };
      },
      commit: ({ snapshot }) => {
        if (snapshot) this.#snapshot = snapshot;
      },
    });
    return report;
  }

  async introspect(options: CallOptions = {}): Promise<Schema> {
    return await this.#call({ task: 'introspect', options, run: async (remote) => await remote.introspect() });
  }

  /** The whole database as a script; has no time limit unless one is given. */
  async exportSql({ withRows }: ExportOptions, options: CallOptions = {}): Promise<string> {
    return await this.#call({
      task: 'exportSql',
      options: { timeLimitMs: Number.POSITIVE_INFINITY, ...options },
      run: async (remote) => await remote.exportSql({ withRows }),
    });
  }

  /** What Postgres now holds, as statements and without the rows. */
  async ddl(options: CallOptions = {}): Promise<string> {
    return await this.exportSql({ withRows: false }, { timeLimitMs: DEFAULT_TIME_LIMIT_MS, ...options });
  }

  /** Has no time limit unless one is given. */
  async fillTables(
    request: FillTablesRequest,
    options: CallOptions & { readonly onProgress: (progress: FillProgress) => void },
  ): Promise<FillReport> {
    return await this.#changing('fillTables', options, (remote) => remote.fillTables(request, options.onProgress));
  }

  /** Has no time limit unless one is given. */
  async loadTables(
    files: readonly FileToLoad[],
    options: CallOptions & { readonly onProgress: (progress: ReadProgress) => void },
  ): Promise<LoadReport> {
    return await this.#changing('loadTables', options, (remote) => remote.loadTables(files, options.onProgress));
  }

  async prepare(sql: string, options: CallOptions = {}): Promise<PreparedStatement> {
    return await this.#call({ task: 'prepare', options, run: async (remote) => await remote.prepare(sql) });
  }

  async runReadOnly(sql: string, options: CallOptions & { readonly rowLimit?: number } = {}): Promise<QueryResult> {
    const { rowLimit = DEFAULT_ROW_LIMIT } = options;
    const run = async (remote: Remote<DatabaseContract>) => await remote.runReadOnly(sql, { rowLimit });
    return await this.#call({ task: 'runReadOnly', options, run });
  }

  /** The data directory, after the calls before this one, as an uncompressed tar. It is at hand: nothing else changes it. */
  async snapshot({ signal }: Pick<CallOptions, 'signal'> = {}): Promise<Blob> {
    return await this.#turn(signal, async () => {
      await this.#running();
      return this.#snapshot ?? (await must(this.#runtime, 'the runtime of what is running')).dataDirectory;
    });
  }

  /** Makes the database empty again. */
  async reset(): Promise<void> {
    await this.#turn(undefined, async () => {
      await this.#replace(undefined);
      await this.#running();
    });
  }

  /** Ends the worker when the calls before it are done. A later call starts it again with the same data. */
  async close(): Promise<void> {
    await this.#turn(undefined, async () => await this.#end());
  }

  get status(): DatabaseStatus {
    return this.#status;
  }

  /** Calls `listener` after each change of `status`; returns the way to stop that. Fits `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** A call after which there is a new snapshot. */
  async #changing<Result>(
    task: DatabaseTask,
    options: CallOptions,
    change: (remote: Remote<DatabaseContract>) => Promise<Result>,
  ): Promise<Result> {
    const { result } = await this.#call({
      task,
      options: { timeLimitMs: Number.POSITIVE_INFINITY, ...options },
      run: async (remote) => ({ result: await change(remote), snapshot: await remote.snapshot() }),
      commit: ({ snapshot }) => {
        this.#snapshot = snapshot;
      },
    });
    return result;
  }

  async #call<Result>({ task, options, run, commit }: Job<Result>): Promise<Result> {
    const { signal, timeLimitMs = DEFAULT_TIME_LIMIT_MS } = options;
    return await this.#turn(signal, async () => {
      const running = this.#running();
      const { remote, crash, worker } = await (signal ? unlessAborted(running, signal) : running);
      this.#setStatus({ kind: 'busy', task });
      const interruption = interrupt(signal, timeLimitMs);
      try {
        const result = await Promise.race([run(remote), crash, interruption.promise]);
        commit?.(result);
        this.#setStatus({ kind: 'ready' });
        return result;
      } catch (thrown) {
        const error = knownError(thrown);
        const reason = restoreReason(error);
        if (reason === undefined) {
          this.#setStatus({ kind: 'ready' });
        } else {
          worker.terminate();
          this.#session = undefined;
          // Not awaited: Cancel takes effect now, and the next call waits for it. A failure shows in the status.
          this.#running(reason).catch(() => undefined);
        }
        throw error;
      } finally {
        interruption.dispose();
      }
    });
  }

  /** Runs `job` after every earlier one has ended; an abort takes it out of the line. */
  async #turn<Result>(signal: AbortSignal | undefined, job: () => Promise<Result>): Promise<Result> {
    try {
      return await this.#queue.run(job, signal);
    } catch (thrown) {
      throw signal?.aborted ? cancelled() : thrown;
    }
  }

  async #replace(dataDirectory: Blob | undefined): Promise<void> {
    await this.#end();
    this.#snapshot = dataDirectory;
  }

  async #end(): Promise<void> {
    const [session] = await Promise.allSettled([this.#session]);
    if (session.status === 'fulfilled') session.value?.worker.terminate();
    this.#session = undefined;
  }

  #running(restoring?: RestoreReason): Promise<Session> {
    this.#session ??= this.#start(restoring);
    return this.#session;
  }

  async #start(restoring: RestoreReason | undefined): Promise<Session> {
    const announce = (status: DatabaseStatus): void =>
      this.#setStatus(restoring === undefined ? status : { kind: 'restoring', reason: restoring });
    try {
      this.#runtime ??= this.#loadRuntime((progress) => announce({ kind: 'starting', progress }));
      const { runtime, dataDirectory } = await this.#runtime.catch((thrown) => {
        this.#runtime = undefined;
        throw thrown;
      });
      announce({ kind: 'starting', progress: { phase: 'start' } });
      const options = { runtime, dataDirectory: this.#snapshot ?? dataDirectory };
      const session = await startSession(this.#createWorker, options, (bundle) => this.#loadExtension(bundle));
      this.#setStatus({ kind: 'ready' });
      return session;
    } catch (thrown) {
      this.#session = undefined;
      const error = startFailed(toErrorData(thrown));
      this.#setStatus({ kind: 'failed', error: toErrorData(error) });
      throw error;
    }
  }

  async #loadExtension(bundle: string): Promise<Uint8Array> {
    const loading = this.#extensions.get(bundle) ?? this.#downloadExtension(bundle);
    this.#extensions.set(bundle, loading);
    // A download that failed is tried again.
    loading.catch(() => this.#extensions.delete(bundle));
    return await loading;
  }

  #setStatus(status: DatabaseStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}

function createDatabaseWorker(): Worker {
  return new Worker(new URL('../../workers/database/entry.ts', import.meta.url), { type: 'module' });
}

async function startSession(
  createWorker: () => Worker,
  options: OpenOptions,
  loadExtension: LoadExtension,
): Promise<Session> {
  const worker = createWorker();
  const crash = crashOf(worker);
  try {
    const remote = connect<DatabaseContract>(worker);
    await Promise.race([remote.open(options, loadExtension), crash]);
    return { worker, remote, crash };
  } catch (thrown) {
    worker.terminate();
    throw thrown;
  }
}

function crashOf(worker: Worker): Promise<never> {
  const crash = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(crashed({ code: 'internal', message: event.message || 'The worker did not load.' }));
    });
    worker.addEventListener('messageerror', () => {
      reject(crashed({ code: 'internal', message: 'A message to or from the worker could not be read.' }));
    });
  });
  // Between two calls nobody waits for it.
  crash.catch(() => undefined);
  return crash;
}

/** Rejects when the signal aborts or the time is over, whichever comes first. */
function interrupt(signal: AbortSignal | undefined, timeLimitMs: number): { promise: Promise<never>; dispose(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    onAbort = () => reject(cancelled());
    // setTimeout takes Infinity for 0.
    if (Number.isFinite(timeLimitMs)) timer = setTimeout(() => reject(timedOut(timeLimitMs)), timeLimitMs);
  });
  signal?.addEventListener('abort', onAbort, { once: true });
  const dispose = (): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  };
  return { promise, dispose };
}

/** Why the worker has to be replaced after this error; undefined when it goes on as it was. */
function restoreReason({ code }: AppError): RestoreReason | undefined {
  return code === 'cancelled' || code === 'database/timeout' || code === 'database/crashed' ? code : undefined;
}

/** An error of the worker that is not one of ours leaves Postgres in an unknown state. */
function knownError(thrown: unknown): AppError {
  const error = toErrorData(thrown);
  return error.code === 'internal' ? crashed(error) : new AppError(error);
}

function crashed(cause: ErrorData): AppError {
  return new AppError({
    code: 'database/crashed',
    message: 'The database stopped working and was restored to its last state.',
    hint: 'Try again. If it happens with the same statement, the statement needs more memory than the browser gives.',
    cause,
  });
}

function timedOut(timeLimitMs: number): AppError {
  return new AppError({
    code: 'database/timeout',
    message: `Stopped after ${timeLimitMs / 1_000} s, the time limit. The database is as it was before.`,
    hint: 'Narrow the query (a join without a condition is the usual cause), or raise the time limit.',
    details: { timeLimitMs },
  });
}

function startFailed(cause: ErrorData): AppError {
  if (cause.code === 'database/start-failed') return new AppError(cause);
  return new AppError({
    code: 'database/start-failed',
    message: 'The database did not start.',
    hint: 'Reload the page. If it fails again, the browser may be short of memory.',
    cause,
  });
}
