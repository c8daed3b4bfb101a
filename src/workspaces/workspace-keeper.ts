/** The workspaces of this browser as one tab sees them: those there are, the one that is open, and whether it owns it. */
import { AppError } from '../platform/errors.ts';
import type { WorkspaceContract, WorkspaceData } from './contract.ts';
import { rememberOpened } from './last-opened.ts';
import { type Locks, Ownership } from './ownership.ts';
import type { Workspace } from './workspace.ts';

/** Tells other tabs that the list has changed. */
const CHANNEL = 'expert-sql/workspaces';

export interface OpenedWorkspace {
  readonly workspace: Workspace;
  readonly data: WorkspaceData;
  /** False while another tab owns it: it may be read here, and not changed. */
  readonly isOwned: boolean;
}

export interface KeeperListener {
  /** The list may have changed, here or in another tab. */
  onList(): void;
  /** Another tab took over the open workspace. */
  onTaken(): void;
}

export class WorkspaceKeeper {
  readonly #store: WorkspaceContract;
  readonly #ownership: Ownership;
  readonly #channel = new BroadcastChannel(CHANNEL);
  #listener: KeeperListener = { onList: () => undefined, onTaken: () => undefined };

  constructor(store: WorkspaceContract, locks: Locks) {
    this.#store = store;
    this.#ownership = new Ownership(locks, () => this.#listener.onTaken());
    this.#channel.onmessage = () => this.#listener.onList();
  }

  listen(listener: KeeperListener): void {
    this.#listener = listener;
  }

  async list(): Promise<Workspace[]> {
    return await this.#store.list();
  }

  /** Rejects with `workspace/missing` and `workspace/damaged`; what was open before is then open still. */
  async open(id: string): Promise<OpenedWorkspace> {
    // Before what is open now is let go of.
    await this.#store.read(id);
    const isOwned = await this.#ownership.claim(id);
    return await this.#opened(id, isOwned);
  }

  /** As `open`, taking it away from the tab that owns it. */
  async takeOver(id: string): Promise<OpenedWorkspace> {
    await this.#ownership.takeOver(id);
    return await this.#opened(id, true);
  }

  /** Makes a workspace, which is then the open one. */
  async create(title: string, data: WorkspaceData): Promise<Workspace> {
    const workspace = await this.#store.create(title, data);
    // Otherwise the browser may clear it away when room is short. Some ask the person; without a yes it is kept all the same.
    globalThis.navigator?.storage?.persist?.().catch(() => undefined);
    await this.#ownership.claim(workspace.id);
    rememberOpened({ kind: 'workspace', id: workspace.id });
    this.#announce();
    return workspace;
  }

  /** Rejects with `workspace/taken` when another tab owns it by now. */
  async save(id: string, data: WorkspaceData): Promise<Workspace> {
    const saved = await this.#ownership.whileSaving(id, async () => {
      if (!this.#ownership.isHeld) throw taken();
      return await this.#store.save(id, data);
    });
    this.#announce();
    return saved;
  }

  async rename(id: string, title: string): Promise<Workspace> {
    const renamed = await this.#store.rename(id, title);
    this.#announce();
    return renamed;
  }

  async duplicate(id: string): Promise<Workspace> {
    const copy = await this.#store.duplicate(id);
    this.#announce();
    return copy;
  }

  async remove(id: string): Promise<void> {
    await this.#store.remove(id);
    this.#announce();
  }

  /** A sample is open instead. */
  async close(sampleId: string): Promise<void> {
    await this.#ownership.release();
    rememberOpened({ kind: 'sample', id: sampleId });
  }

  /** A data directory as a file to keep, and back. The latter rejects with `workspace/damaged`. */
  async toFile(dataDirectory: Blob): Promise<Blob> {
    return await this.#store.toFile(dataDirectory);
  }

  async fromFile(file: Blob): Promise<Blob> {
    return await this.#store.fromFile(file);
  }

  async #opened(id: string, isOwned: boolean): Promise<OpenedWorkspace> {
    // After the claim: the tab that owned it before may have saved until then.
    const opened = { workspace: await this.#store.get(id), data: await this.#store.read(id), isOwned };
    rememberOpened({ kind: 'workspace', id });
    return opened;
  }

  #announce(): void {
    this.#channel.postMessage('changed');
    this.#listener.onList();
  }
}

export function taken(): AppError {
  return new AppError({
    code: 'workspace/taken',
    message: 'This database is open in another tab, and only one tab may change it.',
    hint: 'Take it over to change it here, or duplicate it.',
  });
}
