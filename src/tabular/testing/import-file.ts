/** For tests: a file through Postgres and out again. */
import { must } from '../../platform/assert.ts';
import { quoteName } from '../../schema/names.ts';
import { previewTabular } from '../preview.ts';
import type { ReadChoices, TablePreview } from '../preview-model.ts';
import { type CopyReport, toCopy } from '../to-copy.ts';
import { fileOf } from './preview-text.ts';

/** What a test has to offer of its database. */
export interface Postgres {
  run(sql: string): Promise<unknown>;
  /** @param statement `COPY … FROM STDIN` */
  copy(statement: string, text: string): Promise<unknown>;
  rows(sql: string): Promise<(string | null)[][]>;
}

export function typeOf(table: TablePreview): string[] {
  return table.columns.map(({ type }) => type.kind);
}

export interface Imported {
  readonly table: TablePreview;
  readonly report: CopyReport;
  /** As Postgres prints them. */
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface ImportOptions {
  readonly choices?: ReadChoices;
  readonly change?: (table: TablePreview) => TablePreview;
}

/** Each table of the file into Postgres, and out again. */
export async function importAll(
  database: Postgres,
  name: string,
  content: string,
  { choices = {}, change = (table) => table }: ImportOptions = {},
): Promise<Imported[]> {
  const file = fileOf(name, content);
  const preview = await previewTabular(file, choices);
  const imported: Imported[] = [];
  for (const table of preview.tables.map(change)) {
    const copy = toCopy(file, preview.reading, table);
    const pieces: string[] = [];
    await database.run(copy.createTable);
    try {
      for await (const piece of copy.copyText()) pieces.push(piece);
      await database.copy(copy.copyStatement, pieces.join(''));
      const columns = table.columns
        .filter(({ isIncluded }) => isIncluded)
        .map(({ name }) => `${quoteName(name)}::text`);
      const rows = await database.rows(`SELECT ${columns.join(', ')} FROM ${quoteName(table.name)}`);
      imported.push({ table, report: copy.report(), rows });
    } finally {
      await database.run(`DROP TABLE ${quoteName(table.name)}`);
    }
  }
  return imported;
}

export async function importOne(
  database: Postgres,
  name: string,
  content: string,
  options: ImportOptions = {},
): Promise<Imported> {
  return must((await importAll(database, name, content, options))[0], 'a table');
}
