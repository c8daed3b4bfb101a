import { Worker as ThreadWorker } from 'node:worker_threads';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nodeExtension, nodeRuntime } from '../../workers/database/node-runtime.ts';
import { must } from '../platform/assert.ts';
import type { AppError } from '../platform/errors.ts';
import { DatabaseClient, type LoadedRuntime } from './client.ts';

/** Gives a thread the globals of a worker and the means to import TypeScript, then runs the worker's real entry. */
const THREAD_START = `
  const { parentPort, workerData } = require('node:worker_threads');
  globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
  globalThis.addEventListener = (type, listener) => {
    if (type === 'message') parentPort.on('message', (data) => listener({ data }));
  };
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(workerData);
  });
`;

/** A thread of Node in the shape of a web worker. */
class NodeWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  readonly #thread = new ThreadWorker(THREAD_START, {
    eval: true,
    workerData: new URL('../../workers/database/entry.ts', import.meta.url).href,
  });

  constructor() {
    super();
    this.#thread.on('message', (data) => this.dispatchEvent(new MessageEvent('message', { data })));
    this.#thread.on('error', ({ message }) => this.fail(message));
  }

  postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
    // The two runtimes' types of a port differ; the ports do not.
    const ports = Array.isArray(transfer) ? transfer.filter((each) => each instanceof MessagePort) : [];
    this.#thread.postMessage(message, ports as never[]);
  }

  terminate(): void {
    void this.#thread.terminate();
  }

  fail(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message }));
  }
}

const RUNAWAY = 'SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b';

let runtime: LoadedRuntime;
let workers: NodeWorker[] = [];
let statuses: string[] = [];
const client = new DatabaseClient({
  createWorker: () => {
    const worker = new NodeWorker();
    workers.push(worker);
    return worker;
  },
  loadRuntime: async (onProgress) => {
    onProgress({ phase: 'download', loadedBytes: 1, totalBytes: 1 });
    return runtime;
  },
  loadExtension: nodeExtension,
});
client.subscribe(() => {
  const { status } = client;
  statuses.push(status.kind === 'busy' ? status.task : status.kind === 'restoring' ? status.reason : status.kind);
});

beforeAll(async () => {
  runtime = await nodeRuntime();
  const report = await client.applyScript('CREATE TABLE t (a int PRIMARY KEY); INSERT INTO t VALUES (1), (2);', {
    dialect: 'postgres',
  });
  expect(report.statements.map(({ outcome }) => outcome.kind)).toEqual(['applied', 'applied']);
  expect(statuses).toEqual(['starting', 'starting', 'ready', 'applyScript', 'ready']);
  return async () => await client.close();
});

beforeEach(() => {
  workers = [];
  statuses = [];
});

async function errorOf(call: Promise<unknown>): Promise<AppError> {
  return await call.then(
    () => expect.fail('should have thrown'),
    (thrown) => thrown,
  );
}

/** Starts the call and aborts it while Postgres is in the middle of it. */
async function cancelMidway(call: (signal: AbortSignal) => Promise<unknown>): Promise<{ error: AppError; ms: number }> {
  const controller = new AbortController();
  const error = errorOf(call(controller.signal));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const start = performance.now();
  controller.abort();
  return { error: await error, ms: performance.now() - start };
}

async function expectDataIntact(): Promise<void> {
  expect((await client.runReadOnly('SELECT a FROM t ORDER BY a')).rows).toEqual([['1'], ['2']]);
}

