import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchModelFile } from './fetch-model.ts';

const CONTENT = Buffer.from('0123456789'.repeat(20_000));
const FILE = {
  name: 'The model',
  sizeBytes: CONTENT.length,
  sha256: createHash('sha256').update(CONTENT).digest('hex'),
};

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Starts a server and returns the URL of its file. */
async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const address = started.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/model.gguf`;
}

function fetchFrom(url: string, signal = new AbortController().signal, onBytes: (bytes: number) => void = () => {}) {
  return fetchModelFile({ ...FILE, url }, onBytes, signal);
}

describe('fetchModelFile', () => {
  it('delivers the file and counts its bytes', async () => {
    const url = await serve((_, response) => response.end(CONTENT));
    const counts: number[] = [];
    const blob = await fetchFrom(url, undefined, (bytes) => counts.push(bytes));
    expect(Buffer.from(await blob.arrayBuffer()).equals(CONTENT)).toBe(true);
    expect(counts.at(-1)).toBe(CONTENT.length);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });

  const flipped = Buffer.from(CONTENT);
  flipped[1000] = 0;

  it.each<[string, string, RequestListener]>([
    ['is cut short', 'model/integrity', (_, response) => response.end(CONTENT.subarray(0, 1000))],
    ['is too long', 'model/integrity', (_, response) => response.end(Buffer.concat([CONTENT, CONTENT]))],
    ['has a flipped byte', 'model/integrity', (_, response) => response.end(flipped)],
    ['is not there', 'model/missing', (_, response) => response.writeHead(404).end()],
    [
      'is a start page',
      'model/missing',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html>'),
    ],
    ['is refused by a broken server', 'model/host-unreachable', (_, response) => response.writeHead(503).end()],
    [
      'breaks off',
      'model/host-unreachable',
      (_, response) => {
        response.writeHead(200, { 'content-length': CONTENT.length });
        response.write(CONTENT.subarray(0, 1000), () => response.destroy());
      },
    ],
  ])('tells when the file %s', async (_, code, listener) => {
    const url = await serve(listener);
    await expect(fetchFrom(url)).rejects.toMatchObject({ code, details: { url } });
  });

  it('names the host that cannot be reached', async () => {
    const url = await serve((_, response) => response.end());
    server?.close();
    await expect(fetchFrom(url)).rejects.toMatchObject({
      code: 'model/host-unreachable',
      message: expect.stringContaining(new URL(url).host),
    });
  });

  it('stops when it is cancelled', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': CONTENT.length });
      response.write(CONTENT.subarray(0, 1000));
    });
    const controller = new AbortController();
    const fetched = fetchFrom(url, controller.signal, () => controller.abort());
    await expect(fetched).rejects.toMatchObject({ code: 'cancelled' });
  });
});
