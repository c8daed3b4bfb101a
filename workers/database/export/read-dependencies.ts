import type { PGlite } from '@electric-sql/pglite';

/** One object that needs another, by the identifiers of what a script makes as a whole. */
export interface Dependency {
  readonly object: number;
  /** The default that needs it, where it is no other part of a table. */
  readonly defaultOid: number | null;
  readonly needs: number;
}

interface Part {
  /** `pg_class`, `pg_attrdef`, … */
  readonly catalogue: string;
  readonly oid: number;
  /** What a script makes it with. */
  readonly whole: number;
}

interface Edge {
  readonly catalogue: string;
  readonly oid: number;
  readonly neededCatalogue: string;
  readonly neededOid: number;
}

/**
 * What Postgres has noted (documentation, "pg_depend"), with each part led back to the object that it is a part of: a
 * default, check or key to its table, a rule to its view, a row type to its table, an array type to that of its
 * elements, and what an extension has made to the extension.
 */
export async function readDependencies(database: PGlite): Promise<Dependency[]> {
  const parts = (await database.query<Part>(PARTS)).rows;
  const wholes = new Map(parts.map(({ catalogue, oid, whole }) => [`${catalogue} ${oid}`, whole]));
  const edges = (await database.query<Edge>(EDGES)).rows;
  return edges.flatMap(({ catalogue, oid, neededCatalogue, neededOid }): Dependency[] => {
    const object = wholes.get(`${catalogue} ${oid}`);
    const needs = wholes.get(`${neededCatalogue} ${neededOid}`);
    if (object === undefined || needs === undefined || object === needs) return [];
    return [{ object, needs, defaultOid: catalogue === 'pg_attrdef' ? oid : null }];
  });
}

/** Those of extensions come last, so that they override what the parts are otherwise. */
const PARTS = `
  SELECT 'pg_namespace' AS "catalogue", oid::int AS "oid", oid::int AS "whole" FROM pg_namespace
  UNION ALL SELECT 'pg_extension', oid::int, oid::int FROM pg_extension
  UNION ALL SELECT 'pg_collation', oid::int, oid::int FROM pg_collation WHERE oid >= 16384
  UNION ALL SELECT 'pg_proc', oid::int, oid::int FROM pg_proc WHERE oid >= 16384
  UNION ALL SELECT 'pg_operator', oid::int, oid::int FROM pg_operator WHERE oid >= 16384
  UNION ALL SELECT 'pg_cast', oid::int, oid::int FROM pg_cast WHERE oid >= 16384
  UNION ALL SELECT 'pg_ts_dict', oid::int, oid::int FROM pg_ts_dict WHERE oid >= 16384
  UNION ALL SELECT 'pg_ts_config', oid::int, oid::int FROM pg_ts_config WHERE oid >= 16384
  UNION ALL SELECT 'pg_class', oid::int, oid::int FROM pg_class WHERE oid >= 16384 AND relkind NOT IN ('i', 'I')
  UNION ALL SELECT 'pg_class', conindid::int, conrelid::int FROM pg_constraint WHERE contype IN ('p', 'u', 'x')
  UNION ALL SELECT 'pg_attrdef', oid::int, adrelid::int FROM pg_attrdef
  UNION ALL SELECT 'pg_rewrite', oid::int, ev_class::int FROM pg_rewrite WHERE rulename = '_RETURN'
  UNION ALL
  SELECT 'pg_constraint', oid::int, CASE WHEN contypid <> 0 THEN contypid ELSE conrelid END::int
  FROM pg_constraint
  WHERE contype <> 'f'
  UNION ALL
  SELECT 'pg_type', t.oid::int, CASE
      WHEN t.typrelid <> 0 THEN t.typrelid
      WHEN e.oid IS NOT NULL THEN CASE WHEN e.typrelid <> 0 THEN e.typrelid ELSE e.oid END
      WHEN r.rngtypid IS NOT NULL THEN r.rngtypid
      ELSE t.oid
    END::int
  FROM pg_type t
  LEFT JOIN pg_type e ON e.typarray = t.oid
  LEFT JOIN pg_range r ON r.rngmultitypid = t.oid
  WHERE t.oid >= 16384
  UNION ALL
  SELECT classid::regclass::text, objid::int, refobjid::int FROM pg_depend WHERE deptype = 'e'`;

/** A sequence comes before the table whose column owns it, for the column's default needs it. */
const EDGES = `
  SELECT DISTINCT d.classid::regclass::text AS "catalogue", d.objid::int AS "oid",
    d.refclassid::regclass::text AS "neededCatalogue", d.refobjid::int AS "neededOid"
  FROM pg_depend d
  WHERE d.objid >= 16384
    AND NOT (d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
             AND EXISTS (SELECT FROM pg_sequence s WHERE s.seqrelid = d.objid))`;
