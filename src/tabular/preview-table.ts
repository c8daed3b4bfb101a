/** One table of a preview: counted while the rows pass by, and then typed and named. */
import { must } from '../platform/assert.ts';
import { cellText } from './cells.ts';
import { PREVIEW_ROWS, SHOWN_CHARACTERS } from './limits.ts';
import { columnNames } from './names.ts';
import type { Pace } from './pacing.ts';
import type { ColumnPreview, TablePreview } from './preview-model.ts';
import { counted } from './refusal.ts';
import type { RowBatch } from './source.ts';
import { decideType } from './types/decide.ts';
import type { FileHabits } from './types/habits.ts';
import { ColumnTally } from './types/tally.ts';

export interface TableDraft {
  readonly tallies: ColumnTally[];
  readonly rows: (string | null)[][];
  rowCount: number;
}

/** A draft for each table, in their order. */
export async function countRows(batches: Generator<RowBatch>, pace: Pace): Promise<TableDraft[]> {
  const drafts: TableDraft[] = [];
  for (const { table, rows, doneBytes } of batches) {
    while (drafts.length <= table) drafts.push({ tallies: [], rows: [], rowCount: 0 });
    const draft = must(drafts[table], 'a draft of the table');
    for (const { cells, line } of rows) {
      while (draft.tallies.length < cells.length) draft.tallies.push(new ColumnTally());
      for (let column = 0; column < cells.length; column++) draft.tallies[column]?.add(cells[column], line);
      if (draft.rows.length < PREVIEW_ROWS) draft.rows.push(cells.map((cell) => shown(cellText(cell))));
      draft.rowCount++;
    }
    await pace.step(doneBytes);
  }
  return drafts;
}

/** What the file calls a table and its columns. */
export interface Titles {
  readonly title: string;
  readonly titles: readonly (string | null)[];
}

export function previewTable(
  { title, titles }: Titles,
  draft: TableDraft,
  habits: FileHabits,
): Omit<TablePreview, 'index' | 'name'> {
  const names = columnNames(titles);
  const columns = titles.map((columnTitle, index): ColumnPreview => {
    const tally = draft.tallies[index] ?? new ColumnTally();
    const decision = decideType(tally, habits);
    const isText = decision.type.kind === 'text';
    const missing = draft.rowCount - (isText ? tally.filled : tally.values);
    return {
      name: must(names[index], 'a name'),
      title: columnTitle,
      ...decision,
      detectedType: decision.type,
      evidence: decision.evidence + (isText ? keptWords(tally) : ''),
      nullable: missing > 0 || tally.unstorable > 0,
      missing,
      isIncluded: columnTitle !== null || tally.filled > 0,
    };
  });
  const rows = draft.rows.map((cells) => titles.map((_, index) => cells[index] ?? null));
  return { title, columns, rows, rowCount: draft.rowCount };
}

/** `NA` means nothing among numbers, but may be a word among words. */
function keptWords(tally: ColumnTally): string {
  const weak = tally.shapes.get('weak null');
  const word = weak?.first.value.trim();
  return weak && word ? `; ${counted(weak.count, 'cell')} like “${word}” stay text` : '';
}

function shown(text: string | null): string | null {
  return text !== null && text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS - 1)}…` : text;
}
