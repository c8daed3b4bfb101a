/**
 * Writes `catalogue-data.ts` from the catalogue of the Postgres that the page runs, and checks that it is current:
 * `npx vitest run src/checker/types/catalogue-data.test.ts -u` after a new PGlite or another list of functions.
 */
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { nodeRuntime } from '../../../workers/database/node-runtime.ts';
import { START_PARAMETERS } from '../../../workers/database/start-parameters.ts';
import {
  AGGREGATES,
  HYPOTHETICAL_SET_AGGREGATES,
  ORDERED_SET_AGGREGATES,
  ROW_AGGREGATES,
  ROW_FUNCTIONS,
  SCALAR_FUNCTIONS,
  SET_FUNCTIONS,
  WINDOW_FUNCTIONS,
} from '../../grammar/functions.ts';

/** What the syntax of canonical SQL calls by other means than a name and parentheses: AT TIME ZONE, ESCAPE, … */
const BEHIND_SYNTAX =
  'count date_part date_trunc extract like_escape make_interval overlaps position similar_to_escape timezone';

const OPERATORS = `
  = <> < > <= >= ~~ !~~ ~~* !~~*
  + - * / % ^ || & | # << >> ~ ~* !~ !~* @> <@ && -> ->> #> #>> #- ? ?| ?& @? @@ <-> <=> <#> -|- &< &> <<= >>= <% %> ^@ @ |/ ||/`;

/** What a column may be or a cast name, with or without an operator or function here. */
const FURTHER_TYPES = `
  bool bytea char name int8 int2 int4 text oid json xml jsonb jsonpath point lseg path box polygon line circle cidr inet
  macaddr macaddr8 float4 float8 money bpchar varchar date time timestamp timestamptz interval timetz bit varbit numeric
  uuid tsvector tsquery regclass regtype pg_lsn int4range int8range numrange daterange tsrange tstzrange int4multirange
  int8multirange nummultirange datemultirange tsmultirange tstzmultirange`;

test('catalogue-data.ts is current', async () => {
  await expect(await catalogueData()).toMatchFileSnapshot('./catalogue-data.ts');
});

async function catalogueData(): Promise<string> {
  const { dataDirectory } = await nodeRuntime();
  const database = await PGlite.create({
    loadDataDir: dataDirectory,
    startParams: START_PARAMETERS,
  });
  const lines = async (sql: string, parameters: unknown[] = []) =>
    (await database.query<{ line: string }>(sql, parameters)).rows.map((row) => row.line);
  try {
    const operators = await lines(OPERATOR_LINES, [words(OPERATORS)]);
    const functions = await lines(FUNCTION_LINES, [functionNames()]);
    const used = [...operators, ...functions].join(' ').match(/[a-z_][a-z0-9_]*/g) ?? [];
    const types = await lines(TYPE_LINES, [[...used, ...words(FURTHER_TYPES)]]);
    const casts = await lines(CAST_LINES, [types.map((line) => line.slice(0, line.indexOf(' ')))]);
    return fileText({ types, casts, operators, functions });
  } finally {
    await database.close();
  }
}

