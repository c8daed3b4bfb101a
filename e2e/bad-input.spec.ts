import { FROZEN, watchFrames } from './support/frames.ts';
import { ImportView, writeFiles } from './support/import-view.ts';
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

  const frames = await watchFrames(page);
  const view = new ImportView(page);
  const { dialog, importButton } = view;
  await view.open();
  await view.script.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, script);
  await expect(dialog.getByText('too long to edit here')).toBeVisible();
  const progress = dialog.getByText(/[1-9][\d,]* of 2,202 statements/);

  await importButton.click();
  await expect(progress).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel the import' }).click();
  await expect.poll(() => playground.tableTexts()).toEqual(before);

  // The text is still there.
  await importButton.click();
  await expect(progress).toBeVisible();
  await expect(view.report).toContainText('All 2,202 statements applied');
  await playground.run('SELECT count(*) FROM big');
  await expect.poll(() => playground.rows()).toEqual([['22000']]);
  expect((await frames()).longest).toBeLessThan(FROZEN);
});

/** Names and row counts of the tables before and after something that must not change them. */
async function expectUnchanged(playground: Playground, before: readonly string[]): Promise<void> {
  await expect.poll(() => playground.tableTexts()).toEqual(before);
  expect(await playground.databaseTitle()).toBe('Online shop');
}

test('a dump of 50 MB is read and run with progress, and can be given up', async ({ page }, info) => {
  test.slow();
  const playground = new Playground(page);
  const view = new ImportView(page);
  await playground.open();
  const before = await playground.tableTexts();
  const row = `('${'x'.repeat(990)}')`;
  const insert = `INSERT INTO big (note) VALUES ${Array.from({ length: 50 }, () => row).join(', ')};\n`;
  // As above, the statement in the middle keeps the progress in sight.
  const half = insert.repeat(505);
  const script = `CREATE TABLE big (note text);\n${half}SELECT pg_sleep(3);\n${half}`;
  expect(script.length).toBeGreaterThan(50_000_000);
  const folder = await writeFiles(info, { 'big.sql': script });
  const frames = await watchFrames(page);
  await view.open();
  await view.files.setInputFiles(`${folder}/big.sql`);
  await expect(view.dialog.getByText('too long to edit here')).toBeVisible();
  await view.importButton.click();
  await expect(view.dialog.getByText(/[1-9][\d,]* of 1,012 statements/)).toBeVisible();
  await view.dialog.getByRole('button', { name: 'Cancel the import' }).click();
  await expectUnchanged(playground, before);
  expect((await frames()).longest).toBeLessThan(FROZEN);
});

test('a CSV file of 50 MB is read with progress, and can be given up', async ({ page }, info) => {
  test.slow();
  const playground = new Playground(page);
  const view = new ImportView(page);
  await playground.open();
  const before = await playground.tableTexts();
  const lines = Array.from({ length: 1_000 }, (_, id) => `${id},${'x'.repeat(90)},2024-01-01\n`).join('');
  const folder = await writeFiles(info, { 'big.csv': `id,note,day\n${lines.repeat(505)}` });
  const frames = await watchFrames(page);
  await view.open();
  await view.files.setInputFiles(`${folder}/big.csv`);
  const file = view.file('big.csv');
  await expect(file.getByText(/^Reading: [1-9]/)).toBeVisible();
  await file.getByRole('button', { name: 'Stop reading' }).click();
  await expect(file).toContainText('The file was not read to its end');
  await expect(view.importButton).toBeDisabled();
  await file.getByRole('button', { name: 'Leave out big.csv' }).click();
  await expect(view.script).toBeVisible();
  await expectUnchanged(playground, before);
  expect((await frames()).longest).toBeLessThan(FROZEN);
});

const NOISE = Buffer.from(Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7919 + (index >> 3)) % 256));

for (const [name, content, why] of [
  ['noise.sql', NOISE, 'is not a text file'],
  ['noise.csv', NOISE, 'is not a text file'],
  ['shop.db', Buffer.from(`SQLite format 3\0${'\0'.repeat(500)}`), 'is a SQLite database'],
  ['shop.dump', Buffer.from(`PGDMP\u0001\u000e${'\0'.repeat(500)}`), 'is a pg_dump archive in its own format'],
  ['book.xlsx', Buffer.from('PK\u0003\u0004 and so on'), 'is a spreadsheet'],
  ['broken.sql.gz', Buffer.from('no gzip'), 'cannot be unpacked'],
  ['empty.csv', Buffer.from(''), 'has no rows'],
] as const) {
  test(`${name}, which is no text or empty, is refused with what to do instead`, async ({ page }) => {
    const playground = new Playground(page);
    const view = new ImportView(page);
    await playground.open();
    const before = await playground.tableTexts();
    await view.open();
    await view.choose(name, content);
    await expect(view.dialog.getByRole('alert')).toContainText(why);
    await expect(view.importButton).toBeDisabled();
    await page.keyboard.press('Escape');
    await expectUnchanged(playground, before);
  });
}

