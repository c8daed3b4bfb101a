import { beforeAll, describe, expect, test } from 'vitest';
import { SHOP } from '../../grammar/testing/example-schemas.ts';
import { AppError } from '../../platform/errors.ts';
import type { SchemaFunction } from '../../schema/model.ts';
import { canonicalSql } from '../canonical.ts';
import { loadParser } from '../parse-sql.ts';

beforeAll(async () => await loadParser());

function errorOf(sql: string): AppError {
  try {
    expect.fail(canonicalSql(sql, SHOP).sql);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
}

describe('names that nothing has', () => {
  test.each([
    ['SELECT * FROM ordrs', 'ordrs', 15, 'Did you mean orders?'],
    ['SELECT * FROM archive.ordrs', 'archive.ordrs', 15, 'Did you mean archive.orders?'],
    ['SELECT * FROM archive.customers', 'archive.customers', 15, 'Did you mean customers?'],
    ['SELECT * FROM ORDERNOTES', 'ordernotes', 15, 'Did you mean "orderNotes"?'],
    ['SELECT * FROM invoices', 'invoices', 15, undefined],
    ["SELECT 'ééé', x.id FROM orders o", 'x', 15, undefined],
    ["SELECT 'ééé', od.id FROM orders o", 'od', 15, 'Did you mean o?'],
    ['SELECT orders.id FROM orders o', 'orders', 8, 'Did you mean o?'],
    ['SELECT orders.id FROM orders a, orders b', 'orders', 8, 'Did you mean a or b?'],
    ['INSERT INTO ordrs DEFAULT VALUES', 'ordrs', 13, 'Did you mean orders?'],
    ['WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT 1', 'b', 26, undefined],
    ['SELECT 1 FROM orders o, (SELECT o.id) t', 'o', 33, undefined],
    ['SELECT * FROM orders WHERE archive.orders.id = 1', 'archive.orders', 28, 'Did you mean orders?'],
  ])('table: %s', (sql, name, position, hint) => {
    const error = errorOf(sql);
    expect(error).toMatchObject({ code: 'sql/unknown-table', details: { name, position } });
    expect(error.hint).toBe(hint);
  });

  test.each([
    ['SELECT totl FROM orders', 'totl', 8, 'Did you mean total?'],
    ["SELECT '😀', totl FROM orders", 'totl', 14, 'Did you mean total?'],
    ['SELECT o.totl FROM orders o', 'o.totl', 8, 'Did you mean total?'],
    ['SELECT notetext FROM "orderNotes"', 'notetext', 8, 'Did you mean "Note Text"?'],
    ['SELECT colour FROM orders', 'colour', 8, undefined],
    ['SELECT satus FROM orders', 'satus', 8, 'Did you mean status?'],
    ['SELECT sttaus FROM orders', 'sttaus', 8, 'Did you mean status?'],
    ['SELECT etat FROM "orderNotes"', 'etat', 8, 'Did you mean "état"?'],
    ['SELECT id FROM customers WHERE name = "Ann"', 'Ann', 39, "Did you mean the text 'Ann'?"],
    ['SELECT id FROM customers WHERE "nmae" = 1', 'nmae', 32, 'Did you mean name?'],
    ['SELECT id FROM orders JOIN order_items USING (total, ordr_id)', 'total', 47, undefined],
    ['SELECT billing_addres_id FROM orders', 'billing_addres_id', 8, 'Did you mean billing_address_id?'],
    ['SELECT ship_address_id FROM orders', 'ship_address_id', 8, 'Did you mean shipping_address_id?'],
    ['SELECT t.b FROM (SELECT 1 AS a) t', 't.b', 8, undefined],
    ['SELECT t.ba FROM (SELECT 1 AS ab) t', 't.ba', 8, 'Did you mean ab?'],
    ['SELECT c.city FROM orders o JOIN customers c ON c.nam = 1', 'c.nam', 49, 'Did you mean name?'],
    ['SELECT id FROM orders ORDER BY totl', 'totl', 32, 'Did you mean total?'],
    ['SELECT id FROM orders UNION SELECT 1 ORDER BY total', 'total', 47, undefined],
    ['SELECT id FROM orders ORDER BY 2', '2', 32, undefined],
    ['SELECT * FROM orders JOIN returns USING (orderid)', 'orderid', 42, undefined],
    ['UPDATE orders SET totl = 1', 'orders.totl', 19, 'Did you mean total?'],
    ['INSERT INTO orders (totl) VALUES (1)', 'orders.totl', 21, 'Did you mean total?'],
    ['SELECT total AS sum FROM orders WHERE sum > 1', 'sum', 39, undefined],
    ['SELECT total AS sum FROM orders ORDER BY sum + 1', 'sum', 42, undefined],
    ['SELECT EXCLUDED.id FROM orders', 'excluded', 8, undefined],
  ])('column: %s', (sql, name, position, hint) => {
    const error = errorOf(sql);
    expect(error.details).toEqual({ name, position });
    expect(error.code).toMatch(/^sql\/unknown-(?:column|table)$/);
    expect(error.hint).toBe(hint);
  });
});

describe('several faults', () => {
  test.each([
    ['SELECT nope, nada FROM orders', 'nope'],
    ['SELECT customers.nope FROM customers, nowhere', 'customers.nope'],
    ['SELECT c.nope FROM customers c JOIN nowhere n ON n.id = c.id', 'c.nope'],
    ['SELECT x.id FROM customers, nowhere', 'x'],
    ['SELECT nope FROM (SELECT nada FROM orders) t', 'nope'],
    ['SELECT id FROM orders GROUP BY nope ORDER BY 7', 'nope'],
    ['SELECT nope FROM (SELECT id FROM orders UNION SELECT 1 ORDER BY nada) t', 'nope'],
    ['SELECT nope FROM orders JOIN returns USING (nada)', 'nope'],
    ['SELECT nope FROM nowhere, nothing', 'nowhere'],
    ['SELECT nope.* FROM orders WHERE nada', 'nope'],
    ['SELECT 1 FROM orders WHERE nope = (SELECT * )', 'nope'],
    ['WITH t AS (SELECT nope FROM orders) SELECT t.nada FROM t', 'nope'],
    ['UPDATE orders SET nope = nada', 'orders.nope'],
    ['INSERT INTO orders (nope) SELECT nada FROM customers', 'orders.nope'],
    ['SELECT id, nope FROM orders WHERE ctid = 1', 'nope'],
  ])('the leftmost is reported: %s', (sql, name) => expect(errorOf(sql).details?.name).toBe(name));

  test('what cannot be written is one of them', () => {
    expect(errorOf('SELECT ctid, nope FROM orders')).toMatchObject({
      code: 'sql/unsupported',
      details: { position: 8 },
    });
  });

  test.each([
    'SELECT nope FROM nowhere',
    'SELECT nope FROM customers, nowhere',
    'SELECT n.nope FROM nowhere n',
    'SELECT n.nope, b FROM nowhere n(a)',
    'SELECT n.* FROM nowhere n',
    'SELECT nowhere.id FROM nowhere',
    'SELECT nowher.id FROM nowhere',
    'SELECT archive.nowhere.id FROM archive.nowhere',
    'SELECT t.nope FROM (SELECT * FROM nowhere) t',
    'SELECT t.nope FROM (SELECT n.* FROM nowhere n) AS t(a)',
    'WITH t(a, b) AS (SELECT * FROM nowhere) SELECT a, b, t.c FROM t',
    'WITH t AS (SELECT * FROM nowhere) SELECT a FROM t UNION SELECT b FROM t ORDER BY nope',
    'SELECT * FROM nowhere UNION SELECT 1 ORDER BY 7',
    'SELECT * FROM nowhere ORDER BY nope',
    'SELECT nope FROM orders JOIN nowhere USING (id, nope)',
    'SELECT nope FROM orders NATURAL JOIN nowhere',
    'SELECT 1 FROM orders WHERE EXISTS (SELECT nope FROM nowhere)',
    'SELECT (SELECT nope) FROM nowhere',
    'INSERT INTO nowhere (nope) VALUES (1) ON CONFLICT (nope) DO UPDATE SET nope = EXCLUDED.nope RETURNING NEW.nope',
    'UPDATE nowhere SET nope = nada',
    'DELETE FROM nowhere WHERE nope = 1 RETURNING nada',
  ])('a column that may be one of an unknown table is none of them: %s', (sql) => {
    expect(errorOf(sql).details?.name).toMatch(/nowhere$/);
  });
});

describe('tables of the catalogue', () => {
  test.each([
    ['SELECT * FROM information_schema.tables', 15],
    ['SELECT relname FROM pg_catalog.pg_class', 21],
    ['SELECT relname FROM pg_class c JOIN orders ON TRUE', 21],
  ])('%s', (sql, position) => {
    expect(errorOf(sql)).toMatchObject({ code: 'sql/unsupported', details: { construct: 'catalogue', position } });
  });

  test('are none when a table is called almost so', () => {
    const schema = { ...SHOP, tables: SHOP.tables.map((table) => ({ ...table, name: `pg_${table.name}` })) };
    expect(() => canonicalSql('SELECT * FROM pg_order', schema)).toThrow('There is no table "pg_order".');
  });
});

describe('names that several things have', () => {
  test.each([
    ['SELECT id FROM orders, customers', 'sql/unknown-column', 'id', 8],
    ['SELECT id FROM orders o JOIN customers c ON o.id = c.id', 'sql/unknown-column', 'id', 8],
    ['SELECT t.id FROM (SELECT id, id FROM orders) t', 'sql/unknown-column', 't.id', 8],
    ['SELECT name AS x, city AS x FROM customers ORDER BY x', 'sql/unknown-column', 'x', 53],
    [
      'INSERT INTO orders (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET total = total + 1',
      'sql/unknown-column',
      'total',
      75,
    ],
    ['SELECT orders.total FROM orders, archive.orders', 'sql/unknown-table', 'orders', 8],
  ])('%s', (sql, code, name, position) => {
    expect(errorOf(sql)).toMatchObject({ code, details: { name, position } });
  });

  test.each([
    'SELECT name AS x, name AS x FROM customers ORDER BY x',
    'SELECT customer_id FROM orders JOIN addresses USING (customer_id)',
    'SELECT id FROM orders WHERE EXISTS (SELECT id FROM customers)',
  ])('but not %s', (sql) => expect(() => canonicalSql(sql, SHOP)).not.toThrow());
});

describe('functions of the user in FROM', () => {
  const base = {
    kind: 'set',
    namespace: 'public',
    argumentTypes: [],
    requiredArguments: 0,
    isVariadic: false,
    comment: null,
  } as const;
  const functions: readonly SchemaFunction[] = [
    { ...base, name: 'spans', resultType: 'record', outputColumns: ['first', 'last_day'] },
    { ...base, name: 'open_orders', resultType: 'SETOF orders', outputColumns: [] },
    { ...base, name: 'old_orders', resultType: 'archive.orders', outputColumns: [] },
    { ...base, name: 'totals', resultType: 'numeric', outputColumns: [] },
  ];

  test.each([
    ['SELECT last_day FROM spans() s', 'SELECT q1.last_day FROM spans() AS q1'],
    ['SELECT s.a, s.last_day FROM spans() s(a)', 'SELECT q1.a, q1.last_day FROM spans() AS q1(a, last_day)'],
    ['SELECT total FROM open_orders()', 'SELECT q1.total FROM open_orders() AS q1'],
    ['SELECT closed_on FROM old_orders()', 'SELECT q1.closed_on FROM old_orders() AS q1'],
    ['SELECT total FROM totals() total', 'SELECT q1.total FROM totals() AS q1(total)'],
    ['SELECT total FROM json_populate_recordset(NULL::orders, NULL) AS t JOIN orders o USING (total)', null],
  ])('%s', (sql, expected) => {
    const schema = { ...SHOP, functions };
    if (expected === null) expect(() => canonicalSql(sql, schema)).toThrow('A cast to a row type');
    else expect(canonicalSql(sql, schema).sql).toBe(expected);
  });
});
