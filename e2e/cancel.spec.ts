import { Playground } from './support/playground.ts';
import { expect, test } from './support/test.ts';

/** Milliseconds in which Cancel must be seen to work. */
const SOON = 1_000;

test('a runaway query is cancelled at once, and the database is as it was', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript('CREATE TABLE kept (id integer PRIMARY KEY); INSERT INTO kept VALUES (7);');
  await expect(playground.tables.getByText('kept', { exact: true })).toBeVisible();
  await playground.run('SELECT count(*) FROM generate_series(1, 1000000000)');
  await expect(playground.answer.getByText('Running the query…')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(playground.answer.getByText('Cancelled.')).toBeVisible({ timeout: SOON });
  await playground.run('SELECT id FROM kept');
  await expect.poll(() => playground.rows()).toEqual([['7']]);
});

test('a query that takes too long is stopped, and says so', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  // Unlike one long series, which fills its share of temporary space first.
  await playground.run('SELECT count(*) FROM generate_series(1, 100000) AS a, generate_series(1, 100000) AS b');
  await expect(playground.answer.getByRole('alert')).toContainText('database/timeout');
  await playground.run('SELECT 1 AS still_here');
  await expect.poll(() => playground.rows()).toEqual([['1']]);
});
