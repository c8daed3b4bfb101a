/** The database that is asked about: how it starts, what is in it, and how it is replaced by another. */
import type { DatabasePort } from '../ask/ports.ts';
import type { DatabaseClient } from '../database/client.ts';
import type { ApplyProgress, ApplyReport, OpenProgress, RestoreReason } from '../database/contract.ts';
import { must, unreachable } from '../platform/assert.ts';
import { AppError, cancelled, type ErrorData, toErrorData } from '../platform/errors.ts';
import { unlessAborted } from '../platform/unless-aborted.ts';
import { EMPTY_SCHEMA, type Schema } from '../schema/model.ts';
import { SAMPLES, type Sample } from '../schema/samples.ts';
import { readSample } from './read-sample.ts';
import { Store } from './store.ts';

export type DatabaseStatus =
  | { readonly kind: 'starting'; readonly progress: OpenProgress | null }
  | { readonly kind: 'filling'; readonly progress: ApplyProgress | null }
  | { readonly kind: 'restoring'; readonly reason: RestoreReason }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: ErrorData };

export type Source =
  | { readonly kind: 'sample'; readonly sample: Sample }
  | { readonly kind: 'own'; readonly title: string };

export interface DatabaseView {
  readonly status: DatabaseStatus;
  readonly source: Source;
  /** The person's own script that was applied last: the way back to it, for as long as the page is open. */
  readonly lastImport: Script | null;
  readonly schema: Schema;
  /** What became of the statements of the person's own script, until dismissed. */
  readonly report: ApplyReport | null;
  /** Why a script was not imported; the database is as it was before, unless `status` says that it failed too. */
  readonly importError: ErrorData | null;
}

export interface Script {
  readonly title: string;
  readonly sql: string;
}

export class Databases {
  readonly store = new Store<DatabaseView>({
    status: { kind: 'starting', progress: null },
    source: { kind: 'sample', sample: must(SAMPLES[0], 'a sample') },
    lastImport: null,
    schema: EMPTY_SCHEMA,
    report: null,
    importError: null,
  });
  readonly port: DatabasePort = {
    schema: (signal) => this.#settledSchema(signal),
    prepare: (sql, signal) => this.#client.prepare(sql, { signal }),
    runReadOnly: (sql, signal) => this.#client.runReadOnly(sql, { signal }),
  };
  readonly #client: DatabaseClient;
  /** The latest start or replacement; settles however it ends, and `status` has the outcome. */
  #work: Promise<void> | null = null;
  #filling: AbortController | null = null;
  #onReplace: () => void = () => undefined;

  constructor(client: DatabaseClient) {
    this.#client = client;
    client.subscribe(() => this.#follow());
  }

  get title(): string {
    return sourceTitle(this.store.get().source);
  }

  /** `listener` is called before the database is replaced by another: what runs in it has to stop. */
  onReplace(listener: () => void): void {
    this.#onReplace = listener;
  }

  /** Starts Postgres and fills it; tries again after a failure. */
  async start(): Promise<void> {
    await this.#replace(async (signal) => {
      await this.#client.open();
      await this.#fillWithSample(signal);
    });
  }

  async openSample(sample: Sample): Promise<void> {
    await this.#replace(async (signal) => {
      this.store.patch({ source: { kind: 'sample', sample }, schema: EMPTY_SCHEMA });
      await this.#client.reset();
      await this.#fillWithSample(signal);
    });
  }

  /** Replaces the database by what `script` makes; when that comes to nothing, the database is as it was. */
  async importScript(script: Script): Promise<void> {
    await this.#replace(async (signal) => {
      try {
        await this.#importOrRestore(script, signal);
      } catch (thrown) {
        // The database itself failed. Its status has that too, but behind the import dialog.
        this.store.patch({ importError: toErrorData(thrown) });
        throw thrown;
      }
    });
  }

  /** Stops an import; what was there before comes back. */
  cancelImport(): void {
    this.#filling?.abort(cancelled());
  }

  dismissReport(): void {
    this.store.patch({ report: null });
  }

  /** One at a time; a second one, which the page does not offer meanwhile, waits for the first. */
  async #replace(fill: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#onReplace();
    const earlier = this.#work;
    const work = (async () => {
      await earlier;
      this.#filling = new AbortController();
      this.store.patch({ report: null, importError: null });
      try {
        await fill(this.#filling.signal);
        const schema = await this.#client.introspect();
        this.#filling = null;
        this.store.patch({ schema, status: { kind: 'ready' } });
      } catch (thrown) {
        this.#filling = null;
        this.store.patch({ status: { kind: 'failed', error: toErrorData(thrown) } });
      }
    })();
    this.#work = work;
    await work;
  }

  async #importOrRestore(script: Script, signal: AbortSignal): Promise<void> {
    const before = await this.#client.snapshot();
    try {
      await this.#client.reset();
      const report = await this.#apply(script.sql, signal);
      if (!report.statements.some(({ outcome }) => outcome.kind === 'applied')) throw nothingApplied(report);
      this.store.patch({ source: { kind: 'own', title: script.title }, lastImport: script, report });
    } catch (thrown) {
      const error = toErrorData(thrown);
      this.#filling = null;
      await this.#client.open({ dataDirectory: before });
      this.store.patch({ importError: error.code === 'cancelled' ? null : error });
    }
  }

  async #fillWithSample(signal: AbortSignal): Promise<void> {
    const { source } = this.store.get();
    if (source.kind === 'sample') await this.#apply(await readSample(source.sample), signal);
  }

  async #apply(sql: string, signal: AbortSignal): Promise<ApplyReport> {
    return await this.#client.applyScript(sql, {
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) this.store.patch({ status: { kind: 'filling', progress } });
      },
    });
  }

  /** A question is also a request to try again what failed before. */
  async #settledSchema(signal: AbortSignal): Promise<Schema> {
    if (!this.#work || this.store.get().status.kind === 'failed') void this.start();
    await unlessAborted(must(this.#work, 'a start that is under way'), signal);
    const { status, schema } = this.store.get();
    if (status.kind === 'failed') throw new AppError(status.error);
    return schema;
  }

  /** Takes over what the client says, except that it knows nothing of a replacement's many steps. */
  #follow(): void {
    const { status } = this.#client;
    switch (status.kind) {
      case 'starting':
      case 'failed':
        this.store.patch({ status });
        break;
      case 'restoring':
        if (this.#filling === null) this.store.patch({ status });
        break;
      case 'ready':
      case 'busy':
        this.store.patch({ status: this.#filling ? { kind: 'filling', progress: null } : { kind: 'ready' } });
        break;
      default:
        unreachable(status);
    }
  }
}

export function sourceTitle(source: Source): string {
  return source.kind === 'sample' ? source.sample.title : source.title;
}

function nothingApplied({ statements }: ApplyReport): AppError {
  const [first] = statements.flatMap(({ line, outcome }) => (outcome.kind === 'failed' ? [{ line, ...outcome }] : []));
  return new AppError({
    code: first?.code ?? 'ask/empty-schema',
    message: first
      ? `Line ${first.atLine ?? first.line}: ${first.reason}`
      : 'The script holds no statement that could be run.',
    hint: 'No statement could be applied, so the database is as it was before.',
  });
}
