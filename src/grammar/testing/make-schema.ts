import type { Column, ForeignKey, Schema, Table, TypeClass } from '../../schema/model.ts';

interface TableSpec {
  readonly name: string;
  readonly namespace?: string;
  /** Type class of each column. */
  readonly columns: Readonly<Record<string, TypeClass>>;
  readonly foreignKeys?: readonly ForeignKey[];
}

/**
 * A schema with nothing but what the grammar reads.
 *
 * @param allowedValues of columns by their name, in every table
 */
export function makeSchema(
  specs: readonly TableSpec[],
  allowedValues: Readonly<Record<string, readonly string[]>> = {},
): Schema {
  const tables = specs.map(makeTable).map((table) => ({
    ...table,
    columns: table.columns.map((column) => ({ ...column, allowedValues: allowedValues[column.name] ?? [] })),
  }));
  return { tables, enums: [], domains: [], functions: [] };
}

export function makeTable({ name, namespace = 'public', columns, foreignKeys = [] }: TableSpec): Table {
  return {
    namespace,
    name,
    kind: 'table',
    comment: null,
    columns: Object.entries(columns).map(([column, typeClass]) => makeColumn(column, typeClass)),
    primaryKey: [],
    uniqueKeys: [],
    foreignKeys,
    checks: [],
    rowCount: 0,
  };
}

export function makeColumn(name: string, typeClass: TypeClass): Column {
  return {
    name,
    type: typeClass,
    typeClass,
    nullable: true,
    defaultExpression: null,
    generated: false,
    allowedValues: [],
    comment: null,
  };
}

/** `foreignKey('customer_id', 'customers', 'id')`; columns of a composite key are separated by blanks. */
export function foreignKey(columns: string, table: string, referenced: string, namespace = 'public'): ForeignKey {
  return {
    columns: columns.split(' '),
    referencedNamespace: namespace,
    referencedTable: table,
    referencedColumns: referenced.split(' '),
  };
}
