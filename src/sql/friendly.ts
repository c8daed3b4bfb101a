import type { Schema } from '../schema/model.ts';
import { layOut } from './lay-out.ts';
import { FriendlyNames } from './names/friendly-names.ts';
import { printSql } from './print/print-sql.ts';

/**
 * The same query as people like to read it: short aliases, bare columns where there is one table, one clause a line.
 * Takes any spelling. Needs `loadParser`.
 * @throws AppError as `canonicalSql`
 */
export async function friendlySql(sql: string, schema: Schema): Promise<string> {
  return await layOut(printSql(sql, schema, (resolution) => new FriendlyNames(resolution)));
}
