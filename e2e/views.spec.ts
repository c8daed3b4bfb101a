import { readFile } from 'node:fs/promises';
import { Playground } from './support/playground.ts';
import { expect, test } from './support/test.ts';

const SHOP = `
  CREATE TABLE customers (id integer PRIMARY KEY, name text NOT NULL, city text);
  CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers, total numeric(8, 2));
  CREATE TABLE lines (order_id integer NOT NULL REFERENCES orders, product text NOT NULL, CHECK (product <> ''));
  CREATE VIEW order_totals AS SELECT customer_id, sum(total) FROM orders GROUP BY 1;`;
const ROWS = `
  INSERT INTO customers VALUES (1, 'Ann', 'Lisbon'), (2, 'Bob', 'Porto'), (3, 'Cleo', 'Lisbon');
  INSERT INTO orders VALUES (1, 1, 9.50), (2, 1, 20);
  INSERT INTO lines VALUES (1, 'tea');`;

/** Tables of which no question can be shown all: 40, in a chain. */
const MANY = Array.from(
  { length: 40 },
  (_, index) =>
    `CREATE TABLE thing${index} (id integer PRIMARY KEY, name text${index > 0 ? `, other_id integer REFERENCES thing${index - 1}` : ''});`,
).join('\n');

test('an opened table shows its columns with a few of their values', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript(SHOP + ROWS);
  const customers = playground.tables.getByRole('listitem').filter({ hasText: 'customers' }).first();
  await expect(customers).toContainText('3');
  await customers.locator('summary').click();
  await expect(customers.getByText('For example: Lisbon · Porto')).toBeVisible();
  await expect(customers.getByText('For example: Ann · Bob · Cleo')).toBeVisible();
  await expect(customers.getByText('primary key')).toBeAttached();
});

test('a table is renamed, emptied and deleted, with what goes along said before and undone after', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript(SHOP + ROWS);
  await expect(playground.tables.locator('summary')).toHaveCount(4);

  await playground.choose('lines', 'Rename…');
  const rename = page.getByRole('dialog', { name: 'Rename lines' });
  await rename.getByRole('textbox').fill('orders');
  await expect(rename).toContainText('There is a table or view called orders already');
  await expect(rename.getByRole('button', { name: 'Rename' })).toBeDisabled();
  await rename.getByRole('textbox').fill('Order lines');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Renamed lines to "Order lines".')).toBeVisible();

  await playground.choose('customers', 'Empty…');
  const empty = page.getByRole('dialog', { name: 'Empty customers?' });
  await expect(empty).toContainText('3 rows are deleted');
  await expect(empty.getByRole('listitem')).toHaveText(['orders, 2 rows', '"Order lines", 1 row']);
  await empty.getByRole('button', { name: 'Empty', exact: true }).click();
  await expect(page.getByText('Emptied customers.')).toBeVisible();
  expect(await playground.tableTexts()).toContain('orders0 rows');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => playground.tableTexts()).toContain('orders2 rows');

  await playground.choose('orders', 'Delete…');
  const remove = page.getByRole('dialog', { name: 'Delete orders?' });
  await expect(remove).toContainText('The table and its 2 rows go.');
  await expect(remove.getByRole('listitem')).toHaveText(['view order_totals', '"Order lines"']);
  await remove.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Deleted orders.')).toBeVisible();
  await expect(playground.tables.locator('summary')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(playground.tables.locator('summary')).toHaveCount(4);
  await playground.run('SELECT count(*) FROM order_totals');
  await expect.poll(() => playground.rows()).toEqual([['1']]);
});

