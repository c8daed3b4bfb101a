import { messages, type PGlite } from '@electric-sql/pglite';
import type { LoadTablesRequest } from '../../src/database/contract.ts';
import { type CopyReport, toCopy } from '../../src/tabular/to-copy.ts';
import { postgresError } from './postgres-error.ts';
import { simpleQuery } from './protocol.ts';

/** Makes tables of a file and copies its rows into them: all of it, or nothing when it rejects. */
export async function loadTables(
  database: PGlite,
  { name, file, reading, tables }: LoadTablesRequest,
  onProgress: (progress: { readonly doneBytes: number; readonly totalBytes: number }) => void,
): Promise<CopyReport[]> {
  const tabular = { name, bytes: new Uint8Array(await file.arrayBuffer()) };
  const reports: CopyReport[] = [];
  await simpleQuery(database, 'BEGIN');
  try {
    for (const table of tables) {
      const copy = toCopy(tabular, reading, table, { onProgress });
      await simpleQuery(database, copy.createTable);
      for await (const text of copy.copyText()) await copyPiece(database, copy.copyStatement, text);
      reports.push(copy.report());
    }
    await simpleQuery(database, 'COMMIT');
    return reports;
  } catch (thrown) {
    await simpleQuery(database, 'ROLLBACK');
    throw thrown;
  }
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
