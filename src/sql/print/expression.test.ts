import { beforeAll, describe, expect, test } from 'vitest';
import { makeSchema } from '../../grammar/testing/make-schema.ts';
import { seededRandom } from '../../grammar/testing/sample.ts';
import type { Schema } from '../../schema/model.ts';
import { canonicalSql } from '../canonical.ts';
import { loadParser, parseStatement } from '../parse-sql.ts';
import { randomExpression } from '../testing/random-expression.ts';
import { textOf } from '../tree.ts';

const FUNCTION = {
  kind: 'scalar',
  argumentTypes: [],
  requiredArguments: 0,
  isVariadic: false,
  resultType: 'integer',
  outputColumns: [],
  comment: null,
} as const;

/** One table whose name is a letter, so that it does not get in the way of what is tested. */
const SCHEMA: Schema = {
  ...makeSchema([
    { name: 't', columns: { a: 'number', b: 'number', c: 'boolean', d: 'timestamp', j: 'json', s: 'text' } },
  ]),
  enums: [
    { namespace: 'public', name: 'mood', labels: ['good'] },
    { namespace: 'other', name: 'Colour', labels: ['red'] },
  ],
  functions: [
    { ...FUNCTION, namespace: 'public', name: 'lower_all' },
    { ...FUNCTION, namespace: 'public', name: 'Shout' },
    { ...FUNCTION, namespace: 'public', name: 'trim' },
    { ...FUNCTION, namespace: 'public', name: 'none' },
    { ...FUNCTION, namespace: 'other', name: 'vat' },
  ],
};

/** `expression` of a query over `t`, without the names of the table. */
function canonical(expression: string): string {
  const { sql } = canonicalSql(`SELECT ${expression} AS total FROM t`, SCHEMA);
  expect(canonicalSql(sql, SCHEMA).sql).toBe(sql);
  return sql.slice('SELECT '.length, -' AS total FROM t'.length).replace(/\bt\.(?=\w)/g, '');
}

beforeAll(async () => await loadParser());

