import { beforeAll, describe, expect, test } from 'vitest';
import { makeColumn, makeTable } from '../../grammar/testing/make-schema.ts';
import type { Column, Schema, TypeClass } from '../../schema/model.ts';
import { canonicalSql } from '../canonical.ts';
import { loadParser } from '../parse-sql.ts';

const MOOD = ['sad', 'ok'];

function column(name: string, type: string, typeClass: TypeClass, allowedValues: readonly string[] = []): Column {
  return { ...makeColumn(name, typeClass), type, allowedValues };
}

const SCHEMA: Schema = {
  tables: [
    {
      ...makeTable({ name: 't', columns: {} }),
      columns: [
        column('id', 'integer', 'integer'),
        column('note', 'text', 'text'),
        column('rating', 'integer', 'integer', ['1', '2']),
        column('state', 'text', 'text', ['new', 'done']),
        column('code', 'character(3)', 'text', ['EUR', 'USD']),
        column('loose', 'citext', 'text', ['new', 'done']),
        column('mood', 'sales.mood', 'text', MOOD),
        column('guess', 'feeling', 'text', MOOD),
        column('moods', 'sales.mood[]', 'other'),
        column('tags', 'text[]', 'other'),
      ],
    },
  ],
  enums: [{ namespace: 'sales', name: 'mood', labels: MOOD }],
  domains: [{ namespace: 'public', name: 'feeling', baseType: 'sales.mood' }],
  functions: [],
};

/** `expression` of a query over `t`, without the name of the table. */
function canonical(expression: string): string {
  const { sql } = canonicalSql(`SELECT ${expression} AS total FROM t`, SCHEMA);
  expect(canonicalSql(sql, SCHEMA).sql).toBe(sql);
  return sql.slice('SELECT '.length, -' AS total FROM t'.length).replace(/\bt\.(?=\w)/g, '');
}

beforeAll(async () => await loadParser());

describe('a text stands second', () => {
  test.each([
    ["'new' = state", "state = 'new'"],
    ["'a' <> note", "note <> 'a'"],
    ["'a' < note", "note > 'a'"],
    ["'a' > note", "note < 'a'"],
    ["'a' <= note", "note >= 'a'"],
    ["'a' >= note", "note <= 'a'"],
    ["'a' IS DISTINCT FROM note", "note IS DISTINCT FROM 'a'"],
    ["'a' IS NOT DISTINCT FROM note", "note IS NOT DISTINCT FROM 'a'"],
    ["date '2024-01-01' < note::date", "note::date > '2024-01-01'::date"],
    ["'a' = lower(note)", "LOWER(note) = 'a'"],
    ["'a' = (SELECT 'b')", "(SELECT 'b') = 'a'"],
    ["'a' = note || 'b'", "note || 'b' = 'a'"],
    ["'1' = 1", "1 = '1'"],
    ["'t' = (id > 1)", "(id > 1) = 't'"],
    ["B'1' = note::bit", "note::bit = '1'::bit"],
    ["'a' OPERATOR(pg_catalog.<) note", "note > 'a'"],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));

  test('of two, the one without a cast', () => {
    expect(canonical("'sad' < 'ok'::sales.mood")).toBe("'ok'::sales.mood > 'sad'");
    for (const sql of ["'ok'::sales.mood > 'sad'", "'a' = 'b'", "'a'::text = 'b'::text"]) {
      expect(canonical(sql)).toBe(sql);
    }
  });

  test.each(['5 < id', "INTERVAL '1 day' < NOW() - NOW()", "'a' || note = 'ab'", "'a' LIKE note", "'a' = ANY (tags)"])(
    '%s stays',
    (sql) => expect(canonical(sql)).toBe(sql),
  );

  test('names are given in the order of the text', () => {
    const sql = "SELECT 'a' = (WITH x AS (SELECT 'b' AS s) SELECT s FROM x), (SELECT n FROM (SELECT 1 AS n) y) FROM t";
    expect(canonicalSql(sql, SCHEMA).sql).toBe(
      "SELECT (WITH q1 AS (SELECT 'b' AS s) SELECT q1.s FROM q1) = 'a', (SELECT q2.n FROM (SELECT 1 AS n) AS q2) FROM t",
    );
  });
});

