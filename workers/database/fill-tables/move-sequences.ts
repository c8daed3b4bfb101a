import type { PGlite } from '@electric-sql/pglite';
import { AppError } from '../../../src/platform/errors.ts';
import type { Column, Table } from '../../../src/schema/model.ts';
import { quoteName, textLiteral } from '../../../src/schema/names.ts';
import { simpleQuery } from '../protocol.ts';
import { attempt, qualified } from './statements.ts';

/** Has the sequences of the table go on behind its rows, so that the next INSERT of a person does not clash. */
export async function moveSequences(database: PGlite, table: Table): Promise<void> {
  for (const column of table.columns) {
    const sequence = await sequenceOf(database, table, column);
    if (sequence === undefined) continue;
    const moved = await attempt(database, async () => {
      await simpleQuery(
        database,
        `SELECT setval(${textLiteral(sequence)}, highest)
         FROM (SELECT max(${quoteName(column.name)}) AS highest FROM ${qualified(table)}) AS filled
         WHERE highest >= (SELECT last_value FROM ${sequence})`,
      );
    });
    // One that counts down, or ends before the rows do, stays where it is.
    if (moved instanceof AppError && !moved.code.startsWith('pg/')) throw moved;
  }
}

/** As SQL text; undefined for a column without one. */
async function sequenceOf(database: PGlite, table: Table, column: Column): Promise<string | undefined> {
  const called = /^nextval\('(?<name>(?:[^']|'')+)'::regclass\)$/.exec(column.defaultExpression ?? '')?.groups?.name;
  if (called !== undefined) return called.replaceAll("''", "'");
  if (!column.generated || column.defaultExpression !== null) return undefined;
  const sql = `SELECT pg_get_serial_sequence(${textLiteral(qualified(table))}, ${textLiteral(column.name)})`;
  return (await simpleQuery(database, sql)).rows[0]?.[0] ?? undefined;
}