describe('operators', () => {
  test.each([
    ['(a + b) * 2', '(a + b) * 2'],
    ['a + (b * 2)', 'a + b * 2'],
    ['(a - b) - 2', 'a - b - 2'],
    ['a - (b - 2)', 'a - (b - 2)'],
    ['a / (b / 2)', 'a / (b / 2)'],
    ['a ^ b ^ 2', 'a ^ b ^ 2'],
    ['a ^ (b ^ 2)', 'a ^ (b ^ 2)'],
    ['(-a) ^ 2', '-a ^ 2'],
    ['-(a ^ 2)', '-(a ^ 2)'],
    ['- (- a)', '-(-a)'],
    ['+ a', 'a'],
    ['-(-5)', '5'],
    ['a - -5', 'a - -5'],
    ['(-5)::text', '(-5)::text'],
    ['-(5::text)', '-5::text'],
    ["s || ('x' || s)", "s || ('x' || s)"],
    ["(s || 'x') || s", "s || 'x' || s"],
    ["j->'a'->>'b'", "j -> 'a' ->> 'b'"],
    ['s || (a + 1)', 's || a + 1'],
    ['(a << 1) + 1', '(a << 1) + 1'],
    ['@ a + 1', '@(a + 1)'],
    ['(@ a) + 1', '(@a) + 1'],
    ['@ (-5)', '@(-5)'],
    ['a + (@ b) - 1', 'a + (@b) - 1'],
    ['a # (@ b)', 'a # @b'],
    ['a # |/ b', 'a # |/b'],
    ['~ a & 3', '~a & 3'],
    ['a OPERATOR(pg_catalog.+) b', 'a + b'],
    ["s ~~ 'x%'", "s LIKE 'x%'"],
    ["s !~~* 'x%'", "s NOT ILIKE 'x%'"],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('conditions', () => {
  test.each([
    ['a != 1', 'a <> 1'],
    ['(a = 1) = (b = 2)', '(a = 1) = (b = 2)'],
    ['a = b IS NULL', '(a = b) IS NULL'],
    ['a + b IS NOT NULL', 'a + b IS NOT NULL'],
    ['a ISNULL', 'a IS NULL'],
    ['a NOTNULL', 'a IS NOT NULL'],
    ['c IS NOT UNKNOWN', 'c IS NOT UNKNOWN'],
    ['(c IS TRUE) IS FALSE', '(c IS TRUE) IS FALSE'],
    ['a IS NOT DISTINCT FROM b', 'a IS NOT DISTINCT FROM b'],
    ['j IS JSON VALUE', 'j IS JSON'],
    ['NOT (j IS JSON ARRAY)', 'j IS NOT JSON ARRAY'],
    ['c AND (c AND c)', 'c AND c AND c'],
    ['(c AND c) OR c', 'c AND c OR c'],
    ['c AND (c OR c)', 'c AND (c OR c)'],
    ['NOT (c AND c)', 'NOT (c AND c)'],
    ['(NOT c) AND c', 'NOT c AND c'],
    ['NOT NOT c', 'NOT (NOT c)'],
    ['(NOT c) = c', '(NOT c) = c'],
    ['NOT c = c', 'NOT c = c'],
    ['NOT (a = 1)', 'NOT a = 1'],
    ['a BETWEEN (1) AND (2 + 3)', 'a BETWEEN 1 AND 2 + 3'],
    ['a NOT BETWEEN SYMMETRIC 1 AND (b = 2)::int', 'a NOT BETWEEN SYMMETRIC 1 AND (b = 2)::integer'],
    ['(a BETWEEN 1 AND 2) AND c', 'a BETWEEN 1 AND 2 AND c'],
    ['a IN (1)', 'a IN (1)'],
    ['a NOT IN (1, 2)', 'a NOT IN (1, 2)'],
    ['NOT a IN (SELECT 1)', 'a NOT IN (SELECT 1)'],
    ['NOT (a NOT IN (SELECT 1))', 'NOT a NOT IN (SELECT 1)'],
    ['NOT a IN (1, 2)', 'NOT a IN (1, 2)'],
    ['a = SOME (SELECT 1)', 'a = ANY (SELECT 1)'],
    ['a = ANY (SELECT 1)', 'a = ANY (SELECT 1)'],
    ["s LIKE ALL (ARRAY['x', 'y'])", "s LIKE ALL (ARRAY['x', 'y'])"],
    ["s NOT LIKE ANY (SELECT 'x')", "s NOT LIKE ANY (SELECT 'x')"],
    ["s LIKE 'a!%' ESCAPE '!'", "s LIKE 'a!%' ESCAPE '!'"],
    ["s NOT ILIKE s || '%'", "s NOT ILIKE s || '%'"],
    ["s NOT SIMILAR TO 'x' ESCAPE 'y'", "s NOT SIMILAR TO 'x' ESCAPE 'y'"],
    ["(s LIKE 'a') = c", "(s LIKE 'a') = c"],
    ['(a, b) = (1, 2)', '(a, b) = (1, 2)'],
    ['(a, b) IN ((1, 2), ROW(3, 4))', '(a, b) IN ((1, 2), (3, 4))'],
    ['(a, b) = (SELECT 1, 2)', '(a, b) = (SELECT 1, 2)'],
    ['(d, d) OVERLAPS (d, d)', '(d, d) OVERLAPS (d, d)'],
    ['((d, d) OVERLAPS (d, d)) IS TRUE', '((d, d) OVERLAPS (d, d)) IS TRUE'],
    ['EXISTS ((SELECT 1))', 'EXISTS (SELECT 1)'],
    ['NOT EXISTS (SELECT 1)', 'NOT EXISTS (SELECT 1)'],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('terms', () => {
  test.each([
    ['CASE a WHEN 1 THEN 2 END', 'CASE a WHEN 1 THEN 2 END'],
    [
      'CASE WHEN c THEN 1 WHEN a = 2 OR c THEN 3 ELSE NULL END + 1',
      'CASE WHEN c THEN 1 WHEN a = 2 OR c THEN 3 ELSE NULL END + 1',
    ],
    ['(SELECT a)', '(SELECT a)'],
    ['array(select 1)', 'ARRAY(SELECT 1)'],
    ['ARRAY[[1, 2], [3, 4]]', 'ARRAY[ARRAY[1, 2], ARRAY[3, 4]]'],
    ['(ARRAY[1, 2])[1]', '(ARRAY[1, 2])[1]'],
    ['(ARRAY(SELECT 1))[1:2]', '(ARRAY(SELECT 1))[1:2]'],
    ['((SELECT ARRAY[1]))[1]', '(SELECT ARRAY[1])[1]'],
    ['(j::int[])[1]', '(j::integer[])[1]'],
    ['j[1][2]', 'j[1][2]'],
    ['j[:2]', 'j[:2]'],
    ["(j['a']).b", "(j['a']).b"],
    ['(j).a', '(j).a'],
    ['((j).a).b[1]', '((j).a).b[1]'],
    ['ROW(1)', 'ROW(1)'],
    ['ROW()', 'ROW()'],
    ['ROW(1, a)', '(1, a)'],
    ["d AT TIME ZONE 'UTC' AT TIME ZONE 'CET'", "((d AT TIME ZONE 'UTC') AT TIME ZONE 'CET')"],
    ["(d + d) AT TIME ZONE ('U' || 'TC')", "((d + d) AT TIME ZONE ('U' || 'TC'))"],
    ['(d AT LOCAL)::date', '(d AT LOCAL)::date'],
    ['s COLLATE "C" || s', '(s COLLATE "C") || s'],
    ['s COLLATE pg_catalog."de-x-icu"', '(s COLLATE "de-x-icu")'],
    ['current_date', 'CURRENT_DATE'],
    ['current_timestamp(3)', 'CURRENT_TIMESTAMP(3)'],
    ['user', 'CURRENT_USER'],
    ['session_user', 'SESSION_USER'],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('calls', () => {
  test.each([
    ['lower(s)', 'LOWER(s)'],
    ['pg_catalog.lower(s)', 'LOWER(s)'],
    ['"left"(s, 2)', 'LEFT(s, 2)'],
    ['lower_all(s)', 'lower_all(s)'],
    ['public.lower_all(s)', 'lower_all(s)'],
    ['"Shout"(s)', '"Shout"(s)'],
    ['public.trim(s)', '"trim"(s)'],
    ['"none"(s)', '"none"(s)'],
    ['vat(a)', 'other.vat(a)'],
    ['other.vat(a)', 'other.vat(a)'],
    ['coalesce(a, NULL)', 'COALESCE(a, NULL)'],
    ['nullif(a, b = 1)', 'NULLIF(a, b = 1)'],
    ['greatest(a, b)', 'GREATEST(a, b)'],
    ['least(a, b)', 'LEAST(a, b)'],
    ['count(*)', 'COUNT(*)'],
    ['count(ALL a)', 'COUNT(a)'],
    ['count(DISTINCT a)', 'COUNT(DISTINCT a)'],
    ["string_agg(DISTINCT s, ', ' ORDER BY s DESC)", "STRING_AGG(DISTINCT s, ', ' ORDER BY s DESC)"],
    ['sum(a) FILTER (WHERE c)', 'SUM(a) FILTER (WHERE c)'],
    ['percentile_cont(0.5) WITHIN GROUP (ORDER BY a)', 'PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY a)'],
    ['mode() within group (order by a) filter (where c)', 'MODE() WITHIN GROUP (ORDER BY a) FILTER (WHERE c)'],
    ['extract(year from d)', 'EXTRACT(YEAR FROM d)'],
    ["extract('Epoch' from d - d)", 'EXTRACT(EPOCH FROM d - d)'],
    ["pg_catalog.extract('dow', d)", 'EXTRACT(DOW FROM d)'],
    ["position('x' in s)", "POSITION('x' IN s)"],
    ['position((c = c)::text in s || s)', 'POSITION((c = c)::text IN s || s)'],
    ['substring(s from 1 for 2)', 'SUBSTRING(s, 1, 2)'],
    ['substring(s for 2)', 'SUBSTRING(s, 1, 2)'],
    ['substring(s for a)', 'SUBSTRING(s, 1, a::integer)'],
    ["substring(s from 'x.')", "SUBSTRING(s, 'x.')"],
    ["substring(s similar 'a' escape '#')", "SUBSTRING(s, 'a', '#')"],
    ["trim(both 'x' from s)", "BTRIM(s, 'x')"],
    ['trim(s)', 'BTRIM(s)'],
    ['trim(leading from s)', 'LTRIM(s)'],
    ["overlay(s placing 'x' from 2 for 3)", "OVERLAY(s, 'x', 2, 3)"],
    ['make_interval(days => a, hours := 3)', 'MAKE_INTERVAL(days => a, hours => 3)'],
    ['json_agg(t)', 'JSON_AGG(t.*)'],
    ['to_jsonb(t.*)', 'TO_JSONB(t.*)'],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('windows', () => {
  test.each([
    ['rank() over ()', 'RANK() OVER ()'],
    ['sum(a) over (partition by b, c order by d desc)', 'SUM(a) OVER (PARTITION BY b, c ORDER BY d DESC)'],
    ['sum(a) over (order by b rows 3 preceding)', 'SUM(a) OVER (ORDER BY b ROWS BETWEEN 3 PRECEDING AND CURRENT ROW)'],
    [
      "sum(a) over (order by d range between '1 day'::interval preceding and unbounded following exclude ties)",
      "SUM(a) OVER (ORDER BY d RANGE BETWEEN INTERVAL '1 day' PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE TIES)",
    ],
    [
      'sum(a) over (order by b groups between current row and 1 following exclude current row)',
      'SUM(a) OVER (ORDER BY b GROUPS BETWEEN CURRENT ROW AND 1 FOLLOWING EXCLUDE CURRENT ROW)',
    ],
    [
      'sum(a) over (order by b rows between 1 preceding and 1 following exclude no others)',
      'SUM(a) OVER (ORDER BY b ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)',
    ],
    [
      'sum(a) over (order by b rows unbounded preceding exclude group)',
      'SUM(a) OVER (ORDER BY b ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP)',
    ],
    ['sum(a) over (order by b range unbounded preceding)', 'SUM(a) OVER (ORDER BY b)'],
    [
      'sum(a) over (order by b rows between a + 1 preceding and (c and c)::int following)',
      'SUM(a) OVER (ORDER BY b ROWS BETWEEN a + 1 PRECEDING AND (c AND c)::integer FOLLOWING)',
    ],
    [
      'count(*) filter (where c) over (order by a nulls first)',
      'COUNT(*) FILTER (WHERE c) OVER (ORDER BY a NULLS FIRST)',
    ],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('types', () => {
  test.each([
    ['CAST(a AS int)', 'a::integer'],
    ['a::int8::int2', 'a::bigint::smallint'],
    ['a::float', 'a::double precision'],
    ['a::float(10)', 'a::real'],
    ['a::decimal(10, 2)', 'a::numeric(10, 2)'],
    ['a::bool', 'a::boolean'],
    ['s::character varying(10)', 's::varchar(10)'],
    ['s::char', 's::char'],
    ['s::character(3)', 's::char(3)'],
    ['s::bpchar', 's::bpchar'],
    ['s::"char"', 's::"char"'],
    ['s::bit varying(3)', 's::varbit(3)'],
    ['d::timestamp with time zone', 'd::timestamptz'],
    ['d::timestamp(3) without time zone', 'd::timestamp(3)'],
    ['d::time with time zone', 'd::timetz'],
    ['s::int[3][]', 's::integer[]'],
    ['s::text array', 's::text[]'],
    ['s::mood', 's::mood'],
    ['s::public.mood[]', 's::mood[]'],
    ['s::"Colour"', 's::other."Colour"'],
    ['s::regclass', 's::regclass'],
    ['s::interval(3)', 's::interval(3)'],
    ["date '2024-01-01'", "'2024-01-01'::date"],
    ["float8 '1.5'", "'1.5'::double precision"],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('constants', () => {
  test.each([
    ["'it''s'", "'it''s'"],
    ["E'it\\'s'", "'it''s'"],
    ["E'a\\nb\\t\\\\'", "'a' || E'\\n' || 'b' || E'\\t' || '\\'"],
    ["E'a\\nb'::json", "('a' || E'\\n' || 'b')::json"],
    ["E'\\r\\n'", "E'\\r\\n'"],
    ["'\\d'", "'\\d'"],
    ["E'\\x01\\x7f''é'", "E'\\x01\\x7F' || '''é'"],
    ['$x$a "b"$x$', `'a "b"'`],
    ["U&'d\\0061t'", "'dat'"],
    ['0x1F', '31'],
    ['1_000', '1000'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5::numeric'],
    ['1.50', '1.50'],
    ['1e3', '1000::numeric'],
    ['1.5e-3', '0.0015'],
    ['-1e3', '(-1000)::numeric'],
    ['1e300', "'1e300'::numeric"],
    ['12345678901234567890', '12345678901234567890'],
    ['0xFFFFFFFFFFFFFFFFFF', '4722366482869645213695'],
    ["B'1'", "'1'::bit"],
    ["X'1f'", "'00011111'::bit(8)"],
    ['true', 'TRUE'],
    ['null', 'NULL'],
    ["interval '7 Days'", "INTERVAL '7 days'"],
    ["'1 year  2 months'::interval", "INTERVAL '1 year 2 months'"],
    ["interval '90 min'", "'90 min'::interval"],
    ["interval '-7 days'", "'-7 days'::interval"],
    ["interval 'P1D'", "'P1D'::interval"],
    ["interval '3' day", "INTERVAL '3 days'"],
    ["interval '1' year", "INTERVAL '1 year'"],
    ["interval '1-6' year to month", "INTERVAL '1 year 6 months'"],
    ["interval '3 04:05:06' day to second", "INTERVAL '3 days 4 hours 5 minutes 6 seconds'"],
    ["interval '1 day 2 hours' hour", "INTERVAL '1 day 2 hours'"],
    ["interval(0) '1.6 seconds'", "'1.6 seconds'::interval(0)"],
    ["'7 days'::interval[]", "'7 days'::interval[]"],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

const MIRRORED: Readonly<Record<string, string>> = { '>': '<', '>=': '<=' };

/**
 * AND within AND and a part of a part are one to the printer: their lists are joined. Comparisons that say the same the
 * other way round are made equal.
 */
function flattened(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(flattened);
  if (!isRecord(tree)) return tree;
  const node = Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, flattened(value)]));
  const { BoolExpr: operation, A_Indirection: part, A_Expr: comparison } = node;
  if (isRecord(comparison) && comparison.lexpr) node.A_Expr = comparedInOrder(comparison);
  if (isRecord(operation) && Array.isArray(operation.args) && operation.boolop !== 'NOT_EXPR') {
    operation.args = operation.args.flatMap((arg) =>
      arg.BoolExpr?.boolop === operation.boolop ? arg.BoolExpr.args : [arg],
    );
  }
  if (isRecord(part) && isRecord(part.arg) && isRecord(part.arg.A_Indirection)) {
    const { arg, indirection } = part.arg.A_Indirection;
    node.A_Indirection = { arg, indirection: [indirection, part.indirection].flat() };
  }
  return node;
}

function comparedInOrder(comparison: Record<string, unknown>): Record<string, unknown> {
  const { kind, name, lexpr, rexpr } = comparison;
  const sval = Array.isArray(name) ? name[0]?.String?.sval : '';
  const isEquality = (kind === 'AEXPR_OP' && ['=', '<>'].includes(sval)) || kind === 'AEXPR_DISTINCT';
  const mirrored = kind === 'AEXPR_OP' ? MIRRORED[sval] : undefined;
  const isSwapped = mirrored !== undefined || (isEquality && textOf(lexpr) > textOf(rexpr));
  if (!isSwapped) return comparison;
  return { ...comparison, name: [{ String: { sval: mirrored ?? sval } }], lexpr: rexpr, rexpr: lexpr };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

test('parentheses that are left out change nothing', () => {
  const random = seededRandom(20_260_101);
  for (let index = 0; index < 1_500; index++) {
    const written = `SELECT ${randomExpression(random)} FROM orders`;
    const schema = makeSchema([{ name: 'orders', columns: { id: 'integer', total: 'number' } }]);
    const { sql } = canonicalSql(written, schema);
    const meaning = (text: string) => textOf(flattened(parseStatement(text).statement));
    expect(meaning(sql), `${written}\n${sql}`).toBe(meaning(written));
    expect(canonicalSql(sql, schema).sql).toBe(sql);
  }
});
