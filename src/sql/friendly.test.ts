import { beforeAll, describe, expect, test } from 'vitest';
import { SHOP, STAFF } from '../grammar/testing/example-schemas.ts';
import { canonicalSql } from './canonical.ts';
import { friendlySql } from './friendly.ts';
import { loadParser } from './parse-sql.ts';

beforeAll(async () => await loadParser());

/** Without the layout. */
async function friendly(sql: string, schema = SHOP): Promise<string> {
  const laidOut = await friendlySql(sql, schema);
  expect(canonicalSql(laidOut, schema)).toEqual(canonicalSql(sql, schema));
  return laidOut.replace(/\s+/g, ' ').replace(/\( /g, '(').replace(/ \)/g, ')');
}

test('one clause a line', async () => {
  const sql =
    'SELECT customers.name, COUNT(orders.id) AS order_count FROM customers LEFT JOIN orders ON orders.customer_id = customers.id GROUP BY customers.id, customers.name ORDER BY order_count DESC LIMIT 10';
  expect(await friendlySql(sql, SHOP)).toBe(`SELECT c.name, COUNT(o.id) AS order_count
FROM customers c
  LEFT JOIN orders o ON o.customer_id = c.id
GROUP BY c.id, c.name
ORDER BY order_count DESC
LIMIT 10`);
});

describe('columns stand alone', () => {
  test.each([
    [
      'SELECT customers.name FROM customers WHERE customers.city = $$x$$',
      "SELECT name FROM customers WHERE city = 'x'",
    ],
    [
      'SELECT o.id FROM orders o WHERE o.id IN (SELECT r.order_id FROM returns r)',
      'SELECT id FROM orders WHERE id IN (SELECT order_id FROM returns)',
    ],
    ['SELECT archive.orders.id FROM archive.orders', 'SELECT id FROM archive.orders'],
    [
      'UPDATE orders o SET total = o.total * 2 WHERE o.id = 1 RETURNING o.id, OLD.total',
      'UPDATE orders SET total = total * 2 WHERE id = 1 RETURNING id, OLD.total',
    ],
    [
      'WITH q1 AS (SELECT orders.id FROM orders) SELECT q1.id FROM q1',
      'WITH q1 AS (SELECT id FROM orders) SELECT id FROM q1',
    ],
    ['SELECT t.n FROM (SELECT 1 AS n) t', 'SELECT n FROM (SELECT 1 AS n) AS t'],
    ['SELECT day.day FROM generate_series(1, 2) AS day', 'SELECT day FROM GENERATE_SERIES(1, 2) AS day'],
  ])('%s', async (sql, expected) => expect(await friendly(sql)).toBe(expected));
});

describe('but not where they would mean something else', () => {
  test.each([
    [
      'SELECT upper(name) AS name FROM customers ORDER BY customers.name',
      'SELECT UPPER(name) AS name FROM customers ORDER BY customers.name',
    ],
    [
      'SELECT upper(name) AS name FROM customers ORDER BY name',
      'SELECT UPPER(name) AS name FROM customers ORDER BY name',
    ],
    [
      'SELECT name AS city, city AS name FROM customers GROUP BY customers.name, customers.city',
      'SELECT name AS city, city AS name FROM customers GROUP BY name, city',
    ],
    [
      'SELECT name FROM products WHERE price = (SELECT max(p.price) FROM products p WHERE p.category_id = products.category_id)',
      'SELECT p.name FROM products p WHERE p.price = (SELECT MAX(p2.price) FROM products p2 WHERE p2.category_id = p.category_id)',
    ],
    [
      'INSERT INTO products (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET stock = products.stock + 1',
      'INSERT INTO products (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET stock = products.stock + 1',
    ],
    [
      'DELETE FROM orders o USING customers c WHERE c.id = o.customer_id',
      'DELETE FROM orders USING customers c WHERE c.id = orders.customer_id',
    ],
  ])('%s', async (sql, expected) => expect(await friendly(sql)).toBe(expected));
});

describe('aliases', () => {
  test.each([
    ['SELECT i.quantity FROM order_items i, orders x', 'SELECT oi.quantity FROM order_items oi, orders o'],
    ['SELECT a.id FROM orders a, orders b', 'SELECT o.id FROM orders o, orders o2'],
    ['SELECT a.id FROM orders a, archive.orders b', 'SELECT o.id FROM orders o, archive.orders o2'],
    // "on" is a keyword.
    ['SELECT n.id FROM "orderNotes" n, orders', 'SELECT ord.id FROM "orderNotes" ord, orders o'],
    [
      'SELECT (SELECT count(*) FROM orders WHERE customer_id = c.id), (SELECT max(o.total) FROM orders o WHERE o.customer_id = c.id) FROM customers c',
      'SELECT (SELECT COUNT(*) FROM orders o WHERE o.customer_id = c.id), (SELECT MAX(o.total) FROM orders o WHERE o.customer_id = c.id) FROM customers c',
    ],
    [
      'WITH monthly_sales AS (SELECT 1 AS total), t AS (SELECT 2 AS total) SELECT a.total, t.total FROM monthly_sales a, t, t AS t9',
      'WITH monthly_sales AS (SELECT 1 AS total), t AS (SELECT 2 AS total) SELECT ms.total, t.total FROM monthly_sales ms, t, t t2',
    ],
    [
      'WITH orders AS (SELECT id FROM orders) SELECT id FROM orders',
      'WITH orders_2 AS (SELECT id FROM orders) SELECT id FROM orders_2',
    ],
    [
      'SELECT x.n FROM (SELECT 1 AS n) AS x, (SELECT 2 AS n) AS "Odd name"',
      'SELECT x.n FROM (SELECT 1 AS n) AS x, (SELECT 2 AS n) AS "Odd name"',
    ],
    [
      'SELECT c.c FROM generate_series(1, 2) AS c, customers',
      'SELECT c.c FROM GENERATE_SERIES(1, 2) AS c, customers c2',
    ],
    [
      'SELECT customers.b FROM generate_series(1, 2) AS customers(b), customers AS c',
      'SELECT customers_2.b FROM GENERATE_SERIES(1, 2) AS customers_2(b), customers c',
    ],
  ])('%s', async (sql, expected) => expect(await friendly(sql)).toBe(expected));

  test('that queries give to columns stay as they are', async () => {
    expect(await friendly('SELECT name "Full Name", count(*) AS foo FROM customers GROUP BY 1 ORDER BY foo')).toBe(
      'SELECT name AS "Full Name", COUNT(*) AS foo FROM customers GROUP BY name ORDER BY foo',
    );
  });

  test('of windows as well', async () => {
    expect(await friendly('SELECT rank() OVER monthly FROM orders WINDOW monthly AS (ORDER BY id)')).toBe(
      'SELECT RANK() OVER monthly FROM orders WINDOW monthly AS (ORDER BY id)',
    );
  });
});

test('keywords as names', async () => {
  expect(
    await friendly('SELECT u."select", e.email FROM "user" u JOIN employees e ON e.id = u.employee_id', STAFF),
  ).toBe('SELECT u."select", e.email FROM "user" u JOIN employees e ON e.id = u.employee_id');
});
