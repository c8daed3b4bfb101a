/** The database that is asked about: how it starts, how it is replaced by another, how it is changed and kept. */
import type { DatabasePort } from '../ask/ports.ts';
import type { DatabaseClient } from '../database/client.ts';
import {
  type ApplyProgress,
  type ApplyReport,
  type ExportOptions,
  type FileToLoad,
  type FillTablesRequest,
  type LoadReport,
  wasRun,
} from '../database/contract.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { must, unreachable } from '../platform/assert.ts';
import { AppError, cancelled, toErrorData } from '../platform/errors.ts';
import { unlessAborted } from '../platform/unless-aborted.ts';
import type { FillProgress, FillReport } from '../sample-rows/fill-report.ts';
import { EMPTY_SCHEMA, type Schema } from '../schema/model.ts';
import { SAMPLES, type Sample } from '../schema/samples.ts';
import type { ReadProgress } from '../tabular/pacing.ts';
import { lastOpened } from '../workspaces/last-opened.ts';
import { type OpenedWorkspace, taken, type WorkspaceKeeper } from '../workspaces/workspace-keeper.ts';
import { type DatabaseView, failureIn, nothingApplied, type Source, sourceTitle } from './database-view.ts';
import { readSample } from './read-sample.ts';
import { Store } from './store.ts';

export interface Script {
  readonly title: string;
  readonly sql: string;
  readonly dialect: Dialect;
}

/** Where a script goes: into an empty database of its own, or into the one that is open. */
export type ImportTarget = 'new' | 'open';

/** What a piece of work leaves behind. */
interface Outcome {
  readonly source: Source;
  /** Whether there is something to keep. */
  readonly isChanged: boolean;
  /** Of a script. */
  readonly report?: ApplyReport;
}

/** The way back. */
interface Undo {
  readonly what: string;
  readonly dataDirectory: Blob;
  readonly source: Source;
}

/** Where it shows when a piece of work comes to nothing: as a state of the database, or as a notice beside it. */
type Complaint = 'status' | 'problem' | 'importError';

const FIRST_SAMPLE = must(SAMPLES[0], 'a sample');

export class Databases {
  readonly store = new Store<DatabaseView>({
    status: { kind: 'starting', progress: null },
    source: { kind: 'sample', sample: FIRST_SAMPLE },
    workspaces: [],
    schema: EMPTY_SCHEMA,
    report: null,
    importError: null,
    problem: null,
    undoable: null,
  });
  readonly port: DatabasePort = {
    schema: (signal) => this.#settledSchema(signal),
    prepare: (sql, signal) => this.#client.prepare(sql, { signal }),
    runReadOnly: (sql, signal) => this.#client.runReadOnly(sql, { signal }),
  };
  readonly #client: DatabaseClient;
  readonly #keeper: WorkspaceKeeper;
  /** The latest piece of work; settles however it ends, and `status` has the outcome. */
  #work: Promise<void> | null = null;
  #filling: AbortController | null = null;
  #undo: Undo | null = null;
  #onReplace: () => void = () => undefined;

  constructor(client: DatabaseClient, keeper: WorkspaceKeeper) {
    this.#client = client;
    this.#keeper = keeper;
    client.subscribe(() => this.#follow());
    keeper.listen({ onList: () => void this.#listWorkspaces(), onTaken: () => this.#becomeReader() });
  }

  get title(): string {
    return sourceTitle(this.store.get().source);
  }

  /** `listener` is called before the database is replaced by another: what runs in it has to stop. */
  onReplace(listener: () => void): void {
    this.#onReplace = listener;
  }

  /** Starts Postgres with what was open last; tries again after a failure. */
  async start(): Promise<void> {
    await this.#do('status', async (signal) => {
      await this.#client.open();
      await this.#listWorkspaces();
      return (await this.#openLast()) ?? (await this.#fillWithSample(lastSample(), signal));
    });
  }

  async openSample(sample: Sample): Promise<void> {
    await this.#do('status', async (signal) => {
      await this.#client.reset();
      return await this.#fillWithSample(sample, signal);
    });
  }

