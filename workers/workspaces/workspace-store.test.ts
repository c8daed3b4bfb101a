import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { toErrorData } from '../../src/platform/errors.ts';
import { WorkspaceStore } from './workspace-store.ts';

const DATA = { dataDirectory: new Blob(['a tar '.repeat(1_000)]), tables: 3 };
let store: WorkspaceStore;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  store = new WorkspaceStore();
});

/** The code that a promise is rejected with. */
async function codeOf(promise: Promise<unknown>): Promise<string> {
  return await promise.then(
    () => 'resolved',
    (thrown) => toErrorData(thrown).code,
  );
}

async function textOf(from: WorkspaceStore, id: string): Promise<string> {
  return await (await from.read(id)).dataDirectory.text();
}

describe('WorkspaceStore', () => {
  it('keeps what is created for the next visit', async () => {
    const { id, bytes } = await store.create('Shop', DATA);
    const later = new WorkspaceStore();
    expect(await textOf(later, id)).toBe('a tar '.repeat(1_000));
    expect(await later.list()).toMatchObject([{ id, title: 'Shop', tables: 3, bytes }]);
    expect(bytes).toBeLessThan(DATA.dataDirectory.size);
  });

  it('replaces what is in one, and lists the latest changed first', async () => {
    const first = await store.create('First', DATA);
    await store.create('Second', DATA);
    await new Promise((resolve) => setTimeout(resolve, 2));
    await store.save(first.id, { dataDirectory: new Blob(['changed']), tables: 4 });
    expect(await textOf(store, first.id)).toBe('changed');
    expect((await store.read(first.id)).tables).toBe(4);
    expect((await store.list()).map(({ title }) => title)).toEqual(['First', 'Second']);
  });

  it('gives each a title of its own', async () => {
    const [a, b] = [await store.create('Shop', DATA), await store.create(' Shop ', DATA)];
    expect([a.title, b.title, (await store.create('', DATA)).title]).toEqual(['Shop', 'Shop 2', 'Untitled']);
    expect((await store.rename(b.id, 'Shop')).title).toBe('Shop 2');
    expect((await store.rename(a.id, 'Shop')).title).toBe('Shop');
    expect((await store.duplicate(b.id)).title).toBe('Shop 3');
  });

  it('deletes', async () => {
    const { id } = await store.create('Shop', DATA);
    await store.remove(id);
    expect(await store.list()).toEqual([]);
    expect(await codeOf(store.read(id))).toBe('workspace/missing');
    expect(await codeOf(store.save(id, DATA))).toBe('workspace/missing');
    expect(await codeOf(store.duplicate(id))).toBe('workspace/missing');
  });

  it('says so when the data is damaged, and leaves it where it is', async () => {
    const { id } = await store.create('Shop', DATA);
    const database = await openDB('expert-sql');
    await database.put('data', new Blob(['no gzip']), id);
    database.close();
    expect(await codeOf(store.read(id))).toBe('workspace/damaged');
    expect(await store.list()).toHaveLength(1);
  });

  it('leaves records of later versions alone', async () => {
    const { id, ...workspace } = await store.create('Shop', DATA);
    const database = await openDB('expert-sql');
    await database.put('workspaces', { ...workspace, id, version: 2 }, id);
    expect(await store.list()).toEqual([]);
    expect(await database.get('workspaces', id)).toMatchObject({ version: 2 });
    database.close();
  });

  it('says so when the browser keeps nothing', async () => {
    globalThis.indexedDB = {
      ...new IDBFactory(),
      open() {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as IDBFactory;
    expect(await codeOf(store.list())).toBe('storage/unavailable');
  });
});
