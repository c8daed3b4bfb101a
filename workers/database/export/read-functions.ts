import type { PGlite } from '@electric-sql/pglite';
import { ofExtension, ofUser } from '../introspect/user-objects.ts';
import type { MadeObject } from './read-types.ts';

/** Functions, procedures and plain aggregates. */
export async function readFunctionDefinitions(database: PGlite): Promise<MadeObject[]> {
  return (await database.query<MadeObject>(FUNCTIONS)).rows;
}

/** Postgres prints all but aggregates itself. Ordered-set and moving aggregates are left to `read-left-out.ts`. */
const FUNCTIONS = `
  SELECT p.oid::int AS "oid",
    CASE WHEN p.prokind = 'a' THEN
      'CREATE AGGREGATE ' || quote_ident(n.nspname) || '.' || quote_ident(p.proname)
        || '(' || coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*') || ') (' || concat_ws(', ',
          'SFUNC = ' || a.aggtransfn::regproc,
          'STYPE = ' || format_type(a.aggtranstype, NULL),
          CASE WHEN a.aggfinalfn <> 0 THEN 'FINALFUNC = ' || a.aggfinalfn::regproc END,
          CASE WHEN a.aggcombinefn <> 0 THEN 'COMBINEFUNC = ' || a.aggcombinefn::regproc END,
          'INITCOND = ' || quote_literal(a.agginitval),
          CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END) || ')'
    ELSE rtrim(pg_get_functiondef(p.oid), E'\\n')
    END AS "sql"
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  LEFT JOIN pg_aggregate a ON a.aggfnoid = p.oid
  WHERE ${ofUser('p.oid')} AND NOT ${ofExtension('pg_proc', 'p.oid')}
    AND coalesce(a.aggkind = 'n' AND a.aggmtransfn = 0, true)
    AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i'
    )
  ORDER BY p.oid`;
