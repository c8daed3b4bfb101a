import type { Schema } from '../../schema/model.ts';
import type { ReadFile } from './file-card.tsx';
import { fileKey } from './material.ts';
import { faultsOf, includedTables } from './table-drafts.ts';

/**
 * Why files cannot be imported as they are, by their keys; files that are not read yet have no entry. Tables may not be
 * called as those of the files before, nor as those of the database that they go to.
 * @param target null when that is a new one
 */
export function faultsByFile(
  files: readonly File[],
  read: ReadonlyMap<string, ReadFile>,
  target: Schema | null,
): ReadonlyMap<string, readonly string[]> {
  const taken = new Set(target?.tables.flatMap(({ namespace, name }) => (namespace === 'public' ? [name] : [])));
  const faults = new Map<string, readonly string[]>();
  for (const file of files) {
    const drafts = read.get(fileKey(file))?.drafts;
    if (!drafts) continue;
    faults.set(fileKey(file), faultsOf(drafts, taken));
    for (const { name } of includedTables(drafts)) taken.add(name);
  }
  return faults;
}
