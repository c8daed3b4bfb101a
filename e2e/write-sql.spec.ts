import { Playground } from './support/playground.ts';
import { expect, test } from './support/test.ts';

test('the page is there before the database, then the sample fills it', async ({ page }) => {
  // Postgres is held back until the page has been seen without it.
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.(?:wasm|gz|data|tar)(?:\?|$)|postgres/, async (route) => {
    await held;
    await route.continue();
  });
  const playground = new Playground(page);
  await page.goto('.');
  await expect(page.getByRole('heading', { name: 'Ask your data' })).toBeVisible();
  await expect(playground.question).toBeEditable();
  await expect(page.getByText(/PostgreSQL/).first()).toBeVisible();
  release();
  await expect(playground.tables.getByRole('listitem').first()).toBeVisible();
});

test('a query written by hand gives rows', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run("SELECT n AS number, 'row ' || n AS label, NULLIF(n, 2) AS gap FROM generate_series(1, 3) AS n");
  await expect(playground.result.getByText('3 rows', { exact: true })).toBeVisible();
  await expect(playground.result.getByRole('columnheader', { name: 'number integer' })).toBeVisible();
  expect(await playground.rows()).toEqual([
    ['1', 'row 1', '1'],
    ['2', 'row 2', 'NULL'],
    ['3', 'row 3', '3'],
  ]);
});

test('a result of many rows says that there are more, and scrolls by keyboard', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run('SELECT n FROM generate_series(1, 5000) AS n');
  await expect(playground.result.getByText('First 1,000 rows')).toBeVisible();
  await expect(playground.result.getByText('more exist')).toBeVisible();
  const rows = playground.result.getByRole('region', { name: 'Result rows' });
  await rows.focus();
  await rows.press('End');
  await expect(playground.result.getByRole('cell', { name: '1000', exact: true })).toBeVisible();
});

test('the tables of the schema can be opened and their rows shown', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const table = playground.tables.getByRole('listitem').first();
  await table.locator('summary').click();
  await table.getByRole('button', { name: /Show rows/ }).click();
  await expect(playground.result).toBeVisible();
  await expect(playground.editor).toContainText('SELECT *');
});

test('an error of Postgres is shown where it is, and can be put right', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run('SELECT 1,\n  nope');
  const alert = playground.answer.getByRole('alert');
  await expect(alert).toContainText('Column "nope" does not exist.');
  await alert.getByRole('button', { name: 'Go to line 2, column 3' }).click();
  await expect(playground.editor).toBeFocused();
  await playground.run('SELECT 1,\n  2');
  await expect(playground.result.getByText('1 row', { exact: true })).toBeVisible();
});

test('a statement that would change the data is refused and nothing changes', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run('CREATE TABLE mine (id integer)');
  await expect(playground.answer.getByRole('alert')).toBeVisible();
  await playground.run("SELECT count(*) FROM pg_class WHERE relname = 'mine'");
  await expect.poll(() => playground.rows()).toEqual([['0']]);
});

test('a query of the model that is emptied can be written anew', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.ask('How many customers are there in each country?');
  await expect(playground.result).toBeVisible({ timeout: 60_000 });
  await playground.run('SELECT 7 AS seven');
  await expect.poll(() => playground.rows()).toEqual([['7']]);
});

test('an answer of a database that is not open any more says so', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run('SELECT 1 AS one');
  await expect.poll(() => playground.rows()).toEqual([['1']]);
  await playground.database.selectOption({ label: 'Bank' });
  await expect(playground.tables.getByText('loans', { exact: true })).toBeVisible();
  await expect(playground.answer).toContainText('This is of Online shop, which is not open any more.');
  await playground.run('SELECT 2 AS two');
  await expect.poll(() => playground.rows()).toEqual([['2']]);
  await expect(playground.answer).not.toContainText('not open any more');
});
