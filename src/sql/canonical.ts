import type { Schema } from '../schema/model.ts';
import { CanonicalNames } from './names/canonical-names.ts';
import { printSql } from './print/print-sql.ts';

export interface CanonicalQuery {
  readonly sql: string;
}

/**
 * The one spelling of a query that the models are trained on and the grammar accepts (docs/canonical-sql.md). It means
 * the same; only the names of what it returns can change. Needs `loadParser`.
 * @throws AppError `sql/syntax`, `sql/several-statements`, `sql/unknown-table`, `sql/unknown-column`, `sql/unsupported`
 */
export function canonicalSql(sql: string, schema: Schema): CanonicalQuery {
  return { sql: printSql(sql, schema, (resolution) => new CanonicalNames(resolution, schema)) };
}
