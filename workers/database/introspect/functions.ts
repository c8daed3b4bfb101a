import type { PGlite } from '@electric-sql/pglite';
import type { SchemaFunction } from '../../../src/schema/model.ts';
import { ofExtension, ofUser } from './user-objects.ts';

/**
 * Functions that a query may call: those of the user, and those of extensions that are more than plumbing. One entry
 * per signature, by namespace, name and age.
 */
export async function readFunctions(database: PGlite): Promise<SchemaFunction[]> {
  const { rows } = await database.query<FunctionRow>(FUNCTIONS);
  // Most databases have none, and this is the slower of the two queries.
  if (rows.length === 0) return [];
  const plumbing = await database.query<{ oid: number }>(PLUMBING);
  const leftOut = new Set(plumbing.rows.map(({ oid }) => oid));
  return rows.filter(({ oid }) => !leftOut.has(oid)).map(toFunction);
}

function toFunction({ oid: _, declaredOutputs, rowTypeColumns, ...row }: FunctionRow): SchemaFunction {
  return { ...row, outputColumns: rowTypeColumns ?? namesOfOutputs(declaredOutputs ?? []) };
}

/** As Postgres names them in FROM: by place where the declaration has none, a single one then by the function. */
function namesOfOutputs(declared: readonly string[]): readonly string[] {
  if (declared.length === 1) return declared.filter((name) => name !== '');
  return declared.map((name, index) => name || `column${index + 1}`);
}

interface FunctionRow extends Omit<SchemaFunction, 'outputColumns'> {
  readonly oid: number;
  /** Of `RETURNS TABLE` and of OUT and INOUT parameters; `''` where one has no name. */
  readonly declaredOutputs: readonly string[] | null;
  /** Of a result that is a row of a table, a view or a composite type. */
  readonly rowTypeColumns: readonly string[] | null;
}

/**
 * Of the pseudo-types a query can only give or take those named here; `internal`, `cstring`, `trigger` and the handlers
 * are for Postgres itself.
 */
const FUNCTIONS = `
  SELECT p.oid AS "oid", n.nspname AS "namespace", p.proname AS "name",
    CASE
      WHEN p.prokind = 'a' THEN 'aggregate'
      WHEN p.prokind = 'w' THEN 'window'
      WHEN p.proretset THEN 'set'
      ELSE 'scalar'
    END AS "kind",
    COALESCE(
      (SELECT json_agg(format_type(a.type, NULL) ORDER BY a.place)
       FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a (type, place)),
      '[]'
    ) AS "argumentTypes",
    p.pronargs - p.pronargdefaults AS "requiredArguments",
    p.provariadic <> 0 AS "isVariadic",
    format_type(p.prorettype, NULL) AS "resultType",
    (SELECT json_agg(COALESCE(a.name, '') ORDER BY a.place)
     FROM unnest(p.proargmodes, p.proargnames) WITH ORDINALITY AS a (mode, name, place)
     WHERE a.mode IN ('o', 'b', 't')) AS "declaredOutputs",
    (SELECT json_agg(a.attname ORDER BY a.attnum)
     FROM pg_type t
     JOIN pg_attribute a ON a.attrelid = t.typrelid
     WHERE t.oid = p.prorettype AND a.attnum > 0 AND NOT a.attisdropped) AS "rowTypeColumns",
    obj_description(p.oid, 'pg_proc') AS "comment"
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE ${ofUser('p.oid')}
    AND p.prokind <> 'p'
    AND NOT EXISTS (
      SELECT FROM pg_type t
      WHERE t.oid = ANY (p.proargtypes::oid[] || p.prorettype) AND t.typtype = 'p'
        AND t.typname !~ '^any' AND t.typname NOT IN ('record', '_record', 'void')
    )
  ORDER BY n.nspname, p.proname, p.oid`;

/**
 * Functions that other objects are made of: what reads and writes the values of a type and, within extensions, what
 * aggregates, index methods, foreign data wrappers and operators call. A person's own may well be meant for queries too.
 * So may operators' functions (hstore's `delete`, intarray's `idx`), but not those of operators that an index can look
 * up, of their negators and commutators. Ordered-set aggregates go too: their call has another shape (WITHIN GROUP).
 */
const PLUMBING = `
  SELECT p.oid AS "oid"
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE ${ofUser('p.oid')} AND (
    p.oid IN (
      SELECT unnest(ARRAY[typinput, typoutput, typreceive, typsend, typmodin, typmodout, typanalyze, typsubscript]::oid[])
      FROM pg_type
    )
    OR p.oid IN (SELECT aggfnoid FROM pg_aggregate WHERE aggkind <> 'n')
    OR ${ofExtension('pg_proc', 'p.oid')} AND p.oid IN (
      SELECT unnest(ARRAY[aggtransfn, aggfinalfn, aggcombinefn, aggserialfn, aggdeserialfn, aggmtransfn, aggminvtransfn,
        aggmfinalfn]::oid[])
      FROM pg_aggregate
      UNION ALL
      SELECT amproc FROM pg_amproc
      UNION ALL
      SELECT fdwvalidator FROM pg_foreign_data_wrapper
      UNION ALL
      SELECT oprcode FROM pg_operator
      WHERE oid IN (SELECT amopopr FROM pg_amop)
        OR oprnegate IN (SELECT amopopr FROM pg_amop)
        OR oprcom IN (SELECT amopopr FROM pg_amop)
    )
  )`;
