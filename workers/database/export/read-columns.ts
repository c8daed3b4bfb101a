import type { PGlite } from '@electric-sql/pglite';
import { ofUser } from '../introspect/user-objects.ts';

/** A column of a table or attribute of a composite type. Names are as a script has to write them. */
export interface ExportColumn {
  readonly tableOid: number;
  readonly number: number;
  readonly name: string;
  /** Unquoted. */
  readonly bareName: string;
  readonly type: string;
  /** Null where it is that of the type. */
  readonly collation: string | null;
  /** `NOT NULL`, with the name of the constraint where it is not the usual one. */
  readonly notNull: string | null;
  /** Default or generation expression. */
  readonly expression: string | null;
  /** Identifier of the default in `pg_attrdef`. */
  readonly expressionOid: number | null;
  readonly generated: 'stored' | 'virtual' | null;
  readonly identity: 'ALWAYS' | 'BY DEFAULT' | null;
  /** The sequence that belongs to the column: of an identity, or of a serial. */
  readonly sequenceOid: number | null;
  /** False for what it has from a parent only. */
  readonly isLocal: boolean;
}

export async function readColumns(database: PGlite): Promise<ReadonlyMap<number, ExportColumn[]>> {
  const columns = new Map<number, ExportColumn[]>();
  for (const row of (await database.query<ExportColumn>(COLUMNS)).rows) {
    const table = columns.get(row.tableOid);
    if (table) table.push(row);
    else columns.set(row.tableOid, [row]);
  }
  return columns;
}

const COLUMNS = `
  SELECT a.attrelid::int AS "tableOid", a.attnum AS "number", quote_ident(a.attname) AS "name",
    a.attname AS "bareName",
    format_type(a.atttypid, a.atttypmod) AS "type",
    CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END AS "collation",
    CASE
      WHEN k.oid IS NULL THEN NULL
      WHEN k.conname = c.relname || '_' || a.attname || '_not_null' THEN 'NOT NULL'
      ELSE 'CONSTRAINT ' || quote_ident(k.conname) || ' NOT NULL'
    END || CASE WHEN k.connoinherit THEN ' NO INHERIT' ELSE '' END AS "notNull",
    pg_get_expr(d.adbin, d.adrelid) AS "expression", d.oid::int AS "expressionOid",
    CASE a.attgenerated WHEN 's' THEN 'stored' WHEN 'v' THEN 'virtual' END AS "generated",
    CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END AS "identity",
    (SELECT s.objid::int FROM pg_depend s
     WHERE s.classid = 'pg_class'::regclass AND s.refclassid = 'pg_class'::regclass AND s.refobjid = a.attrelid
       AND s.refobjsubid = a.attnum AND s.deptype IN ('a', 'i')
       AND EXISTS (SELECT FROM pg_sequence q WHERE q.seqrelid = s.objid)
     ORDER BY s.deptype DESC, s.objid LIMIT 1) AS "sequenceOid",
    a.attislocal AS "isLocal"
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  LEFT JOIN pg_constraint k ON k.conrelid = a.attrelid AND k.contype = 'n' AND k.conkey = ARRAY[a.attnum]
  WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'c', 'v', 'm') AND ${ofUser('c.oid')}
  ORDER BY a.attrelid, a.attnum`;
