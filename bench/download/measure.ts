/**
 * `npx tsx bench/download/measure.ts [--megabytes 64] [--files 4] [--rate 0] [--rounds 5] [--place file]`
 * Our downloader, hashing and storing included, against a plain `fetch` of the same bytes that only reads them: in
 * Chromium, by turns in one run, from a server in a process of its own. `--rate` limits the server to so many megabytes a
 * second; 0 is as fast as this machine passes bytes to itself, which no network does. `--place cache` has the files end
 * as WebLLM's cache entries. Prints megabytes per second of each round, the ratio of the medians, and the page's longest
 * gap between two frames while ours ran.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { watchFrames } from '../../e2e/support/frames.ts';
import { launchOptions } from '../../e2e/support/launch-options.ts';
import type { DownloadFile } from '../../src/downloads/contract.ts';
import { must } from '../../src/platform/assert.ts';
// For the type of `bench`, the global that the page sets.
import type {} from './main.ts';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '64' },
    files: { type: 'string', default: '4' },
    rate: { type: 'string', default: '0' },
    rounds: { type: 'string', default: '5' },
    place: { type: 'string', default: 'file' },
  },
});
const CONFIG = fileURLToPath(new URL('vite.config.ts', import.meta.url));
const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url));
const totalMegabytes = Number(values.megabytes) * Number(values.files) * 1.048576;

function inPlace(file: DownloadFile): DownloadFile {
  if (values.place === 'file') return file;
  const [url] = file.urls;
  return { ...file, place: { kind: 'cache', cache: 'webllm/model', url, contentType: 'application/octet-stream' } };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return must(sorted[Math.floor(sorted.length / 2)], 'a number');
}

const megabytesPerSecond = (milliseconds: number) => totalMegabytes / (milliseconds / 1_000);
const shown = (value: number) => value.toFixed(0).padStart(6);

const hub = spawn(
  process.execPath,
  ['--import', 'tsx', SERVE, values.megabytes, values.files, String(Number(values.rate) * 1_000_000)],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const [line] = await once(createInterface(hub.stdout), 'line');
const served: DownloadFile[] = JSON.parse(line);
const files = served.map(inPlace);
const urls = files.map(({ urls: [url] }) => url);

await build({ configFile: CONFIG, logLevel: 'error' });
const server = await preview({ configFile: CONFIG, preview: { port: 0 } });
// A profile on the disk: what Playwright opens otherwise is a private window, which keeps files in memory, and slowly.
const profile = await mkdtemp(path.join(tmpdir(), 'expert-sql-'));
const context = await chromium.launchPersistentContext(profile, launchOptions());
try {
  // tsx wraps named functions in a helper, which functions given to `page.evaluate` take along without its definition.
  await context.addInitScript('globalThis.__name ??= (value) => value');
  const page = await context.newPage();
  await page.goto(must(server.resolvedUrls?.local[0], 'an address of the preview server'));
  await page.waitForFunction(() => 'bench' in globalThis);
  const ours: number[] = [];
  const plain: number[] = [];
  let longestGap = 0;
  // The first round warms up server, browser and disk, and does not count.
  for (let round = 0; round <= Number(values.rounds); round++) {
    const plainSpeed = megabytesPerSecond(await page.evaluate((each) => bench.plainFetch(each), urls));
    const frames = await watchFrames(page);
    const ourSpeed = megabytesPerSecond(await page.evaluate((each) => bench.download(each), files));
    const { longest } = await frames();
    await page.evaluate((each) => bench.clear(each), files);
    process.stdout.write(`round ${round}: plain ${shown(plainSpeed)} MB/s, ours ${shown(ourSpeed)} MB/s`);
    process.stdout.write(`, longest gap ${shown(longest)} ms\n`);
    if (round === 0) continue;
    plain.push(plainSpeed);
    ours.push(ourSpeed);
    longestGap = Math.max(longestGap, longest);
  }
  const ratio = median(ours) / median(plain);
  process.stdout.write(`${totalMegabytes.toFixed(0)} MB in ${values.files} files to ${values.place}: `);
  process.stdout.write(`ratio ${ratio.toFixed(2)}, longest gap ${longestGap.toFixed(0)} ms\n`);
} finally {
  await context.close();
  await server.close();
  hub.kill();
  await rm(profile, { recursive: true });
}
