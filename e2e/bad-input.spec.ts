import { Playground } from './support/playground.ts';
import { expect, test } from './support/test.ts';

test('an empty question is not asked', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.ask('   ');
  await expect(page.getByRole('alert')).toContainText('There is no question yet.');
  await playground.question.fill('How many');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a question that is too long stays in its box', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const long = 'how many customers '.repeat(40);
  await playground.ask(long);
  await expect(page.getByRole('alert')).toContainText('the limit is 500');
  await expect(playground.question).toHaveValue(long);
});

test('a question about nothing in the schema names the tables and can be asked anyway', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const firstTable = /^[a-z_]+/.exec((await playground.tableTexts())[0] ?? '')?.[0] ?? 'no table';
  await playground.ask('Will it rain on Mars?');
  const alert = playground.answer.getByRole('alert');
  await expect(alert).toContainText('does not seem to be about this database');
  await expect(alert).toContainText(firstTable);
  await alert.getByRole('button', { name: 'Ask anyway' }).click();
  await expect(
    playground.result
      .or(playground.answer.getByText('could not').or(playground.answer.getByText('does not accept')))
      .first(),
  ).toBeVisible();
});

test('an empty schema says so, and a question about it too', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript('CREATE SCHEMA nothing_in_it;');
  await expect(page.getByText('This database has no tables.')).toBeVisible();
  await playground.ask('How many customers are there?');
  await expect(playground.answer.getByRole('alert')).toContainText('there is nothing to ask about');
});

test('an error in statement 3 of 5 is reported with its line; the others are applied', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.importScript(
    [
      'CREATE TABLE a (id integer PRIMARY KEY);',
      'CREATE TABLE b (id integer PRIMARY KEY);',
      '',
      'CREATE TABLE c (id intger);',
      'CREATE TABLE d (id integer PRIMARY KEY);',
      'INSERT INTO a VALUES (1), (2);',
    ].join('\n'),
  );
  const report = page.getByRole('region', { name: 'Import report' });
  await expect(report).toContainText('4 of 5 statements applied');
  await expect(report).toContainText('Line 4');
  await expect(report).toContainText('type "intger" does not exist');
  await expect(playground.tables.locator('summary')).toHaveCount(3);
  await playground.run('SELECT count(*) FROM a');
  await expect.poll(() => playground.rows()).toEqual([['2']]);
});

test('a script of which nothing can be applied leaves the database as it was', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const before = await playground.tableTexts();
  await playground.importScript('this is not SQL');
  const dialog = page.getByRole('dialog', { name: 'Use your own schema' });
  await expect(dialog.getByRole('alert')).toContainText('the database is as it was before');
  await expect(dialog.getByRole('textbox')).toHaveValue('this is not SQL');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await playground.tableTexts()).toEqual(before);
});

test('a paste of 2 MB is imported with progress while the page stays alive, and can be cancelled', async ({ page }) => {
  test.slow();
  const playground = new Playground(page);
  await playground.open();
  const before = await playground.tableTexts();
  const row = `('${'x'.repeat(90)}')`;
  const insert = `INSERT INTO big (note) VALUES ${Array.from({ length: 10 }, () => row).join(', ')};\n`;
  // The statement in the middle keeps the progress in sight for a moment, however fast the machine.
  const half = insert.repeat(1_100);
  const script = `CREATE TABLE big (id serial PRIMARY KEY, note text);\n${half}SELECT pg_sleep(2);\n${half}`;
  expect(script.length).toBeGreaterThan(2_000_000);

  await page.evaluate(() => {
    const gaps = { longest: 0, last: performance.now() };
    Object.assign(globalThis, { gaps });
    const tick = (now: number) => {
      gaps.longest = Math.max(gaps.longest, now - gaps.last);
      gaps.last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const dialog = await playground.openImport();
  await dialog.getByRole('textbox', { name: /SQL script/ }).evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, script);
  await expect(dialog.getByText('too long to edit here')).toBeVisible();
  const importButton = dialog.getByRole('button', { name: 'Import', exact: true });
  const progress = dialog.getByText(/[1-9][\d,]* of 2,202 statements/);

  await importButton.click();
  await expect(progress).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel the import' }).click();
  await expect.poll(() => playground.tableTexts()).toEqual(before);

  // The text is still there.
  await importButton.click();
  await expect(progress).toBeVisible();
  await expect(page.getByRole('region', { name: 'Import report' })).toContainText('All 2,202 statements applied');
  await playground.run('SELECT count(*) FROM big');
  await expect.poll(() => playground.rows()).toEqual([['22000']]);
  // A frozen page is one that a person notices; the machine may be busy with other things too.
  const longest = await page.evaluate(() => Reflect.get(globalThis, 'gaps').longest);
  expect(longest).toBeLessThan(1_500);
});
