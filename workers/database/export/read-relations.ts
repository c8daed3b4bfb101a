import type { PGlite } from '@electric-sql/pglite';
import { ofExtension, ofUser } from '../introspect/user-objects.ts';

/** A table, view, sequence or composite type. Names are as a script has to write them. */
export interface Relation {
  readonly oid: number;
  readonly kind: 'table' | 'partitioned' | 'view' | 'materialized' | 'sequence' | 'composite';
  readonly name: string;
  readonly namespace: string;
  /** Without its namespace and unquoted. */
  readonly bareName: string;
  readonly isPartition: boolean;
  /** Bounds of a partition: `FOR VALUES FROM … TO …`. */
  readonly bound: string | null;
  /** `RANGE (taken_at)`. */
  readonly partitionKey: string | null;
  /** Parents by inheritance, or the table that this is a partition of. */
  readonly parents: readonly number[];
  readonly parentNames: readonly string[];
  /** `fillfactor=70`, … */
  readonly options: readonly string[];
  readonly rowSecurity: 'none' | 'enabled' | 'forced';
  /** Query of a view, without the semicolon. */
  readonly query: string | null;
  /** Whether a materialized view has been filled. */
  readonly isPopulated: boolean;
}

export async function readRelations(database: PGlite): Promise<Relation[]> {
  return (await database.query<Relation>(RELATIONS)).rows;
}

const RELATIONS = `
  SELECT c.oid::int AS "oid", c.oid::regclass::text AS "name", n.nspname AS "namespace",
    c.relname AS "bareName",
    CASE c.relkind
      WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized'
      WHEN 'S' THEN 'sequence' ELSE 'composite'
    END AS "kind",
    c.relispartition AS "isPartition",
    pg_get_expr(c.relpartbound, c.oid) AS "bound",
    CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS "partitionKey",
    coalesce((SELECT json_agg(i.inhparent::int ORDER BY i.inhseqno) FROM pg_inherits i WHERE i.inhrelid = c.oid), '[]')
      AS "parents",
    coalesce(
      (SELECT json_agg(i.inhparent::regclass::text ORDER BY i.inhseqno) FROM pg_inherits i WHERE i.inhrelid = c.oid),
      '[]'
    ) AS "parentNames",
    coalesce(to_json(c.reloptions), '[]') AS "options",
    CASE WHEN c.relforcerowsecurity THEN 'forced' WHEN c.relrowsecurity THEN 'enabled' ELSE 'none' END AS "rowSecurity",
    CASE WHEN c.relkind IN ('v', 'm') THEN rtrim(pg_get_viewdef(c.oid, true), ';') END AS "query",
    c.relispopulated AS "isPopulated"
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c')
    AND ${ofUser('c.oid')}
    AND NOT ${ofExtension('pg_class', 'c.oid')}
  ORDER BY c.oid`;
