import type { Schema } from '../../schema/model.ts';
import type { ParsedStatement } from '../parse-sql.ts';
import { isWrite } from '../tree.ts';
import { unsupported } from '../unsupported.ts';
import { newContext } from './context.ts';
import type { Resolution } from './model.ts';
import { resolveQuery } from './query.ts';
import { resolveWrite } from './writes.ts';

const NOTHING_AROUND = { view: null, ctes: null };

/**
 * Gives every name in a statement its meaning, by Postgres' scoping rules.
 * @throws AppError `sql/unknown-table`, `sql/unknown-column`, `sql/unsupported`
 */
export function resolveStatement({ statement, text }: ParsedStatement, schema: Schema): Resolution {
  const context = newContext(schema, text);
  if ('SelectStmt' in statement) resolveQuery(statement.SelectStmt, NOTHING_AROUND, context);
  else if (isWrite(statement)) resolveWrite(statement, NOTHING_AROUND, context);
  else throw unsupported('MergeStmt' in statement ? 'merge' : 'statement');
  return context.found;
}
