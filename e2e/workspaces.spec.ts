import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { ImportView } from './support/import-view.ts';
import { Playground } from './support/playground.ts';
import { expect, test } from './support/test.ts';

const DATABASE = 'this database';
const SCRIPT = `
  CREATE TYPE mood AS ENUM ('calm', 'cross');
  CREATE TABLE owners (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "Full Name" text NOT NULL);
  CREATE TABLE pets (id integer PRIMARY KEY, owner_id integer REFERENCES owners, mood mood DEFAULT 'calm');
  CREATE VIEW calm_pets AS SELECT * FROM pets WHERE mood = 'calm';
  COMMENT ON TABLE pets IS 'Animals with a home';
  INSERT INTO owners ("Full Name") VALUES ('Ann'), ('Zoë O''Hara');
  INSERT INTO pets VALUES (1, 1, 'calm'), (2, 2, 'cross'), (3, NULL, NULL);`;
const TABLES = ['owners2 rows', 'pets3 rows', 'calm_petsview'];

/** The page with a database of one's own. */
async function openOwn(page: Page): Promise<Playground> {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript(SCRIPT);
  await expectTables(playground, TABLES);
  return playground;
}

async function expectTables(playground: Playground, texts: readonly string[]): Promise<void> {
  await expect.poll(async () => (await playground.tableTexts()).toSorted()).toEqual([...texts].toSorted());
}

/** Each title of a group of the picker. */
async function titlesOf(playground: Playground, group: string): Promise<string[]> {
  return await playground.database.locator(`optgroup[label="${group}"] option`).allTextContents();
}

async function saved(playground: Playground, item: string): Promise<Download> {
  const download = playground.page.waitForEvent('download');
  await playground.choose(DATABASE, item);
  return await download;
}