test('a menu is used with the keyboard', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const button = page.getByRole('button', { name: 'More about orders', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const items = page.getByRole('menu', { name: 'More about orders' }).getByRole('menuitem');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(items).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('what is changed in a sample makes a copy of it', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.choose('reviews', 'Delete…');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Deleted reviews. This is your own copy now; the sample is as it was.')).toBeVisible();
  await expect(playground.database.locator('optgroup[label="Yours"] option')).toHaveText(['Online shop']);
  await playground.database
    .locator('optgroup[label="Samples"] option')
    .first()
    .evaluate((option) => {
      const select = option.closest('select');
      if (!(select instanceof HTMLSelectElement) || !(option instanceof HTMLOptionElement))
        throw new Error('no picker');
      select.value = option.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
  await expect(playground.tables.getByText('reviews')).toBeVisible();
});

test('empty tables are filled with sample rows, and those that they need', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript(SHOP);
  await expect(playground.tables.locator('summary')).toHaveCount(4);

  await playground.choose('lines', 'Fill with sample rows…');
  const dialog = page.getByRole('dialog', { name: 'Fill with sample rows' });
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(dialog).toContainText('they are empty: customers, orders.');
  const rows = dialog.getByRole('spinbutton', { name: 'Rows in each table' });
  await rows.fill('5');
  await expect(dialog.getByRole('button', { name: 'Fill 3 tables' })).toBeDisabled();
  await rows.fill('25');
  await dialog.getByRole('button', { name: 'Fill 3 tables' }).click();
  await expect(dialog).toContainText('Put 75 rows into 3 tables.');
  await expect(dialog.getByRole('listitem')).toHaveText(['customers25 rows', 'orders25 rows', 'lines25 rows']);
  await dialog.getByRole('button', { name: 'Done' }).click();
  expect(await playground.tableTexts()).toContain('lines25 rows');

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => playground.tableTexts()).toContain('lines0 rows');
  await playground.choose('this database', 'Fill with sample rows…');
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(3);
});

test('filling is cancelled, and the database is as it was', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript(MANY);
  await expect(playground.tables.locator('summary')).toHaveCount(40);
  await playground.choose('this database', 'Fill with sample rows…');
  const dialog = page.getByRole('dialog', { name: 'Fill with sample rows' });
  await dialog.getByRole('spinbutton', { name: 'Rows in each table' }).fill('10000');
  await dialog.getByRole('button', { name: 'Fill 40 tables' }).click();
  await expect(dialog.getByText(/of 400,000 rows/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel the filling' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => playground.tableTexts()).toContain('thing390 rows');
});

test('the diagram marks the tables of the query', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript(SHOP + ROWS);
  await playground.run('WITH x AS (SELECT * FROM orders) SELECT * FROM x JOIN customers c ON c.id = x.customer_id');
  await expect.poll(() => playground.rows()).toHaveLength(2);
  await playground.tables.getByRole('button', { name: 'Diagram' }).click();
  const diagram = page.getByRole('dialog', { name: '4 tables' });
  await expect(diagram.getByRole('button', { name: /in the query$/ })).toHaveCount(2);
  await expect(diagram.getByRole('button', { name: 'Table orders, in the query' })).toBeVisible();
  await diagram.getByRole('button', { name: 'Table lines', exact: true }).click();
  await expect(diagram).toContainText('refers to orders');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(diagram).toBeHidden();
});

test('the DDL is what Postgres holds now, to copy and to save', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript(SHOP);
  await playground.choose('lines', 'Rename…');
  await page.getByRole('dialog').getByRole('textbox').fill('order_lines');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Renamed lines to order_lines.')).toBeVisible();

  await playground.tables.getByRole('button', { name: 'DDL' }).click();
  const dialog = page.getByRole('dialog', { name: 'What Postgres now holds' });
  await expect(dialog.getByRole('textbox', { name: 'CREATE statements' })).toContainText('CREATE TABLE order_lines');
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Your-schema.schema.sql');
  expect(await readFile(await file.path(), 'utf8')).toBe(copied);
  expect(copied).toContain('CREATE VIEW order_totals');
});

test('of many tables it is said which the model is shown, and a person has a say in it', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript(MANY);
  await expect(playground.tables.locator('summary')).toHaveCount(40);
  await expect(playground.tables).toContainText('each question picks up to 12');

  await playground.choose('thing30', 'Always show the model');
  await playground.ask('How many rows has thing7?');
  await expect(playground.answer).toHaveAttribute('aria-busy', 'false');
  await playground.answer.getByText('The model was shown 12 of 40 tables').click();
  const shown = playground.answer.getByRole('list', { name: 'Tables that the model was shown' });
  const chip = (name: string) => shown.getByRole('listitem').filter({ hasText: new RegExp(`^${name}$`) });
  await expect(chip('thing7')).toBeVisible();
  await expect(chip('thing30').getByRole('button', { pressed: true })).toBeVisible();
  await expect(chip('thing39')).toHaveCount(0);

  await playground.answer.getByRole('button', { name: 'Leave thing8 out' }).click();
  await playground.answer.getByRole('combobox', { name: 'Pin another table' }).fill('thing39');
  await page.keyboard.press('Enter');
  await playground.answer.getByRole('button', { name: 'Ask again with these tables' }).click();
  await expect(playground.answer).toHaveAttribute('aria-busy', 'false');
  await expect(chip('thing39')).toBeVisible();
  await expect(chip('thing8')).toHaveCount(0);
  await expect(playground.answer.getByRole('button', { name: 'Ask again with these tables' })).toHaveCount(0);

  // It holds for this database, also on the next visit.
  await page.reload();
  await expect(playground.tables.getByText('always shown to the model')).toHaveCount(2);
  await expect(playground.tables.getByText('left out')).toHaveCount(1);
});

