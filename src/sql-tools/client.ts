/** The page's side of the SQL tools' worker. */
import { AppError, cancelled } from '../platform/errors.ts';
import type { Remote } from '../platform/rpc.ts';
import { unlessAborted } from '../platform/unless-aborted.ts';
import { WorkerConnection } from '../platform/worker-connection.web.ts';
import type { SmartQueryResult } from '../schema/smart-query/read-result.ts';
import type { ReadProgress } from '../tabular/pacing.ts';
import type { ReadChoices, TabularPreview } from '../tabular/preview-model.ts';
import type {
  ExplainRequest,
  Explanation,
  FriendlyRequest,
  GrammarRequest,
  GrammarText,
  NamedTable,
  SqlToolsContract,
  TablesUsedRequest,
} from './contract.ts';

/** Starts the worker with the first call, and another one when that has crashed. */
export class SqlToolsClient {
  readonly #startWorker: () => Worker;
  #connection: WorkerConnection<SqlToolsContract> | null = null;

  /** @param startWorker for tests */
  constructor(startWorker: () => Worker = startSqlToolsWorker) {
    this.#startWorker = startWorker;
  }

  /** A cancel rejects at once; the worker finishes what it does and keeps it for the next call. */
  grammar(request: GrammarRequest, signal: AbortSignal): Promise<GrammarText> {
    return this.#call((remote) => remote.grammar(request), signal);
  }

  /** A cancel rejects at once; what the worker has not begun by then it never does. */
  explain(request: ExplainRequest, signal: AbortSignal): Promise<Explanation> {
    return this.#call(async (remote) => await remote.explain(request, signal), signal);
  }

  /** A cancel rejects at once. */
  friendly(request: FriendlyRequest, signal: AbortSignal): Promise<string> {
    return this.#call((remote) => remote.friendly(request), signal);
  }

  /** A cancel rejects at once. */
  tablesUsed(request: TablesUsedRequest, signal: AbortSignal): Promise<readonly NamedTable[]> {
    return this.#call((remote) => remote.tablesUsed(request), signal);
  }

  /** A cancel rejects at once. */
  previewFile(
    file: File,
    choices: ReadChoices,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
  ): Promise<TabularPreview> {
    const request = { name: file.name, file, choices };
    return this.#call((remote) => remote.previewFile(request, onProgress, signal), signal);
  }

  /** A cancel rejects at once. */
  smartQueryResult(pasted: string, signal: AbortSignal): Promise<SmartQueryResult> {
    return this.#call((remote) => remote.smartQueryResult(pasted), signal);
  }

  warmUp(): Promise<void> {
    return this.#call((remote) => remote.warmUp(), NEVER);
  }

  async #call<Result>(run: (remote: Remote<SqlToolsContract>) => Promise<Result>, signal: AbortSignal) {
    if (this.#connection?.isEnded) this.#connection = null;
    this.#connection ??= new WorkerConnection<SqlToolsContract>(this.#startWorker(), crashed);
    const { remote, ended } = this.#connection;
    try {
      return await unlessAborted(Promise.race([run(remote), ended]), signal);
    } catch (error) {
      throw signal.aborted ? cancelled() : error;
    }
  }
}

const NEVER = new AbortController().signal;

function crashed(why: string): AppError {
  return new AppError({
    code: 'internal',
    message: 'A part of the page stopped unexpectedly.',
    hint: 'Try again; reload the page if this stays.',
    details: { why },
  });
}

function startSqlToolsWorker(): Worker {
  return new Worker(new URL('../../workers/sql/entry.ts', import.meta.url), { type: 'module' });
}
