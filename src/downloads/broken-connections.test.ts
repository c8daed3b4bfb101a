/** Connections that break, hosts that fail, mirrors that step in. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { placeKey } from './contract.ts';
import { TestDownloads } from './testing/test-downloads.ts';

let test: TestDownloads;
beforeAll(async () => {
  test = await TestDownloads.start();
});
beforeEach(() => test.reset());
afterAll(() => test.hub.close());

describe('a connection that breaks', () => {
  it('is taken up where it broke', async () => {
    const file = test.served({ dropAfter: 100_000 }, { dropAfter: 50_000 }, {});
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
    expect(test.ranges).toEqual([null, 'bytes=100000-', 'bytes=150000-']);
  });

  it('starts over where the server knows no ranges', async () => {
    const file = test.served({ dropAfter: 100_000 }, { ignoresRange: true });
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
  });

  it('starts over when the file has changed meanwhile', async () => {
    const file = test.served({ dropAfter: 100_000, etag: '"old"' }, { etag: '"new"' });
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
    expect(test.ranges).toEqual([null, 'bytes=100000-', null]);
  });

  it('starts over when nothing tells whether the file has changed', async () => {
    const file = { ...test.served({ dropAfter: 100_000, etag: null }, { etag: null }), sha256: null };
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
    expect(test.ranges).toEqual([null, 'bytes=100000-', null]);
  });

  it('is noticed when it is only silent', async () => {
    const file = test.served({ stallAfter: 70_000 }, {});
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
    expect(test.ranges).toEqual([null, 'bytes=70000-']);
  });

  it('goes on at another mirror, as the hash will tell whether that has the same', async () => {
    const [broken, whole] = [test.served({ dropAfter: 90_000 }, { status: 503 }), test.served({ etag: '"other"' })];
    const file = test.fileOf(broken.urls[0], whole.urls[0]);
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
    expect(test.ranges).toEqual([null, 'bytes=90000-']);
  });

  it('is followed through redirects, with fresh signatures', async () => {
    const file = test.served(
      { redirect: 'signed', dropAfter: 10_000 },
      { redirect: 'expired' },
      { redirect: 'signed' },
    );
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
    expect(test.hub.requests.map(({ origin, range }) => `${origin} ${range}`)).toEqual([
      'hub null',
      'cdn null',
      'hub bytes=10000-',
      'cdn bytes=10000-',
      'hub bytes=10000-',
      'cdn bytes=10000-',
    ]);
  });
});

describe('a host that fails', () => {
  it('is asked again', async () => {
    const file = test.served({ status: 500 }, { status: 502 }, { status: 429, retryAfter: '1' }, {});
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
    expect(test.hub.requests).toHaveLength(4);
  });

  it('is given up in the end, and what has arrived is kept', async () => {
    const file = test.served({ dropAfter: 1_000 }, { status: 503 });
    await expect(test.run([file])).rejects.toMatchObject({
      code: 'model/host-unreachable',
      message: expect.stringContaining('cannot deliver Weights 1'),
      details: { why: expect.stringContaining('status 503') },
    });
    expect(test.stores.parts.get(placeKey(file.place))).toMatchObject({ bytes: { length: 1_000 }, isOpen: false });
    expect(test.storedBytes(file)).toBeUndefined();
  });

  it('is given up when it always breaks off at the same place', async () => {
    const file = test.served({ ignoresRange: true, dropAfter: 1_000 });
    await expect(test.run([file])).rejects.toMatchObject({ code: 'model/host-unreachable' });
  });

  it.each([403, 404])('with %i is not asked again, but the next one is', async (status) => {
    const [gone, there] = [test.served({ status }), test.served()];
    const file = test.fileOf(gone.urls[0], there.urls[0]);
    await test.run([file]);
    expect(test.isWhole(file)).toBe(true);
    expect(test.hub.requests).toHaveLength(2);
  });

  it.each([
    [404, 'does not have Weights 1 any more'],
    [403, 'does not give Weights 1 to everyone'],
  ])('with %i everywhere has nothing to give', async (status, message) => {
    const file = test.served({ status });
    await expect(test.run([file])).rejects.toMatchObject({
      code: 'model/missing',
      message: expect.stringContaining(message),
    });
    expect(test.hub.requests).toHaveLength(1);
  });

  it('with a web page in place of the file does not have it', async () => {
    const file = test.served({ contentType: 'text/html; charset=utf-8' });
    await expect(test.run([file])).rejects.toMatchObject({ code: 'model/missing' });
  });

  it('and does not answer is named, with what may be the reason', async () => {
    const file = test.fileOf('http://127.0.0.1:9/file.bin');
    await expect(test.run([file])).rejects.toMatchObject({
      code: 'model/host-unreachable',
      message: expect.stringContaining('127.0.0.1:9'),
      hint: expect.stringContaining('CORS'),
    });
    await expect(test.run([file], { ports: { isOwnOrigin: () => true } })).rejects.toMatchObject({
      hint: expect.not.stringContaining('CORS'),
    });
  });

  it('stops the other files, and keeps what has arrived of them', async () => {
    const [bad, slow] = [test.served({ delayMs: 60, status: 404 }), test.served({ stallAfter: 20_000 })];
    await expect(test.run([bad, slow])).rejects.toMatchObject({ code: 'model/missing' });
    expect(test.stores.parts.get(placeKey(slow.place))).toMatchObject({ bytes: { length: 20_000 }, isOpen: false });
  });
});

it('waits while the browser is offline, and goes on when it is back', async () => {
  const file = test.served();
  let isOnline = false;
  const online = async () => {
    isOnline = true;
  };
  const progress = await test.run([file], { ports: { connection: { isOnline: () => isOnline, online } } });
  expect(test.isWhole(file)).toBe(true);
  expect(progress.map(({ files: [only] }) => only?.state.kind)).toContain('offline');
});
