import type { PGlite } from '@electric-sql/pglite';

/** `COMMENT ON …` for everything that a script exported from here makes. */
export async function readComments(database: PGlite): Promise<string[]> {
  const { rows } = await database.query<{ sql: string }>(COMMENTS);
  return rows.map(({ sql }) => sql);
}

/**
 * Postgres itself says how an object is addressed, and of what type it is; where its wording is not that of COMMENT,
 * the script's own is put together. Ordered by what is commented, not by when.
 */
const COMMENTS = `
  WITH commented AS (
    SELECT d.classoid, d.objoid, d.objsubid, d.description, i.type, i.identity
    FROM pg_description d
    CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i
    WHERE d.classoid IN (
        'pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass, 'pg_constraint'::regclass,
        'pg_trigger'::regclass, 'pg_policy'::regclass, 'pg_rewrite'::regclass, 'pg_namespace'::regclass,
        'pg_statistic_ext'::regclass, 'pg_operator'::regclass, 'pg_cast'::regclass, 'pg_ts_dict'::regclass,
        'pg_ts_config'::regclass)
      AND (d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass)
      AND NOT EXISTS (
        SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
      AND i.identity IS NOT NULL
  )
  SELECT 'COMMENT ON ' || CASE
      WHEN c.type = 'table column' OR c.type = 'view column' OR c.type = 'materialized view column'
        OR c.type = 'composite type column'
        THEN 'COLUMN ' || c.objoid::regclass || '.' || quote_ident(
          (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.objoid AND a.attnum = c.objsubid))
      WHEN c.classoid = 'pg_class'::regclass THEN upper(c.type) || ' ' || c.objoid::regclass
      WHEN c.type = 'domain constraint'
        THEN (SELECT 'CONSTRAINT ' || quote_ident(k.conname) || ' ON DOMAIN ' || k.contypid::regtype
              FROM pg_constraint k WHERE k.oid = c.objoid)
      WHEN c.type = 'table constraint'
        THEN (SELECT 'CONSTRAINT ' || quote_ident(k.conname) || ' ON ' || k.conrelid::regclass
              FROM pg_constraint k WHERE k.oid = c.objoid)
      WHEN c.classoid = 'pg_type'::regclass THEN upper(c.type) || ' ' || c.objoid::regtype
      ELSE upper(c.type) || ' ' || c.identity
    END || ' IS ' || quote_literal(c.description) AS "sql"
  FROM commented c
  LEFT JOIN pg_namespace n ON c.classoid = 'pg_namespace'::regclass AND n.oid = c.objoid
  WHERE n.oid IS NULL
    OR (n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND NOT (n.nspname = 'public' AND c.description = 'standard public schema'))
  ORDER BY c.type, c.identity, c.objsubid`;
