/** What `tables.ts` asks the catalogue, and the rows that come back. */
import type { Check, ForeignKey } from '../../../src/schema/model.ts';
import { ofExtension, ofUser } from './user-objects.ts';

export interface RelationRow {
  readonly oid: number;
  readonly namespace: string;
  readonly name: string;
  readonly sqlName: string;
  readonly isView: boolean;
  readonly comment: string | null;
}

export interface ColumnRow {
  readonly tableOid: number;
  readonly name: string;
  readonly type: string;
  /** `pg_type.typname`, domains resolved. */
  readonly baseType: string;
  readonly nullable: boolean;
  readonly defaultExpression: string | null;
  readonly generated: boolean;
  readonly enumLabels: readonly string[] | null;
  readonly domainChecks: readonly string[];
  readonly comment: string | null;
}

export interface KeyRow {
  readonly tableOid: number;
  readonly isPrimary: boolean;
  readonly columns: readonly string[];
}

export interface ForeignKeyRow extends ForeignKey {
  readonly tableOid: number;
}

export interface CheckRow extends Check {
  readonly tableOid: number;
}

/** Tables and views that a person made: no system schemas, no partitions of a table that is itself listed, no parts of extensions. */
const USER_RELATIONS = `
  user_relation AS (
    SELECT c.oid, n.nspname, c.relname, c.relkind
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm')
      AND NOT c.relispartition
      AND ${ofUser('c.oid')}
      AND NOT ${ofExtension('pg_class', 'c.oid')}
  )`;

/** Object identifiers rise with time, so that this is the order of the CREATE statements. */
export const RELATIONS = `
  WITH ${USER_RELATIONS}
  SELECT oid, nspname AS "namespace", relname AS "name", format('%I.%I', nspname, relname) AS "sqlName",
    relkind IN ('v', 'm') AS "isView", obj_description(oid, 'pg_class') AS "comment"
  FROM user_relation
  ORDER BY oid`;

export const COLUMNS = `
  WITH RECURSIVE ${USER_RELATIONS},
  base AS (
    SELECT oid AS type, oid AS base, false AS required, ARRAY[]::oid[] AS domains
    FROM pg_type
    UNION ALL
    SELECT base.type, t.typbasetype, base.required OR t.typnotnull, base.domains || t.oid
    FROM base
    JOIN pg_type t ON t.oid = base.base
    WHERE t.typtype = 'd'
  )
  SELECT a.attrelid AS "tableOid", a.attname AS "name", format_type(a.atttypid, a.atttypmod) AS "type",
    t.typname AS "baseType",
    NOT (a.attnotnull OR base.required) AS "nullable",
    pg_get_expr(d.adbin, d.adrelid) AS "defaultExpression",
    a.attgenerated <> '' OR a.attidentity <> '' AS "generated",
    (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS "enumLabels",
    COALESCE(
      (SELECT json_agg(pg_get_constraintdef(k.oid) ORDER BY k.oid)
       FROM unnest(base.domains) AS domain (oid)
       JOIN pg_constraint k ON k.contypid = domain.oid
       WHERE k.contype = 'c'),
      '[]'
    ) AS "domainChecks",
    col_description(a.attrelid, a.attnum) AS "comment"
  FROM user_relation r
  JOIN pg_attribute a ON a.attrelid = r.oid
  JOIN base ON base.type = a.atttypid
  JOIN pg_type t ON t.oid = base.base AND t.typtype <> 'd'
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attnum > 0 AND NOT a.attisdropped
  ORDER BY a.attrelid, a.attnum`;

/** From the indexes, because a unique index without a constraint is a key as well. */
export const KEYS = `
  WITH ${USER_RELATIONS}
  SELECT i.indrelid AS "tableOid", i.indisprimary AS "isPrimary",
    (SELECT json_agg(a.attname ORDER BY k.place)
     FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, place)
     JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
     WHERE k.place <= i.indnkeyatts) AS "columns"
  FROM user_relation r
  JOIN pg_index i ON i.indrelid = r.oid
  WHERE i.indisunique AND i.indpred IS NULL AND i.indexprs IS NULL
  ORDER BY i.indexrelid`;

/** Only the constraint itself: a foreign key to a partitioned table has copies for the partitions (conparentid). */
export const FOREIGN_KEYS = `
  WITH ${USER_RELATIONS}
  SELECT k.conrelid AS "tableOid",
    (SELECT json_agg(a.attname ORDER BY c.place)
     FROM unnest(k.conkey) WITH ORDINALITY AS c (attnum, place)
     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.attnum) AS "columns",
    n.nspname AS "referencedNamespace", referenced.relname AS "referencedTable",
    (SELECT json_agg(a.attname ORDER BY c.place)
     FROM unnest(k.confkey) WITH ORDINALITY AS c (attnum, place)
     JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = c.attnum) AS "referencedColumns"
  FROM user_relation r
  JOIN pg_constraint k ON k.conrelid = r.oid
  JOIN pg_class referenced ON referenced.oid = k.confrelid
  JOIN pg_namespace n ON n.oid = referenced.relnamespace
  WHERE k.contype = 'f' AND k.conparentid = 0
  ORDER BY k.oid`;

export const CHECKS = `
  WITH ${USER_RELATIONS}
  SELECT k.conrelid AS "tableOid", k.conname AS "name", pg_get_constraintdef(k.oid) AS "expression"
  FROM user_relation r
  JOIN pg_constraint k ON k.conrelid = r.oid
  WHERE k.contype = 'c'
  ORDER BY k.oid`;
