import { beforeAll, describe, expect, test } from 'vitest';
import { type Effect, statementFacts } from './facts.ts';
import { loadParser } from './parse-sql.ts';

beforeAll(async () => await loadParser());

function factsOf(sql: string) {
  const facts = statementFacts(sql);
  if (facts.kind === 'none') expect.fail(facts.error.message);
  return facts;
}

describe('what a statement does', () => {
  test.each<[string, Effect]>([
    ['SELECT * FROM orders', 'reads'],
    ['TABLE orders', 'reads'],
    ['VALUES (1)', 'reads'],
    ['EXPLAIN DELETE FROM orders', 'reads'],
    ["EXPLAIN SELECT nextval('s')", 'reads'],
    ['COPY orders TO STDOUT', 'reads'],
    ["SELECT currval('s'), now(), my_function()", 'reads'],
    ['EXPLAIN ANALYZE DELETE FROM orders', 'writes'],
    ['INSERT INTO orders DEFAULT VALUES', 'writes'],
    ['UPDATE orders SET total = 0', 'writes'],
    ['DELETE FROM orders', 'writes'],
    ['MERGE INTO orders USING customers ON TRUE WHEN MATCHED THEN DELETE', 'writes'],
    ['TRUNCATE orders', 'writes'],
    ['COPY orders FROM STDIN', 'writes'],
    ['WITH gone AS (DELETE FROM orders RETURNING id) SELECT * FROM gone', 'writes'],
    ['SELECT * FROM orders FOR UPDATE', 'writes'],
    ['SELECT * FROM (SELECT * FROM orders FOR SHARE) t', 'writes'],
    ["SELECT nextval('s')", 'writes'],
    ["SELECT coalesce((SELECT pg_catalog.setval('s', 1)), 0)", 'writes'],
    ["SELECT set_config('a', 'b', false)", 'writes'],
    ['REFRESH MATERIALIZED VIEW v', 'writes'],
    ['SELECT * INTO copied FROM orders', 'defines'],
    ['SELECT 1 AS a INTO copied UNION SELECT 2', 'defines'],
    ['CREATE TABLE t (id integer)', 'defines'],
    ['CREATE TABLE t AS SELECT 1', 'defines'],
    ['CREATE VIEW v AS SELECT 1', 'defines'],
    ['ALTER TABLE t ADD COLUMN a text', 'defines'],
    ['ALTER TABLE t RENAME TO u', 'defines'],
    ['DROP TABLE t', 'defines'],
    ['CREATE INDEX ON t (a)', 'defines'],
    ["COMMENT ON TABLE t IS 'x'", 'defines'],
    ['GRANT SELECT ON t TO PUBLIC', 'defines'],
    ['SET search_path = public', 'other'],
    ['BEGIN', 'other'],
    ['CALL f()', 'other'],
    ["DO 'BEGIN END'", 'other'],
    ['LOCK TABLE t', 'other'],
  ])('%s', (sql, effect) => expect(factsOf(sql).effect).toBe(effect));
});

describe('what a statement names', () => {
  test('tables once each, with the namespace as written', () => {
    const sql = `SELECT * FROM orders o JOIN archive.orders a ON EXISTS (SELECT 1 FROM "Notes" WHERE o.id = 1), orders`;
    expect(factsOf(sql).tables).toEqual([
      { namespace: null, name: 'orders' },
      { namespace: 'archive', name: 'orders' },
      { namespace: null, name: 'Notes' },
    ]);
  });

  test.each([
    ['WITH t AS (SELECT * FROM a) SELECT * FROM t', ['a']],
    ['WITH a AS (SELECT * FROM a) SELECT * FROM a', ['a']],
    ['WITH RECURSIVE a AS (SELECT * FROM a) SELECT * FROM a', []],
    ['WITH t AS (SELECT 1), u AS (SELECT * FROM t, v) SELECT * FROM u, public.t', ['v', 't']],
    ['SELECT (WITH t AS (SELECT 1) SELECT 1 FROM t) FROM t', ['t']],
    ['WITH t AS (SELECT 1) INSERT INTO a SELECT * FROM t', ['a']],
    ['UPDATE a SET x = 1 FROM b', ['a', 'b']],
    ['DELETE FROM a USING b', ['a', 'b']],
  ])('no CTEs: %s', (sql, tables) => expect(factsOf(sql).tables.map(({ name }) => name)).toEqual(tables));

  test('functions that are called', () => {
    const sql = `SELECT lower(a), sales.vat(b), lower(c), trim(a), extract(year FROM d), count(*) OVER () FROM unnest(e) f`;
    expect(factsOf(sql).functions).toEqual([
      { namespace: null, name: 'lower' },
      { namespace: 'sales', name: 'vat' },
      { namespace: null, name: 'count' },
      { namespace: null, name: 'unnest' },
    ]);
  });
});

test.each([
  ['SELECT 1; SELECT 2', 'sql/several-statements'],
  ['SELECT 1 +', 'sql/syntax'],
  ['', 'sql/syntax'],
  [`SELECT ${Array(8_000).fill('1').join(' + ')}`, 'sql/unsupported'],
])('no single statement: %.30s', (sql, code) => {
  expect(statementFacts(sql)).toMatchObject({ kind: 'none', error: { code } });
});
