/** The page of the benchmark: nothing but the downloader and what it is measured against. */
import { DownloadClient } from '../../src/downloads/client.ts';
import type { DownloadFile } from '../../src/downloads/contract.ts';

const client = new DownloadClient();
const plain = new Worker(new URL('./plain-fetch.ts', import.meta.url), { type: 'module' });

const benchmark = {
  /** Milliseconds until all files are in their places. */
  async download(files: readonly DownloadFile[]): Promise<number> {
    const started = performance.now();
    await client.download(files, {}, () => undefined, new AbortController().signal);
    return performance.now() - started;
  },

  async clear(files: readonly DownloadFile[]): Promise<void> {
    await client.remove(files.map(({ place }) => place));
  },

  /** Milliseconds until all files were read to their ends. */
  plainFetch(urls: readonly string[]): Promise<number> {
    return new Promise((resolve) => {
      plain.addEventListener('message', ({ data }: MessageEvent<number>) => resolve(data), { once: true });
      plain.postMessage({ urls });
    });
  },
};

declare global {
  /** Set by the page of the benchmark. */
  var bench: typeof benchmark;
}

globalThis.bench = benchmark;
