import type { PGlite } from '@electric-sql/pglite';
import { ofUser } from '../introspect/user-objects.ts';

export interface ExportConstraint {
  readonly oid: number;
  readonly tableOid: number;
  readonly tableName: string;
  /** As a script has to write it. */
  readonly name: string;
  readonly kind: 'primary' | 'unique' | 'exclusion' | 'check' | 'foreign';
  readonly definition: string;
  /** False for what a table has from a parent only. */
  readonly isLocal: boolean;
  /** Whether the rows were ever looked at. */
  readonly isValidated: boolean;
}

/** Keys and checks of tables, in the order in which CREATE TABLE makes them whatever their order in it. */
export async function readConstraints(database: PGlite): Promise<ExportConstraint[]> {
  return (await database.query<ExportConstraint>(CONSTRAINTS)).rows;
}

/** Foreign keys of partitions are those of the table that they are partitions of. */
const CONSTRAINTS = `
  SELECT k.oid::int AS "oid", k.conrelid::int AS "tableOid", k.conrelid::regclass::text AS "tableName",
    quote_ident(k.conname) AS "name",
    CASE k.contype WHEN 'p' THEN 'primary' WHEN 'u' THEN 'unique' WHEN 'x' THEN 'exclusion' WHEN 'c' THEN 'check'
      ELSE 'foreign' END AS "kind",
    pg_get_constraintdef(k.oid) AS "definition", k.conislocal AS "isLocal", k.convalidated AS "isValidated"
  FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.conrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE k.contype IN ('p', 'u', 'x', 'c', 'f') AND ${ofUser('c.oid')}
    AND NOT (k.contype = 'f' AND k.conparentid <> 0)
  ORDER BY k.conrelid, array_position(ARRAY['p', 'u', 'x', 'c', 'f'], k.contype::text), k.oid`;