  async openWorkspace(id: string): Promise<void> {
    await this.#do('problem', async () => await this.#show(await this.#keeper.open(id)));
  }

  /** Makes this tab the one that may change the open workspace. */
  async takeOver(): Promise<void> {
    const { source } = this.store.get();
    if (source.kind !== 'workspace') return;
    await this.#do('problem', async () => await this.#show(await this.#keeper.takeOver(source.workspace.id)));
  }

  /** When a script comes to nothing, the database is as it was. */
  async importScript(script: Script, target: ImportTarget = 'new'): Promise<void> {
    await this.#do('importError', async (signal) => {
      const source: Source = target === 'new' ? { kind: 'unkept', title: script.title } : this.store.get().source;
      return await this.#change(`the import of ${script.title}`, source, async () => {
        if (target === 'new') await this.#client.reset();
        const report = await this.#apply(script, signal);
        if (!report.statements.some(({ outcome }) => wasRun(outcome))) throw nothingApplied(report);
        return report;
      });
    });
  }

  /** Runs statements of the page's own making: all of them or none. `what` says to people what they change. */
  async alter(what: string, sql: string): Promise<void> {
    await this.#do('problem', async (signal) => {
      return await this.#change(what, this.store.get().source, async () => {
        const failure = failureIn(await this.#apply({ title: what, sql, dialect: 'postgres' }, signal));
        if (failure) throw failure;
      });
    });
  }

  /** Tables of files, as their previews showed them and a person changed that; null when it came to nothing. */
  async importTables(files: readonly FileToLoad[], target: ImportTarget): Promise<LoadReport | null> {
    const title = titleOf(files);
    let report: LoadReport | null = null;
    await this.#do('importError', async (signal) => {
      const source: Source = target === 'new' ? { kind: 'unkept', title } : this.store.get().source;
      return await this.#change(`the import of ${title}`, source, async () => {
        if (target === 'new') await this.#client.reset();
        const onProgress = ({ doneBytes, totalBytes }: ReadProgress) =>
          this.#showProgress({ done: doneBytes, total: totalBytes }, signal);
        report = await this.#client.loadTables(files, { signal, onProgress });
      });
    });
    return report;
  }

  /** Puts sample rows into tables; null when it came to nothing. */
  async fillRows(request: FillTablesRequest): Promise<FillReport | null> {
    let report: FillReport | null = null;
    await this.#do('problem', async (signal) => {
      return await this.#change('the sample rows', this.store.get().source, async () => {
        const onProgress = (progress: FillProgress) => this.#showProgress(progress, signal);
        report = await this.#client.fillTables(request, { signal, onProgress });
      });
    });
    return report;
  }

  /** A file that `exportFile` made becomes a database of its own. */
  async openFile(file: Blob, title: string): Promise<void> {
    await this.#do('problem', async () => {
      const dataDirectory = await this.#keeper.fromFile(file);
      return await this.#change(`the opening of ${title}`, { kind: 'unkept', title }, async () => {
        await this.#client.open({ dataDirectory });
      });
    });
  }

  /** The whole database as a script. */
  async exportSql(options: ExportOptions, signal?: AbortSignal): Promise<string> {
    return await this.#client.exportSql(options, signal && { signal });
  }

  /** What Postgres now holds, without the rows. */
  async ddl(signal?: AbortSignal): Promise<string> {
    return await this.#client.ddl(signal && { signal });
  }

  /** The data directory as a gzipped tar. */
  async exportFile(): Promise<Blob> {
    return await this.#keeper.toFile(await this.#client.snapshot());
  }

  /** Takes the last change back; a database that it made is deleted. */
  async undo(): Promise<void> {
    const undo = this.#undo;
    if (!undo) return;
    await this.#do('problem', async () => {
      const made = this.store.get().source;
      const isSame = isSameWorkspace(made, undo.source);
      await this.#client.open({ dataDirectory: undo.dataDirectory });
      this.#undo = null;
      if (isSame) return { source: undo.source, isChanged: true };
      if (undo.source.kind === 'workspace') await this.#keeper.open(undo.source.workspace.id);
      if (undo.source.kind === 'sample') await this.#keeper.close(undo.source.sample.id);
      if (made.kind === 'workspace') await this.#keeper.remove(made.workspace.id);
      return { source: undo.source, isChanged: false };
    });
  }

  async rename(id: string, title: string): Promise<void> {
    await this.#attempt(async () => {
      const workspace = await this.#keeper.rename(id, title);
      const { source } = this.store.get();
      if (source.kind === 'workspace' && source.workspace.id === id) {
        this.store.patch({ source: { ...source, workspace } });
      }
    });
  }

  /** Makes a copy and opens it. */
  async duplicate(id: string): Promise<void> {
    await this.#do('problem', async () => {
      const { id: copy } = await this.#keeper.duplicate(id);
      return await this.#show(await this.#keeper.open(copy));
    });
  }

  /** A sample takes the place of the open one. */
  async remove(id: string): Promise<void> {
    const { source } = this.store.get();
    if (source.kind === 'workspace' && source.workspace.id === id) await this.openSample(FIRST_SAMPLE);
    await this.#attempt(async () => await this.#keeper.remove(id));
  }

  /** Stops an import; what was there before comes back. */
  cancelImport(): void {
    this.#filling?.abort(cancelled());
  }

  dismissReport(): void {
    this.store.patch({ report: null });
  }

  dismissProblem(): void {
    this.store.patch({ problem: null });
  }

  /**
   * One piece of work at a time; a second one, which the page does not offer meanwhile, waits for the first. Work that
   * rejects has put the database back as it was, unless the database itself has failed.
   */
  async #do(complaint: Complaint, work: (signal: AbortSignal) => Promise<Outcome>): Promise<void> {
    this.#onReplace();
    const earlier = this.#work;
    const current = (async () => {
      await earlier;
      this.#filling = new AbortController();
      this.store.patch({ report: null, importError: null, problem: null });
      try {
        const outcome = await this.#orElse(complaint, work(this.#filling.signal));
        const schema = await this.#client.introspect();
        const source = outcome.isChanged ? await this.#save(outcome.source, schema) : outcome.source;
        this.#filling = null;
        const [undoable, report] = [this.#undo?.what ?? null, outcome.report ?? null];
        this.store.patch({ source, schema, undoable, report, status: { kind: 'ready' } });
      } catch (thrown) {
        this.#filling = null;
        this.store.patch({ status: { kind: 'failed', error: toErrorData(thrown) } });
      }
    })();
    this.#work = current;
    await current;
  }

  /** What work leaves behind; what was there before, and a complaint, when it rejects and that is no disaster. */
  async #orElse(complaint: Complaint, work: Promise<Outcome>): Promise<Outcome> {
    try {
      return await work;
    } catch (thrown) {
      const error = toErrorData(thrown);
      if (complaint === 'status') throw thrown;
      if (error.code !== 'cancelled') this.store.patch({ [complaint]: error });
      if (this.#client.status.kind === 'failed') throw thrown;
      return { source: this.store.get().source, isChanged: false };
    }
  }

  /** Runs `work` on the open database, which is as it was when that rejects; what comes of it is `source`. */
  async #change(what: string, source: Source, work: () => Promise<ApplyReport | undefined>): Promise<Outcome> {
    if (source.kind === 'workspace' && source.access === 'elsewhere') throw taken();
    const before = { what, dataDirectory: await this.#client.snapshot(), source: this.store.get().source };
    let report: ApplyReport | undefined;
    try {
      report = await work();
    } catch (thrown) {
      // From here on it is the client's doing, and shows as such.
      this.#filling = null;
      await this.#client.open({ dataDirectory: before.dataDirectory });
      throw thrown;
    }
    this.#undo = before;
    return { source, isChanged: true, ...(report && { report }) };
  }

  /** Null where that was no workspace, or cannot be opened any more. */
  async #openLast(): Promise<Outcome | null> {
    const last = lastOpened();
    if (last?.kind !== 'workspace') return null;
    try {
      return await this.#show(await this.#keeper.open(last.id));
    } catch (thrown) {
      this.store.patch({ problem: toErrorData(thrown) });
      return null;
    }
  }

  async #show({ workspace, data, isOwned }: OpenedWorkspace): Promise<Outcome> {
    await this.#client.open({ dataDirectory: data.dataDirectory });
    this.#undo = null;
    return { source: { kind: 'workspace', workspace, access: isOwned ? 'here' : 'elsewhere' }, isChanged: false };
  }

  async #fillWithSample(sample: Sample, signal: AbortSignal): Promise<Outcome> {
    const source: Source = { kind: 'sample', sample };
    this.store.patch({ source, schema: EMPTY_SCHEMA });
    await this.#keeper.close(sample.id);
    this.#undo = null;
    await this.#apply({ title: sample.title, sql: await readSample(sample), dialect: 'postgres' }, signal);
    return { source, isChanged: false };
  }

  async #apply({ sql, dialect }: Script, signal: AbortSignal): Promise<ApplyReport> {
    return await this.#client.applyScript(sql, {
      dialect,
      signal,
      onProgress: (progress) => this.#showProgress(progress, signal),
    });
  }

  #showProgress({ done, total }: ApplyProgress, signal: AbortSignal): void {
    if (!signal.aborted) this.store.patch({ status: { kind: 'filling', progress: { done, total } } });
  }

  /** What was no workspace becomes one; where the browser keeps nothing, the database lasts as long as the page. */
  async #save(source: Source, { tables }: Schema): Promise<Source> {
    try {
      const data = { dataDirectory: await this.#client.snapshot(), tables: tables.length };
      const workspace =
        source.kind === 'workspace'
          ? await this.#keeper.save(source.workspace.id, data)
          : await this.#keeper.create(sourceTitle(source), data);
      return { kind: 'workspace', workspace, access: 'here' };
    } catch (thrown) {
      this.store.patch({ problem: toErrorData(thrown) });
      return source.kind === 'workspace' ? source : { kind: 'unkept', title: sourceTitle(source) };
    }
  }

  /** Work that leaves the database alone. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      this.store.patch({ problem: toErrorData(thrown) });
    }
  }

  async #listWorkspaces(): Promise<void> {
    // Where the browser keeps nothing there are none; that is told when there is something to keep.
    const workspaces = await this.#keeper.list().catch(() => []);
    this.store.patch({ workspaces });
  }

  /** Another tab has taken the open workspace over. */
  #becomeReader(): void {
    const { source } = this.store.get();
    if (source.kind !== 'workspace') return;
    this.#undo = null;
    this.store.patch({ source: { ...source, access: 'elsewhere' }, undoable: null });
  }

  /** A question is also a request to try again what failed before. */
  async #settledSchema(signal: AbortSignal): Promise<Schema> {
    if (!this.#work || this.store.get().status.kind === 'failed') void this.start();
    await unlessAborted(must(this.#work, 'a start that is under way'), signal);
    const { status, schema } = this.store.get();
    if (status.kind === 'failed') throw new AppError(status.error);
    return schema;
  }

  /** Takes over what the client says, except that it knows nothing of the many steps of a piece of work. */
  #follow(): void {
    const { status } = this.#client;
    switch (status.kind) {
      case 'starting':
      case 'failed':
        this.store.patch({ status });
        break;
      case 'restoring':
        if (this.#filling === null || this.#filling.signal.aborted) this.store.patch({ status });
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

function lastSample(): Sample {
  const last = lastOpened();
  return SAMPLES.find(({ id }) => last?.kind === 'sample' && id === last.id) ?? FIRST_SAMPLE;
}

/** `orders.csv`, `orders.csv and 2 more`. */
function titleOf(files: readonly FileToLoad[]): string {
  const [first, ...others] = files;
  const name = must(first, 'a file to import').name;
  return others.length === 0 ? name : `${name} and ${others.length} more`;
}

function isSameWorkspace(a: Source, b: Source): boolean {
  return a.kind === 'workspace' && b.kind === 'workspace' && a.workspace.id === b.workspace.id;
}
