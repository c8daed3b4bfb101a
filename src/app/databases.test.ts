import { afterEach, describe, expect, it, vi } from 'vitest';
import { DatabaseClient } from '../database/client.ts';
import type { ApplyReport } from '../database/contract.ts';
import { must } from '../platform/assert.ts';
import { EMPTY_SCHEMA, type Schema } from '../schema/model.ts';
import { SAMPLES } from '../schema/samples.ts';
import { Databases } from './databases.ts';

const SCRIPT = { title: 'mine.sql', sql: 'CREATE TABLE mine ();' };

/** A client whose scripts are all applied, without a Postgres. */
class EasyClient extends DatabaseClient {
  readonly applied: string[] = [];

  override async open(): Promise<void> {}

  override async reset(): Promise<void> {}

  override async snapshot(): Promise<Uint8Array> {
    return new Uint8Array();
  }

  override async applyScript(sql: string): Promise<ApplyReport> {
    this.applied.push(sql);
    return { statements: [{ line: 1, summary: 'CREATE TABLE', outcome: { kind: 'applied' } }] };
  }

  override async introspect(): Promise<Schema> {
    return EMPTY_SCHEMA;
  }
}

afterEach(() => vi.unstubAllGlobals());

describe('Databases', () => {
  it('says why a script was not imported when the database does not start', async () => {
    const client = new DatabaseClient({ loadRuntime: () => Promise.reject(new Error('offline')) });
    const databases = new Databases(client);
    await databases.importScript(SCRIPT);
    const { status, importError, lastImport, source } = databases.store.get();
    expect(status.kind).toBe('failed');
    expect(importError?.code).toBe('database/start-failed');
    expect(lastImport).toBeNull();
    expect(source.kind).toBe('sample');
  });

  it('keeps the way back to an imported script while a sample is open', async () => {
    vi.stubGlobal('document', { baseURI: 'http://localhost/' });
    vi.stubGlobal('fetch', async () => new Response('CREATE TABLE sample ();'));
    const client = new EasyClient();
    const databases = new Databases(client);
    await databases.importScript(SCRIPT);
    await databases.openSample(must(SAMPLES[0], 'a sample'));
    const { lastImport, source } = databases.store.get();
    expect(source.kind).toBe('sample');
    expect(lastImport).toEqual(SCRIPT);
    await databases.importScript(must(lastImport, 'the script'));
    expect(databases.title).toBe('mine.sql');
    expect(client.applied).toEqual([SCRIPT.sql, 'CREATE TABLE sample ();', SCRIPT.sql]);
  });
});
