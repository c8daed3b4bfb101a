import type { PGlite } from '@electric-sql/pglite';
import { ofExtension, ofUser } from '../introspect/user-objects.ts';

/** A type or function, with the statement that makes it. */
export interface MadeObject {
  readonly oid: number;
  readonly sql: string;
}

/** Enums, domains and ranges. Composite types are relations, and every table is a type without asking for one. */
export async function readTypes(database: PGlite): Promise<MadeObject[]> {
  const { rows } = await database.query<MadeObject>(TYPES);
  return rows;
}

const TYPES = `
  SELECT t.oid::int AS "oid",
    CASE t.typtype
      WHEN 'e' THEN 'CREATE TYPE ' || t.oid::regtype || ' AS ENUM ('
        || coalesce((SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
                     FROM pg_enum e WHERE e.enumtypid = t.oid), '') || ')'
      WHEN 'd' THEN concat_ws(' ',
        'CREATE DOMAIN ' || t.oid::regtype || ' AS ' || format_type(t.typbasetype, t.typtypmod),
        CASE WHEN t.typcollation <> base.typcollation THEN 'COLLATE ' || t.typcollation::regcollation END,
        CASE WHEN t.typdefault IS NOT NULL THEN 'DEFAULT ' || coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault) END,
        (SELECT string_agg('CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid), ' '
                           ORDER BY k.contype DESC, k.oid)
         FROM pg_constraint k WHERE k.contypid = t.oid))
      WHEN 'r' THEN 'CREATE TYPE ' || t.oid::regtype || ' AS RANGE (' || concat_ws(', ',
        'subtype = ' || format_type(r.rngsubtype, NULL),
        CASE WHEN r.rngcollation <> sub.typcollation THEN 'collation = ' || r.rngcollation::regcollation END,
        CASE WHEN r.rngsubdiff <> 0 THEN 'subtype_diff = ' || r.rngsubdiff::regproc END,
        'multirange_type_name = ' || r.rngmultitypid::regtype) || ')'
    END AS "sql"
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_type base ON base.oid = t.typbasetype
  LEFT JOIN pg_range r ON r.rngtypid = t.oid
  LEFT JOIN pg_type sub ON sub.oid = r.rngsubtype
  WHERE t.typtype IN ('e', 'd', 'r') AND ${ofUser('t.oid')} AND NOT ${ofExtension('pg_type', 't.oid')}
  ORDER BY t.oid`;
