import { Playground } from './support/playground.ts';
import { expect, test } from './support/test.ts';

test('an example question reaches rows', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const example = page.getByRole('list', { name: 'Example questions' }).getByRole('button').first();
  const question = (await example.textContent()) ?? '';
  await playground.ask(question);
  await expect(playground.answer.getByRole('heading', { name: question })).toBeVisible();
  await expect(playground.question).toHaveValue('');
  await expect(playground.result).toBeVisible();
  expect(await playground.rows()).not.toEqual([]);
  await expect(playground.editor).toContainText('SELECT');
});

test('the keyboard is enough: ask, cancel, recall', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole('heading', { name: 'Ask your data' }).click();
  await page.keyboard.press('/');
  await expect(playground.question).toBeFocused();
  await page.keyboard.type('What is in every table?');
  await page.keyboard.press('Enter');
  await expect(playground.answer.getByRole('heading', { name: 'What is in every table?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(playground.answer).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('ArrowUp');
  await expect(playground.question).toHaveValue('What is in every table?');
});

test('earlier answers stay below and can be brought back', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run('SELECT 1 AS first_query');
  await expect(playground.result).toBeVisible();
  await page.getByRole('button', { name: 'Write SQL' }).click();
  await playground.run('SELECT 2 AS second_query');
  await expect.poll(() => playground.rows()).toEqual([['2']]);
  const earlier = page.getByRole('region', { name: 'Earlier' });
  await earlier.getByText('SELECT 1 AS first_query').first().click();
  await earlier.getByRole('button', { name: 'Edit in a new query' }).click();
  await expect(playground.editor).toContainText('SELECT 1 AS first_query');
});
