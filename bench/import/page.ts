/**
 * `npm run build && npx tsx bench/import/page.ts [--tables 500] [--rows 100000] [--megabytes 50] [--only dump]`
 * What importing costs on the page, in Chromium on the production build: seconds from the click until the tables are
 * shown and kept, how often progress was told, and for how long the page drew nothing. Other work on the machine shows
 * in the gaps too; those of an idle page, measured first, say how much.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, expect, type Page } from '@playwright/test';
import { preview } from 'vite';
import { type Frames, watchFrames } from '../../e2e/support/frames.ts';
import { ImportView } from '../../e2e/support/import-view.ts';
import { launchOptions } from '../../e2e/support/launch-options.ts';
import { Playground } from '../../e2e/support/playground.ts';
import { must } from '../../src/platform/assert.ts';
import { largeDump } from './large-dump.ts';
import { rowScript } from './row-script.ts';
import { watchTasks } from './tasks.ts';

const { values } = parseArgs({
  options: {
    tables: { type: 'string', default: '500' },
    rows: { type: 'string', default: '100000' },
    megabytes: { type: 'string', default: '50' },
    only: { type: 'string', default: '' },
  },
});
const characters = Number(values.megabytes) * 1_000_000;

const CASES = [
  { name: 'dump', title: `a dump of ${values.tables} tables`, text: () => largeDump(Number(values.tables)) },
  { name: 'csv', title: `a CSV file of ${values.rows} rows`, text: () => csv(Number(values.rows)) },
  { name: 'copy', title: `${values.megabytes} MB of COPY`, text: () => rowScript('copy', characters) },
  { name: 'inserts', title: `${values.megabytes} MB of INSERTs`, text: () => rowScript('single inserts', characters) },
] as const;

function csv(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `${at + 1},Customer ${at},"Main street ${at % 90}, Springfield",${(at % 977) / 4},2024-03-${10 + (at % 20)}`,
  );
  return `id,name,address,balance,joined\n${lines.join('\n')}\n`;
}

async function open(page: Page): Promise<void> {
  await page.goto('.');
  await new Playground(page).tables.waitFor({ timeout: 120_000 });
}

/** Imports a file as a person does, and tells what that was like. */
async function importFile(page: Page, title: string, file: string): Promise<void> {
  const view = new ImportView(page);
  await open(page);
  await view.open();
  const intoDialog = await watch(page);
  const chosen = performance.now();
  await view.files.setInputFiles(file);
  await expect(view.importButton).toBeEnabled({ timeout: 120_000 });
  line(`${title}: read and shown`, secondsSince(chosen), await intoDialog());
  const importing = await watch(page);
  const begun = performance.now();
  await view.importButton.click();
  await expect(view.report).toBeVisible({ timeout: 300_000 });
  line(`${title}: imported and kept`, secondsSince(begun), await importing());
}

interface Seen extends Frames {
  /** Milliseconds of processor time. */
  readonly longestTask: number;
}

async function watch(page: Page): Promise<() => Promise<Seen>> {
  const [tasks, frames] = [await watchTasks(browser, page), await watchFrames(page)];
  return async () => ({ ...(await frames()), longestTask: await tasks() });
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1_000;
}

function line(what: string, seconds: number, { longest, over, longestTask, slowest, progress }: Seen): void {
  const gaps = `longest gap ${longest.toFixed(0).padStart(4)} ms, ${over} over 100 ms`;
  const told = `longest task ${longestTask.toFixed(0).padStart(4)} ms; progress told ${progress} times`;
  process.stdout.write(`${what.padEnd(48)} ${seconds.toFixed(2).padStart(7)} s  ${gaps}; ${told}\n`);
  if (slowest !== '') process.stdout.write(`  slowest script: ${slowest}\n`);
}

const folder = await mkdtemp(path.join(tmpdir(), 'expert-sql-'));
const server = await preview({ preview: { port: 0 } });
const browser = await chromium.launch(launchOptions());
try {
  const baseURL = must(server.resolvedUrls?.local[0], 'an address of the preview server');
  const idle = await browser.newPage({ baseURL });
  await open(idle);
  const begun = performance.now();
  const frames = await watch(idle);
  await idle.waitForTimeout(5_000);
  line('an idle page', secondsSince(begun), await frames());
  await idle.close();
  for (const { name, title, text } of CASES) {
    if (values.only !== '' && values.only !== name) continue;
    const file = path.join(folder, name === 'csv' ? 'rows.csv' : `${name}.sql`);
    await writeFile(file, text());
    // A new context begins without workspaces.
    const context = await browser.newContext({ baseURL });
    await importFile(await context.newPage(), title, file);
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
}
