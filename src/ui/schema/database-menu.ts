import type { DatabaseView } from '../../app/database-view.ts';
import type { MenuItem } from '../parts/menu.tsx';
import type { SavedAs } from './use-saving.ts';

export interface DatabaseActions {
  rename(): void;
  remove(): void;
  duplicate(id: string): void;
  save(as: SavedAs): void;
  openFile(): void;
  fill(): void;
  undo(): void;
}

/** Why a database that another tab owns cannot be changed. */
export const ELSEWHERE = 'Open in another tab, which alone may change it';

/** What can be done with the open database, in groups. */
export function databaseMenu(
  { source, status, schema, undoable }: DatabaseView,
  actions: DatabaseActions,
): MenuItem[][] {
  const notThere = status.kind === 'ready' ? undefined : 'The database did not start';
  const notOwned = source.kind === 'workspace' && source.access === 'elsewhere' ? ELSEWHERE : undefined;
  const noTables = schema.tables.length > 0 ? undefined : 'It has no tables';
  const change: MenuItem[] =
    undoable === null
      ? []
      : [{ label: `Undo ${undoable}`, onSelect: () => actions.undo(), unless: notThere ?? notOwned }];
  const contents: MenuItem[] = [
    { label: 'Fill with sample rows…', onSelect: () => actions.fill(), unless: notThere ?? notOwned ?? noTables },
  ];
  const files: MenuItem[] = [
    { label: 'Save as an SQL script, with rows', onSelect: () => actions.save('script'), unless: notThere },
    { label: 'Save as an SQL script, schema only', onSelect: () => actions.save('schema'), unless: notThere },
    { label: 'Save as a file', onSelect: () => actions.save('file'), unless: notThere },
    { label: 'Open a saved file…', onSelect: () => actions.openFile() },
  ];
  if (source.kind !== 'workspace') return [change, contents, files];
  const { id } = source.workspace;
  const own: MenuItem[] = [
    { label: 'Rename…', onSelect: () => actions.rename() },
    { label: 'Duplicate', onSelect: () => actions.duplicate(id) },
  ];
  return [change, own, contents, files, [{ label: 'Delete…', look: 'danger', onSelect: () => actions.remove() }]];
}
