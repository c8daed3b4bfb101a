import { Playground } from './support/playground.ts';
import { startStaticServer } from './support/static-server.ts';
import { expect, test } from './support/test.ts';

test('on a phone nothing is wider than the screen, and the schema folds', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = new Playground(page);
  await playground.open();
  await expect(playground.tables).toBeHidden();
  await playground.schemaToggle.click();
  await expect(playground.tables).toBeVisible();
  await playground.tables.locator('summary').first().click();
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await playground.schemaToggle.click();
  await playground.run('SELECT n, repeat(n::text, 40) AS wide, now() FROM generate_series(1, 50) AS n');
  await expect(playground.result.getByText('50 rows', { exact: true })).toBeVisible();
  expect(await overflow()).toBeLessThanOrEqual(0);
});

test('follows the system into the dark, and remembers another choice', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('.');
  const lightness = () =>
    page.evaluate(() => {
      const [red = 0, green = 0, blue = 0] = (
        getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? []
      ).map(Number);
      return (red + green + blue) / 3;
    });
  expect(await lightness()).toBeLessThan(60);
  await page.getByRole('button', { name: 'Light theme' }).click();
  expect(await lightness()).toBeGreaterThan(200);
  await page.reload();
  expect(await lightness()).toBeGreaterThan(200);
});

test('works under a sub-path of a plain static host', async ({ page }) => {
  const server = await startStaticServer({ folder: 'dist', path: '/tools/expert-sql/' });
  try {
    const playground = new Playground(page);
    await playground.open(server.url);
    await playground.run('SELECT 1 AS here');
    await expect.poll(() => playground.rows()).toEqual([['1']]);
    await expect(page.getByRole('button', { name: /Expert SQL nano.*CPU/ })).toBeVisible();
  } finally {
    await server.close();
  }
});
