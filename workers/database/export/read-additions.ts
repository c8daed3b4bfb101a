import type { PGlite } from '@electric-sql/pglite';
import { ofExtension, ofUser } from '../introspect/user-objects.ts';

/** What is put on a table when its rows are in: each with the statement that makes it. */
export interface Addition {
  readonly tableOid: number;
  readonly sql: string;
}

/** Indexes that are no constraint's. */
export async function readIndexes(database: PGlite): Promise<Addition[]> {
  return await indexesOf(database, 'i');
}

/** Those of partitioned tables. Each takes the indexes of the partitions in that are like it. */
export async function readPartitionedIndexes(database: PGlite): Promise<Addition[]> {
  return await indexesOf(database, 'I');
}

async function indexesOf(database: PGlite, kind: 'i' | 'I'): Promise<Addition[]> {
  const { rows } = await database.query<Addition>(`
    SELECT i.indrelid::int AS "tableOid",
      ${kind === 'i' ? 'pg_get_indexdef(i.indexrelid)' : "replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')"}
        AS "sql"
    FROM pg_index i
    JOIN pg_class c ON c.oid = i.indrelid
    JOIN pg_class x ON x.oid = i.indexrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE x.relkind = '${kind}' AND ${ofUser('c.oid')} AND NOT ${ofExtension('pg_class', 'c.oid')}
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
    ORDER BY i.indexrelid`);
  return rows;
}

export async function readStatistics(database: PGlite): Promise<Addition[]> {
  const { rows } = await database.query<Addition>(`
    SELECT s.stxrelid::int AS "tableOid", pg_get_statisticsobjdef(s.oid) AS "sql"
    FROM pg_statistic_ext s
    JOIN pg_namespace n ON n.oid = s.stxnamespace
    WHERE ${ofUser('s.oid')}
    ORDER BY s.oid`);
  return rows;
}

/** Those of a partitioned table are on its partitions too, without being asked for. */
export async function readTriggers(database: PGlite): Promise<Addition[]> {
  const { rows } = await database.query<Addition>(`
    SELECT t.tgrelid::int AS "tableOid",
      pg_get_triggerdef(t.oid) || CASE t.tgenabled
        WHEN 'O' THEN ''
        ELSE E';\\nALTER TABLE ' || t.tgrelid::regclass || CASE t.tgenabled
          WHEN 'D' THEN ' DISABLE' WHEN 'R' THEN ' ENABLE REPLICA' ELSE ' ENABLE ALWAYS' END
          || ' TRIGGER ' || quote_ident(t.tgname)
      END AS "sql"
    FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND ${ofUser('c.oid')}
    ORDER BY t.oid`);
  return rows;
}

/** All but those that a view is made of. */
export async function readRules(database: PGlite): Promise<Addition[]> {
  const { rows } = await database.query<Addition>(`
    SELECT r.ev_class::int AS "tableOid", rtrim(pg_get_ruledef(r.oid, true), ';') AS "sql"
    FROM pg_rewrite r
    JOIN pg_class c ON c.oid = r.ev_class
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE r.rulename <> '_RETURN' AND ${ofUser('c.oid')}
    ORDER BY r.oid`);
  return rows;
}

export async function readPolicies(database: PGlite): Promise<Addition[]> {
  const { rows } = await database.query<Addition>(`
    SELECT p.polrelid::int AS "tableOid", concat_ws(' ',
      'CREATE POLICY ' || quote_ident(p.polname) || ' ON ' || p.polrelid::regclass,
      CASE WHEN NOT p.polpermissive THEN 'AS RESTRICTIVE' END,
      CASE p.polcmd WHEN 'r' THEN 'FOR SELECT' WHEN 'a' THEN 'FOR INSERT' WHEN 'w' THEN 'FOR UPDATE'
        WHEN 'd' THEN 'FOR DELETE' END,
      'USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
      'WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') AS "sql"
    FROM pg_policy p
    JOIN pg_class c ON c.oid = p.polrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ofUser('c.oid')}
    ORDER BY p.oid`);
  return rows;
}
