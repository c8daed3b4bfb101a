/** What a person makes of the tables of a file before they are imported. */
import type { ColumnPreview, TablePreview } from '../../tabular/preview-model.ts';
import { counted } from '../parts/format.ts';
import { typeKey } from './column-types.ts';

export interface TableDraft extends TablePreview {
  readonly isIncluded: boolean;
}

/** Bytes of a name that Postgres keeps (documentation, 4.1.1). */
const MAX_NAME_BYTES = 63;

export function draftsOf(tables: readonly TablePreview[]): readonly TableDraft[] {
  return tables.map((table) => ({ ...table, isIncluded: true }));
}

/**
 * The drafts of the file as it is read now, with the changes that a person made when it was read otherwise: names and
 * types of what the file calls the same, at the same place.
 * @param before as it was read then
 * @param drafts what became of that
 */
export function keepChanges(
  before: readonly TablePreview[],
  drafts: readonly TableDraft[],
  now: readonly TablePreview[],
): readonly TableDraft[] {
  return now.map((table, index) => {
    const [old, draft] = [before[index], drafts[index]];
    if (!old || !draft || old.title !== table.title) return { ...table, isIncluded: true };
    const columns = table.columns.map((column, at) => keptColumn(old.columns[at], draft.columns[at], column));
    const name = draft.name === old.name ? table.name : draft.name;
    return { ...table, name, columns, isIncluded: draft.isIncluded };
  });
}

function keptColumn(
  old: ColumnPreview | undefined,
  draft: ColumnPreview | undefined,
  now: ColumnPreview,
): ColumnPreview {
  if (!old || !draft || old.title !== now.title) return now;
  return {
    ...now,
    ...(draft.name !== old.name && { name: draft.name }),
    ...(typeKey(draft.type) !== typeKey(old.type) && { type: draft.type }),
    ...(draft.isIncluded !== old.isIncluded && { isIncluded: draft.isIncluded }),
  };
}

/** @param taken names of the tables that are there already */
export function faultsOf(drafts: readonly TableDraft[], taken: ReadonlySet<string>): readonly string[] {
  const included = drafts.filter(({ isIncluded }) => isIncluded);
  if (included.length === 0) return ['Choose at least one table.'];
  const names = included.map(({ name }) => name);
  return [
    ...nameFaults(names, 'table'),
    ...names
      .filter((name) => taken.has(name))
      .map((name) => `There is a table “${name}” already: choose another name.`),
    ...included.flatMap((table) => {
      const columns = table.columns.filter(({ isIncluded }) => isIncluded);
      if (columns.length === 0) return [`“${table.name}” needs at least one column.`];
      return nameFaults(
        columns.map(({ name }) => name),
        'column',
      ).map((fault) => (included.length > 1 ? `${table.name}: ${fault}` : fault));
    }),
  ];
}

function nameFaults(names: readonly string[], noun: string): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const name of names) (seen.has(name) ? repeated : seen).add(name);
  const nameless = names.filter((name) => name === '').length;
  const long = names.filter((name) => new TextEncoder().encode(name).length > MAX_NAME_BYTES);
  return [
    ...(nameless > 0 ? [`${counted(nameless, noun)} ${nameless === 1 ? 'has' : 'have'} no name.`] : []),
    ...[...repeated].filter(Boolean).map((name) => `There are two ${noun}s “${name}”.`),
    ...long.map((name) => `The name “${name}” is longer than the ${MAX_NAME_BYTES} bytes that Postgres keeps.`),
  ];
}

/** What is imported. */
export function includedTables(drafts: readonly TableDraft[]): readonly TablePreview[] {
  return drafts.filter(({ isIncluded }) => isIncluded).map(({ isIncluded: _, ...table }) => table);
}