describe('DatabaseClient', () => {
  test('keeps what Postgres says about an error', async () => {
    expect(await errorOf(client.prepare('SELECT aa FROM t'))).toMatchObject({
      name: 'AppError',
      code: 'pg/42703',
      hint: expect.stringContaining('t.a'),
      details: { position: 8 },
    });
    expect(workers).toEqual([]);
  });

  test('Cancel ends a runaway query at once; the data is intact', async () => {
    const { error, ms } = await cancelMidway((signal) => client.runReadOnly(RUNAWAY, { signal }));
    expect(error.code).toBe('cancelled');
    expect(ms).toBeLessThan(1_000);
    await expectDataIntact();
    expect(statuses).toEqual(['runReadOnly', 'cancelled', 'ready', 'runReadOnly', 'ready']);
  });

  test('a time limit ends it too', async () => {
    const error = await errorOf(client.runReadOnly(RUNAWAY, { timeLimitMs: 500 }));
    expect(error).toMatchObject({ code: 'database/timeout', message: expect.stringContaining('0.5 s') });
    await expectDataIntact();
  });

  test('a cancelled script leaves nothing behind', async () => {
    const script = `DELETE FROM t; CREATE TABLE u (); ${RUNAWAY}`;
    const { error } = await cancelMidway((signal) => client.applyScript(script, { dialect: 'postgres', signal }));
    expect(error.code).toBe('cancelled');
    await expectDataIntact();
    expect((await client.introspect()).tables.map(({ name }) => name)).toEqual(['t']);
  });

  test('a crash of Postgres is an error, and the database comes back', async () => {
    const error = await errorOf(client.runReadOnly(`SELECT ${'1 + '.repeat(30_000)} 1`));
    expect(['database/crashed', 'pg/54001']).toContain(error.code);
    await expectDataIntact();
  });

  test('so is a crash of the worker', async () => {
    await client.reset();
    await client.applyScript('CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2)', { dialect: 'postgres' });
    const call = errorOf(client.runReadOnly(RUNAWAY));
    await new Promise((resolve) => setTimeout(resolve, 300));
    must(workers.at(-1), 'a worker').fail('out of memory');
    expect(await call).toMatchObject({ code: 'database/crashed', cause: { message: 'out of memory' } });
    await expectDataIntact();
  });

  test('calls wait for each other, and one that is aborted in line disturbs nobody', async () => {
    const controller = new AbortController();
    const first = client.runReadOnly('SELECT pg_sleep(0.3), 1');
    const second = errorOf(client.runReadOnly('SELECT 2', { signal: controller.signal }));
    const third = client.runReadOnly('SELECT 3');
    controller.abort();
    expect((await second).code).toBe('cancelled');
    expect((await first).rows).toEqual([['', '1']]);
    expect((await third).rows).toEqual([['3']]);
    expect(workers).toEqual([]);
    expect(await errorOf(client.introspect({ signal: AbortSignal.abort() }))).toMatchObject({ code: 'cancelled' });
  });

  test('reset empties the database, and a snapshot brings it back', async () => {
    const snapshot = await client.snapshot();
    await client.reset();
    expect((await client.introspect()).tables).toEqual([]);
    await client.open({ dataDirectory: snapshot });
    await expectDataIntact();
    await client.close();
    await expectDataIntact();
  });

  test('a failed start is told, and tried again by the next call', async () => {
    let attempts = 0;
    const late = new DatabaseClient({
      createWorker: () => new NodeWorker(),
      loadRuntime: async () => {
        if (++attempts === 1) throw new Error('offline');
        return runtime;
      },
    });
    expect(await errorOf(late.open())).toMatchObject({ code: 'database/start-failed', cause: { message: 'offline' } });
    expect(late.status).toMatchObject({ kind: 'failed', error: { code: 'database/start-failed' } });
    expect((await late.runReadOnly('SELECT 1')).rows).toEqual([['1']]);
    await late.close();
  });
});

test('an extension survives the worker, and what is there can be had as a script', async () => {
  await client.reset();
  const script = 'CREATE EXTENSION hstore; CREATE TABLE tagged (tags hstore)';
  const report = await client.applyScript(script, { dialect: 'postgres' });
  expect(report.statements.map(({ outcome }) => outcome.kind)).toEqual(['applied', 'applied']);
  must(workers.at(-1), 'a worker').fail('gone');
  await expect(client.runReadOnly('SELECT 1')).rejects.toMatchObject({ code: 'database/crashed' });
  expect((await client.runReadOnly("SELECT 'a=>1'::hstore -> 'a'")).rows).toEqual([['1']]);
  expect(await client.ddl()).toBe(
    'CREATE EXTENSION hstore WITH SCHEMA public;\n\nCREATE TABLE tagged (\n  tags hstore\n);\n',
  );
});
