/** What a person does on the page, by the names that they see or hear. */
import type { Locator, Page } from '@playwright/test';

/** Milliseconds that the page may take to start Postgres, on a busy machine. */
const START_TIMEOUT = 120_000;

export class Playground {
  readonly page: Page;
  readonly question: Locator;
  readonly editor: Locator;
  readonly result: Locator;
  /** The newest answer. */
  readonly answer: Locator;
  readonly tables: Locator;
  /** Which database is open. */
  readonly database: Locator;
  /** On narrow screens, in place of the tables. */
  readonly schemaToggle: Locator;

  constructor(page: Page) {
    this.page = page;
    this.question = page.getByRole('textbox', { name: 'Your question' });
    this.editor = page.getByRole('textbox', { name: 'SQL query' });
    this.answer = page.getByRole('article');
    this.result = this.answer.getByRole('region', { name: 'Result', exact: true });
    this.schemaToggle = page.getByRole('button', { name: /\d tables?/ });
    this.database = page.getByRole('combobox', { name: 'Database' });
    this.tables = page.getByRole('region', { name: 'Tables' });
  }

  /** Opens the page and waits until the sample is there. */
  async open(path = '.'): Promise<void> {
    await this.page.goto(path);
    await this.tables.or(this.schemaToggle).first().waitFor({ timeout: START_TIMEOUT });
  }

  async ask(question: string): Promise<void> {
    await this.question.fill(question);
    await this.question.press('Enter');
  }

  /** As a person does it: `fill` would have Chromium paste styled text over styled text, which the policy forbids. */
  async writeSql(sql: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.insertText(sql);
  }

  async run(sql: string): Promise<void> {
    await this.writeSql(sql);
    await this.editor.press('ControlOrMeta+Enter');
  }

  /** Texts of the result's cells, row by row, without row numbers. */
  async rows(): Promise<string[][]> {
    const rows = this.result.locator('tbody tr');
    return await rows.evaluateAll((elements) =>
      elements.map((row) => [...row.querySelectorAll('td')].slice(0, -1).map((cell) => cell.textContent)),
    );
  }

  /** Names and row counts, as the schema panel lists them. */
  async tableTexts(): Promise<string[]> {
    return await this.tables.locator('summary').allTextContents();
  }

  /** Opens the further questions about the sample. */
  async openMoreQuestions(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'More questions' }).click();
    return this.page.getByRole('region', { name: 'More questions' });
  }

  async openImport(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Use your own schema' }).click();
    return this.page.getByRole('dialog', { name: 'Use your own schema' });
  }

  /** Imports a script as pasted text. */
  async importScript(sql: string): Promise<void> {
    const dialog = await this.openImport();
    await dialog.getByRole('textbox', { name: /SQL script/ }).fill(sql);
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  }

  /** Title of the open database. */
  async databaseTitle(): Promise<string | null> {
    return await this.database.locator('option:checked').textContent();
  }

  /** Opens the menu of a table, or of the database. */
  async openMenu(of: string): Promise<Locator> {
    await this.page.getByRole('button', { name: `More about ${of}`, exact: true }).click();
    return this.page.getByRole('menu', { name: `More about ${of}`, exact: true });
  }

  async choose(of: string, item: string): Promise<void> {
    const menu = await this.openMenu(of);
    await menu.getByRole('menuitem', { name: item }).click();
  }
}
