/**
 * The one SELECT that a person runs on a server of their own; its single value describes the schema and holds no rows.
 *
 * It reads the catalogue alone, which every role may, and works from PostgreSQL 12 to 18. It is written to survive
 * being pasted: no blank line (DBeaver ends a statement there), no braces, `?` or `:name` (taken for parameters), no
 * backslashes, no dollar quotes. The value is jsonb, which prints on one line.
 *
 * Expressions and types are as the server prints them, which leaves out the namespaces that its search path finds: the
 * path is part of the result, and what is made of it sets the same one.
 */
import { textLiteral } from '../names.ts';

/** Raised with every change to the shape of the result; `readSmartQueryResult` reads no other. */
export const SMART_QUERY_VERSION = 1;

export interface SmartQueryOptions {
  /** All that are not the system's own when absent. */
  readonly namespaces?: readonly string[];
}

export function smartQuery({ namespaces }: SmartQueryOptions = {}): string {
  const chosen = namespaces === undefined ? '' : ` AND nspname IN (${namespaces.map(literal).join(', ')})`;
  return `WITH namespace AS (
  SELECT oid, nspname FROM pg_catalog.pg_namespace
  WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'${chosen}
),
part AS (
  SELECT classid, objid FROM pg_catalog.pg_depend WHERE deptype = 'e'
)
SELECT jsonb_build_object(
  'expert_sql_schema', ${SMART_QUERY_VERSION},
  'server', current_setting('server_version'),
  'search_path', to_jsonb(current_schemas(false)),
  'namespaces', (SELECT COALESCE(jsonb_agg(nspname ORDER BY nspname), '[]') FROM namespace),
${PARTS.map(({ key, sql }) => `  '${key}', ${indented(sql)}`).join(',\n')}
) AS schema;
`;
}

const NOT_PART = (catalogue: string, oid: string): string =>
  `(CAST('pg_catalog.${catalogue}' AS regclass), ${oid}) NOT IN (SELECT classid, objid FROM part)`;

/** Those that something outside of them needs: the type of a column, the function of a default. */
const EXTENSIONS = `
SELECT COALESCE(jsonb_agg(jsonb_build_object('name', e.extname, 'namespace', n.nspname) ORDER BY e.oid), '[]')
FROM pg_catalog.pg_extension e
JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname <> 'plpgsql' AND EXISTS (
  SELECT FROM pg_catalog.pg_depend own
  LEFT JOIN pg_catalog.pg_type a ON own.classid = CAST('pg_catalog.pg_type' AS regclass) AND a.typelem = own.objid AND a.typlen = -1
  JOIN pg_catalog.pg_depend used ON used.refclassid = own.classid AND used.refobjid IN (own.objid, a.oid)
  LEFT JOIN pg_catalog.pg_rewrite r ON used.classid = CAST('pg_catalog.pg_rewrite' AS regclass) AND r.oid = used.objid
  WHERE own.refclassid = CAST('pg_catalog.pg_extension' AS regclass) AND own.refobjid = e.oid AND own.deptype = 'e'
    AND used.deptype = 'n'
    AND used.classid IN (CAST('pg_catalog.pg_class' AS regclass), CAST('pg_catalog.pg_type' AS regclass),
      CAST('pg_catalog.pg_attrdef' AS regclass), CAST('pg_catalog.pg_constraint' AS regclass),
      CAST('pg_catalog.pg_proc' AS regclass), CAST('pg_catalog.pg_rewrite' AS regclass))
    AND (used.classid, used.objid) NOT IN (SELECT classid, objid FROM part)
    AND (r.oid IS NULL OR ${NOT_PART('pg_class', 'r.ev_class')})
)`;

const TYPES = `
SELECT COALESCE(jsonb_agg(jsonb_build_object(
  'oid', CAST(t.oid AS bigint), 'namespace', n.nspname, 'name', t.typname, 'kind', CAST(t.typtype AS text),
  'labels', (SELECT jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid),
  'base', CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod)
    WHEN 'r' THEN (SELECT format_type(r.rngsubtype, NULL) FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid) END,
  'default', t.typdefault, 'required', t.typnotnull,
  'checks', (SELECT jsonb_agg(jsonb_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid)) ORDER BY k.oid)
    FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'),
  'attributes', (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
    FROM pg_catalog.pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)
) ORDER BY t.oid), '[]')
FROM pg_catalog.pg_type t
JOIN namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
WHERE (t.typtype IN ('d', 'e', 'r') OR (t.typtype = 'c' AND c.relkind = 'c')) AND ${NOT_PART('pg_type', 't.oid')}`;

