import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WorkspaceStore } from '../../workers/workspaces/workspace-store.ts';
import { DatabaseClient } from '../database/client.ts';
import type { ApplyReport } from '../database/contract.ts';
import { must } from '../platform/assert.ts';
import { AppError } from '../platform/errors.ts';
import { EMPTY_SCHEMA, type Schema } from '../schema/model.ts';
import { SAMPLES } from '../schema/samples.ts';
import { MemoryLocks } from '../workspaces/testing/memory-locks.ts';
import { WorkspaceKeeper } from '../workspaces/workspace-keeper.ts';
import { sourceTitle } from './database-view.ts';
import { Databases } from './databases.ts';

const SAMPLE = must(SAMPLES[0], 'a sample');
const SCRIPT = { title: 'mine.sql', sql: 'CREATE TABLE mine ();', dialect: 'postgres' } as const;

/** Its data directory is the text of the scripts that ran, those with `bad` in them fail; no Postgres. */
class EasyClient extends DatabaseClient {
  text = '';

  override async open({ dataDirectory }: { dataDirectory?: Blob } = {}): Promise<void> {
    if (dataDirectory) this.text = await dataDirectory.text();
  }

  override async reset(): Promise<void> {
    this.text = '';
  }

  override async snapshot(): Promise<Blob> {
    return new Blob([this.text]);
  }

  override async applyScript(sql: string): Promise<ApplyReport> {
    this.text += sql;
    const outcome = sql.includes('bad')
      ? ({ kind: 'failed', reason: 'It is bad.', code: 'pg/42601' } as const)
      : ({ kind: 'applied' } as const);
    return { statements: [{ line: 1, summary: 'CREATE TABLE', outcome }] };
  }

  override async introspect(): Promise<Schema> {
    return EMPTY_SCHEMA;
  }
}

let locks = new MemoryLocks();

/** One tab of a browser. */
function tab(client = new EasyClient()) {
  const databases = new Databases(client, new WorkspaceKeeper(new WorkspaceStore(), locks));
  return {
    client,
    databases,
    view: () => databases.store.get(),
    title: () => sourceTitle(databases.store.get().source),
  };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  locks = new MemoryLocks();
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
  vi.stubGlobal('fetch', async () => new Response('CREATE TABLE sample ();'));
});

afterEach(() => vi.unstubAllGlobals());

/** The workspace that is open. */
function idOf({ databases }: ReturnType<typeof tab>): string {
  const { source } = databases.store.get();
  if (source.kind !== 'workspace') throw new Error(source.kind);
  return source.workspace.id;
}

