import type { PGlite } from '@electric-sql/pglite';
import { ofExtension, ofUser } from '../introspect/user-objects.ts';
import type { MadeObject } from './read-types.ts';

/** Functions, procedures and aggregates. */
export async function readFunctionDefinitions(database: PGlite): Promise<MadeObject[]> {
  return (await database.query<MadeObject>(FUNCTIONS)).rows;
}

/** What a final function may do to the state, where it is not what Postgres takes for granted. */
function modify(column: string, option: string): string {
  return `CASE WHEN ${column} <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN '${option} = ' || CASE ${column}
            WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END`;
}

/** Postgres prints all but aggregates itself. */
const FUNCTIONS = `
  SELECT p.oid::int AS "oid",
    CASE WHEN p.prokind = 'a' THEN
      'CREATE AGGREGATE ' || quote_ident(n.nspname) || '.' || quote_ident(p.proname)
        || '(' || coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*') || ') (' || concat_ws(', ',
          'SFUNC = ' || a.aggtransfn,
          'STYPE = ' || format_type(a.aggtranstype, NULL),
          'SSPACE = ' || nullif(a.aggtransspace, 0),
          CASE WHEN a.aggfinalfn <> 0 THEN 'FINALFUNC = ' || a.aggfinalfn END,
          CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
          ${modify('a.aggfinalmodify', 'FINALFUNC_MODIFY')},
          CASE WHEN a.aggcombinefn <> 0 THEN 'COMBINEFUNC = ' || a.aggcombinefn END,
          CASE WHEN a.aggserialfn <> 0 THEN 'SERIALFUNC = ' || a.aggserialfn END,
          CASE WHEN a.aggdeserialfn <> 0 THEN 'DESERIALFUNC = ' || a.aggdeserialfn END,
          'INITCOND = ' || quote_literal(a.agginitval),
          CASE WHEN a.aggmtransfn <> 0 THEN concat_ws(', ',
            'MSFUNC = ' || a.aggmtransfn,
            'MINVFUNC = ' || a.aggminvtransfn,
            'MSTYPE = ' || format_type(a.aggmtranstype, NULL),
            'MSSPACE = ' || nullif(a.aggmtransspace, 0),
            CASE WHEN a.aggmfinalfn <> 0 THEN 'MFINALFUNC = ' || a.aggmfinalfn END,
            CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
            ${modify('a.aggmfinalmodify', 'MFINALFUNC_MODIFY')},
            'MINITCOND = ' || quote_literal(a.aggminitval)) END,
          (SELECT 'SORTOP = OPERATOR(' || quote_ident(s.nspname) || '.' || o.oprname || ')'
           FROM pg_operator o JOIN pg_namespace s ON s.oid = o.oprnamespace WHERE o.oid = a.aggsortop),
          CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
          CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END) || ')'
    ELSE rtrim(pg_get_functiondef(p.oid), E'\\n')
    END AS "sql"
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  LEFT JOIN pg_aggregate a ON a.aggfnoid = p.oid
  WHERE ${ofUser('p.oid')} AND NOT ${ofExtension('pg_proc', 'p.oid')}
    AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i'
    )
  ORDER BY p.oid`;
