import type { PGlite } from '@electric-sql/pglite';
import type { Domain, EnumType } from '../../../src/schema/model.ts';
import { ofExtension, ofUser } from './user-objects.ts';

/**
 * Enums and domains, each in the order of the script. Those of extensions are left out: they serve the extension's own
 * functions, such as `earth` of earthdistance, and nobody casts to them.
 */
export async function readTypes(database: PGlite): Promise<{ enums: EnumType[]; domains: Domain[] }> {
  const { rows } = await database.query<TypeRow>(TYPES);
  const enums: EnumType[] = [];
  const domains: Domain[] = [];
  for (const { namespace, name, labels, baseType } of rows) {
    if (baseType === null) enums.push({ namespace, name, labels: labels ?? [] });
    else domains.push({ namespace, name, baseType });
  }
  return { enums, domains };
}

interface TypeRow {
  readonly namespace: string;
  readonly name: string;
  /** Null for a domain, and for an enum without labels. */
  readonly labels: readonly string[] | null;
  /** Null for an enum. */
  readonly baseType: string | null;
}

/** One query for both kinds: each costs a round trip. A domain over a domain leads on to the type below. */
const TYPES = `
  SELECT n.nspname AS "namespace", t.typname AS "name",
    (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS "labels",
    (WITH RECURSIVE base AS (
       SELECT t.typbasetype AS oid, t.typtypmod AS modifier
       WHERE t.typtype = 'd'
       UNION ALL
       SELECT b.typbasetype, b.typtypmod
       FROM base
       JOIN pg_type b ON b.oid = base.oid
       WHERE b.typtype = 'd'
     )
     SELECT format_type(base.oid, base.modifier)
     FROM base
     JOIN pg_type b ON b.oid = base.oid
     WHERE b.typtype <> 'd') AS "baseType"
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE t.typtype IN ('d', 'e')
    AND ${ofUser('t.oid')}
    AND NOT ${ofExtension('pg_type', 't.oid')}
  ORDER BY t.oid`;