test('a database of one’s own is there after a reload, apart from the samples', async ({ page }) => {
  const playground = await openOwn(page);
  await playground.choose(DATABASE, 'Rename…');
  const dialog = page.getByRole('dialog', { name: 'Rename the database' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Pets & owners');
  await page.keyboard.press('Enter');
  await expect.poll(() => playground.databaseTitle()).toBe('Pets & owners');

  await page.reload();
  await expectTables(playground, TABLES);
  expect(await playground.databaseTitle()).toBe('Pets & owners');
  expect(await titlesOf(playground, 'Yours')).toEqual(['Pets & owners']);
  expect(await titlesOf(playground, 'Samples')).toContain('Online shop');
  await expect(page.getByText(/Kept in this browser: .*MB, changed today at/)).toBeVisible();
  await playground.run('SELECT "Full Name" FROM owners ORDER BY id');
  await expect.poll(() => playground.rows()).toEqual([['Ann'], ["Zoë O'Hara"]]);
});

test('it can be duplicated and deleted, which is asked about first', async ({ page }) => {
  const playground = await openOwn(page);
  await playground.choose(DATABASE, 'Duplicate');
  await expect.poll(() => titlesOf(playground, 'Yours')).toHaveLength(2);
  await expect.poll(() => playground.databaseTitle()).toBe('Your schema 2');
  await expectTables(playground, TABLES);

  await playground.choose(DATABASE, 'Delete…');
  const dialog = page.getByRole('dialog', { name: 'Delete Your schema 2?' });
  await expect(dialog).toContainText('3 tables with all their rows');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  expect(await titlesOf(playground, 'Yours')).toHaveLength(2);

  await playground.choose(DATABASE, 'Delete…');
  await dialog.getByRole('button', { name: 'Delete the database' }).click();
  await expect.poll(() => titlesOf(playground, 'Yours')).toEqual(['Your schema']);
  expect(await playground.databaseTitle()).toBe('Online shop');
  await playground.database.selectOption({ label: 'Your schema' });
  await expectTables(playground, TABLES);
});

test('saved as a script and imported again, it is the same', async ({ page }) => {
  const playground = await openOwn(page);
  const download = await saved(playground, 'Save as an SQL script, with rows');
  expect(download.suggestedFilename()).toBe('Your-schema.sql');
  const script = await readFile(await download.path(), 'utf8');
  await playground.database.selectOption({ label: 'Online shop' });
  await expect(playground.tables.getByText('categories')).toBeVisible();
  await playground.importScript(script);
  await expectTables(playground, TABLES);
  await playground.run(
    'SELECT o."Full Name", p.mood FROM pets p LEFT JOIN owners o ON o.id = p.owner_id ORDER BY p.id',
  );
  await expect
    .poll(() => playground.rows())
    .toEqual([
      ['Ann', 'calm'],
      ["Zoë O'Hara", 'cross'],
      ['NULL', 'NULL'],
    ]);

  const schemaOnly = await saved(playground, 'Save as an SQL script, schema only');
  const statements = await readFile(await schemaOnly.path(), 'utf8');
  expect(statements).toContain('CREATE TABLE pets');
  expect(statements).not.toContain('Hara');
});

test('saved as a file and opened again, it is the same; anything else is refused', async ({ page }) => {
  const playground = await openOwn(page);
  const download = await saved(playground, 'Save as a file');
  expect(download.suggestedFilename()).toBe('Your-schema.tar.gz');
  const buffer = await readFile(await download.path());
  await playground.database.selectOption({ label: 'Online shop' });
  await expect(playground.tables.getByText('categories')).toBeVisible();
  const input = page.getByLabel('A database that was saved as a file');
  await input.setInputFiles({ name: 'Pets at home.tar.gz', mimeType: 'application/gzip', buffer });
  await expectTables(playground, TABLES);
  expect(await playground.databaseTitle()).toBe('Pets at home');

  // Dropped on the page it is recognised too.
  const view = new ImportView(page);
  await view.open();
  await view.files.setInputFiles({ name: 'Pets again.tar.gz', mimeType: '', buffer });
  await expect.poll(() => playground.databaseTitle()).toBe('Pets again');
  await expectTables(playground, TABLES);

  await input.setInputFiles({ name: 'holiday.gz', mimeType: 'application/gzip', buffer: Buffer.from('no database') });
  await expect(page.getByRole('alert')).toBeVisible();
  await expectTables(playground, TABLES);
  await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('an import is undone: what it made is gone, and what was open before is back', async ({ page }) => {
  const playground = await openOwn(page);
  const menu = await playground.openMenu(DATABASE);
  await menu.getByRole('menuitem', { name: /^Undo the import of/ }).click();
  await expect(playground.tables.getByText('categories')).toBeVisible();
  expect(await playground.databaseTitle()).toBe('Online shop');
  await expect.poll(() => titlesOf(playground, 'Yours')).toEqual([]);
});

test('where the browser keeps nothing it says so, and all else works', async ({ page }) => {
  // In workers, which is where databases are kept from.
  await page.route(/entry-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    const body = `Object.defineProperty(globalThis, 'indexedDB', { value: undefined });${await response.text()}`;
    await route.fulfill({ response, body });
  });
  const playground = await openOwn(page);
  await expect(page.getByText('This database lasts until the page is closed.')).toBeVisible();
  await playground.run('SELECT count(*) FROM pets');
  await expect.poll(() => playground.rows()).toEqual([['3']]);
  expect((await saved(playground, 'Save as a file')).suggestedFilename()).toBe('Your-schema.tar.gz');
});

test('one tab at a time changes a database, and another can take it over', async ({ page, context }) => {
  const first = await openOwn(page);
  const other = await context.newPage();
  const second = new Playground(other);
  await second.open();
  await expectTables(second, TABLES);
  await expectElsewhere(other);
  const menu = await second.openMenu('pets');
  const empty = menu.getByRole('menuitem', { name: 'Empty…' });
  await expect(empty).toHaveAttribute('aria-disabled', 'true');
  await expect(empty).toContainText('Open in another tab');
  await other.keyboard.press('Escape');

  // It can be asked there all the same.
  await second.run('SELECT count(*) FROM pets');
  await expect.poll(() => second.rows()).toEqual([['3']]);

  await notice(other).getByRole('button', { name: 'Take over' }).click();
  await expect(notice(other)).toHaveCount(0);
  await expectElsewhere(page);
  await second.choose('pets', 'Empty…');
  await other.getByRole('dialog').getByRole('button', { name: 'Empty', exact: true }).click();
  await expectTables(second, ['owners2 rows', 'pets0 rows', 'calm_petsview']);

  // The first tab shows what it had, knows that there is more, and can have it.
  await expect(notice(page)).toContainText('It was changed there since');
  await expectTables(first, TABLES);
  await notice(page).getByRole('button', { name: 'Show the changes' }).click();
  await expectTables(first, ['owners2 rows', 'pets0 rows', 'calm_petsview']);
  await expectElsewhere(page);

  // What the other one deletes is still there to be saved.
  await second.choose(DATABASE, 'Delete…');
  await other.getByRole('button', { name: 'Delete the database' }).click();
  await expect(page.getByText('Deleted in another tab')).toBeVisible();
  await expectTables(first, ['owners2 rows', 'pets0 rows', 'calm_petsview']);
  expect((await saved(first, 'Save as a file')).suggestedFilename()).toBe('Your-schema.tar.gz');
});

test('a tab that is closed lets go of its database', async ({ page, context }) => {
  await openOwn(page);
  const other = await context.newPage();
  const second = new Playground(other);
  await second.open();
  await expectElsewhere(other);
  await page.close();
  await other.reload();
  await expectTables(second, TABLES);
  await expect(notice(other)).toHaveCount(0);
});

function notice(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: 'Open in another tab' });
}

async function expectElsewhere(page: Page): Promise<void> {
  await expect(notice(page)).toBeVisible();
}
