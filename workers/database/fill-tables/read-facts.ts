import type { PGlite } from '@electric-sql/pglite';
import { type CatalogueFacts, type TableFacts, type TypeFacts, tableKey } from '../../../src/sample-rows/facts.ts';
import type { Schema } from '../../../src/schema/model.ts';
import { ofUser } from '../introspect/user-objects.ts';

interface TypeRow {
  readonly name: string;
  readonly kind: 'd' | 'e' | 'c' | 'r' | 'm';
  readonly baseType: string | null;
  readonly parts: readonly string[];
}

/** Of a range, its subtype; of a domain, its checks; of an enum, its labels; of a composite, its attributes' types. */
const TYPES = `
  SELECT format_type(t.oid, NULL) AS "name", t.typtype AS "kind",
    CASE t.typtype
      WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod)
      WHEN 'r' THEN (SELECT format_type(r.rngsubtype, NULL) FROM pg_range r WHERE r.rngtypid = t.oid)
      WHEN 'm' THEN (SELECT format_type(r.rngsubtype, NULL) FROM pg_range r WHERE r.rngmultitypid = t.oid)
    END AS "baseType",
    COALESCE(
      CASE t.typtype
        WHEN 'd' THEN (
          SELECT json_agg(pg_get_constraintdef(k.oid) ORDER BY k.oid)
          FROM pg_constraint k
          WHERE k.contypid = t.oid AND k.contype = 'c'
        )
        WHEN 'e' THEN (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)
        WHEN 'c' THEN (
          SELECT json_agg(format_type(a.atttypid, a.atttypmod) ORDER BY a.attnum)
          FROM pg_attribute a
          WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
        )
      END,
      '[]'
    ) AS "parts"
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE t.typtype IN ('d', 'e', 'c', 'r', 'm') AND ${ofUser('t.oid')}`;

interface TableRow extends TableFacts {
  readonly namespace: string;
  readonly name: string;
}

/** `INSERT` among the events of a trigger (src/include/catalog/pg_trigger.h). */
const TRIGGER_TYPE_INSERT = 4;

const TABLES = `
  SELECT n.nspname AS "namespace", c.relname AS "name",
    COALESCE(
      (SELECT json_agg(json_build_object(
           'expressions', (
             SELECT json_agg(pg_get_indexdef(i.indexrelid, place, false) ORDER BY place)
             FROM generate_series(1, i.indnkeyatts) AS place
           ),
           'predicate', pg_get_expr(i.indpred, i.indrelid),
           'nullsNotDistinct', i.indnullsnotdistinct
         ) ORDER BY i.indexrelid)
       FROM pg_index i
       WHERE i.indrelid = c.oid AND i.indisunique),
      '[]'
    ) AS "uniqueIndexes",
    COALESCE(
      (SELECT json_agg(pg_get_partition_constraintdef(leaf.relid) ORDER BY leaf.relid)
       FROM pg_partition_tree(c.oid) AS leaf
       WHERE leaf.isleaf AND c.relkind = 'p' AND leaf.relid <> c.oid),
      '[]'
    ) AS "partitions",
    EXISTS (
      SELECT FROM pg_trigger g
      WHERE g.tgrelid = c.oid AND NOT g.tgisinternal AND g.tgenabled IN ('O', 'A') AND g.tgtype & ${TRIGGER_TYPE_INSERT} <> 0
    ) AS "hasTriggers",
    COALESCE(
      (SELECT json_agg(a.attname)
       FROM pg_constraint k
       JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
       WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confmatchtype = 'f'),
      '[]'
    ) AS "matchFull",
    COALESCE(
      (SELECT json_agg(a.attname)
       FROM pg_constraint k
       JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
       WHERE k.conrelid = c.oid AND k.contype = 'x'),
      '[]'
    ) AS "excluding"
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND ${ofUser('c.oid')}`;

/** What the catalogue tells of tables and types beyond the schema. */
export async function readFacts(database: PGlite, schema: Schema): Promise<CatalogueFacts> {
  const listed = new Set(schema.tables.map(tableKey));
  const types = new Map<string, TypeFacts>();
  for (const row of (await database.query<TypeRow>(TYPES)).rows) {
    const facts = typeFacts(row);
    if (facts) types.set(row.name, facts);
  }
  const tables = new Map<string, TableFacts>();
  for (const { namespace, name, ...facts } of (await database.query<TableRow>(TABLES)).rows) {
    const key = tableKey({ namespace, name });
    if (listed.has(key)) tables.set(key, facts);
  }
  return { tables, types };
}

function typeFacts({ kind, baseType, parts }: TypeRow): TypeFacts | undefined {
  switch (kind) {
    case 'e':
      return { kind: 'enum', labels: parts };
    case 'c':
      return { kind: 'composite', attributes: parts };
    case 'd':
      return baseType === null ? undefined : { kind: 'domain', baseType, checks: parts };
    case 'r':
      return baseType === null ? undefined : { kind: 'range', subtype: baseType };
    case 'm':
      return baseType === null ? undefined : { kind: 'multirange', subtype: baseType };
  }
}
