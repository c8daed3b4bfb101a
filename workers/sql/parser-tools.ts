/**
 * What needs Postgres' parser, which has 0.4 MB: a part of its own, so that the worker starts without it and grammars
 * never wait for it.
 */
import { EMPTY_SCHEMA } from '../../src/schema/model.ts';
import { loadParser } from '../../src/sql/parse-sql.ts';
import { tablesUsed } from '../../src/sql/tables-used.ts';
import { provenFriendlySql } from '../../src/sql-tools/friendly.ts';

export { Explainer } from '../../src/sql-tools/explain/explain.ts';
export { loadParser, provenFriendlySql, tablesUsed };

/** Fetches the formatter too, and runs once through what the first query would otherwise be the first to run through. */
export async function warmUp(): Promise<void> {
  await provenFriendlySql({ sql: 'SELECT 1', schema: EMPTY_SCHEMA });
}
