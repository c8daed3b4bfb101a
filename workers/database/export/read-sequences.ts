import type { PGlite } from '@electric-sql/pglite';
import { ofUser } from '../introspect/user-objects.ts';

export interface Sequence {
  readonly oid: number;
  readonly name: string;
  readonly namespace: string;
  /** Its name without the namespace and unquoted. */
  readonly bareName: string;
  readonly type: string;
  /** `START WITH 1000 CYCLE`: what differs from a new sequence of the type. */
  readonly options: string;
  /** The column that it goes with: `orders.id`. */
  readonly ownedBy: string | null;
  /** Whether it is the inside of an identity column. */
  readonly isIdentity: boolean;
}

export async function readSequences(database: PGlite): Promise<ReadonlyMap<number, Sequence>> {
  const { rows } = await database.query<Sequence>(SEQUENCES);
  return new Map(rows.map((row) => [row.oid, row]));
}

const SEQUENCES = `
  WITH sequence AS (
    SELECT s.*, c.relname, n.nspname, s.seqrelid AS oid,
      CASE s.seqtypid WHEN 'int2'::regtype THEN 32767 WHEN 'int4'::regtype THEN 2147483647 ELSE 9223372036854775807 END
        AS largest,
      CASE s.seqtypid WHEN 'int2'::regtype THEN -32768 WHEN 'int4'::regtype THEN -2147483648
        ELSE -9223372036854775808 END AS smallest
    FROM pg_sequence s
    JOIN pg_class c ON c.oid = s.seqrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ofUser('c.oid')}
  )
  SELECT s.oid::int AS "oid", s.oid::regclass::text AS "name", s.nspname AS "namespace", s.relname AS "bareName",
    format_type(s.seqtypid, NULL) AS "type",
    concat_ws(' ',
      CASE WHEN s.seqincrement <> 1 THEN 'INCREMENT BY ' || s.seqincrement END,
      CASE WHEN s.seqmin <> CASE WHEN s.seqincrement > 0 THEN 1 ELSE s.smallest END THEN 'MINVALUE ' || s.seqmin END,
      CASE WHEN s.seqmax <> CASE WHEN s.seqincrement > 0 THEN s.largest ELSE -1 END THEN 'MAXVALUE ' || s.seqmax END,
      CASE WHEN s.seqstart <> CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END
        THEN 'START WITH ' || s.seqstart END,
      CASE WHEN s.seqcache <> 1 THEN 'CACHE ' || s.seqcache END,
      CASE WHEN s.seqcycle THEN 'CYCLE' END
    ) AS "options",
    owner.name AS "ownedBy", coalesce(owner.deptype = 'i', false) AS "isIdentity"
  FROM sequence s
  LEFT JOIN LATERAL (
    SELECT d.refobjid::regclass::text || '.' || quote_ident(a.attname) AS name, d.deptype
    FROM pg_depend d
    JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.refclassid = 'pg_class'::regclass
      AND d.deptype IN ('a', 'i')
  ) AS owner ON true
  ORDER BY s.oid`;