/** Without those of identity columns, which come with them. */
const SEQUENCES = `
SELECT COALESCE(jsonb_agg(jsonb_build_object(
  'oid', CAST(c.oid AS bigint), 'namespace', n.nspname, 'name', c.relname, 'type', format_type(s.seqtypid, NULL),
  'start', CAST(s.seqstart AS text), 'increment', CAST(s.seqincrement AS text),
  'owner', (SELECT jsonb_build_object('namespace', n2.nspname, 'table', c2.relname, 'column', a.attname)
    FROM pg_catalog.pg_depend d
    JOIN pg_catalog.pg_class c2 ON c2.oid = d.refobjid
    JOIN pg_catalog.pg_namespace n2 ON n2.oid = c2.relnamespace
    JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE d.classid = CAST('pg_catalog.pg_class' AS regclass) AND d.objid = c.oid AND d.deptype = 'a'
      AND d.refclassid = CAST('pg_catalog.pg_class' AS regclass) LIMIT 1)
) ORDER BY c.oid), '[]')
FROM pg_catalog.pg_class c
JOIN namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid
WHERE ${NOT_PART('pg_class', 'c.oid')} AND NOT EXISTS (
  SELECT FROM pg_catalog.pg_depend d
  WHERE d.classid = CAST('pg_catalog.pg_class' AS regclass) AND d.objid = c.oid AND d.deptype = 'i'
)`;

/** Partitions are left out: they are their parent's rows. */
const TABLES = `
SELECT COALESCE(jsonb_agg(jsonb_build_object(
  'oid', CAST(c.oid AS bigint), 'namespace', n.nspname, 'name', c.relname, 'kind', CAST(c.relkind AS text),
  'comment', obj_description(c.oid, 'pg_class'), 'rows', CAST(GREATEST(c.reltuples, 0) AS bigint),
  'definition', CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
  'columns', (SELECT COALESCE(jsonb_agg(jsonb_build_object(
      'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull,
      'default', pg_get_expr(d.adbin, d.adrelid), 'identity', CAST(a.attidentity AS text), 'generated', CAST(a.attgenerated AS text),
      'comment', col_description(c.oid, a.attnum)
    ) ORDER BY a.attnum), '[]')
    FROM pg_catalog.pg_attribute a
    LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
  'constraints', (SELECT COALESCE(jsonb_agg(jsonb_build_object(
      'name', k.conname, 'kind', CAST(k.contype AS text), 'definition', pg_get_constraintdef(k.oid)
    ) ORDER BY k.oid), '[]')
    FROM pg_catalog.pg_constraint k
    WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'c', 'x', 'f') AND k.conparentid = 0),
  'unique_indexes', (SELECT COALESCE(jsonb_agg(pg_get_indexdef(i.indexrelid) ORDER BY i.indexrelid), '[]')
    FROM pg_catalog.pg_index i
    WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')))
) ORDER BY c.oid), '[]')
FROM pg_catalog.pg_class c
JOIN namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND NOT c.relispartition AND ${NOT_PART('pg_class', 'c.oid')}`;

/** Those that a query may call and whose text the server knows; no triggers, no aggregates. */
const FUNCTIONS = `
SELECT COALESCE(jsonb_agg(jsonb_build_object(
  'oid', CAST(p.oid AS bigint), 'namespace', n.nspname, 'name', p.proname,
  'arguments', pg_get_function_identity_arguments(p.oid), 'definition', pg_get_functiondef(p.oid),
  'comment', obj_description(p.oid, 'pg_proc')
) ORDER BY p.oid), '[]')
FROM pg_catalog.pg_proc p
JOIN namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
WHERE p.prokind IN ('f', 'w') AND l.lanname NOT IN ('c', 'internal')
  AND p.prorettype NOT IN (CAST('pg_catalog.trigger' AS regtype), CAST('pg_catalog.event_trigger' AS regtype))
  AND ${NOT_PART('pg_proc', 'p.oid')}`;

const PARTS = [
  { key: 'extensions', sql: EXTENSIONS },
  { key: 'types', sql: TYPES },
  { key: 'sequences', sql: SEQUENCES },
  { key: 'tables', sql: TABLES },
  { key: 'functions', sql: FUNCTIONS },
];

function indented(sql: string): string {
  return `(${sql.trim().replaceAll('\n', '\n    ')})`;
}

/** A server may read backslashes in plain literals as escapes (standard_conforming_strings); names with them are rare. */
function literal(name: string): string {
  return name.includes('\\') ? `E${textLiteral(name.replaceAll('\\', '\\\\'))}` : textLiteral(name);
}
