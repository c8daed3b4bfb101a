/** Whatever happens on the way, what is stored in the end is the file, and nothing that was shown went back. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must } from '../platform/assert.ts';
import { type DownloadFile, type DownloadProgress, placeKey } from './contract.ts';
import { downloadFiles } from './download-files.ts';
import type { HubBehaviour } from './testing/hub-behaviour.ts';
import { type HubServer, startHubServer } from './testing/hub-server.ts';
import { memoryPorts, memoryStores } from './testing/memory-ports.ts';

const SIZE = 200_000;
const CONTENT = Uint8Array.from({ length: SIZE }, (_, index) => (index * 7 + (index >> 8)) % 256);
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');

const place = fc.nat(SIZE);
const behaviour: fc.Arbitrary<HubBehaviour> = fc.oneof(
  { arbitrary: fc.record({ dropAfter: place }), weight: 4 },
  { arbitrary: fc.record({ dropAfter: place, redirect: fc.constant<'signed'>('signed') }), weight: 2 },
  fc.record({ dropAfter: place, ignoresRange: fc.constant(true) }),
  fc.record({ dropAfter: place, etag: fc.constantFrom('"a"', '"b"', null) }),
  fc.record({ dropAfter: place, isChunked: fc.constant(true) }),
  fc.record({ status: fc.constantFrom(500, 503, 429) }),
  fc.record({ redirect: fc.constant<'expired'>('expired') }),
  fc.record({ flipByte: fc.nat(SIZE - 1), dropAfter: place }),
);

let hub: HubServer;
let count = 0;
beforeAll(async () => {
  hub = await startHubServer();
});
afterAll(() => hub.close());

it('a download that is broken off and paused at will yields the file', async () => {
  const runs = fc.record({
    behaviours: fc.array(behaviour, { maxLength: 8 }),
    /** After so many bytes of progress each run is paused; the last one is not. */
    pauses: fc.array(place, { maxLength: 4 }),
    hasHash: fc.boolean(),
    mirrors: fc.integer({ min: 1, max: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(runs, async ({ behaviours, pauses, hasHash, mirrors }) => {
      // What is bad without anybody knowing what is good cannot be found.
      const told = hasHash ? behaviours : behaviours.filter(({ flipByte }) => flipByte === undefined);
      const urls = Array.from({ length: mirrors }, () => hub.add(`/${count++}.bin`, CONTENT, ...told, {}));
      const file: DownloadFile = {
        name: 'a file',
        urls: [must(urls[0], 'an address'), ...urls.slice(1)],
        sizeBytes: SIZE,
        sha256: hasHash ? SHA256 : null,
        place: { kind: 'file', name: must(urls[0], 'an address') },
      };
      const stores = memoryStores();
      const ports = memoryPorts(stores);
      let shown: DownloadProgress[] = [];
      for (const pause of [...pauses, null]) {
        const controller = new AbortController();
        const kept = stores.parts.get(placeKey(file.place))?.bytes.length ?? 0;
        shown = [];
        const onProgress = (progress: DownloadProgress) => {
          shown.push(progress);
          if (pause !== null && progress.loadedBytes - kept > pause) controller.abort();
        };
        try {
          await downloadFiles([file], {}, ports, onProgress, controller.signal);
        } catch (error) {
          // Bad bytes may have come twice in a row: refused then, and nothing of them kept.
          expect(error).toMatchObject({ code: expect.stringMatching(/^(?:cancelled|model\/integrity)$/) });
          expect(stores.files.size).toBe(0);
        }
        const positions = shown.map(({ loadedBytes }) => loadedBytes);
        expect(positions).toEqual(positions.toSorted((a, b) => a - b));
        for (const part of stores.parts.values()) expect(part.isOpen).toBe(false);
      }
      // Bad bytes twice in the last run: the next one starts with nothing, and the server is well by now or soon.
      for (let tries = 0; stores.files.size === 0 && tries < 8; tries++) {
        await downloadFiles([file], {}, ports, (each) => shown.push(each), new AbortController().signal).catch(
          (error) => expect(error).toMatchObject({ code: 'model/integrity' }),
        );
      }
      expect(Buffer.compare(must(stores.files.get(placeKey(file.place)), 'the file').bytes, CONTENT)).toBe(0);
      expect(stores.parts.size).toBe(0);
      expect(shown.at(-1)).toMatchObject({ loadedBytes: SIZE, totalBytes: SIZE });
    }),
    { numRuns: 60 },
  );
});
