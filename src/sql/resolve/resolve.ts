import type { Node } from 'libpg-query';
import type { Schema } from '../../schema/model.ts';
import type { ParsedStatement } from '../parse-sql.ts';
import { isWrite } from '../tree.ts';
import { unsupported } from '../unsupported.ts';
import { newContext, type ResolveContext } from './context.ts';
import { leftmost, orFault } from './faults.ts';
import type { Resolution } from './model.ts';
import { resolveQuery } from './query.ts';
import { resolveWrite } from './writes.ts';

const NOTHING_AROUND = { view: null, ctes: null };

/**
 * Gives every name in a statement its meaning, by Postgres' scoping rules.
 * @throws AppError `sql/unknown-table`, `sql/unknown-column`, `sql/unsupported`: the leftmost fault, except that a column
 * which may be one of an unknown table is none
 */
export function resolveStatement({ statement, text }: ParsedStatement, schema: Schema): Resolution {
  const context = newContext(schema, text);
  orFault(context.faults, () => resolveAll(statement, context));
  const fault = leftmost(context.faults);
  if (fault) throw fault;
  return context.found;
}

function resolveAll(statement: Node, context: ResolveContext): void {
  if ('SelectStmt' in statement) resolveQuery(statement.SelectStmt, NOTHING_AROUND, context);
  else if (isWrite(statement)) resolveWrite(statement, NOTHING_AROUND, context);
  else throw unsupported('MergeStmt' in statement ? 'merge' : 'statement');
}
