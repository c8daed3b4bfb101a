import type { Page } from '@playwright/test';
import { Playground } from './support/playground.ts';
import { expect, test } from './support/test.ts';

const MODEL_FILE = /\.gguf(?:\?|$)/;

test.use({ allowedErrors: /Failed to load resource|net::ERR_FAILED/ });

async function expectWayOn(page: Page, playground: Playground): Promise<void> {
  const banner = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
  await expect(banner).toBeVisible();
  await playground.run('SELECT 1 AS by_hand');
  await expect.poll(() => playground.rows()).toEqual([['1']]);
  await page.unroute(MODEL_FILE);
  await banner.getByRole('button', { name: 'Load it again' }).click();
  await expect(page.getByRole('button', { name: /Expert SQL nano.*CPU/ })).toBeVisible();
  await expect(banner).toHaveCount(0);
}

test('without the model file the editor works, and loading can be tried again', async ({ page }) => {
  await page.route(MODEL_FILE, (route) => route.fulfill({ status: 404, body: 'not here' }));
  const playground = new Playground(page);
  await playground.open();
  await expectWayOn(page, playground);
});

test('a truncated model file is noticed', async ({ page }) => {
  await page.route(MODEL_FILE, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ status: 200, body: body.subarray(0, Math.floor(body.length / 2)) });
  });
  const playground = new Playground(page);
  await playground.open();
  await expectWayOn(page, playground);
});

test('a question without a model says why', async ({ page }) => {
  await page.route(MODEL_FILE, (route) => route.abort());
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole('list', { name: 'Example questions' }).getByRole('button').first().click();
  await expect(playground.answer.getByRole('alert')).toContainText('The question could not be asked');
});