test('what is said about a table follows it to its new name, and goes with it', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript(MANY);
  await expect(playground.tables.locator('summary')).toHaveCount(40);
  await playground.choose('thing30', 'Always show the model');
  await playground.choose('thing31', 'Never show the model');

  await playground.choose('thing30', 'Rename…');
  await page.getByRole('dialog').getByRole('textbox').fill('widgets');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Renamed thing30 to widgets.')).toBeVisible();
  const summary = (name: string) => playground.tables.locator('summary').filter({ hasText: new RegExp(`^${name}\\D`) });
  await expect(summary('widgets')).toContainText('always shown to the model');
  await expect(summary('thing31')).toContainText('left out');

  await playground.choose('widgets', 'Delete…');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Deleted widgets.')).toBeVisible();
  await expect(playground.tables.getByText('always shown to the model')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(summary('widgets')).toContainText('always shown to the model');
  await expect(summary('thing31')).toContainText('left out');
});

test('an import is undone where its report is, and the report goes too', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript(SHOP);
  const report = page.getByRole('region', { name: 'Import report' });
  await expect(report).toBeVisible();
  await page.getByRole('button', { name: 'Undo the import of Your schema' }).click();
  await expect(report).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
  await expect.poll(() => playground.databaseTitle()).toBe('Online shop');
});

test('a sample has more questions, by how hard they are', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const more = await playground.openMoreQuestions();
  await expect(more.getByRole('heading')).toHaveText(['Simple', 'Intermediate', 'Hard']);
  await expect(more.getByRole('listitem')).toHaveCount(8);
  await expect(more.getByRole('radio', { name: 'English' })).toBeChecked();
  await expect(more).toContainText('the harder ones need the larger model');
  await more.getByRole('button', { name: 'How many orders were placed in 2024?' }).click();
  await expect(more).toBeHidden();
  await expect(playground.answer.getByRole('heading', { name: 'How many orders were placed in 2024?' })).toBeVisible();
  await expect(playground.answer).toHaveAttribute('aria-busy', 'false');

  // Those of another sample, once it is open.
  await playground.database.selectOption('Bank');
  await expect(playground.tables.getByText('loan_payments')).toBeVisible();
  await expect((await playground.openMoreQuestions()).getByRole('listitem')).toHaveCount(8);
  await expect(more.getByRole('button', { name: 'How many orders were placed in 2024?' })).toHaveCount(0);
});

test.describe('to a person who reads Portuguese', () => {
  test.use({ locale: 'pt-BR' });

  test('the further questions are in Portuguese, and come to an answer or a way on', async ({ page }) => {
    const playground = new Playground(page);
    await playground.open();
    const more = await playground.openMoreQuestions();
    await expect(more.getByRole('radio', { name: 'Português' })).toBeChecked();
    await more.getByRole('button', { name: 'Quantos pedidos foram feitos em 2024?' }).click();
    await expect(playground.answer).toContainText('This question does not seem to be about this database');
    await expect(playground.question).toBeEditable();
    await playground.answer.getByRole('button', { name: 'Ask anyway' }).click();
    await expect(playground.answer).toHaveAttribute('aria-busy', 'false');
    await expect(playground.answer.getByText('does not seem to be about')).toHaveCount(0);

    await (await playground.openMoreQuestions()).getByRole('radio', { name: 'English' }).check();
    await expect(more.getByRole('button', { name: 'How many orders were placed in 2024?' })).toBeVisible();
  });
});
