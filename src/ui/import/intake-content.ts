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

export function tablesToImport({ material, read }: Intake): readonly TablesToImport[] {
  if (material.kind !== 'rows') return [];
  return material.files.flatMap((file) => {
    const readFile = read.get(fileKey(file));
    return readFile ? [{ file, preview: readFile.preview, tables: includedTables(readFile.drafts) }] : [];
  });
}
