/** Files that arrive, but not as they should be. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '../platform/assert.ts';
import { placeKey } from './contract.ts';
import type { HubBehaviour } from './testing/hub-behaviour.ts';
import { SIZE, TestDownloads } from './testing/test-downloads.ts';

let test: TestDownloads;
beforeAll(async () => {
  test = await TestDownloads.start();
});
beforeEach(() => test.reset());
afterAll(() => test.hub.close());

describe('a file that is not as it should be', () => {
  it.each<[string, HubBehaviour]>([
    ['has a flipped byte', { flipByte: 12_345 }],
    ['is cut short', { truncateTo: 1_000 }],
    ['is cut short without a length', { truncateTo: 1_000, isChunked: true }],
  ])('and %s is fetched a second time', async (_, behaviour) => {
    const file = test.served(behaviour, {});
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
    expect(test.ranges).toEqual([null, null]);
  });

  it.each<[string, HubBehaviour]>([
    ['has a flipped byte', { flipByte: 12_345 }],
    ['is cut short', { truncateTo: 1_000 }],
    ['is announced with another length', { contentLength: SIZE + 1 }],
  ])('and %s each time is refused, and nothing of it stays', async (_, behaviour) => {
    const file = test.served(behaviour);
    await expect(test.run([file])).rejects.toMatchObject({
      code: 'model/integrity',
      message: expect.stringContaining('Weights 1 is damaged'),
      details: { url: file.urls[0] },
    });
    expect(test.hub.requests).toHaveLength(2);
    expect(test.stores.parts.size + test.stores.files.size).toBe(0);
  });

  it('is fetched from another mirror then', async () => {
    const [bad, good] = [test.served({ flipByte: 0 }), test.served()];
    const file = test.fileOf(bad.urls[0], good.urls[0]);
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
    expect(test.hub.requests).toHaveLength(2);
  });

  it('and is longer than it should be is not read to its end', async () => {
    const file = { ...test.served({ isChunked: true, bytesPerSecond: 1_000_000 }), sizeBytes: 1_000 };
    await expect(test.run([file])).rejects.toMatchObject({ code: 'model/integrity' });
  });

  it('is noticed when the disk is at fault', async () => {
    const file = test.served({ dropAfter: 100_000 }, { status: 404 }, {});
    await expect(test.run([file])).rejects.toMatchObject({ code: 'model/missing' });
    must(test.stores.parts.get(placeKey(file.place)), 'a part').bytes[10] = 0xff;
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
    expect(test.ranges.slice(2)).toEqual(['bytes=100000-', null]);
  });
});
