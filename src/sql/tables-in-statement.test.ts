import { beforeAll, expect, test } from 'vitest';
import { loadParser } from './parse-sql.ts';
import { tablesInStatement } from './tables-in-statement.ts';

beforeAll(async () => await loadParser());

test('tables once each, with the namespace as written', () => {
  const sql = `SELECT * FROM orders o JOIN archive.orders a ON EXISTS (SELECT 1 FROM "Notes" WHERE o.id = 1), orders`;
  expect(tablesInStatement(sql)).toEqual([
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
])('no CTEs: %s', (sql, tables) => expect(tablesInStatement(sql).map(({ name }) => name)).toEqual(tables));

test.each([
  ['SELECT 1; SELECT 2', 'sql/several-statements'],
  ['SELECT 1 +', 'sql/syntax'],
  ['', 'sql/syntax'],
  [`SELECT ${Array(8_000).fill('1').join(' + ')}`, 'sql/unsupported'],
])('no single statement: %.30s', (sql, code) => {
  expect(() => tablesInStatement(sql)).toThrow(expect.objectContaining({ code }));
});
