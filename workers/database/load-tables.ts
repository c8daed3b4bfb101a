import { messages, type PGlite } from '@electric-sql/pglite';
import type { FileToLoad, LoadReport } from '../../src/database/contract.ts';
import { AppError, toErrorData } from '../../src/platform/errors.ts';
import type { ReadProgress } from '../../src/tabular/pacing.ts';
import { type CopyReport, toCopy } from '../../src/tabular/to-copy.ts';
import { postgresError } from './postgres-error.ts';
import { simpleQuery } from './protocol.ts';

/** Makes tables of files and copies their rows into them: all of it, or nothing when it rejects. */
export async function loadTables(
  database: PGlite,
  files: readonly FileToLoad[],
  onProgress: (progress: ReadProgress) => void,
): Promise<LoadReport> {
  const totalBytes = files.reduce((sum, { file, tables }) => sum + file.size * tables.length, 0);
  let earlierBytes = 0;
  const reports: CopyReport[][] = [];
  await simpleQuery(database, 'BEGIN');
  try {
    for (const each of files) {
      const onFile = ({ doneBytes }: ReadProgress) => onProgress({ doneBytes: earlierBytes + doneBytes, totalBytes });
      reports.push(await loadFile(database, each, onFile).catch((thrown) => rethrow(thrown, each, files.length)));
      earlierBytes += each.file.size * each.tables.length;
    }
    await simpleQuery(database, 'COMMIT');
    return reports;
  } catch (thrown) {
    await simpleQuery(database, 'ROLLBACK');
    throw thrown;
  }
}

/** Reads the file once for each of its tables. */
async function loadFile(
  database: PGlite,
  { name, file, reading, tables }: FileToLoad,
  onProgress: (progress: ReadProgress) => void,
): Promise<CopyReport[]> {
  const tabular = { name, bytes: new Uint8Array(await file.arrayBuffer()) };
  const reports: CopyReport[] = [];
  for (const [at, table] of tables.entries()) {
    const copy = toCopy(tabular, reading, table, {
      onProgress: ({ doneBytes, totalBytes }) => onProgress({ doneBytes: at * totalBytes + doneBytes, totalBytes }),
    });
    await simpleQuery(database, copy.createTable);
    for await (const text of copy.copyText()) await copyPiece(database, copy.copyStatement, text);
    reports.push(copy.report());
  }
  return reports;
}

/** With the name of the file that it is about, when there are several. */
function rethrow(thrown: unknown, { name }: FileToLoad, files: number): never {
  if (!(thrown instanceof AppError) || files === 1) throw thrown;
  throw new AppError({ ...toErrorData(thrown), message: `${name}: ${thrown.message}` });
}

/** PGlite has no COPY from the client; it reads a file that is handed over with the query instead. */
async function copyPiece(database: PGlite, statement: string, text: string): Promise<void> {
  const sql = statement.replace(/STDIN$/, "'/dev/blob'");
  try {
    await database.query(sql, [], { blob: new Blob([text]) });
  } catch (thrown) {
    if (thrown instanceof messages.DatabaseError) throw postgresError(thrown, sql);
    throw thrown;
  }
}
