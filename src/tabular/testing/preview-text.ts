/** For tests: a file made of a text. */
import { must } from '../../platform/assert.ts';
import { previewTabular } from '../preview.ts';
import type { ColumnPreview, ReadChoices, TablePreview, TabularPreview } from '../preview-model.ts';

export function fileOf(name: string, text: string) {
  return { name, bytes: new TextEncoder().encode(text) };
}

export async function previewText(name: string, text: string, choices: ReadChoices = {}): Promise<TabularPreview> {
  return await previewTabular(fileOf(name, text), choices);
}

/** The only table of a file. */
export async function tableOf(name: string, text: string, choices: ReadChoices = {}): Promise<TablePreview> {
  return must((await previewText(name, text, choices)).tables[0], 'a table');
}

/** A file of one column with a header and these cells below it. */
export async function columnOf(cells: readonly string[], choices: ReadChoices = {}): Promise<ColumnPreview> {
  const lines = ['id;the column', ...cells.map((cell, index) => `r${index};${cell}`)];
  const { columns } = await tableOf('file.csv', `${lines.join('\n')}\n`, {
    delimiter: ';',
    hasHeader: true,
    ...choices,
  });
  return must(columns[1], 'the column');
}
