import type { TableChoice } from '../../app/linking-preferences.ts';
import type { Table } from '../../schema/model.ts';
import { count, noun } from '../parts/format.ts';
import type { MenuItem } from '../parts/menu.tsx';

/** What a person can do with a table. */
export interface TableActions {
  preview(table: Table): void;
  fill(table: Table): void;
  rename(table: Table): void;
  empty(table: Table): void;
  remove(table: Table): void;
  choose(table: Table, choice: TableChoice): void;
}

/** @param unless why tables cannot be changed now; undefined when they can */
export function tableMenu(table: Table, actions: TableActions, unless: string | undefined): MenuItem[][] {
  const isTable = table.kind === 'table';
  const look: MenuItem[] = [{ label: previewLabel(table), onSelect: () => actions.preview(table) }];
  const fill: MenuItem[] = [{ label: 'Fill with sample rows…', onSelect: () => actions.fill(table), unless }];
  const rename: MenuItem = { label: 'Rename…', onSelect: () => actions.rename(table), unless };
  const empty: MenuItem = {
    label: 'Empty…',
    onSelect: () => actions.empty(table),
    unless: unless ?? (table.rowCount === 0 ? 'It has no rows' : undefined),
  };
  const remove: MenuItem = { label: 'Delete…', look: 'danger', onSelect: () => actions.remove(table), unless };
  return [look, isTable ? fill : [], isTable ? [rename, empty, remove] : [rename, remove]];
}

/** Whether the model is shown the table, where it cannot be shown all. */
export function choiceMenu(table: Table, choice: TableChoice, { choose }: Pick<TableActions, 'choose'>): MenuItem[] {
  const choices = [
    { label: 'Always show the model', choice: 'pinned' },
    { label: 'Never show the model', choice: 'dropped' },
    { label: 'Let each question decide', choice: null },
  ] as const;
  return choices
    .filter((each) => each.choice !== choice)
    .map((each) => ({ label: each.label, onSelect: () => choose(table, each.choice) }));
}

export function previewLabel(table: Table): string {
  return table.rowCount > 0 ? 'Show rows' : 'Query this table';
}

/** `1,200 rows`, `no rows`. */
export function rowsText({ rowCount }: Pick<Table, 'rowCount'>): string {
  return `${rowCount === 0 ? 'no' : count(rowCount)} ${noun(rowCount, 'row')}`;
}