describe('a column that takes a few texts', () => {
  test.each([
    ["state = ANY (ARRAY['new', 'done'])", "state IN ('new', 'done')"],
    ["state <> ALL ('{new,done}')", "state NOT IN ('new', 'done')"],
    ['mood = ANY (\'{sad,NULL, "ok" }\'::sales.mood[])', "mood IN ('sad', NULL, 'ok')"],
    ["guess = ANY (ARRAY['sad', note])", "guess IN ('sad', note)"],
    ["code = ANY (ARRAY['EUR'])", "code IN ('EUR')"],
    ["state = ANY (ARRAY['new'::text])", "state IN ('new'::text)"],
    ["'new' IN (state, note)", "state = 'new' OR note = 'new'"],
    ["('new' NOT IN (state, note, 'x')) IS TRUE", "(state <> 'new' AND note <> 'new' AND 'x' <> 'new') IS TRUE"],
    ["'new' IN (state) AND note = 'x'", "state = 'new' AND note = 'x'"],
    ["CASE state WHEN 'new' THEN 1 END", "CASE state WHEN 'new' THEN 1 END"],
    ["CASE state || '' WHEN 'new' THEN 1 END", "CASE (state || '') WHEN 'new' THEN 1 END"],
    ["CASE mood::text WHEN 'new' THEN 1 END", "CASE (mood::text) WHEN 'new' THEN 1 END"],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));

  test.each([
    'state = ANY (tags)',
    "state = ANY (ARRAY['{new}'])",
    "code = ANY (ARRAY['EU '])",
    "loose = ANY (ARRAY['new'])",
    "state > ANY (ARRAY['new'])",
    "state <> ANY (ARRAY['new'])",
    "state = ANY ('{{new},{done}}')",
    "state = ANY ('{new,')",
    "note = ANY (ARRAY['new'])",
    "'new' IN (note, 'x')",
    'mood = ANY (ARRAY[guess])',
  ])('%s stays', (sql) => expect(canonical(sql)).toBe(sql));
});

describe('an array of an enum', () => {
  test.each([
    ["moods = '{sad, ok}'", "moods = ARRAY['sad', 'ok']::sales.mood[]"],
    ["'{}' <> moods", 'moods <> ARRAY[]::sales.mood[]'],
    ["moods @> '{sad}'", "moods @> ARRAY['sad']::sales.mood[]"],
    ["'{sad}' <@ moods", "ARRAY['sad']::sales.mood[] <@ moods"],
    ["moods IS DISTINCT FROM '{sad}'", "moods IS DISTINCT FROM ARRAY['sad']::sales.mood[]"],
    ["'sad' = ANY (moods)", "'sad'::sales.mood = ANY (moods)"],
    ["'sad'::sales.mood <> ALL (moods)", "'sad'::sales.mood <> ALL (moods)"],
    ["'{sad}'::sales.mood[]", "ARRAY['sad']::sales.mood[]"],
    ["'{sad}'::feeling[]", "ARRAY['sad']::feeling[]"],
    ["ARRAY['sad', guess, NULL]::sales.mood[]", "ARRAY['sad'::sales.mood, guess, NULL]::sales.mood[]"],
    ["'{sad,NULL}'::sales.mood[]", "ARRAY['sad'::sales.mood, NULL]::sales.mood[]"],
    ["CASE moods WHEN '{sad}' THEN 1 END", "CASE (moods) WHEN '{sad}' THEN 1 END"],
    ["CASE moods[1] WHEN 'sad' THEN 1 END", "CASE (moods[1]) WHEN 'sad' THEN 1 END"],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));

  test.each(["'{a}'::text[]", "tags = '{a}'", "'a' = ANY (tags)", "moods = '{{sad}}'", "ARRAY['sad']::sales.mood[]"])(
    '%s stays',
    (sql) => expect(canonical(sql)).toBe(sql),
  );
});

test('what CASE compares is a value', () => {
  expect(canonical('CASE id > 1 WHEN TRUE THEN 1 END')).toBe('CASE (id > 1) WHEN TRUE THEN 1 END');
  expect(canonical("CASE 'a' WHEN note THEN 1 END")).toBe("CASE ('a') WHEN note THEN 1 END");
  expect(canonical('CASE rating + 1 WHEN 2 THEN 1 END')).toBe('CASE rating + 1 WHEN 2 THEN 1 END');
});
