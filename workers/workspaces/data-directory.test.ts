import { expect, it } from 'vitest';
import { nodeRuntime } from '../database/node-runtime.ts';
import { readDataDirectory } from './data-directory.ts';
import { gunzip, gzip } from './gzip.ts';

/** Of a tar, which is made of these. */
const BLOCK = 512;
const { dataDirectory } = await nodeRuntime();
const saved = Buffer.from(await dataDirectory.arrayBuffer());

/** Where the contents of the top folder's PG_VERSION begin. */
function versionAt(): number {
  for (let at = 0; at < saved.length; at += BLOCK) {
    if (/^\/?PG_VERSION\0/.test(saved.toString('latin1', at, at + 20))) return at + BLOCK;
  }
  throw new Error('no PG_VERSION');
}

it('reads what was saved', async () => {
  const read = await readDataDirectory(await gzip(dataDirectory));
  expect(saved.equals(Buffer.from(await read.arrayBuffer()))).toBe(true);
});

it('refuses a data directory of another Postgres', async () => {
  const other = Buffer.from(saved);
  other.write('17', versionAt());
  const message = await readDataDirectory(await gzip(new Blob([other]))).catch((thrown) => thrown.message);
  expect(message).toContain('It is of PostgreSQL 17');
});

it.each([
  ['text', new Blob(['CREATE TABLE a ();']), 'not compressed'],
  ['nothing', new Blob([]), 'not compressed'],
  ['another archive', await gzip(new Blob([new Uint8Array(2_048)])), 'no PG_VERSION'],
  ['noise', await gzip(new Blob([Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7) % 256)])), 'no PG_VERSION'],
])('refuses %s', async (_, file, why) => {
  await expect(readDataDirectory(file)).rejects.toMatchObject({
    code: 'workspace/damaged',
    message: expect.stringContaining(why),
  });
});

it('stops unpacking at the limit', async () => {
  const packed = await gzip(new Blob([new Uint8Array(3 * 1024 * 1024)]));
  expect((await gunzip(packed, 3 * 1024 * 1024)).size).toBe(3 * 1024 * 1024);
  await expect(gunzip(packed, 2 * 1024 * 1024)).rejects.toThrow('Unpacked it has more than 2 MB.');
});
