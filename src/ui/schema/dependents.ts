/** What Postgres deletes along with a table or view: known from its catalogue, before anything is deleted. */
import type { QueryResult } from '../../database/contract.ts';
import type { Table } from '../../schema/model.ts';
import { quoteName, textLiteral } from '../../schema/names.ts';

/** As DROP wants it said, in lower case. */
export type RelationKind = 'table' | 'view' | 'materialized view';

export interface Dependents {
  readonly kind: RelationKind;
  /** Deleted too: `view order_totals`, `column last_order of table customers`. */
  readonly deleted: readonly string[];
  /** Tables that stay with all their rows, and lose a foreign key. */
  readonly unlinked: readonly string[];
}

/** Objects listed at most; the last of so many says how it ends. */
const MAX_LISTED = 500;

/**
 * Follows `pg_depend` as DROP … CASCADE does: to what depends on an object, and, where that is an inner part of another
 * one (the rule of a view), to that one. `part` is a column's number; 0 stands for the whole.
 */
export function dependentsQuery({ namespace, name }: Pick<Table, 'namespace' | 'name'>): string {
  const table = textLiteral(`${quoteName(namespace)}.${quoteName(name)}`);
  return `
WITH RECURSIVE gone (class, object, part) AS (
  SELECT 'pg_class'::regclass::oid, ${table}::regclass::oid, 0
  UNION
  SELECT next.class, next.object, next.part
  FROM gone
  CROSS JOIN LATERAL (
    SELECT d.classid, d.objid, d.objsubid
    FROM pg_depend d
    WHERE d.refclassid = gone.class AND d.refobjid = gone.object AND (gone.part = 0 OR d.refobjsubid = gone.part)
    UNION ALL
    SELECT d.refclassid, d.refobjid, d.refobjsubid
    FROM pg_depend d
    WHERE d.classid = gone.class AND d.objid = gone.object AND d.deptype = 'i'
  ) next (class, object, part)
), relations AS (
  SELECT object FROM gone WHERE class = 'pg_class'::regclass AND part = 0
)
SELECT 'kind' AS what, CASE relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' ELSE 'table' END AS name
FROM pg_class
WHERE oid = ${table}::regclass
UNION ALL
(
  SELECT 'deleted', pg_describe_object(gone.class, gone.object, gone.part)
  FROM gone
  LEFT JOIN pg_class c ON gone.class = 'pg_class'::regclass AND c.oid = gone.object
  WHERE (
    gone.class IN ('pg_proc'::regclass, 'pg_policy'::regclass)
    OR (c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.oid <> ${table}::regclass AND gone.part = 0)
    OR (c.relkind IN ('r', 'p') AND gone.part > 0 AND c.oid NOT IN (SELECT object FROM relations))
  )
  ORDER BY 2
  LIMIT ${MAX_LISTED}
)
UNION ALL
(
  SELECT DISTINCT 'unlinked', con.conrelid::regclass::text
  FROM gone
  JOIN pg_constraint con ON gone.class = 'pg_constraint'::regclass AND con.oid = gone.object
  WHERE con.contype = 'f' AND con.conrelid NOT IN (SELECT object FROM relations)
  ORDER BY 2
  LIMIT ${MAX_LISTED}
)`;
}

export function readDependents({ rows }: Pick<QueryResult, 'rows'>): Dependents {
  const named = (what: string) => rows.flatMap(([each, name]) => (each === what && name != null ? [name] : []));
  const [kind] = named('kind');
  return {
    kind: kind === 'view' || kind === 'materialized view' ? kind : 'table',
    deleted: named('deleted'),
    unlinked: named('unlinked'),
  };
}
