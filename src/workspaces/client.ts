/** The page's side of the workspaces' worker. */
import { AppError } from '../platform/errors.ts';
import type { Remote } from '../platform/rpc.ts';
import { WorkerConnection } from '../platform/worker-connection.web.ts';
import type { WorkspaceContract, WorkspaceData } from './contract.ts';
import type { Workspace } from './workspace.ts';

/** Starts the worker with the first call, and another one when that has crashed. */
export class WorkspaceClient implements WorkspaceContract {
  #connection: WorkerConnection<WorkspaceContract> | null = null;

  list(): Promise<Workspace[]> {
    return this.#call((remote) => remote.list());
  }

  get(id: string): Promise<Workspace> {
    return this.#call((remote) => remote.get(id));
  }

  read(id: string): Promise<WorkspaceData> {
    return this.#call((remote) => remote.read(id));
  }

  create(title: string, data: WorkspaceData): Promise<Workspace> {
    return this.#call((remote) => remote.create(title, data));
  }

  save(id: string, data: WorkspaceData): Promise<Workspace> {
    return this.#call((remote) => remote.save(id, data));
  }

  rename(id: string, title: string): Promise<Workspace> {
    return this.#call((remote) => remote.rename(id, title));
  }

  duplicate(id: string): Promise<Workspace> {
    return this.#call((remote) => remote.duplicate(id));
  }

  remove(id: string): Promise<void> {
    return this.#call((remote) => remote.remove(id));
  }

  toFile(dataDirectory: Blob): Promise<Blob> {
    return this.#call((remote) => remote.toFile(dataDirectory));
  }

  fromFile(file: Blob): Promise<Blob> {
    return this.#call((remote) => remote.fromFile(file));
  }

  async #call<Result>(run: (remote: Remote<WorkspaceContract>) => Promise<Result>): Promise<Result> {
    if (this.#connection?.isEnded) this.#connection = null;
    this.#connection ??= new WorkerConnection<WorkspaceContract>(startWorker(), crashed);
    const { remote, ended } = this.#connection;
    return await Promise.race([run(remote), ended]);
  }
}

function startWorker(): Worker {
  return new Worker(new URL('../../workers/workspaces/entry.ts', import.meta.url), { type: 'module' });
}

function crashed(why: string): AppError {
  return new AppError({
    code: 'storage/unavailable',
    message: `What keeps databases in this browser has stopped (${why}).`,
    hint: 'Try again. If it happens again, reload the page.',
  });
}
