import type { Databases, ImportTarget } from '../../app/databases.ts';
import type { CopyReport } from '../../tabular/to-copy.ts';
import type { TablesToImport } from './intake-content.ts';

/** A table that came out of a file. */
export interface TableImport {
  readonly fileName: string;
  readonly tableName: string;
  readonly report: CopyReport;
}

interface ImportedFiles {
  readonly imported: readonly TableImport[];
  /** The first ones; the one after them came to nothing, and none was begun after that. */
  readonly doneFiles: number;
}

/** One file after the other: the first goes where the person said, the others to what that has made. */
export async function importFiles(
  databases: Pick<Databases, 'importTables'>,
  files: readonly TablesToImport[],
  target: ImportTarget,
): Promise<ImportedFiles> {
  const imported: TableImport[] = [];
  let doneFiles = 0;
  for (const { file, preview, tables } of files) {
    const reports = await databases.importTables(file, preview, tables, doneFiles === 0 ? target : 'open');
    if (!reports) break;
    doneFiles++;
    for (const [at, report] of reports.entries()) {
      const table = tables[at];
      if (table) imported.push({ fileName: file.name, tableName: table.name, report });
    }
  }
  return { imported, doneFiles };
}
