import type { Databases, ImportTarget } from '../../app/databases.ts';
import type { CopyReport } from '../../tabular/to-copy.ts';
import type { TablesToImport } from './intake-content.ts';

/** A table that came out of a file. */
export interface TableImport {
  readonly fileName: string;
  readonly tableName: string;
  readonly report: CopyReport;
}

/** All the files, or none of them: null then. */
export async function importFiles(
  databases: Pick<Databases, 'importTables'>,
  files: readonly TablesToImport[],
  target: ImportTarget,
): Promise<readonly TableImport[] | null> {
  const toLoad = files.map(({ file, preview: { reading }, tables }) => ({ name: file.name, file, reading, tables }));
  const reports = await databases.importTables(toLoad, target);
  if (!reports) return null;
  return files.flatMap(({ file, tables }, index) =>
    tables.flatMap((table, at) => {
      const report = reports[index]?.[at];
      return report ? [{ fileName: file.name, tableName: table.name, report }] : [];
    }),
  );
}
