import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '../platform/assert.ts';
import { type DownloadProgress, placeKey } from './contract.ts';
import { downloadFiles } from './download-files.ts';
import type { HubBehaviour } from './testing/hub-behaviour.ts';
import { memoryPorts } from './testing/memory-ports.ts';
import { SHA256, SIZE, TestDownloads } from './testing/test-downloads.ts';

let test: TestDownloads;
beforeAll(async () => {
  test = await TestDownloads.start();
});
beforeEach(() => test.reset());
afterAll(() => test.hub.close());

describe('a file', () => {
  it('arrives, and its progress ends with its last byte', async () => {
    const file = test.served();
    const progress = await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
    const last = must(progress.at(-1), 'progress');
    expect(last).toMatchObject({ loadedBytes: SIZE, totalBytes: SIZE, files: [{ state: { kind: 'done' } }] });
  });

  it('is not asked for again once it is there', async () => {
    const file = test.served();
    await test.run([file]);
    await test.run([file, file]);
    expect(test.hub.requests).toHaveLength(1);
  });

  it('is replaced when another version of it is meant by now', async () => {
    const file = test.served();
    await test.run([{ ...file, sha256: null, sizeBytes: null }]);
    await test.run([file]);
    expect(test.hub.requests).toHaveLength(2);
    expect(test.stores.files.get(placeKey(file.place))?.sha256).toBe(SHA256);
  });

  it('of unknown length and hash arrives too', async () => {
    for (const behaviour of [{}, { isChunked: true }]) {
      const file = { ...test.served(behaviour), sizeBytes: null, sha256: null };
      const progress = await test.run([file]);
      expect(test.isWhole(file)).toBe(true);
      expect(progress.at(-1)).toMatchObject({ loadedBytes: SIZE, totalBytes: SIZE });
    }
  });

  it('that is empty arrives', async () => {
    const file = { ...test.served(), sizeBytes: 0, sha256: createHash('sha256').digest('hex') };
    await test.run([file]);
    expect(test.storedBytes(file)).toHaveLength(0);
  });

  it('is downloaded once when two calls want it at the same time', async () => {
    const file = test.served();
    const ports = memoryPorts(test.stores);
    const never = new AbortController().signal;
    await Promise.all([1, 2].map(() => downloadFiles([file], {}, ports, () => undefined, never)));
    expect(test.hub.requests).toHaveLength(1);
  });
});

describe('pausing', () => {
  it('keeps what has arrived, and goes on from there', async () => {
    const file = test.served({ stallAfter: 120_000 }, {});
    const paused = test.pausedWhen(file, ({ loadedBytes }) => loadedBytes === 120_000);
    await expect(paused).rejects.toMatchObject({ code: 'cancelled' });
    const progress = await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
    expect(test.ranges).toEqual([null, 'bytes=120000-']);
    expect(must(progress[0], 'progress').loadedBytes).toBe(120_000);
  });

  it.each<[string, HubBehaviour, DownloadProgress['files'][number]['state']['kind']]>([
    ['before the answer', { delayMs: 5_000 }, 'downloading'],
    ['while a host is waited for', { status: 429, retryAfter: '60' }, 'retrying'],
    ['before it is stored', {}, 'storing'],
  ])('%s is possible', async (_, behaviour, state) => {
    const file = test.served(behaviour, {});
    const paused = test.pausedWhen(file, ({ files: [only] }) => only?.state.kind === state);
    await expect(paused).rejects.toMatchObject({ code: 'cancelled' });
    expect(test.storedBytes(file)).toBeUndefined();
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
  });

  it('does nothing when it has begun paused', async () => {
    const file = test.served();
    await expect(test.run([file], { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(test.hub.requests).toHaveLength(0);
  });
});

describe('storage', () => {
  it('is asked for room before the first byte', async () => {
    test.stores.quota = SIZE - 1;
    await expect(test.run([test.served()])).rejects.toMatchObject({
      code: 'storage/full',
      details: { neededBytes: SIZE, freeBytes: SIZE - 1 },
    });
    expect(test.hub.requests).toHaveLength(0);
  });

  it('needs room only for what is still missing', async () => {
    const file = test.served({ dropAfter: 200_000 }, { status: 404 }, {});
    await expect(test.run([file])).rejects.toMatchObject({ code: 'model/missing' });
    test.stores.quota = SIZE;
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
  });

  it('that is full all the same keeps what has arrived', async () => {
    const file = test.served();
    test.stores.quota = 150_000;
    await expect(test.run([file], { ports: { freeBytes: async () => null } })).rejects.toMatchObject({
      code: 'storage/full',
      hint: expect.stringContaining('what has arrived is kept'),
    });
    expect(test.hub.requests).toHaveLength(1);
    test.stores.quota = SIZE;
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
    expect(test.ranges[1]).toMatch(/^bytes=\d+-$/);
  });

  it('needs room for one file twice on the way into a cache', async () => {
    const place = { kind: 'cache', cache: 'webllm/model', url: 'https://a/b', contentType: 'a/b' } as const;
    test.stores.quota = 2 * SIZE - 1;
    await expect(test.run([{ ...test.served(), place }])).rejects.toMatchObject({ details: { neededBytes: 2 * SIZE } });
  });
});

it('no more files are under way than are allowed', async () => {
  const many = Array.from({ length: 6 }, () => test.served({ delayMs: 20 }));
  let most = 0;
  await downloadFiles(
    many,
    { parallel: 2 },
    memoryPorts(test.stores),
    (progress) => {
      most = Math.max(most, progress.files.filter(({ state }) => state.kind === 'downloading').length);
    },
    new AbortController().signal,
  );
  expect(most).toBe(2);
  expect(test.stores.files.size).toBe(6);
});
