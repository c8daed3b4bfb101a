import type { PGlite } from '@electric-sql/pglite';
import { type ExportColumn, readColumns } from './read-columns.ts';
import { type ExportConstraint, readConstraints } from './read-constraints.ts';
import { type Relation, readRelations } from './read-relations.ts';
import { readSequences, type Sequence } from './read-sequences.ts';

/** What tables are made of, by the identifiers that Postgres gave them. */
export interface Catalogue {
  readonly relations: readonly Relation[];
  readonly columns: ReadonlyMap<number, readonly ExportColumn[]>;
  readonly constraints: readonly ExportConstraint[];
  readonly sequences: ReadonlyMap<number, Sequence>;
}

export async function readCatalogue(database: PGlite): Promise<Catalogue> {
  return {
    relations: await readRelations(database),
    columns: await readColumns(database),
    constraints: await readConstraints(database),
    sequences: await readSequences(database),
  };
}

/** Serial columns: they make their sequence themselves. By identifier of the sequence. */
export function serialColumns({ relations, columns, sequences }: Catalogue): ReadonlyMap<number, ExportColumn> {
  const serial = new Map<number, ExportColumn>();
  for (const table of relations) {
    for (const column of columns.get(table.oid) ?? []) {
      const sequence = sequences.get(column.sequenceOid ?? 0);
      if (sequence && isSerial(table, column, sequence)) serial.set(sequence.oid, column);
    }
  }
  return serial;
}

function isSerial(table: Relation, column: ExportColumn, sequence: Sequence): boolean {
  return (
    !sequence.isIdentity &&
    sequence.options === '' &&
    sequence.type === column.type &&
    sequence.namespace === table.namespace &&
    sequence.bareName === `${table.bareName}_${column.bareName}_seq` &&
    column.isLocal &&
    column.notNull === 'NOT NULL' &&
    column.expression === `nextval('${sequence.name.replaceAll("'", "''")}'::regclass)`
  );
}
