import type { PGlite } from '@electric-sql/pglite';

/** What the database holds and an export does not write: kinds of objects that hardly any database has. */
export async function readLeftOut(database: PGlite): Promise<string[]> {
  const { rows } = await database.query<{ title: string }>(LEFT_OUT);
  return rows.map(({ title }) => title);
}

const LEFT_OUT = `
  SELECT i.type || ' ' || i.identity AS "title"
  FROM (
    SELECT 'pg_opclass'::regclass::oid AS classid, oid FROM pg_opclass
    UNION ALL SELECT 'pg_opfamily'::regclass, oid FROM pg_opfamily
    UNION ALL SELECT 'pg_conversion'::regclass, oid FROM pg_conversion
    UNION ALL SELECT 'pg_ts_parser'::regclass, oid FROM pg_ts_parser
    UNION ALL SELECT 'pg_ts_template'::regclass, oid FROM pg_ts_template
    UNION ALL SELECT 'pg_largeobject_metadata'::regclass, oid FROM pg_largeobject_metadata
    UNION ALL SELECT 'pg_type'::regclass, oid FROM pg_type WHERE typtype = 'b' AND typelem = 0 AND typarray <> 0
  ) AS object
  CROSS JOIN LATERAL pg_identify_object(object.classid, object.oid, 0) i
  WHERE object.oid >= 16384
    AND NOT EXISTS (
      SELECT FROM pg_depend d WHERE d.classid = object.classid AND d.objid = object.oid AND d.deptype IN ('e', 'i'))
  ORDER BY 1`;
