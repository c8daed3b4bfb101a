/**
 * Where workspaces are kept: IndexedDB, the record apart from the data directory, so that a list reads no data. Both are
 * written in one transaction: a tab that dies meanwhile leaves the state before.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { AppError, type ErrorData, toErrorData } from '../../src/platform/errors.ts';
import type { WorkspaceContract, WorkspaceData } from '../../src/workspaces/contract.ts';
import { freeTitle, parseWorkspace, WORKSPACE_VERSION, type Workspace } from '../../src/workspaces/workspace.ts';
import { MAX_DATA_DIRECTORY_BYTES, readDataDirectory } from './data-directory.ts';
import { gunzip, gzip } from './gzip.ts';

const DATABASE = 'expert-sql';
const DATABASE_VERSION = 1;

interface Stores extends DBSchema {
  workspaces: { key: string; value: unknown };
  /** Gzipped tar of the data directory. */
  data: { key: string; value: Blob };
}

export class WorkspaceStore implements WorkspaceContract {
  #opening: Promise<IDBPDatabase<Stores>> | null = null;

  async list(): Promise<Workspace[]> {
    const records = await this.#use((database) => database.getAll('workspaces'));
    const workspaces = records.flatMap((record) => parseWorkspace(record) ?? []);
    return workspaces.sort((a, b) => b.changedAt.localeCompare(a.changedAt));
  }

  async create(title: string, data: WorkspaceData): Promise<Workspace> {
    const titles = (await this.list()).map((each) => each.title);
    const now = new Date().toISOString();
    return await this.#write(
      {
        version: WORKSPACE_VERSION,
        id: crypto.randomUUID(),
        title: freeTitle(title, titles),
        createdAt: now,
        changedAt: now,
        bytes: 0,
        tables: 0,
      },
      data,
    );
  }

  async save(id: string, data: WorkspaceData): Promise<Workspace> {
    return await this.#write({ ...(await this.get(id)), changedAt: new Date().toISOString() }, data);
  }

  async get(id: string): Promise<Workspace> {
    const workspace = parseWorkspace(await this.#use((database) => database.get('workspaces', id)));
    if (workspace) return workspace;
    throw missing();
  }

  async read(id: string): Promise<WorkspaceData> {
    const { tables } = await this.get(id);
    const packed = await this.#use((database) => database.get('data', id));
    if (!packed) throw missing();
    try {
      return { dataDirectory: await gunzip(packed, MAX_DATA_DIRECTORY_BYTES), tables };
    } catch (thrown) {
      throw new AppError({
        code: 'workspace/damaged',
        message: 'The stored data of this database cannot be read.',
        hint: 'Import it again from a file. It stays in the list until you delete it.',
        cause: toErrorData(thrown),
      });
    }
  }

  async rename(id: string, title: string): Promise<Workspace> {
    const others = (await this.list()).filter((each) => each.id !== id).map((each) => each.title);
    const renamed = { ...(await this.get(id)), title: freeTitle(title, others) };
    await this.#use((database) => database.put('workspaces', renamed, id));
    return renamed;
  }

  async duplicate(id: string): Promise<Workspace> {
    const { title } = await this.get(id);
    return await this.create(title, await this.read(id));
  }

  async remove(id: string): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction(['workspaces', 'data'], 'readwrite');
      await Promise.all([
        transaction.objectStore('workspaces').delete(id),
        transaction.objectStore('data').delete(id),
        transaction.done,
      ]);
    });
  }

  async toFile(dataDirectory: Blob): Promise<Blob> {
    return await gzip(dataDirectory);
  }

  async fromFile(file: Blob): Promise<Blob> {
    return await readDataDirectory(file);
  }

  async #write(workspace: Workspace, { dataDirectory, tables }: WorkspaceData): Promise<Workspace> {
    const packed = await gzip(dataDirectory);
    const written: Workspace = { ...workspace, bytes: packed.size, tables };
    await this.#use(async (database) => {
      const transaction = database.transaction(['workspaces', 'data'], 'readwrite');
      await Promise.all([
        transaction.objectStore('workspaces').put(written, written.id),
        transaction.objectStore('data').put(packed, written.id),
        transaction.done,
      ]);
    });
    return written;
  }

  async #use<Result>(work: (database: IDBPDatabase<Stores>) => Promise<Result>): Promise<Result> {
    try {
      this.#opening ??= this.#open();
      return await work(await this.#opening);
    } catch (thrown) {
      if (thrown instanceof AppError) throw thrown;
      throw storageError(toErrorData(thrown), thrown instanceof DOMException ? thrown.name : '');
    }
  }

  async #open(): Promise<IDBPDatabase<Stores>> {
    const forget = () => {
      this.#opening = null;
    };
    try {
      return await openDB<Stores>(DATABASE, DATABASE_VERSION, {
        upgrade(database) {
          database.createObjectStore('workspaces');
          database.createObjectStore('data');
        },
        // A tab with a later version of the page wants to bring the stores up to date.
        blocking(_current, _blocked, event) {
          if (event.target instanceof IDBDatabase) event.target.close();
          forget();
        },
        terminated: forget,
      });
    } catch (thrown) {
      forget();
      throw thrown;
    }
  }
}

function missing(): AppError {
  return new AppError({
    code: 'workspace/missing',
    message: 'This database is not in the browser any more.',
    hint: 'It may have been deleted in another tab. Choose another one.',
  });
}

function storageError(cause: ErrorData, name: string): AppError {
  if (name === 'QuotaExceededError') {
    return new AppError({
      code: 'storage/full',
      message: 'The browser has no room left to keep this database.',
      hint: 'Delete databases or models that you no longer need, or save it as a file. It works on until the page is closed.',
      cause,
    });
  }
  return new AppError({
    code: 'storage/unavailable',
    message: 'The browser does not let this page keep databases.',
    hint: 'Private windows and embedded pages often may not. Everything works, but only until the page is closed; save it as a file to keep it.',
    cause,
  });
}
