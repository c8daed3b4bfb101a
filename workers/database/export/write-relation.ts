import { unreachable } from '../../../src/platform/assert.ts';
import type { Relation } from './read-relations.ts';
import type { Sequence } from './read-sequences.ts';
import { type TableContext, writeTable } from './write-table.ts';

/** The statement that makes a relation; undefined for a sequence that a column makes. */
export function writeRelation(relation: Relation, context: TableContext): string | undefined {
  const { kind, name, options, query } = relation;
  const settings = options.length > 0 ? ` WITH (${options.join(', ')})` : '';
  switch (kind) {
    case 'table':
    case 'partitioned':
      return writeTable(relation, context);
    case 'view':
      return `CREATE VIEW ${name}${settings} AS\n${query}`;
    case 'materialized':
      return `CREATE MATERIALIZED VIEW ${name}${settings} AS\n${query}\nWITH NO DATA`;
    case 'composite': {
      const attributes = context.catalogue.columns.get(relation.oid) ?? [];
      const written = attributes.map(({ name, type, collation }) =>
        [name, type, ...(collation === null ? [] : [`COLLATE ${collation}`])].join(' '),
      );
      return `CREATE TYPE ${name} AS (${written.join(', ')})`;
    }
    case 'sequence': {
      const sequence = context.catalogue.sequences.get(relation.oid);
      if (!sequence || sequence.isIdentity || context.serial.has(sequence.oid)) return undefined;
      return writeSequence(sequence);
    }
    default:
      return unreachable(kind);
  }
}

function writeSequence({ name, type, options }: Sequence): string {
  return [`CREATE SEQUENCE ${name}`, ...(type === 'bigint' ? [] : [`AS ${type}`]), ...(options ? [options] : [])].join(
    ' ',
  );
}
