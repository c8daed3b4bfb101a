import type { Catalogue } from './catalogue.ts';
import type { ExportColumn } from './read-columns.ts';
import type { ExportConstraint } from './read-constraints.ts';
import type { Relation } from './read-relations.ts';

/** Types that make their own sequence, by the type of the column. */
const SERIAL_TYPES: Readonly<Record<string, string>> = {
  smallint: 'smallserial',
  integer: 'serial',
  bigint: 'bigserial',
};

export interface TableContext {
  readonly catalogue: Catalogue;
  readonly serial: ReadonlyMap<number, ExportColumn>;
  /** Defaults, by identifier, that are set when what they need is there. */
  readonly laterDefaults: ReadonlySet<number>;
}

/** CREATE TABLE with everything but foreign keys; of a partition, also its place among the others. */
export function writeTable(table: Relation, context: TableContext): string {
  const columns = ownColumns(table, context.catalogue).map((column) => writeColumn(column, context));
  const constraints = inlineConstraints(table, context.catalogue).map(
    ({ name, definition }) => `CONSTRAINT ${name} ${definition}`,
  );
  const elements = [...columns, ...constraints];
  const isHeir = table.parents.length > 0 && !table.isPartition;
  const parts = [
    `CREATE TABLE ${table.name} (${elements.length > 0 ? `\n  ${elements.join(',\n  ')}\n` : ''})`,
    ...(isHeir ? [`INHERITS (${table.parentNames.join(', ')})`] : []),
    ...(table.partitionKey === null ? [] : [`PARTITION BY ${table.partitionKey}`]),
    ...(table.options.length > 0 ? [`WITH (${table.options.join(', ')})`] : []),
  ];
  const create = parts.join('\n');
  if (!table.isPartition || table.bound === null) return create;
  return `${create};\nALTER TABLE ${table.parentNames[0]} ATTACH PARTITION ${table.name} ${table.bound}`;
}

/** Keys and checks of the table itself; those that its rows were never held against come later. */
function inlineConstraints(table: Relation, { constraints }: Catalogue): ExportConstraint[] {
  return constraints.filter(
    ({ tableOid, kind, isLocal, isValidated }) =>
      tableOid === table.oid && kind !== 'foreign' && isValidated && (isLocal || table.isPartition),
  );
}

/** Without those that come from a parent as they are. A partition is made as a table of its own. */
function ownColumns(table: Relation, { columns }: Catalogue): readonly ExportColumn[] {
  const all = columns.get(table.oid) ?? [];
  if (table.isPartition) return all;
  return all.filter((column) => column.isLocal || !isAsInParent(column, table, columns));
}

function isAsInParent(column: ExportColumn, table: Relation, columns: Catalogue['columns']): boolean {
  return table.parents.some((parent) =>
    columns
      .get(parent)
      ?.some(({ bareName, expression }) => bareName === column.bareName && expression === column.expression),
  );
}

function writeColumn(column: ExportColumn, context: TableContext): string {
  const { name, type, collation, notNull, sequenceOid } = column;
  const serialType = sequenceOid !== null && context.serial.has(sequenceOid) ? SERIAL_TYPES[type] : undefined;
  if (serialType !== undefined) return `${name} ${serialType} NOT NULL`;
  return [
    name,
    type,
    ...(collation === null ? [] : [`COLLATE ${collation}`]),
    ...expressionOf(column, context),
    ...(notNull === null ? [] : [notNull]),
  ].join(' ');
}

function expressionOf(column: ExportColumn, { catalogue, laterDefaults }: TableContext): string[] {
  const { identity, generated, expression, expressionOid, sequenceOid } = column;
  if (identity !== null) {
    const sequence = catalogue.sequences.get(sequenceOid ?? 0);
    // A partition shares the identity of the table that it is attached to.
    if (sequence === undefined) return [];
    const options = `SEQUENCE NAME ${sequence.name}${sequence.options && ` ${sequence.options}`}`;
    return [`GENERATED ${identity} AS IDENTITY${isUsual(column, catalogue) ? '' : ` (${options})`}`];
  }
  if (expression === null) return [];
  if (generated !== null) return [`GENERATED ALWAYS AS (${expression}) ${generated.toUpperCase()}`];
  return laterDefaults.has(expressionOid ?? 0) ? [] : [`DEFAULT ${expression}`];
}

/** Whether Postgres makes the same sequence for the identity when nothing is said about it. */
function isUsual(column: ExportColumn, { relations, sequences }: Catalogue): boolean {
  const sequence = sequences.get(column.sequenceOid ?? 0);
  const table = relations.find(({ oid }) => oid === column.tableOid);
  return (
    sequence !== undefined &&
    table !== undefined &&
    sequence.options === '' &&
    sequence.namespace === table.namespace &&
    sequence.bareName === `${table.bareName}_${column.bareName}_seq`
  );
}
