/** What of the things in the dialog an import would take. */
import type { TablePreview, TabularPreview } from '../../tabular/preview-model.ts';
import { fileKey } from './material.ts';
import { includedTables } from './table-drafts.ts';
import type { Intake } from './use-intake.ts';

/** A file and those of its tables that are to be imported. */
export interface TablesToImport {
  readonly file: File;
  readonly preview: TabularPreview;
  readonly tables: readonly TablePreview[];
}

/** Whether there is something to import in the tab that is shown, and nothing in its way. */
export function hasSomething(intake: Intake, faults: ReadonlyMap<string, readonly string[]>): boolean {
  const { tab, material, serverResult } = intake;
  if (tab === 'server') return serverResult !== null && serverResult.tables.length > 0;
  if (material.kind === 'script') return material.text.trim() !== '';
  return material.files.every((file) => faults.get(fileKey(file))?.length === 0);
}

/** What keeps several files from being imported, where it may be out of sight; null when nothing does. */
export function obstacle({ tab, material }: Intake, faults: ReadonlyMap<string, readonly string[]>): string | null {
  if (tab !== 'files' || material.kind !== 'rows' || material.files.length < 2) return null;
  const names = material.files.filter((file) => faults.get(fileKey(file))?.length !== 0).map(({ name }) => name);
  if (names.length === 0) return null;
  const [first, ...others] = names;
  const which = others.length === 0 ? first : `${first} and ${others.length} more`;
  return `Not ready: ${which}. What is above says why; what cannot be read can be left out.`;
}

export function tablesToImport({ material, read }: Intake): readonly TablesToImport[] {
  if (material.kind !== 'rows') return [];
  return material.files.flatMap((file) => {
    const readFile = read.get(fileKey(file));
    return readFile ? [{ file, preview: readFile.preview, tables: includedTables(readFile.drafts) }] : [];
  });
}
