import { describe, expect, it, vi } from 'vitest';
import { must } from '../platform/assert.ts';
import { AppError } from '../platform/errors.ts';
import { ScriptedWorker } from '../platform/testing/scripted-worker.ts';
import { DownloadClient } from './client.ts';
import type { DownloadContract, DownloadFile, DownloadProgress } from './contract.ts';

const FILE: DownloadFile = {
  name: 'Weights',
  urls: ['https://a/f'],
  sizeBytes: 1,
  sha256: null,
  place: { kind: 'file', name: 'f' },
};
const PROGRESS: DownloadProgress = {
  loadedBytes: 1,
  totalBytes: 1,
  bytesPerSecond: null,
  secondsLeft: null,
  files: [],
};

/** A client whose n-th worker is served by the n-th contract. */
function clientOf(...contracts: Partial<DownloadContract>[]) {
  const workers: ScriptedWorker[] = [];
  const keepStorage = vi.fn(async () => undefined);
  const client = new DownloadClient(() => {
    const worker = new ScriptedWorker(must(contracts[workers.length], 'a contract'));
    workers.push(worker);
    return worker;
  }, keepStorage);
  return { client, workers, keepStorage };
}

const ignore = () => undefined;
const never = () => new AbortController().signal;

describe('DownloadClient', () => {
  it('passes progress on, and errors whole', async () => {
    const { client } = clientOf({
      async download(_files, _options, onProgress) {
        await onProgress(PROGRESS);
        throw new AppError({ code: 'model/integrity', message: 'Weights is damaged.', hint: 'Try again.' });
      },
    });
    const told: DownloadProgress[] = [];
    await expect(client.download([FILE], {}, (each) => told.push(each), never())).rejects.toMatchObject({
      code: 'model/integrity',
      hint: 'Try again.',
    });
    expect(told).toEqual([PROGRESS]);
  });

  it('is cancelled at once, and tells nothing after that', async () => {
    const controller = new AbortController();
    let report: (progress: DownloadProgress) => void = ignore;
    const { client } = clientOf({
      download: (_files, _options, onProgress) => {
        report = onProgress;
        return new Promise(() => undefined);
      },
    });
    const told: DownloadProgress[] = [];
    const download = client.download([FILE], {}, (each) => told.push(each), controller.signal);
    controller.abort();
    await expect(download).rejects.toMatchObject({ code: 'cancelled' });
    await report(PROGRESS);
    expect(told).toEqual([]);
  });

  it('asks the browser to keep what is downloaded, and waits for no answer', async () => {
    const { client, keepStorage } = clientOf({ download: async () => undefined });
    keepStorage.mockReturnValue(new Promise(() => undefined));
    await client.download([FILE], {}, ignore, never());
    expect(keepStorage).toHaveBeenCalledOnce();
  });

  it('starts another worker when one has crashed', async () => {
    const { client, workers } = clientOf(
      { inspect: () => new Promise(() => undefined) },
      { inspect: async () => [{ kind: 'absent' }] },
    );
    const first = client.inspect([FILE]);
    must(workers[0], 'a worker').crash();
    await expect(first).rejects.toMatchObject({ code: 'internal', details: { why: 'boom' } });
    expect(await client.inspect([FILE])).toEqual([{ kind: 'absent' }]);
  });
});
