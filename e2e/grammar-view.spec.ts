/** What the model may write: sizes, the grammar's text, and a place to try queries of any spelling. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { Playground } from './support/playground.ts';
import { expect, test } from './support/test.ts';

const GARDEN = `
  CREATE TYPE mood AS ENUM ('wilting', 'well');
  CREATE TABLE beds (id integer PRIMARY KEY, name text NOT NULL);
  CREATE TABLE plants (
    id integer PRIMARY KEY, bed_id integer REFERENCES beds, "Latin Name" text, mood mood, planted_on date
  );
`;

class GrammarView {
  readonly dialog: Locator;
  readonly sql: Locator;
  readonly verdict: Locator;
  readonly opener: Locator;

  constructor(page: Page) {
    this.opener = page.getByRole('button', { name: 'What the model may write' });
    this.dialog = page.getByRole('dialog', { name: 'What the model may write' });
    this.sql = this.dialog.getByRole('textbox', { name: 'Could it write this?' });
    this.verdict = this.dialog.getByRole('status');
  }

  async open(): Promise<void> {
    await this.opener.click();
    await expect(this.dialog).toBeVisible();
  }

  fact(name: string): Locator {
    return this.dialog.getByRole('term').filter({ hasText: name }).locator('..').getByRole('definition');
  }
}

test('says what is possible, how large the grammar is, and gives its text', async ({ page }) => {
  await new Playground(page).open();
  const view = new GrammarView(page);
  await view.open();
  await expect(view.dialog).toContainText('Any single SELECT over these 7 tables; nothing that writes.');
  await expect(view.dialog.getByRole('listitem').filter({ hasText: /^order_items$/ })).toBeVisible();
  await expect(view.fact('Tables')).toHaveText('7');
  await expect(view.fact('Size')).toHaveText(/^\d+ kB$/);
  await expect(view.fact('Rules')).toHaveText(/^\d{2,3}$/);
  await expect(view.fact('Built in')).toHaveText(/ms|s$/);
  await expect(view.fact('Expert SQL nano')).toHaveText('reads it with each question');

  await view.dialog.getByText('The grammar’s text').click();
  const text = view.dialog.getByRole('region', { name: 'online-shop.gbnf' });
  await expect(text).toContainText('root ::= ');
  const downloading = page.waitForEvent('download');
  await view.dialog.getByRole('button', { name: 'Download' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('online-shop.gbnf');
  expect(readFileSync(await download.path(), 'utf8')).toBe(await text.textContent());
});

test('tells of any query whether the model could write it, and why not', async ({ page }) => {
  await new Playground(page).open();
  const view = new GrammarView(page);
  await view.open();
  await expect(view.verdict).toHaveText('Yes: the model can write this, in its own spelling.');

  await view.sql.fill('select c.name from customers c');
  await expect(view.dialog.getByText('Canonical spelling: SELECT customers.name FROM customers')).toBeVisible();
  await view.sql.fill('SELECT customers.name FROM customers');
  await expect(view.verdict).toHaveText('Yes: the model can write this, word for word.');
  await view.sql.fill('SELECT orders.id FROM customers');
  await expect(view.dialog).toContainText('Postgres would refuse it, though');

  const mark = view.dialog.locator('mark');
  await view.sql.fill('select c.nme from customers c');
  await expect(view.verdict).toHaveText('There is no column "c.nme". Did you mean name?');
  await expect(mark).toHaveText('at fault: c.nme');
  await view.sql.fill('selct 1');
  await expect(view.verdict).toHaveText('PostgreSQL cannot read this: syntax error at or near "selct".');
  await expect(mark).toHaveText('at fault: selct');
  await view.sql.fill('select * from orders for update');
  await expect(view.verdict).toContainText('FOR UPDATE and FOR SHARE cannot be written here.');
  await view.sql.fill('select 1; select 2');
  await expect(view.verdict).toHaveText('There are 2 statements; one is expected.');
  await view.sql.fill('delete from orders');
  await expect(view.verdict).toHaveText('No: this changes rows, and the model only reads.');

  await view.sql.fill("select id from orders where status = 'lost'");
  await expect(view.verdict).toHaveText('No: only some texts can stand here.');
  await expect(mark).toHaveText("at fault: 'lost'");
  await expect(view.dialog).toContainText("one of 'pending', 'paid', 'shipped'");
  await view.sql.fill('select pg_sleep(1)');
  await expect(view.verdict).toHaveText('No: the grammar has no function PG_SLEEP here.');
  await view.sql.fill(`select '${'x'.repeat(20_000)}'`);
  await expect(view.verdict).toContainText('This has 20,009 characters; up to 20,000 are looked at.');
  await view.sql.fill(' ');
  await expect(view.verdict).toHaveText('Type a query to see whether the model could write it.');
});

test('is about the schema that one brought', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript(GARDEN);
  await expect(playground.tables.getByText('plants', { exact: true })).toBeVisible();
  const view = new GrammarView(page);
  await view.open();
  await expect(view.dialog).toContainText('over these 2 tables');
  await expect(view.sql).toHaveValue(/from beds b\njoin plants p on p\.bed_id = b\.id/);
  await view.sql.fill(`select "Latin Name" from plants where mood = 'dead'`);
  await expect(view.dialog).toContainText("one of 'wilting', 'well'");
  await view.sql.fill('select count(*) from customers');
  await expect(view.verdict).toHaveText('There is no table "customers".');
});

test('shows what the question picked where there are many tables', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const names = [...'abcdefghijklmnopqrs'].map((letter) => `${letter}things`).concat('lighthouses');
  await playground.importScript(names.map((name) => `CREATE TABLE ${name} (id integer, label text);`).join('\n'));
  await expect(playground.tables.getByText('lighthouses', { exact: true })).toBeVisible();
  const view = new GrammarView(page);
  await view.open();
  await expect(view.dialog).toContainText('The database has 20 tables');
  await expect(view.fact('Tables')).toHaveText('12 of 20');
  await view.sql.fill('select count(*) from lighthouses');
  await expect(view.verdict).toHaveText('No: the question did not pick the table lighthouses.');
  await page.keyboard.press('Escape');
  await playground.ask('How many lighthouses are there?');
  await expect(playground.answer).toHaveAttribute('aria-busy', 'false');
  await view.open();
  await expect(view.dialog).toContainText('These were picked by “How many lighthouses are there?”');
  await view.sql.fill('select count(*) from lighthouses');
  await expect(view.verdict).toContainText('Yes');
});

test('a schema without a column has no grammar, and the view says so', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript('CREATE TABLE nothing ();');
  await expect(playground.tables.getByText('nothing', { exact: true })).toBeVisible();
  const view = new GrammarView(page);
  await view.open();
  await expect(view.dialog.getByRole('alert')).toContainText('The schema has no table with a column.');
});

test('the keyboard is enough, and Esc gives the focus back', async ({ page }) => {
  await new Playground(page).open();
  const view = new GrammarView(page);
  await view.opener.focus();
  await page.keyboard.press('Enter');
  await expect(view.dialog).toBeVisible();
  await expect(view.verdict).toContainText('Yes');
  const focusable = await view.dialog.locator('button, textarea, summary').count();
  for (let tabs = 0; tabs < focusable * 2; tabs++) {
    await page.keyboard.press('Tab');
    // Between the last and the first the focus is on the browser itself.
    const isInside = await view.dialog.evaluate(
      (dialog) => document.activeElement === document.body || dialog.contains(document.activeElement),
    );
    expect(isInside).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(view.dialog).toBeHidden();
  await expect(view.opener).toBeFocused();
});

test('on a phone it fits', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = new Playground(page);
  await playground.open();
  await playground.schemaToggle.click();
  const view = new GrammarView(page);
  await view.open();
  await expect(view.verdict).toContainText('Yes');
  await view.dialog.getByText('The grammar’s text').click();
  const overflow = await view.dialog.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test.describe('without the parser', () => {
  test.use({ allowedErrors: /Failed to load resource|wasm|Aborted|falling back to ArrayBuffer/ });

  test('questions are answered all the same, and the view says what is missing', async ({ page }) => {
    await page.route(/libpg-query.*\.wasm/, (route) => route.fulfill({ status: 404, body: 'not here' }));
    const playground = new Playground(page);
    await playground.open();
    await playground.ask('How many customers are there in each country?');
    await expect(playground.result).toBeVisible();
    await expect(playground.editor).toContainText('customers.country');
    const view = new GrammarView(page);
    await view.open();
    await expect(view.dialog.getByRole('alert')).toContainText('parser could not be loaded');
    await page.unroute(/libpg-query.*\.wasm/);
    await view.sql.fill('select 1');
    await expect(view.verdict).toContainText('Yes');
  });
});

test('an answer is shown in the spelling that people like to read', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.ask('How many customers are there in each country?');
  await expect(playground.result).toBeVisible();
  await expect(playground.editor).toContainText('FROM customers');
  await expect(playground.editor).not.toContainText('customers.country');
});