describe('Databases', () => {
  it('begins with a sample, and then with what was open last', async () => {
    const first = tab();
    await first.databases.start();
    expect(first.title()).toBe(SAMPLE.title);
    await first.databases.importScript(SCRIPT);
    const second = tab();
    await second.databases.start();
    expect(second.title()).toBe('mine.sql');
    expect(second.client.text).toBe(SCRIPT.sql);
    await second.databases.openSample(must(SAMPLES[1], 'another sample'));
    const third = tab();
    await third.databases.start();
    expect(third.title()).toBe(SAMPLES[1]?.title);
  });

  it('says why a script was not imported when the database does not start', async () => {
    const client = new DatabaseClient({ loadRuntime: () => Promise.reject(new Error('offline')) });
    const databases = new Databases(client, new WorkspaceKeeper(new WorkspaceStore(), locks));
    await databases.importScript(SCRIPT);
    const { status, importError, source } = databases.store.get();
    expect(status.kind).toBe('failed');
    expect(importError?.code).toBe('database/start-failed');
    expect(source.kind).toBe('sample');
  });

  it('is as it was when a script comes to nothing', async () => {
    const { client, databases, view } = tab();
    await databases.start();
    await databases.importScript({ ...SCRIPT, sql: 'bad' });
    expect(client.text).toBe('CREATE TABLE sample ();');
    expect(view()).toMatchObject({
      status: { kind: 'ready' },
      source: { kind: 'sample' },
      importError: { code: 'pg/42601', message: 'Line 1: It is bad.' },
      workspaces: [],
      undoable: null,
    });
  });

  it('adds a script to what is open, and keeps that', async () => {
    const here = tab();
    await here.databases.start();
    await here.databases.importScript(SCRIPT, 'open');
    expect(here.client.text).toBe(`CREATE TABLE sample ();${SCRIPT.sql}`);
    expect(here.title()).toBe(SAMPLE.title);
    expect(here.view().source.kind).toBe('workspace');
    await here.databases.importScript(SCRIPT, 'open');
    expect(here.view().workspaces).toHaveLength(1);
    const later = tab();
    await later.databases.openWorkspace(idOf(here));
    expect(later.client.text).toBe(`CREATE TABLE sample ();${SCRIPT.sql}${SCRIPT.sql}`);
  });

  it('changes all or nothing, and takes changes back', async () => {
    const { client, databases, view } = tab();
    await databases.importScript(SCRIPT);
    await databases.alter('the deletion of a table', 'DROP;');
    expect(view().undoable).toBe('the deletion of a table');
    await databases.alter('something bad', 'bad');
    expect(view()).toMatchObject({ problem: { message: 'It is bad.' }, undoable: 'the deletion of a table' });
    expect(client.text).toBe(`${SCRIPT.sql}DROP;`);
    await databases.undo();
    expect(client.text).toBe(SCRIPT.sql);
    expect(view()).toMatchObject({ undoable: null, source: { kind: 'workspace' } });
  });

  it('takes an import back by deleting the database that it made', async () => {
    const { client, databases, view } = tab();
    await databases.start();
    await databases.importScript(SCRIPT);
    await databases.undo();
    expect(client.text).toBe('CREATE TABLE sample ();');
    expect(view()).toMatchObject({ source: { kind: 'sample' }, undoable: null });
    await vi.waitFor(() => expect(view().workspaces).toEqual([]));
  });

  it('renames, duplicates and deletes', async () => {
    const here = tab();
    await here.databases.importScript(SCRIPT);
    await here.databases.rename(idOf(here), 'My shop');
    expect(here.title()).toBe('My shop');
    await here.databases.duplicate(idOf(here));
    expect(here.title()).toBe('My shop 2');
    expect(here.client.text).toBe(SCRIPT.sql);
    await here.databases.remove(idOf(here));
    expect(here.title()).toBe(SAMPLE.title);
    await vi.waitFor(() => expect(here.view().workspaces.map(({ title }) => title)).toEqual(['My shop']));
  });

  it('lets one tab change a database, and another read it and take it over', async () => {
    const [first, second] = [tab(), tab()];
    await first.databases.importScript(SCRIPT);
    await second.databases.start();
    expect(second.client.text).toBe(SCRIPT.sql);
    expect(second.view().source).toMatchObject({ access: 'elsewhere' });
    await second.databases.alter('a change', 'ALTER;');
    expect(second.view().problem?.code).toBe('workspace/taken');
    expect(second.client.text).toBe(SCRIPT.sql);
    await first.databases.alter('a change', 'ALTER;');
    await second.databases.takeOver();
    expect(second.client.text).toBe(`${SCRIPT.sql}ALTER;`);
    expect(second.view().source).toMatchObject({ access: 'here' });
    expect(first.view()).toMatchObject({ source: { access: 'elsewhere' }, undoable: null });
    await first.databases.alter('another change', 'ALTER;');
    expect(first.view().problem?.code).toBe('workspace/taken');
  });

  it('stays with what is open when another database cannot be', async () => {
    const here = tab();
    await here.databases.importScript(SCRIPT);
    await here.databases.openWorkspace('00000000-0000-4000-8000-000000000000');
    expect(here.view()).toMatchObject({ status: { kind: 'ready' }, problem: { code: 'workspace/missing' } });
    expect(here.title()).toBe('mine.sql');
    await here.databases.alter('a change', 'ALTER;');
    expect(here.view().problem).toBeNull();
  });

  it('works without a place to keep anything, and says so', async () => {
    globalThis.indexedDB = new Proxy(new IDBFactory(), {
      get() {
        throw new AppError({ code: 'storage/full', message: 'Full.' });
      },
    });
    const { client, databases, view } = tab();
    await databases.start();
    expect(view().problem).toBeNull();
    await databases.importScript(SCRIPT);
    expect(view()).toMatchObject({
      status: { kind: 'ready' },
      source: { kind: 'unkept', title: 'mine.sql' },
      problem: { code: 'storage/full' },
    });
    expect(client.text).toBe(SCRIPT.sql);
  });
});
