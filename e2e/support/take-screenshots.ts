/** `npm run screenshots`: the pictures of the README, from the production build. Run `npm run build` first. */
import { mkdirSync } from 'node:fs';
import { chromium, expect } from '@playwright/test';
import { preview } from 'vite';
import { must } from '../../src/platform/assert.ts';
import { launchOptions } from './launch-options.ts';
import { Playground } from './playground.ts';

const FOLDER = 'docs/images';
const QUESTION = 'How many customers are there in each country?';
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const shots = [
  { name: 'answer-light', viewport: DESK, colorScheme: 'light' },
  { name: 'answer-dark', viewport: DESK, colorScheme: 'dark' },
  { name: 'phone', viewport: PHONE, colorScheme: 'light' },
] as const;

mkdirSync(FOLDER, { recursive: true });
const server = await preview({ preview: { port: 0 } });
const browser = await chromium.launch(launchOptions());
for (const { name, ...options } of shots) {
  const page = await browser.newPage({
    ...options,
    baseURL: must(server.resolvedUrls?.local[0], 'an address of the preview server'),
  });
  const playground = new Playground(page);
  await playground.open();
  await playground.ask(QUESTION);
  await expect(playground.result).toBeVisible({ timeout: 120_000 });
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await page.close();
}
await browser.close();
await server.close();