test('half a dump is imported as far as it goes, and the report says where it ends', async ({ page }) => {
  const playground = new Playground(page);
  const view = new ImportView(page);
  await playground.open();
  await playground.importScript('CREATE TABLE t (a int, b text);\nCOPY t (a, b) FROM stdin;\n1\tone\n2\ttwo\n3');
  await expect(view.report).toContainText('All 2 statements applied');
  await expect(view.report).toContainText('The script is cut off: it ends inside the rows of t (line 5).');
  await view.openStatements();
  await expect(view.statements).toContainText('The script ends in the middle of the last row, which is left out.');
  await page.keyboard.press('Escape');
  await playground.run('SELECT count(*) FROM t');
  await expect.poll(() => playground.rows()).toEqual([['2']]);
});

test('a quote that is never closed is named with its line', async ({ page }) => {
  const playground = new Playground(page);
  const view = new ImportView(page);
  await playground.open();
  await playground.importScript("CREATE TABLE a (x text);\n\nINSERT INTO a VALUES ('its);\nCREATE TABLE b (x int);");
  await expect(view.report).toContainText('1 of 2 statements applied');
  await expect(view.report).toContainText("The quote ' that opens on line 3 is never closed");
});

test('a table of 10,000 columns is refused, as a script and as a file, and the rest is there', async ({ page }) => {
  const playground = new Playground(page);
  const view = new ImportView(page);
  await playground.open();
  const names = Array.from({ length: 10_000 }, (_, index) => `c${index}`);
  const frames = await watchFrames(page);
  await playground.importScript(`CREATE TABLE wide (${names.join(' int, ')} int);\nCREATE TABLE narrow (id int);`);
  await expect(view.report).toContainText('1 of 2 statements applied');
  await expect(view.report).toContainText('at most 1600 columns');
  await expect(playground.tables.locator('summary')).toHaveText([/^narrow/]);
  await view.drop({ 'wide.csv': `${names.join(',')}\n${names.map(() => 1).join(',')}\n` });
  await expect(view.file('wide.csv').getByRole('alert')).toContainText('1,600');
  await expect(view.importButton).toBeDisabled();
  await view.drop({
    'wide.csv': `${names.slice(0, 1_600).join(',')}\n${names
      .slice(0, 1_600)
      .map(() => 1)
      .join(',')}\n`,
  });
  await expect(view.file('wide.csv').last()).toContainText('40 of 1,600 are shown');
  expect((await frames()).longest).toBeLessThan(FROZEN);
});

test('names of any kind survive', async ({ page }) => {
  const playground = new Playground(page);
  const view = new ImportView(page);
  await playground.open();
  const names = ['select', 'Müller & Söhne', 'a "quoted" name', '表', '🙂', "it's", 'x;y', 'with  spaces'];
  const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`);
  const tables = quoted.map((name) => `CREATE TABLE ${name} (${name} int PRIMARY KEY, r int REFERENCES ${name});`);
  await playground.importScript(tables.join('\n'));
  await expect(view.report).toContainText(`All ${names.length} statements applied`);
  const missing = async () => {
    const shown = await playground.tableTexts();
    return names.filter((name) => !shown.some((text) => text.includes(name.replaceAll('"', '""'))));
  };
  await expect.poll(missing).toEqual([]);

  await view.drop({ 'Größe & "Maß".csv': 'select,a b,"q""q",表\n1,2,3,4\n' });
  await expect(view.dialog.getByRole('textbox', { name: /Name of the column/ })).toHaveCount(4);
  await view.dialog.getByRole('textbox', { name: 'Name of the column a b' }).fill('a "b" c');
  await view.importButton.click();
  await expect(view.report).toContainText('1 row imported into 1 table');
});

test('a table that is there twice is made once, and the report says so', async ({ page }) => {
  const playground = new Playground(page);
  const view = new ImportView(page);
  await playground.open();
  await playground.importScript('CREATE TABLE t (a int);\nCREATE TABLE t (b int);');
  await expect(view.report).toContainText('1 of 2 statements applied');
  await expect(view.report).toContainText('Line 2');
  await expect(view.report).toContainText('relation "t" already exists');
});

test('foreign keys in a circle are declared', async ({ page }) => {
  const playground = new Playground(page);
  const view = new ImportView(page);
  await playground.open();
  await playground.importScript(
    [
      'CREATE TABLE teams (id int PRIMARY KEY, lead int REFERENCES people);',
      'CREATE TABLE people (id int PRIMARY KEY, team int NOT NULL REFERENCES teams);',
      'INSERT INTO teams VALUES (1, 10);',
      'INSERT INTO people VALUES (10, 1);',
    ].join('\n'),
  );
  await expect(view.report).toContainText('All 4 statements applied');
  await view.openStatements();
  await expect(view.statements).toContainText('The foreign keys are declared after the tables that they refer to.');
});
