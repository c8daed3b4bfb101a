import type { PGlite } from '@electric-sql/pglite';
import { allowedValues } from '../../../src/schema/allowed-values.ts';
import type { Check, Column, ForeignKey, Table } from '../../../src/schema/model.ts';
import { typeClassOf } from '../../../src/schema/type-class.ts';
import {
  CHECKS,
  type CheckRow,
  COLUMNS,
  type ColumnRow,
  FOREIGN_KEYS,
  type ForeignKeyRow,
  KEYS,
  type KeyRow,
  RELATIONS,
  type RelationRow,
} from './table-queries.ts';

/** In the order of the script. */
export async function readTables(database: PGlite): Promise<Table[]> {
  const relations = (await database.query<RelationRow>(RELATIONS)).rows;
  const columns = groupByTable((await database.query<ColumnRow>(COLUMNS)).rows);
  const keys = groupByTable((await database.query<KeyRow>(KEYS)).rows);
  const foreignKeys = groupByTable((await database.query<ForeignKeyRow>(FOREIGN_KEYS)).rows);
  const checks = groupByTable((await database.query<CheckRow>(CHECKS)).rows);
  const counts = await countRows(database, relations);
  return relations.map((relation): Table => {
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
