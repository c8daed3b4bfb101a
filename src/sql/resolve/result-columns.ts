import type { Node } from 'libpg-query';
import type { OutputColumn, Resolution } from './model.ts';

/** The columns that a statement as a whole gives; of one that writes, those of its RETURNING. */
export function resultColumns(statement: Node, { outputs, scopeOf }: Resolution): readonly OutputColumn[] {
  if ('SelectStmt' in statement) return outputs.get(statement.SelectStmt) ?? [];
  if ('InsertStmt' in statement) return scopeOf.get(statement.InsertStmt)?.outputs.columns ?? [];
  if ('UpdateStmt' in statement) return scopeOf.get(statement.UpdateStmt)?.outputs.columns ?? [];
  if ('DeleteStmt' in statement) return scopeOf.get(statement.DeleteStmt)?.outputs.columns ?? [];
  return [];
}
