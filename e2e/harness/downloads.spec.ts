/** The downloader in its worker, in Chromium: real caches, real private files, a hub on two other origins. */
import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import type { DownloadFile, DownloadProgress, Place } from '../../src/downloads/contract.ts';
import type { HubBehaviour } from '../../src/downloads/testing/hub-behaviour.ts';
import { type HubServer, startHubServer } from '../../src/downloads/testing/hub-server.ts';
import { must } from '../../src/platform/assert.ts';
import { type OpenHarness, openHarness } from './open.ts';

const SIZE = 3_000_000;
const CONTENT = Uint8Array.from({ length: SIZE }, (_, index) => (index * 13 + (index >> 9)) % 256);
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');

let opened: OpenHarness;
let hub: HubServer;
let count = 0;

test.beforeAll(async () => {
  // The build alone takes a minute when the machine is busy.
  test.setTimeout(300_000);
  [opened, hub] = await Promise.all([openHarness(), startHubServer()]);
});
test.afterAll(async () => {
  await opened?.close();
  await hub?.close();
});
test.beforeEach(() => {
  hub.requests.length = 0;
});

function served(kind: Place['kind'], ...behaviours: HubBehaviour[]): DownloadFile {
  const url = hub.add(`/model/resolve/main/file-${count++}.bin`, CONTENT, ...behaviours);
  const place: Place =
    kind === 'file'
      ? { kind, name: url }
      : { kind, cache: 'webllm/model', url, contentType: 'application/octet-stream' };
  return { name: 'Weights', urls: [url], sizeBytes: SIZE, sha256: SHA256, place };
}

interface Outcome {
  readonly code: string;
  readonly hint: string;
  readonly progress: readonly DownloadProgress[];
}

/** @param pauseAt bytes after which it is paused */
function download(files: readonly DownloadFile[], pauseAt: number | null = null): Promise<Outcome> {
  return opened.page.evaluate(
    async ({ files, pauseAt }) => {
      const controller = new AbortController();
      const progress: DownloadProgress[] = [];
      const onProgress = (each: DownloadProgress) => {
        progress.push(each);
        if (pauseAt !== null && each.loadedBytes >= pauseAt) controller.abort();
      };
      return await harness.downloads.download(files, {}, onProgress, controller.signal).then(
        () => ({ code: 'done', hint: '', progress }),
        ({ code, hint = '' }) => ({ code, hint, progress }),
      );
    },
    { files, pauseAt },
  );
}

/** SHA-256 of what is stored; null when nothing is. */
function storedHash(file: DownloadFile): Promise<string | null> {
  return opened.page.evaluate(async (place) => {
    const blob = await harness.downloads.read(place).catch(() => null);
    if (!blob) return null;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }, file.place);
}

function inspect(file: DownloadFile) {
  return opened.page.evaluate(async (each) => (await harness.downloads.inspect([each]))[0], file);
}

for (const kind of ['file', 'cache'] as const) {
  test(`a file arrives in its place (${kind})`, async () => {
    const file = served(kind);
    const { code, progress } = await download([file]);
    expect(code).toBe('done');
    expect(progress.at(-1)).toMatchObject({ loadedBytes: SIZE, totalBytes: SIZE });
    expect(await storedHash(file)).toBe(SHA256);
    expect(await inspect(file)).toEqual({ kind: 'stored', bytes: SIZE });
    expect((await download([file])).code).toBe('done');
    expect(hub.requests).toHaveLength(1);
  });

  test(`a pause is taken up after a reload, without asking for permission first (${kind})`, async () => {
    const file = served(kind, { stallAfter: 1_000_000 }, {});
    expect((await download([file], 1_000_000)).code).toBe('cancelled');
    await opened.page.reload();
    await opened.page.waitForFunction(() => 'harness' in globalThis);
    expect(await inspect(file)).toEqual({ kind: 'partial', bytes: 1_000_000 });
    expect((await download([file])).code).toBe('done');
    expect(await storedHash(file)).toBe(SHA256);
    expect(hub.requests.map(({ method, range }) => `${method} ${range}`)).toEqual(['GET null', 'GET bytes=1000000-']);
  });

  test(`wrong bytes are fetched again, refused and not kept (${kind})`, async () => {
    const file = served(kind, { flipByte: 5 });
    expect((await download([file])).code).toBe('model/integrity');
    expect(hub.requests).toHaveLength(2);
    expect(await inspect(file)).toEqual({ kind: 'absent' });
    expect(await storedHash(file)).toBeNull();
  });
}

test('WebLLM finds the entry under its address, with its type', async () => {
  const file = served('cache');
  await download([file]);
  const found = await opened.page.evaluate(async (url) => {
    const response = await (await caches.open('webllm/model')).match(new Request(url));
    return { type: response?.headers.get('content-type'), bytes: (await response?.arrayBuffer())?.byteLength };
  }, file.urls[0]);
  expect(found).toEqual({ type: 'application/octet-stream', bytes: SIZE });
});

test('many files arrive side by side', async () => {
  const files = Array.from({ length: 12 }, (_, index) => served(index % 2 === 0 ? 'cache' : 'file'));
  expect((await download(files)).code).toBe('done');
  expect(await Promise.all(files.map(storedHash))).toEqual(files.map(() => SHA256));
});

test('broken connections, redirects and hidden headers are coped with', async () => {
  const file = served(
    'file',
    { redirect: 'signed', dropAfter: 500_000 },
    { redirect: 'expired' },
    { redirect: 'signed', cors: 'bare', dropAfter: 500_000 },
    { status: 503 },
    { cors: 'bare' },
  );
  expect((await download([file])).code).toBe('done');
  expect(await storedHash(file)).toBe(SHA256);
});

test('a host that lets nobody read is told from a missing file, as far as a browser lets it', async () => {
  test.setTimeout(180_000);
  expect((await download([served('file', { status: 404 })])).code).toBe('model/missing');
  const { code, hint } = await download([served('file', { cors: 'closed' })]);
  expect(code).toBe('model/host-unreachable');
  expect(hint).toContain('CORS');
});

test('two tabs download a file once', async () => {
  const file = served('file', { bytesPerSecond: 3_000_000 });
  const other = await opened.context.newPage();
  await other.goto(opened.page.url());
  await other.waitForFunction(() => 'harness' in globalThis);
  await Promise.all(
    [opened.page, other].map((page) =>
      page.evaluate(
        (each) => harness.downloads.download([each], {}, () => undefined, new AbortController().signal),
        file,
      ),
    ),
  );
  await other.close();
  expect(hub.requests).toHaveLength(1);
});

test('what no model needs any more is removed, and what is stored can be checked again', async () => {
  const [kept, dropped, partial] = [served('cache'), served('cache'), served('file', { stallAfter: 10_000 })];
  await download([kept, dropped]);
  await download([partial], 10_000);
  await opened.page.evaluate((place) => harness.downloads.evict([place]), kept.place);
  expect(await Promise.all([kept, dropped, partial].map(inspect))).toMatchObject([
    { kind: 'stored' },
    { kind: 'absent' },
    { kind: 'absent' },
  ]);
  const verify = () =>
    opened.page.evaluate(
      (each) => harness.downloads.verify([each], () => undefined, new AbortController().signal),
      kept,
    );
  expect(await verify()).toEqual([]);
  await opened.page.evaluate(
    async (url) => {
      await (await caches.open('webllm/model')).put(url, new Response('nonsense'));
    },
    must(kept.urls[0], 'an address'),
  );
  expect(await verify()).toEqual([kept]);
  expect(await inspect(kept)).toEqual({ kind: 'absent' });
});
