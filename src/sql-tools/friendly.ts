import { AppError } from '../platform/errors.ts';
import { canonicalSql } from '../sql/canonical.ts';
import { friendlySql } from '../sql/friendly.ts';
import type { FriendlyRequest } from './contract.ts';

/**
 * The friendly spelling of a query, proved to mean the same: both spellings have the same canonical one. Needs
 * `loadParser`.
 *
 * @throws AppError as `canonicalSql` does, and `internal` when the two are different
 */
export async function provenFriendlySql({ sql, schema }: FriendlyRequest): Promise<string> {
  const friendly = await friendlySql(sql, schema);
  if (canonicalSql(friendly, schema).sql !== canonicalSql(sql, schema).sql) {
    throw new AppError({
      code: 'internal',
      message: 'The friendly spelling of this query means something else.',
      details: { sql, friendly },
    });
  }
  return friendly;
}
