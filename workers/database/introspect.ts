/** The schema of the database, read from Postgres' own catalogue (documentation, chapter 53). */
import type { PGlite } from '@electric-sql/pglite';
import { allowedValues } from '../../src/schema/allowed-values.ts';
import type { Check, Column, EnumType, ForeignKey, Schema, Table } from '../../src/schema/model.ts';
import { typeClassOf } from '../../src/schema/type-class.ts';

export async function introspect(database: PGlite): Promise<Schema> {
  const relations = (await database.query<RelationRow>(RELATIONS)).rows;
  const columns = groupByTable((await database.query<ColumnRow>(COLUMNS)).rows);
  const keys = groupByTable((await database.query<KeyRow>(KEYS)).rows);
  const foreignKeys = groupByTable((await database.query<ForeignKeyRow>(FOREIGN_KEYS)).rows);
  const checks = groupByTable((await database.query<CheckRow>(CHECKS)).rows);
  const enums = (await database.query<EnumType>(ENUMS)).rows;
  const counts = await countRows(database, relations);
  const tables = relations.map((relation): Table => {
    const { oid, namespace, name, isView, comment } = relation;
    const tableChecks = checks.get(oid) ?? [];
    return {
      namespace,
      name,
      kind: isView ? 'view' : 'table',
      comment,
      columns: (columns.get(oid) ?? []).map((column) => toColumn(column, tableChecks)),
      primaryKey: (keys.get(oid) ?? []).find((key) => key.isPrimary)?.columns ?? [],
      uniqueKeys: (keys.get(oid) ?? []).filter((key) => !key.isPrimary).map((key) => key.columns),
      foreignKeys: (foreignKeys.get(oid) ?? []).map(
        ({ columns, referencedNamespace, referencedTable, referencedColumns }): ForeignKey => ({
          columns,
          referencedNamespace,
          referencedTable,
          referencedColumns,
        }),
      ),
      checks: tableChecks.map(({ name, expression }): Check => ({ name, expression })),
      rowCount: counts.get(oid) ?? 0,
    };
  });
  return { tables, enums };
}

function toColumn(row: ColumnRow, checks: readonly CheckRow[]): Column {
  return {
    name: row.name,
    type: row.type,
    typeClass: typeClassOf(row.baseType, row.enumLabels !== null),
    nullable: row.nullable,
    defaultExpression: row.defaultExpression,
    generated: row.generated,
    allowedValues: row.enumLabels ?? listedValues(row, checks),
    comment: row.comment,
  };
}

/** From the first plain list among the checks of the column and of its domain. */
function listedValues(column: ColumnRow, checks: readonly CheckRow[]): readonly string[] {
  for (const { expression } of checks) {
    const values = allowedValues(expression, column.name);
    if (values.length > 0) return values;
  }
  for (const expression of column.domainChecks) {
    const values = allowedValues(expression, 'VALUE');
    if (values.length > 0) return values;
  }
  return [];
}

/** Views are left out: counting one means running it. */
async function countRows(database: PGlite, relations: readonly RelationRow[]): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  const tables = relations.filter((relation) => !relation.isView);
  if (tables.length === 0) return counts;
  const query = tables.map(({ oid, sqlName }) => `SELECT ${oid} AS "oid", count(*) AS "count" FROM ${sqlName}`);
  for (const { oid, count } of (await database.query<{ oid: number; count: number }>(query.join(' UNION ALL '))).rows) {
    counts.set(oid, count);
  }
  return counts;
}

function groupByTable<Row extends { readonly tableOid: number }>(rows: readonly Row[]): ReadonlyMap<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.tableOid);
    if (group) group.push(row);
    else groups.set(row.tableOid, [row]);
  }
  return groups;
}

interface RelationRow {
  readonly oid: number;
  readonly namespace: string;
  readonly name: string;
  readonly sqlName: string;
  readonly isView: boolean;
  readonly comment: string | null;
}

interface ColumnRow {
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

interface KeyRow {
  readonly tableOid: number;
  readonly isPrimary: boolean;
  readonly columns: readonly string[];
}

interface ForeignKeyRow extends ForeignKey {
  readonly tableOid: number;
}

interface CheckRow extends Check {
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
      AND n.nspname !~ '^pg_'
      AND n.nspname <> 'information_schema'
      AND NOT EXISTS (
        SELECT FROM pg_depend d
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
      )
  )`;

/** Object identifiers rise with time, so that this is the order of the CREATE statements. */
const RELATIONS = `
  WITH ${USER_RELATIONS}
  SELECT oid, nspname AS "namespace", relname AS "name", format('%I.%I', nspname, relname) AS "sqlName",
    relkind IN ('v', 'm') AS "isView", obj_description(oid, 'pg_class') AS "comment"
  FROM user_relation
  ORDER BY oid`;

const COLUMNS = `
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
       FROM pg_constraint k
       WHERE k.contypid = ANY (base.domains) AND k.contype = 'c'),
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
const KEYS = `
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
const FOREIGN_KEYS = `
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

const CHECKS = `
  WITH ${USER_RELATIONS}
  SELECT k.conrelid AS "tableOid", k.conname AS "name", pg_get_constraintdef(k.oid) AS "expression"
  FROM user_relation r
  JOIN pg_constraint k ON k.conrelid = r.oid
  WHERE k.contype = 'c'
  ORDER BY k.oid`;

const ENUMS = `
  SELECT n.nspname AS "namespace", t.typname AS "name",
    (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS "labels"
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE t.typtype = 'e'
    AND n.nspname !~ '^pg_'
    AND n.nspname <> 'information_schema'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
  ORDER BY t.oid`;
