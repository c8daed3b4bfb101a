import type { PostgresDatabase } from '../postgres.ts';

/** Everything that Postgres can print of what a person made, in an order that does not tell how it was made. */
const TEXTS = `
  SELECT 'column ' || a.attrelid::regclass || '.' || a.attname || ' '
    || row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum) || ' '
    || concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
         a.attcollation::regcollation, pg_get_expr(d.adbin, d.adrelid)) AS text
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attnum > 0 AND c.oid >= 16384 AND c.relkind NOT IN ('i', 'I', 't') AND c.relnamespace::regnamespace::text !~ '^pg_'
    AND NOT a.attisdropped
  UNION ALL
  SELECT 'relation ' || c.oid::regclass || ' ' || c.relkind::text || concat_ws(' ', c.reloptions::text, c.relispopulated,
    c.relrowsecurity, c.relforcerowsecurity, pg_get_expr(c.relpartbound, c.oid),
    CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
    (SELECT string_agg(inhparent::regclass::text, ',' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = c.oid))
  FROM pg_class c
  WHERE c.oid >= 16384 AND c.relkind <> 't' AND c.relnamespace::regnamespace::text !~ '^pg_'
  UNION ALL
  SELECT 'constraint ' || coalesce(nullif(conrelid, 0)::regclass::text, contypid::regtype::text) || ' ' || conname || ' '
    || pg_get_constraintdef(oid)
  FROM pg_constraint WHERE oid >= 16384 AND connamespace::regnamespace::text !~ '^pg_'
  UNION ALL
  SELECT 'index ' || pg_get_indexdef(indexrelid)
  FROM pg_index WHERE indrelid >= 16384 AND indrelid::regclass::text !~ '^pg_toast'
  UNION ALL
  SELECT 'view ' || pg_get_viewdef(oid) FROM pg_class WHERE relkind IN ('v', 'm') AND oid >= 16384
  UNION ALL
  SELECT 'function ' || CASE WHEN prokind = 'a' THEN oid::regprocedure::text || proparallel::text
    ELSE pg_get_functiondef(oid) END
  FROM pg_proc WHERE oid >= 16384
  UNION ALL
  SELECT 'aggregate ' || concat_ws(' ', aggfnoid::regprocedure, aggkind, aggtransfn, aggfinalfn, aggcombinefn, aggserialfn,
    aggdeserialfn, aggmtransfn, aggminvtransfn, aggmfinalfn, aggfinalextra, aggmfinalextra, aggfinalmodify,
    aggmfinalmodify, aggsortop::regoperator, aggtranstype::regtype, aggtransspace, aggmtranstype::regtype,
    aggmtransspace, agginitval, aggminitval)
  FROM pg_aggregate WHERE aggfnoid >= 16384
  UNION ALL
  SELECT 'operator ' || concat_ws(' ', oid::regoperator, oprnamespace::regnamespace, oprcode::regprocedure,
    oprcom::regoperator, oprnegate::regoperator, oprrest, oprjoin, oprcanmerge, oprcanhash)
  FROM pg_operator WHERE oid >= 16384
  UNION ALL
  SELECT 'cast ' || concat_ws(' ', castsource::regtype, casttarget::regtype, castfunc::regprocedure, castcontext, castmethod)
  FROM pg_cast WHERE oid >= 16384
  UNION ALL
  SELECT 'dictionary ' || concat_ws(' ', oid::regdictionary, dicttemplate, dictinitoption)
  FROM pg_ts_dict WHERE oid >= 16384
  UNION ALL
  SELECT 'text search ' || concat_ws(' ', c.oid::regconfig, cfgparser, maptokentype, mapseqno, mapdict::regdictionary)
  FROM pg_ts_config c LEFT JOIN pg_ts_config_map ON mapcfg = c.oid WHERE c.oid >= 16384
  UNION ALL
  SELECT 'trigger ' || pg_get_triggerdef(oid) || tgenabled::text::text FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL
  SELECT 'rule ' || pg_get_ruledef(oid) FROM pg_rewrite WHERE oid >= 16384
  UNION ALL
  SELECT 'policy ' || polname || polrelid::regclass::text || polcmd::text || polpermissive
    || concat_ws(' ', pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
  FROM pg_policy
  UNION ALL
  SELECT 'comment ' || i.type || ' ' || i.identity || ' ' || d.description
  FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i WHERE d.objoid >= 16384 AND d.description <> 'standard public schema'
  UNION ALL
  SELECT 'type ' || t.oid::regtype || ' ' || t.typtype::text || concat_ws(' ', t.typdefault, t.typnotnull,
    (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid),
    (SELECT rngsubtype::regtype || ' ' || rngmultitypid::regtype FROM pg_range WHERE rngtypid = t.oid))
  FROM pg_type t WHERE t.oid >= 16384 AND t.typnamespace::regnamespace::text !~ '^pg_'
  UNION ALL
  SELECT 'sequence ' || concat_ws(' ', schemaname, sequencename, data_type, start_value, min_value, max_value,
    increment_by, cycle, cache_size, last_value)
  FROM pg_sequences
  UNION ALL
  SELECT 'sequence owner ' || objid::regclass || ' ' || refobjid::regclass || refobjsubid
  FROM pg_depend JOIN pg_sequence ON seqrelid = objid
  WHERE classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass AND deptype IN ('a', 'i')
  UNION ALL
  SELECT 'extension ' || extname || ' ' || extnamespace::regnamespace FROM pg_extension
  UNION ALL
  SELECT 'schema ' || nspname FROM pg_namespace WHERE nspname !~ '^pg_'
  UNION ALL
  SELECT 'statistics ' || pg_get_statisticsobjdef(oid) FROM pg_statistic_ext
  ORDER BY 1`;

/**
 * Postgres does not read back what it prints of a list of texts that are held against a varchar: it takes the cast of
 * the list for one of each element, which is the same.
 */
export function withCastOfEach(text: string): string {
  return text.replaceAll(CAST_LIST, (_, list: string) => `ARRAY[${list.replaceAll(ELEMENT, '($&)::text')}]`);
}

const ELEMENT = /'(?:[^']|'')*'::character varying(?:\(\d+\))?/g;
const CAST_LIST = /\(ARRAY\[((?:(?:, )?'(?:[^']|'')*'::character varying(?:\(\d+\))?)+)\]\)::text\[\]/g;

export async function describeCatalogue(database: PostgresDatabase): Promise<string[]> {
  const { rows } = await database.runReadOnly(TEXTS, { rowLimit: 100_000 });
  return rows.map(([text]) => withCastOfEach(text ?? 'null'));
}
