import type { PGlite } from '@electric-sql/pglite';
import { AppError } from '../../../src/platform/errors.ts';
import { simpleQuery } from '../protocol.ts';

/**
 * Runs INSERTs in one transaction and says whether that went well: if not, the database is as it was before.
 *
 * Each is held against deferred constraints at its own end, as if it were alone. Sequences are outside of transactions,
 * so they are put back by hand; only `now()` is the same for all of a batch.
 */
export async function runTogether(database: PGlite, inserts: readonly string[]): Promise<boolean> {
  const sequences = await simpleQuery(database, SEQUENCES);
  try {
    await simpleQuery(database, ['SET CONSTRAINTS ALL IMMEDIATE', ...inserts].join(';\n'));
    return true;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code === 'database/crashed') throw thrown;
  }
  const [before, after] = [sequences.rows, new Set((await simpleQuery(database, SEQUENCES)).rows.map(String))];
  const moved = before.filter((state) => !after.has(String(state)));
  for (const [oid, value, isCalled] of moved)
    await simpleQuery(database, `SELECT setval(${oid}, ${value}, '${isCalled}')`);
  return false;
}

const SEQUENCES =
  'SELECT s.seqrelid, d.last_value, d.is_called FROM pg_sequence s, pg_get_sequence_data(s.seqrelid) d WHERE d.last_value IS NOT NULL';
