/** Asks a suite's questions on the page, as a person would, and judges what it answers. */
import { expect as expectSoon, type Page } from '@playwright/test';
import { Referee, type Verdict } from '../../models/eval/referee.ts';
import type { Suite } from '../../models/eval/suite.ts';
import { must } from '../../src/platform/assert.ts';
import { Playground } from './playground.ts';

/** A slow machine may need this long for one answer, and a test's own limit does not hold outside of a test. */
const expect = expectSoon.configure({ timeout: 120_000 });

export interface Outcome {
  readonly id: string;
  readonly question: string;
  /** Null when the page answered with an error or said that the question is about something else. */
  readonly sql: string | null;
  readonly verdict: Verdict;
  /** From Enter to rows or error. */
  readonly milliseconds: number;
}

export async function askSuite(page: Page, suite: Suite): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [schema, script] of suite.scripts) {
    const referee = await Referee.open(script);
    const playground = new Playground(page);
    await playground.open();
    await playground.importScript(script);
    await expect(page.getByRole('dialog')).toBeHidden();
    for (const { id, question, ...reference } of suite.cases.filter((entry) => entry.schema === schema)) {
      const started = performance.now();
      const sql = await answerTo(playground, question);
      const milliseconds = performance.now() - started;
      outcomes.push({ id, question, sql, milliseconds, verdict: await referee.judge(reference, sql) });
    }
  }
  return suite.cases.map((entry) =>
    must(
      outcomes.find(({ id }) => id === entry.id),
      `an outcome of ${entry.id}`,
    ),
  );
}

/** The query behind the rows that the page shows for a question; null when it shows none. */
async function answerTo(playground: Playground, question: string): Promise<string | null> {
  await playground.ask(question);
  await expect(playground.answer.getByRole('heading', { name: question, exact: true })).toBeVisible();
  await expect(playground.answer).toHaveAttribute('aria-busy', 'false');
  if (!(await playground.result.isVisible())) return null;
  const lines = await playground.editor.locator('.cm-line').allTextContents();
  return lines.join('\n');
}
