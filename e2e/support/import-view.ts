/** What a person does where schemas and rows are brought in. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, type Locator, type Page, type TestInfo } from '@playwright/test';

export class ImportView {
  readonly page: Page;
  readonly dialog: Locator;
  readonly script: Locator;
  readonly dialect: Locator;
  readonly importButton: Locator;
  readonly files: Locator;
  readonly folder: Locator;
  /** Beside the tables, once something was imported. */
  readonly report: Locator;
  /** Every statement of the report. */
  readonly statements: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Use your own schema' });
    this.script = this.dialog.getByRole('textbox', { name: /SQL script/ });
    this.dialect = this.dialog.getByRole('combobox', { name: 'Dialect' });
    this.importButton = this.dialog.getByRole('button', { name: 'Import', exact: true });
    this.files = this.dialog.getByLabel('Choose files');
    this.folder = this.dialog.getByLabel('Choose a folder');
    this.report = page.getByRole('region', { name: 'Import report' });
    this.statements = page.getByRole('dialog', { name: /^Import of/ });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Use your own schema' }).click();
    await expect(this.dialog).toBeVisible();
  }

  async tab(name: string): Promise<void> {
    await this.dialog.getByRole('tab', { name }).click();
  }

  async choose(name: string, content: string | Buffer): Promise<void> {
    await this.files.setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
  }

  /** What a file would become. */
  file(name: string): Locator {
    return this.dialog.getByRole('region', { name, exact: true });
  }

  async openStatements(): Promise<void> {
    await this.report.getByRole('button', { name: 'Every statement' }).click();
    await expect(this.statements).toBeVisible();
  }

  /** As dropped on the page from outside of the browser. */
  async drop(files: Readonly<Record<string, string>>): Promise<void> {
    const data = await this.page.evaluateHandle((entries) => {
      const transfer = new DataTransfer();
      for (const [name, content] of entries) transfer.items.add(new File([content], name));
      return transfer;
    }, Object.entries(files));
    for (const type of ['dragover', 'drop']) await this.page.dispatchEvent('body', type, { dataTransfer: data });
  }
}

/** Writes files for a test to choose; the folder's path. */
export async function writeFiles(info: TestInfo, files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = info.outputPath('chosen');
  for (const [name, content] of Object.entries(files)) {
    const path = `${folder}/${name}`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return folder;
}
