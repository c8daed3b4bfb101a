import type { Schema } from '../schema/model.ts';
import { layOut } from './lay-out.ts';
import { FriendlyNames } from './names/friendly-names.ts';
import { parseStatement } from './parse-sql.ts';
import { printStatement } from './print/statement.ts';
import { resolveStatement } from './resolve/resolve.ts';

/**
 * The same query as people like to read it: short aliases, bare columns where there is one table, one clause a line.
 * Takes any spelling. Needs `loadParser`.
 * @throws AppError as `canonicalSql`
 */
export async function friendlySql(sql: string, schema: Schema): Promise<string> {
  const parsed = parseStatement(sql);
  const resolution = resolveStatement(parsed, schema);
  const names = new FriendlyNames(resolution);
  return await layOut(
    printStatement(parsed.statement, { schema, text: parsed.text, resolution, names, scope: null, isBare: false }),
  );
}