function functionNames(): string[] {
  const groups = [SCALAR_FUNCTIONS, SET_FUNCTIONS, AGGREGATES, WINDOW_FUNCTIONS, ORDERED_SET_AGGREGATES].flat();
  const names = [
    ...groups.flatMap((group) => group.names),
    ...ROW_AGGREGATES,
    ...ROW_FUNCTIONS,
    ...HYPOTHETICAL_SET_AGGREGATES,
  ];
  return [...new Set([...names.map((name) => name.toLowerCase()), ...words(BEHIND_SYNTAX)])];
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

function fileText(parts: Record<'types' | 'casts' | 'operators' | 'functions', string[]>): string {
  const table = (name: string, comment: string, lines: string[]) =>
    `/** ${comment} */\nexport const ${name} = \`\n${lines.join('\n').replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\n\`;\n`;
  return [
    "/** Of PostgreSQL 18's catalogue what canonical SQL reaches. Written by catalogue-data.test.ts; do not edit. */\n",
    table(
      'TYPES',
      'Name, category (* when preferred in it), what a range is of, name in full where it differs.',
      parts.types,
    ),
    table(
      'CASTS',
      'From, then `i` implicit, `a` in assignments, `e` explicit; ! where no function is called.',
      parts.casts,
    ),
    table('OPERATORS', 'Name, then left,right=result; left is empty for a prefix.', parts.operators),
    table(
      'FUNCTIONS',
      'Name, then f, a (aggregate) or w (window), * for sets of rows; ... marks VARIADIC, = a default.',
      parts.functions,
    ),
  ].join('\n');
}

const TYPE_LINES = `
  SELECT concat_ws(' ', t.typname, t.typcategory::text || CASE WHEN t.typispreferred THEN '*' ELSE '' END,
    COALESCE('(' || e.typname || ')', '(' || m.typname || ')'),
    NULLIF(replace(format_type(t.oid, NULL), ' ', '_'), t.typname)) AS line
  FROM pg_type t
  LEFT JOIN pg_range r ON r.rngtypid = t.oid
  LEFT JOIN pg_type e ON e.oid = r.rngsubtype
  LEFT JOIN pg_range mr ON mr.rngmultitypid = t.oid
  LEFT JOIN pg_type m ON m.oid = mr.rngtypid
  WHERE t.typnamespace = 'pg_catalog'::regnamespace AND t.typname = ANY ($1) AND t.typtype IN ('b', 'r', 'm', 'p')
    AND t.typcategory <> 'A'
  ORDER BY t.oid`;

const CAST_LINES = `
  WITH casts AS (
    SELECT s.oid, s.typname AS source, c.castcontext AS context,
      string_agg(t.typname::text || CASE c.castmethod WHEN 'b' THEN '!' ELSE '' END, ',' ORDER BY t.oid) AS targets
    FROM pg_cast c JOIN pg_type s ON s.oid = c.castsource JOIN pg_type t ON t.oid = c.casttarget
    WHERE s.typname = ANY ($1) AND t.typname = ANY ($1)
    GROUP BY s.oid, s.typname, c.castcontext
  )
  SELECT source::text || ' ' || string_agg(context::text || ':' || targets, ' ' ORDER BY context DESC) AS line
  FROM casts GROUP BY oid, source ORDER BY oid`;

const TYPE_TEXT = (oid: string) =>
  `(SELECT COALESCE(e.typname::text || '[]', t.typname) FROM pg_type t
    LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typname LIKE '\\_%' WHERE t.oid = ${oid})`;

const OPERATOR_LINES = `
  SELECT oprname::text || ' ' || string_agg(concat(${TYPE_TEXT('oprleft')}, ',', ${TYPE_TEXT('oprright')}, '=',
    ${TYPE_TEXT('oprresult')}), ' ' ORDER BY oid) AS line
  FROM pg_operator WHERE oprname = ANY ($1) AND oprresult <> 0 AND 'oidvector'::regtype NOT IN (oprleft, oprright)
  GROUP BY oprname ORDER BY oprname COLLATE "C"`;

const FUNCTION_LINES = `
  WITH signature AS (
    SELECT p.oid, p.proname, concat(p.prokind, CASE WHEN p.proretset THEN '*' END, '(', a.arguments, ')',
      ${TYPE_TEXT('p.prorettype')}, '{' || o.columns || '}') AS text
    FROM pg_proc p
    CROSS JOIN LATERAL (
      SELECT string_agg(concat(
        CASE WHEN k.place > p.pronargs - p.pronargdefaults THEN '=' END,
        CASE WHEN k.place = p.pronargs AND p.provariadic <> 0 THEN '...' END,
        ${TYPE_TEXT('k.type')}), ',' ORDER BY k.place) AS arguments
      FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS k (type, place)
    ) a
    CROSS JOIN LATERAL (
      SELECT string_agg(concat(p.proargnames[k.place], ':', ${TYPE_TEXT('k.type')}), ',' ORDER BY k.place) AS columns
      FROM unnest(p.proallargtypes) WITH ORDINALITY AS k (type, place)
      WHERE p.proargmodes[k.place] = 'o'
    ) o
    WHERE p.pronamespace = 'pg_catalog'::regnamespace AND (p.proname = ANY ($1) OR p.prokind IN ('a', 'w'))
      AND NOT 'internal'::regtype = ANY (p.proargtypes::oid[])
  )
  SELECT proname::text || ' ' || string_agg(text, ' ' ORDER BY oid) AS line
  FROM signature GROUP BY proname ORDER BY proname COLLATE "C"`;
