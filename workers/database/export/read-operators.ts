import type { PGlite } from '@electric-sql/pglite';
import { ofUser } from '../introspect/user-objects.ts';
import { ofAnother } from './of-another.ts';
import type { MadeObject } from './read-types.ts';

/** In the order of their names. One that another names as its opposite before it is made has no function yet: the other one makes it again. */
export async function readOperators(database: PGlite): Promise<MadeObject[]> {
  return (await database.query<MadeObject>(OPERATORS)).rows;
}

/** In the order of their types. */
export async function readCasts(database: PGlite): Promise<MadeObject[]> {
  return (await database.query<MadeObject>(CASTS)).rows;
}

const OPERATORS = `
  SELECT o.oid::int AS "oid",
    'CREATE OPERATOR ' || quote_ident(n.nspname) || '.' || o.oprname || ' (' || concat_ws(', ',
      'FUNCTION = ' || o.oprcode,
      CASE WHEN o.oprleft <> 0 THEN 'LEFTARG = ' || format_type(o.oprleft, NULL) END,
      'RIGHTARG = ' || format_type(o.oprright, NULL),
      (SELECT 'COMMUTATOR = OPERATOR(' || quote_ident(s.nspname) || '.' || c.oprname || ')'
       FROM pg_operator c JOIN pg_namespace s ON s.oid = c.oprnamespace WHERE c.oid = o.oprcom),
      (SELECT 'NEGATOR = OPERATOR(' || quote_ident(s.nspname) || '.' || c.oprname || ')'
       FROM pg_operator c JOIN pg_namespace s ON s.oid = c.oprnamespace WHERE c.oid = o.oprnegate),
      CASE WHEN o.oprrest <> 0 THEN 'RESTRICT = ' || o.oprrest END,
      CASE WHEN o.oprjoin <> 0 THEN 'JOIN = ' || o.oprjoin END,
      CASE WHEN o.oprcanhash THEN 'HASHES' END,
      CASE WHEN o.oprcanmerge THEN 'MERGES' END) || ')' AS "sql"
  FROM pg_operator o
  JOIN pg_namespace n ON n.oid = o.oprnamespace
  WHERE o.oprcode <> 0 AND ${ofUser('o.oid')} AND NOT ${ofAnother('pg_operator', 'o.oid')}
  ORDER BY 2`;

/** A range brings its own to its multirange. */
const CASTS = `
  SELECT c.oid::int AS "oid",
    'CREATE CAST (' || format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL) || ') '
      || CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure WHEN 'i' THEN 'WITH INOUT'
           ELSE 'WITHOUT FUNCTION' END
      || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END AS "sql"
  FROM pg_cast c
  WHERE c.oid >= 16384 AND NOT ${ofAnother('pg_cast', 'c.oid')}
  ORDER BY 2`;
