/** The page's side of the downloads' worker. */
import { AppError, cancelled } from '../platform/errors.ts';
import type { Remote } from '../platform/rpc.ts';
import { unlessAborted } from '../platform/unless-aborted.ts';
import { WorkerConnection } from '../platform/worker-connection.web.ts';
import type {
  DownloadContract,
  DownloadFile,
  DownloadOptions,
  DownloadProgress,
  FilePresence,
  Place,
  VerifyProgress,
} from './contract.ts';

/** Starts the worker with the first call, and another one when that has crashed. */
export class DownloadClient implements DownloadContract {
  readonly #startWorker: () => Worker;
  readonly #keepStorage: () => Promise<void>;
  #connection: WorkerConnection<DownloadContract> | null = null;

  /** Both are for tests. */
  constructor(startWorker: () => Worker = startDownloadsWorker, keepStorage: () => Promise<void> = askToKeepStorage) {
    this.#startWorker = startWorker;
    this.#keepStorage = keepStorage;
  }

  /** A cancel rejects at once; the worker puts away what has arrived, and the next call waits for that. */
  async download(
    files: readonly DownloadFile[],
    options: DownloadOptions,
    onProgress: (progress: DownloadProgress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    // Some browsers ask the person: the download does not wait for that.
    void this.#keepStorage();
    // Messages that were on their way when it ended come too late to be of use.
    let isOver = false;
    const report = (progress: DownloadProgress) => {
      if (!isOver) onProgress(progress);
    };
    try {
      await this.#call((remote) => remote.download(files, options, report, signal), signal);
    } finally {
      isOver = true;
    }
  }

  inspect(files: readonly DownloadFile[]): Promise<readonly FilePresence[]> {
    return this.#call((remote) => remote.inspect(files), NEVER);
  }

  /** A cancel rejects at once. */
  verify(
    files: readonly DownloadFile[],
    onProgress: (progress: VerifyProgress) => void,
    signal: AbortSignal,
  ): Promise<readonly DownloadFile[]> {
    return this.#call((remote) => remote.verify(files, onProgress, signal), signal);
  }

  read(place: Place): Promise<Blob> {
    return this.#call((remote) => remote.read(place), NEVER);
  }

  remove(places: readonly Place[]): Promise<void> {
    return this.#call((remote) => remote.remove(places), NEVER);
  }

  evict(keep: readonly Place[]): Promise<number> {
    return this.#call((remote) => remote.evict(keep), NEVER);
  }

  async #call<Result>(run: (remote: Remote<DownloadContract>) => Promise<Result>, signal: AbortSignal) {
    if (this.#connection?.isEnded) this.#connection = null;
    this.#connection ??= new WorkerConnection<DownloadContract>(this.#startWorker(), crashed);
    const { remote, ended } = this.#connection;
    try {
      return await unlessAborted(Promise.race([run(remote), ended]), signal);
    } catch (error) {
      throw signal.aborted ? cancelled() : error;
    }
  }
}

const NEVER = new AbortController().signal;

/**
 * Browsers that run out of room drop what pages have stored, unless asked not to. Only pages can ask, not workers; a
 * refusal is no reason not to download.
 */
async function askToKeepStorage(): Promise<void> {
  // Insecure pages have no such thing.
  if (!('storage' in navigator)) return;
  if (!(await navigator.storage.persisted().catch(() => true))) await navigator.storage.persist().catch(() => false);
}

function crashed(why: string): AppError {
  return new AppError({
    code: 'internal',
    message: 'The download stopped unexpectedly.',
    hint: 'Try again: what has arrived is kept.',
    details: { why },
  });
}

function startDownloadsWorker(): Worker {
  return new Worker(new URL('../../workers/downloads/entry.ts', import.meta.url), { type: 'module' });
}
