import type { PGlite } from '@electric-sql/pglite';
import { ofUser } from '../introspect/user-objects.ts';
import type { MadeObject } from './read-types.ts';

/** Schemas other than `public`, which is always there. */
export async function readSchemas(database: PGlite): Promise<MadeObject[]> {
  const { rows } = await database.query<MadeObject>(`
    SELECT n.oid::int AS "oid", 'CREATE SCHEMA ' || quote_ident(n.nspname) AS "sql"
    FROM pg_namespace n
    WHERE ${ofUser('n.oid')} AND n.nspname <> 'public'
    ORDER BY n.oid`);
  return rows;
}

/** Those that the base of another are, come first; PL/pgSQL is always there. */
export async function readExtensions(database: PGlite): Promise<MadeObject[]> {
  const { rows } = await database.query<MadeObject>(`
    SELECT e.oid::int AS "oid",
      'CREATE EXTENSION ' || quote_ident(e.extname)
        || CASE WHEN e.extrelocatable THEN ' WITH SCHEMA ' || quote_ident(n.nspname) ELSE '' END AS "sql"
    FROM pg_extension e
    JOIN pg_namespace n ON n.oid = e.extnamespace
    WHERE e.extname <> 'plpgsql'
    ORDER BY e.oid`);
  return rows;
}

export async function readCollations(database: PGlite): Promise<MadeObject[]> {
  const { rows } = await database.query<MadeObject>(`
    SELECT c.oid::int AS "oid", 'CREATE COLLATION ' || c.oid::regcollation || ' (' || concat_ws(', ',
      'PROVIDER = ' || CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
      'LOCALE = ' || quote_literal(coalesce(c.colllocale, c.collcollate)),
      'RULES = ' || quote_literal(c.collicurules),
      CASE WHEN NOT c.collisdeterministic THEN 'DETERMINISTIC = false' END) || ')' AS "sql"
    FROM pg_collation c
    JOIN pg_namespace n ON n.oid = c.collnamespace
    WHERE ${ofUser('c.oid')}
    ORDER BY c.oid`);
  return rows;
}
