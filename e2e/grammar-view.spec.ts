/** What the model may write: sizes, the grammar's text, and a place to try queries of any spelling. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { Playground } from './support/playground.ts';
import { expect, test } from './support/test.ts';

const GARDEN = `
  CREATE TYPE mood AS ENUM ('wilting', 'well');
  CREATE DOMAIN litres AS numeric CHECK (VALUE >= 0);
  CREATE TABLE beds (id integer PRIMARY KEY, name text NOT NULL);
  INSERT INTO beds VALUES (1, 'Roses');
  CREATE TABLE plants (
    id integer PRIMARY KEY, bed_id integer REFERENCES beds, "Latin Name" text, mood mood, planted_on date
  );
  CREATE FUNCTION need(size numeric, days integer DEFAULT 1) RETURNS litres LANGUAGE sql AS 'SELECT size * days';
`;

class GrammarView {
  readonly dialog: Locator;
  readonly sql: Locator;
  readonly verdict: Locator;
  readonly opener: Locator;
  readonly limits: Locator;

  constructor(page: Page) {
    this.opener = page.getByRole('button', { name: 'What the model may write' });
    this.dialog = page.getByRole('dialog', { name: 'What the model may write' });
    this.sql = this.dialog.getByRole('textbox', { name: 'Could it write this?' });
    this.verdict = this.dialog.getByRole('status');
    this.limits = this.dialog.getByLabel('Limits');
  }

  async open(): Promise<void> {
    await this.opener.click();
    await expect(this.dialog).toBeVisible();
  }

  async close(): Promise<void> {
    await this.dialog.page().keyboard.press('Escape');
    await expect(this.dialog).toBeHidden();
  }

  /** Opens one of the lists; its text. */
  async list(title: string | RegExp, label: string): Promise<Locator> {
    await this.dialog.locator('summary').filter({ hasText: title }).click();
    return this.dialog.getByRole('region', { name: label, exact: true });
  }

  fact(name: string): Locator {
    return this.dialog.getByRole('term').filter({ hasText: name }).locator('..').getByRole('definition');
  }
}

test('says what is possible, how large the grammar is, and gives its text', async ({ page }) => {
  await new Playground(page).open();
  const view = new GrammarView(page);
  await view.open();
  await expect(view.dialog).toContainText(
    'Expert SQL nano can write one query at a time that only reads: SELECT, VALUES, WITH over these 7 tables.',
  );
  await expect(view.limits).toContainText('The schema adds no functions, 1 enum and no domains.');
  await expect(view.limits).toContainText('JOIN and LEFT JOIN along foreign keys only');
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

test('lists what else a query can be made of, and what is left out', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript(GARDEN);
  await expect(playground.tables.getByText('plants', { exact: true })).toBeVisible();
  expect(await playground.tableTexts()).toEqual(['beds1 row', 'plants0 rows']);
  const view = new GrammarView(page);
  await view.open();
  await expect(view.limits).toContainText('The schema adds 1 function, 1 enum and 1 domain.');
  await expect(view.limits).toContainText('1 column has a list of values');
  await expect(await view.list('1 function of this schema', 'Functions of this schema')).toHaveText(
    'need(numeric[, integer]) → litres',
  );
  const types = await view.list('1 enum and 1 domain', 'Types of this schema');
  await expect(types).toContainText("mood'wilting', 'well'");
  await expect(types).toContainText('litresnumeric');
  await expect(await view.list('1 column with a list', 'Columns with a list of values')).toHaveText(
    "plants.mood'wilting', 'well'",
  );
  const functions = await view.list(/^\d+ functions of PostgreSQL$/, 'Functions of PostgreSQL');
  await expect(functions.getByText('DATE_TRUNC', { exact: true })).toBeAttached();

  await view.dialog.getByRole('button', { name: 'what, and why' }).click();
  const leftOut = view.dialog.getByRole('region', { name: 'What is left out' });
  await expect(leftOut.getByText('FOR UPDATE and FOR SHARE')).toBeAttached();
  await expect(leftOut).toBeInViewport({ ratio: 0.9 });
  await expect(view.dialog.locator('summary').filter({ hasText: 'What is left out' })).toBeFocused();
});

test('keeps what was typed for as long as the schema is the same', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const view = new GrammarView(page);
  await view.open();
  await view.sql.fill('select pg_sleep(1)');
  await view.close();
  await playground.ask('How many customers are there?');
  await expect(playground.answer).toHaveAttribute('aria-busy', 'false');
  await view.open();
  await expect(view.sql).toHaveValue('select pg_sleep(1)');
  await expect(view.verdict).toContainText('PG_SLEEP');
  await view.close();
  await playground.importScript(GARDEN);
  await expect(playground.tables.getByText('plants', { exact: true })).toBeVisible();
  await view.open();
  await expect(view.sql).toHaveValue(/^select b\.name/);
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
  await view.sql.fill('select sum(quantity) as "Total €" from order_items');
  await expect(view.dialog).toContainText('Its columns are called differently: "Total €" becomes total.');

  const mark = view.dialog.locator('mark');
  await view.sql.fill('select name, count(*) from customers');
  await expect(view.verdict).toHaveText(
    /PostgreSQL would refuse it: column "customers\.name" must appear in the GROUP BY clause/,
  );
  await expect(view.dialog.getByText('Canonical spelling: SELECT ')).toContainText('COUNT(*) FROM customers');
  await expect(mark).toHaveText('at fault: customers.name');
  await view.sql.fill('select c.nme from customers c');
  await expect(view.verdict).toHaveText('There is no column "c.nme". Did you mean name?');
  await expect(mark).toHaveText('at fault: c.nme');
  await view.sql.fill('selct 1');
  await expect(view.verdict).toContainText('PostgreSQL cannot read this: syntax error at or near "selct".');
  await expect(mark).toHaveText('at fault: selct');
  await view.sql.fill('select * from orders for update');
  await expect(view.verdict).toContainText('FOR UPDATE and FOR SHARE cannot be written here.');
  await view.sql.fill('select 1; select 2');
  await expect(view.verdict).toHaveText('There are 2 statements; one is expected.');
  await view.sql.fill('delete from orders');
  await expect(view.verdict).toHaveText('No: this changes rows, and the model only reads.');

  await view.sql.fill("select id from orders where status = 'lost'");
  await expect(view.verdict).toHaveText("No: 'lost' is none of the texts that can stand here.");
  await expect(mark).toHaveText("at fault: 'lost'");
  await expect(view.dialog).toContainText("one of 'pending', 'paid', 'shipped'");
  await view.sql.fill('select pg_sleep(1)');
  await expect(view.verdict).toContainText('No: the grammar has no function PG_SLEEP here.');
  await view.sql.fill('select 1 from customers cross join orders');
  await expect(view.verdict).toContainText('along declared foreign keys');
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
  await expect(view.verdict).toContainText(
    'No: the grammar has only some of the tables, and lighthouses is not among them yet.',
  );
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

test('on a phone it is one step away, and fits', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = new Playground(page);
  await playground.open();
  const view = new GrammarView(page);
  await expect(view.opener).toBeInViewport({ ratio: 1 });
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
