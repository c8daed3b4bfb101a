import { beforeAll, describe, expect, test } from 'vitest';
import { SHOP_QUERIES, STAFF_QUERIES } from '../grammar/testing/corpus.ts';
import { SHOP, STAFF } from '../grammar/testing/example-schemas.ts';
import { makeSchema } from '../grammar/testing/make-schema.ts';
import type { Schema } from '../schema/model.ts';
import { canonicalSql } from './canonical.ts';
import { loadParser } from './parse-sql.ts';

beforeAll(async () => await loadParser());

/** Makes sure that what is canonical stays as it is. */
function canonical(written: string, schema: Schema = SHOP): string {
  const { sql } = canonicalSql(written, schema);
  expect(canonicalSql(sql, schema).sql).toBe(sql);
  return sql;
}

describe('what a query lists', () => {
  test.each([
    ['SELECT name, c.city FROM customers c', 'SELECT customers.name, customers.city FROM customers'],
    ['SELECT * FROM customers AS c', 'SELECT * FROM customers'],
    ['SELECT c.*, o.total FROM customers c, orders o', 'SELECT customers.*, orders.total FROM customers, orders'],
    ['TABLE categories', 'SELECT * FROM categories'],
    ['SELECT FROM orders', 'SELECT 1 FROM orders'],
    ['SELECT DISTINCT city FROM customers', 'SELECT DISTINCT customers.city FROM customers'],
    [
      'SELECT DISTINCT ON (city) city AS place, id FROM customers ORDER BY place, id DESC',
      'SELECT DISTINCT ON (customers.city) customers.city AS place_1, customers.id FROM customers ORDER BY place_1, customers.id DESC',
    ],
    ['SELECT DISTINCT ON (1) city FROM customers', 'SELECT DISTINCT ON (customers.city) customers.city FROM customers'],
    [
      'SELECT "Note Text", état, "said ""so""" FROM "orderNotes"',
      'SELECT "orderNotes"."Note Text", "orderNotes"."état", "orderNotes"."said ""so""" FROM "orderNotes"',
    ],
    ['SELECT PUBLIC.Orders.ID FROM Orders', 'SELECT orders.id FROM orders'],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('aliases', () => {
  test.each([
    [
      'SELECT name AS "Full Name", city foo, country AS total_2 FROM customers',
      'SELECT customers.name AS full_name, customers.city AS foo_1, customers.country AS total_2 FROM customers',
    ],
    ['SELECT name AS name, city AS "City" FROM customers', 'SELECT customers.name, customers.city FROM customers'],
    ['SELECT id AS "Total", total FROM orders', 'SELECT orders.id AS total_2, orders.total FROM orders'],
    ['SELECT id AS foo, total AS "Foo" FROM orders', 'SELECT orders.id AS foo_1, orders.total AS foo_1_2 FROM orders'],
    ['SELECT count(*), sum(total) AS "Count" FROM orders', 'SELECT COUNT(*), SUM(orders.total) AS count_2 FROM orders'],
    [
      'SELECT (SELECT count(*) AS n FROM orders) FROM customers',
      'SELECT (SELECT COUNT(*) FROM orders) AS n FROM customers',
    ],
    ['SELECT x FROM (SELECT id AS "X" FROM orders) t(x)', 'SELECT q1.x FROM (SELECT orders.id FROM orders) AS q1(x)'],
    [
      'SELECT * FROM (SELECT 1, id, id, upper(status), total AS "Sum!" FROM orders) t',
      'SELECT * FROM (SELECT 1 AS column_1, orders.id, orders.id AS id_2, UPPER(orders.status) AS upper_1, orders.total AS sum FROM orders) AS q1',
    ],
    [
      'SELECT * FROM customers WHERE id IN (SELECT max(customer_id) AS m FROM orders)',
      'SELECT * FROM customers WHERE customers.id IN (SELECT MAX(orders.customer_id) FROM orders)',
    ],
    [
      'SELECT id AS "current_date" FROM orders ORDER BY "current_date"',
      'SELECT orders.id AS current_date_1 FROM orders ORDER BY current_date_1',
    ],
    ['SELECT id AS current_total FROM orders', 'SELECT orders.id AS current_total FROM orders'],
    [
      'SELECT session_id FROM (SELECT 1, 2, 3) t(session_id, "session_user", symbol_name)',
      'SELECT q1.n_session_id FROM (SELECT 1, 2, 3) AS q1(n_session_id, n_session_user, symbol_name)',
    ],
    [
      'SELECT * FROM (SELECT 1 AS current_no) x JOIN (SELECT 1 AS current_no) y USING (current_no)',
      'SELECT q1.current_no FROM (SELECT 1 AS current_no) AS q1 JOIN (SELECT 1 AS current_no) AS q2 ON q1.current_no = q2.current_no',
    ],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('order and group', () => {
  test.each([
    [
      'SELECT name FROM customers ORDER BY 1 ASC NULLS LAST, city DESC NULLS FIRST, country NULLS FIRST, id DESC NULLS LAST',
      'SELECT customers.name FROM customers ORDER BY customers.name, customers.city DESC, customers.country NULLS FIRST, customers.id DESC NULLS LAST',
    ],
    [
      'SELECT upper(name) AS upper_name FROM customers ORDER BY upper_name',
      'SELECT UPPER(customers.name) AS upper_name FROM customers ORDER BY upper_name',
    ],
    [
      'SELECT upper(name) AS name FROM customers ORDER BY name',
      'SELECT UPPER(customers.name) AS name FROM customers ORDER BY name',
    ],
    [
      'SELECT upper(name) AS name FROM customers ORDER BY customers.name',
      'SELECT UPPER(customers.name) AS name FROM customers ORDER BY customers.name',
    ],
    [
      'SELECT count(*) FROM customers GROUP BY city ORDER BY count',
      'SELECT COUNT(*) FROM customers GROUP BY customers.city ORDER BY COUNT(*)',
    ],
    [
      'SELECT upper(name) AS name, count(*) FROM customers GROUP BY name',
      'SELECT UPPER(customers.name) AS name, COUNT(*) FROM customers GROUP BY customers.name',
    ],
    [
      'SELECT upper(name) AS upper_name, count(*) FROM customers GROUP BY upper_name ORDER BY 1, 2',
      'SELECT UPPER(customers.name) AS upper_name, COUNT(*) FROM customers GROUP BY UPPER(customers.name) ORDER BY upper_name, COUNT(*)',
    ],
    [
      "SELECT 'x' AS label, 5, NULL, count(*) FROM customers GROUP BY 1, 2, 3",
      "SELECT 'x' AS label, 5, NULL, COUNT(*) FROM customers GROUP BY 'x'::text, 5::integer, NULL::text",
    ],
    [
      'SELECT city, country FROM customers GROUP BY (1, country), ROLLUP (city, (country, name)), CUBE (1), GROUPING SETS ((city), (), ROLLUP (name), (city, name))',
      'SELECT customers.city, customers.country FROM customers GROUP BY customers.city, customers.country, ROLLUP (customers.city, (customers.country, customers.name)), CUBE (customers.city), GROUPING SETS (customers.city, (), ROLLUP (customers.name), (customers.city, customers.name))',
    ],
    [
      'SELECT city FROM customers GROUP BY DISTINCT ROLLUP (city), ROW(id, name)',
      'SELECT customers.city FROM customers GROUP BY DISTINCT ROLLUP (customers.city), ROW(customers.id, customers.name)',
    ],
    [
      'SELECT city FROM customers GROUP BY city HAVING count(*) > 1 AND min(id) > 3',
      'SELECT customers.city FROM customers GROUP BY customers.city HAVING COUNT(*) > 1 AND MIN(customers.id) > 3',
    ],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('limits', () => {
  test.each([
    ['SELECT id FROM orders LIMIT 5 OFFSET 10', 'SELECT orders.id FROM orders LIMIT 5 OFFSET 10'],
    ['SELECT id FROM orders FETCH FIRST ROW ONLY', 'SELECT orders.id FROM orders LIMIT 1'],
    ['SELECT id FROM orders OFFSET 2 ROWS FETCH NEXT 3 ROWS ONLY', 'SELECT orders.id FROM orders LIMIT 3 OFFSET 2'],
    ['SELECT id FROM orders LIMIT ALL', 'SELECT orders.id FROM orders'],
    [
      'SELECT id FROM orders LIMIT 2 * 3 OFFSET (SELECT count(*) FROM customers)',
      'SELECT orders.id FROM orders LIMIT (2 * 3) OFFSET (SELECT COUNT(*) FROM customers)',
    ],
    [
      'SELECT id FROM orders ORDER BY total OFFSET 1 FETCH FIRST 3 ROWS WITH TIES',
      'SELECT orders.id FROM orders ORDER BY orders.total OFFSET 1 FETCH FIRST 3 ROWS WITH TIES',
    ],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('tables', () => {
  test.each([
    [
      'SELECT a.id, b.id, c.id, d.id FROM orders a, orders b, orders c, orders d',
      'SELECT orders.id, orders2.id, orders3.id, orders4.id FROM orders, orders AS orders2, orders AS orders3, orders AS orders4',
    ],
    [
      'SELECT orders.id, customers.total FROM customers orders, orders customers',
      'SELECT customers.id, orders.total FROM customers, orders',
    ],
    ['SELECT a.total FROM archive.orders a', 'SELECT archive.orders.total FROM archive.orders'],
    ['SELECT archive.orders.total FROM archive.orders', 'SELECT archive.orders.total FROM archive.orders'],
    [
      'SELECT o.id, a.id FROM orders o JOIN archive.orders a ON a.id = o.id',
      'SELECT orders.id, archive_orders2.id FROM orders JOIN archive.orders AS archive_orders2 ON archive_orders2.id = orders.id',
    ],
    [
      'SELECT o.id, a.id FROM archive.orders a JOIN orders o ON a.id = o.id',
      'SELECT orders2.id, archive.orders.id FROM archive.orders JOIN orders AS orders2 ON archive.orders.id = orders2.id',
    ],
    ['SELECT o.number FROM orders AS o(number, buyer)', 'SELECT orders.id FROM orders'],
    [
      'SELECT id FROM orders TABLESAMPLE bernoulli (10) REPEATABLE (1)',
      'SELECT orders.id FROM orders TABLESAMPLE BERNOULLI (10) REPEATABLE (1)',
    ],
    ['SELECT * FROM orders *', 'SELECT * FROM orders'],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('joins', () => {
  test.each([
    [
      'SELECT o.id FROM orders o INNER JOIN customers c ON (c.id = o.customer_id) LEFT OUTER JOIN addresses a ON a.id = o.billing_address_id',
      'SELECT orders.id FROM orders JOIN customers ON customers.id = orders.customer_id LEFT JOIN addresses ON addresses.id = orders.billing_address_id',
    ],
    [
      'SELECT c.id FROM customers c RIGHT OUTER JOIN orders ON true FULL OUTER JOIN products ON true CROSS JOIN categories',
      'SELECT customers.id FROM customers RIGHT JOIN orders ON TRUE FULL JOIN products ON TRUE CROSS JOIN categories',
    ],
    [
      'SELECT c.id FROM customers c LEFT JOIN (orders o JOIN order_items i ON i.order_id = o.id) ON o.customer_id = c.id',
      'SELECT customers.id FROM customers LEFT JOIN (orders JOIN order_items ON order_items.order_id = orders.id) ON orders.customer_id = customers.id',
    ],
    [
      'SELECT c.id FROM (customers c JOIN orders o ON o.customer_id = c.id) JOIN addresses a ON a.customer_id = c.id',
      'SELECT customers.id FROM customers JOIN orders ON orders.customer_id = customers.id JOIN addresses ON addresses.customer_id = customers.id',
    ],
    [
      'SELECT order_id, reason FROM order_items JOIN returns USING (order_id, product_id)',
      'SELECT order_items.order_id, returns.reason FROM order_items JOIN returns USING (order_id, product_id)',
    ],
    [
      'SELECT order_id FROM order_items RIGHT JOIN returns USING (order_id)',
      'SELECT returns.order_id FROM order_items RIGHT JOIN returns USING (order_id)',
    ],
    [
      'SELECT order_id, count(*) FROM order_items FULL JOIN returns USING (order_id) GROUP BY order_id ORDER BY order_id',
      'SELECT COALESCE(order_items.order_id, returns.order_id) AS order_id, COUNT(*) FROM order_items FULL JOIN returns USING (order_id) GROUP BY COALESCE(order_items.order_id, returns.order_id) ORDER BY order_id',
    ],
    [
      'SELECT * FROM order_items NATURAL JOIN returns',
      'SELECT * FROM order_items JOIN returns USING (order_id, product_id)',
    ],
    ['SELECT * FROM customers NATURAL JOIN order_items', 'SELECT * FROM customers CROSS JOIN order_items'],
    ['SELECT * FROM customers NATURAL LEFT JOIN order_items', 'SELECT * FROM customers LEFT JOIN order_items ON TRUE'],
    [
      'SELECT * FROM (SELECT 1 AS "orderId") x JOIN "orderNotes" USING ("orderId")',
      'SELECT q1.orderid_1, "orderNotes".id, "orderNotes"."Note Text", "orderNotes"."said ""so""", "orderNotes"."état" FROM (SELECT 1 AS orderid_1) AS q1 JOIN "orderNotes" ON q1.orderid_1 = "orderNotes"."orderId"',
    ],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('subqueries', () => {
  test.each([
    [
      'SELECT name FROM customers WHERE id IN (SELECT customer_id FROM orders WHERE total > 5)',
      'SELECT customers.name FROM customers WHERE customers.id IN (SELECT orders.customer_id FROM orders WHERE orders.total > 5)',
    ],
    [
      'SELECT name FROM products WHERE price = (SELECT max(p.price) FROM products p)',
      'SELECT products.name FROM products WHERE products.price = (SELECT MAX(products.price) FROM products)',
    ],
    [
      'SELECT name FROM products p WHERE price = (SELECT max(price) FROM products WHERE category_id = p.category_id)',
      'SELECT products.name FROM products WHERE products.price = (SELECT MAX(products2.price) FROM products AS products2 WHERE products2.category_id = products.category_id)',
    ],
    [
      'SELECT name FROM customers c WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND EXISTS (SELECT 1 FROM customers k WHERE k.id = o.id AND k.city = c.city))',
      'SELECT customers.name FROM customers WHERE EXISTS (SELECT 1 FROM orders WHERE orders.customer_id = customers.id AND EXISTS (SELECT 1 FROM customers AS customers2 WHERE customers2.id = orders.id AND customers2.city = customers.city))',
    ],
    [
      'SELECT name FROM customers c WHERE EXISTS (SELECT 1 FROM customers k WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id))',
      'SELECT customers.name FROM customers WHERE EXISTS (SELECT 1 FROM customers AS customers2 WHERE EXISTS (SELECT 1 FROM orders WHERE orders.customer_id = customers.id))',
    ],
    ['SELECT (SELECT city) FROM customers', 'SELECT (SELECT customers.city) FROM customers'],
    [
      'SELECT name FROM customers WHERE (city, country) = ANY (SELECT city, country FROM customers)',
      'SELECT customers.name FROM customers WHERE (customers.city, customers.country) = ANY (SELECT customers.city, customers.country FROM customers)',
    ],
    [
      'SELECT (SELECT max(total) FROM (SELECT total FROM orders) t) AS top, count(*) FROM customers GROUP BY (SELECT max(total) FROM (SELECT total FROM orders) t)',
      'SELECT (SELECT MAX(q1.total) FROM (SELECT orders.total FROM orders) AS q1) AS top_1, COUNT(*) FROM customers GROUP BY (SELECT MAX(q1.total) FROM (SELECT orders.total FROM orders) AS q1)',
    ],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('derived tables and functions', () => {
  test.each([
    [
      'SELECT t.n FROM (SELECT count(*) AS n FROM orders) AS t',
      'SELECT q1.n FROM (SELECT COUNT(*) AS n FROM orders) AS q1',
    ],
    [
      'SELECT a.x, b.x FROM (SELECT 1 AS x) a, (SELECT 2 AS x) b',
      'SELECT q1.x, q2.x FROM (SELECT 1 AS x) AS q1, (SELECT 2 AS x) AS q2',
    ],
    [
      'SELECT x.n FROM (SELECT y.n FROM (SELECT 1 AS n) y) x',
      'SELECT q1.n FROM (SELECT q2.n FROM (SELECT 1 AS n) AS q2) AS q1',
    ],
    [
      "SELECT label FROM (VALUES (1, 'a'), (2, 'b')) AS v(id, label)",
      "SELECT q1.label FROM (VALUES (1, 'a'), (2, 'b')) AS q1(id, label)",
    ],
    ["SELECT column2 FROM (VALUES (1, 'a')) v", "SELECT q1.column2 FROM (VALUES (1, 'a')) AS q1(column1, column2)"],
    [
      'SELECT c.name, x.n FROM customers c, LATERAL (SELECT count(*) AS n FROM orders o WHERE o.customer_id = c.id) x',
      'SELECT customers.name, q1.n FROM customers, LATERAL (SELECT COUNT(*) AS n FROM orders WHERE orders.customer_id = customers.id) AS q1',
    ],
    [
      'SELECT c.name, x.n FROM customers c CROSS JOIN LATERAL (SELECT count(*) AS n FROM orders o) x',
      'SELECT customers.name, q1.n FROM customers CROSS JOIN (SELECT COUNT(*) AS n FROM orders) AS q1',
    ],
    ['SELECT day FROM generate_series(1, 3) AS day', 'SELECT q1.day FROM GENERATE_SERIES(1, 3) AS q1(day)'],
    [
      'SELECT generate_series FROM generate_series(1, 3)',
      'SELECT q1.generate_series FROM GENERATE_SERIES(1, 3) AS q1(generate_series)',
    ],
    [
      "SELECT g.n, g.ordinality FROM unnest(ARRAY['a']) WITH ORDINALITY AS g(n)",
      "SELECT q1.n, q1.ordinality_1 FROM UNNEST(ARRAY['a']) WITH ORDINALITY AS q1(n, ordinality_1)",
    ],
    [
      'SELECT key, value FROM orders, json_each(details)',
      'SELECT q1.key, q1.value FROM orders, JSON_EACH(orders.details) AS q1',
    ],
    [
      'SELECT e.k FROM orders o CROSS JOIN LATERAL json_each_text(o.details) AS e(k, v)',
      'SELECT q1.k_1 FROM orders CROSS JOIN JSON_EACH_TEXT(orders.details) AS q1(k_1, v_1)',
    ],
    [
      "SELECT elem->>'a' FROM orders, jsonb_array_elements(details) AS elem",
      "SELECT q1.value ->> 'a' FROM orders, JSONB_ARRAY_ELEMENTS(orders.details) AS q1",
    ],
    [
      `SELECT r.a FROM json_to_record('{"a": 1}') AS r(a int, "camelCase" text)`,
      `SELECT q1.a FROM JSON_TO_RECORD('{"a": 1}') AS q1(a integer, "camelCase" text)`,
    ],
    ['SELECT d FROM CURRENT_DATE AS d', 'SELECT q1.d_1 FROM CURRENT_DATE AS q1(d_1)'],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('CTEs', () => {
  test.each([
    [
      'WITH big AS (SELECT * FROM orders WHERE total > 5), few(n) AS (SELECT count(*) FROM big) SELECT n FROM few',
      'WITH q1 AS (SELECT * FROM orders WHERE orders.total > 5), q2(n) AS (SELECT COUNT(*) FROM q1) SELECT q2.n FROM q2',
    ],
    [
      'WITH orders AS (SELECT id FROM orders) SELECT id FROM orders',
      'WITH q1 AS (SELECT orders.id FROM orders) SELECT q1.id FROM q1',
    ],
    [
      'WITH a AS (SELECT 1 AS x), b AS (WITH a AS (SELECT x + 1 AS x FROM a) SELECT x FROM a) SELECT a.x, b.x FROM a, b',
      'WITH q1 AS (SELECT 1 AS x), q2 AS (WITH q3 AS (SELECT q1.x + 1 AS x FROM q1) SELECT q3.x FROM q3) SELECT q1.x, q2.x FROM q1, q2',
    ],
    [
      'WITH t AS (SELECT id FROM orders) SELECT a.id FROM t a JOIN t b ON a.id = b.id WHERE EXISTS (SELECT 1 FROM t WHERE t.id = a.id) AND a.id IN (SELECT id FROM t)',
      'WITH q1 AS (SELECT orders.id FROM orders) SELECT q1.id FROM q1 JOIN q1 AS q2 ON q1.id = q2.id WHERE EXISTS (SELECT 1 FROM q1 AS q3 WHERE q3.id = q1.id) AND q1.id IN (SELECT q1.id FROM q1)',
    ],
    [
      'WITH t AS MATERIALIZED (SELECT 1), u AS NOT MATERIALIZED (SELECT 2) SELECT * FROM t, u',
      'WITH q1 AS MATERIALIZED (SELECT 1 AS column_1), q2 AS NOT MATERIALIZED (SELECT 2 AS column_1) SELECT * FROM q1, q2',
    ],
    ['WITH RECURSIVE t AS (SELECT 1 AS n) SELECT * FROM t', 'WITH q1 AS (SELECT 1 AS n) SELECT * FROM q1'],
    [
      'WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT sum(n) FROM t',
      'WITH RECURSIVE q1(n) AS (VALUES (1) UNION ALL SELECT q1.n + 1 FROM q1 WHERE q1.n < 5) SELECT SUM(q1.n) FROM q1',
    ],
    [
      'WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT 1 AS x) SELECT * FROM a',
      'WITH RECURSIVE q1 AS (SELECT * FROM q2), q2 AS (SELECT 1 AS x) SELECT * FROM q1',
    ],
    [
      'WITH RECURSIVE c AS (SELECT id, parent_id FROM categories UNION ALL SELECT k.id, k.parent_id FROM categories k JOIN c ON k.parent_id = c.id) SEARCH DEPTH FIRST BY id, parent_id SET place CYCLE id SET is_cycle USING path SELECT id, is_cycle FROM c ORDER BY place',
      'WITH RECURSIVE q1 AS (SELECT categories.id, categories.parent_id FROM categories UNION ALL SELECT categories.id, categories.parent_id FROM categories JOIN q1 ON categories.parent_id = q1.id) SEARCH DEPTH FIRST BY id, parent_id SET place_1 CYCLE id SET is_cycle USING path SELECT q1.id, q1.is_cycle FROM q1 ORDER BY q1.place_1',
    ],
    [
      'SELECT c.name FROM customers c WHERE 3 < (WITH o AS (SELECT id FROM orders WHERE customer_id = c.id) SELECT count(*) FROM o)',
      'SELECT customers.name FROM customers WHERE 3 < (WITH q1 AS (SELECT orders.id FROM orders WHERE orders.customer_id = customers.id) SELECT COUNT(*) FROM q1)',
    ],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('set operations', () => {
  test.each([
    [
      'SELECT id FROM orders UNION DISTINCT SELECT id FROM customers',
      'SELECT orders.id FROM orders UNION SELECT customers.id FROM customers',
    ],
    [
      'SELECT 1 UNION SELECT 2 INTERSECT SELECT 3 EXCEPT ALL SELECT 4',
      'SELECT 1 UNION SELECT 2 INTERSECT SELECT 3 EXCEPT ALL SELECT 4',
    ],
    [
      '(SELECT 1 UNION SELECT 2) INTERSECT (SELECT 3 EXCEPT SELECT 4)',
      '(SELECT 1 UNION SELECT 2) INTERSECT (SELECT 3 EXCEPT SELECT 4)',
    ],
    ['SELECT 1 EXCEPT (SELECT 2 EXCEPT SELECT 3)', 'SELECT 1 EXCEPT (SELECT 2 EXCEPT SELECT 3)'],
    [
      'SELECT id AS a FROM orders UNION SELECT id AS b FROM customers UNION ALL (SELECT id AS c FROM customers ORDER BY c LIMIT 1) ORDER BY a',
      'SELECT orders.id AS a FROM orders UNION SELECT customers.id FROM customers UNION ALL (SELECT customers.id AS c FROM customers ORDER BY c LIMIT 1) ORDER BY a',
    ],
    [
      'SELECT count(*) FROM orders UNION SELECT 1 ORDER BY 1 DESC LIMIT 1',
      'SELECT COUNT(*) AS count FROM orders UNION SELECT 1 ORDER BY count DESC LIMIT 1',
    ],
    [
      'SELECT id, id FROM orders UNION SELECT 1, 2 ORDER BY 2',
      'SELECT orders.id, orders.id AS id_2 FROM orders UNION SELECT 1, 2 ORDER BY id_2',
    ],
    [
      '(WITH t AS (SELECT 1 AS n) SELECT n FROM t) UNION ALL VALUES (2)',
      '(WITH q1 AS (SELECT 1 AS n) SELECT q1.n FROM q1) UNION ALL VALUES (2)',
    ],
    [
      "VALUES (1, 'a'), (2, 'b') ORDER BY 2 DESC, column1 + 1 LIMIT 1",
      "VALUES (1, 'a'), (2, 'b') ORDER BY column2 DESC, column1 + 1 LIMIT 1",
    ],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('windows', () => {
  test.each([
    [
      'SELECT sum(total) OVER w, rank() OVER (w ORDER BY id), avg(total) OVER other FROM orders WINDOW other AS (PARTITION BY customer_id), w AS (PARTITION BY status)',
      'SELECT SUM(orders.total) OVER w, RANK() OVER (w ORDER BY orders.id), AVG(orders.total) OVER w2 FROM orders WINDOW w2 AS (PARTITION BY orders.customer_id), w AS (PARTITION BY orders.status)',
    ],
    [
      'SELECT (SELECT count(*) OVER x FROM customers WINDOW x AS ()), count(*) OVER y FROM orders WINDOW y AS (ORDER BY 1), z AS (y)',
      'SELECT (SELECT COUNT(*) OVER w FROM customers WINDOW w AS ()), COUNT(*) OVER w FROM orders WINDOW w AS (ORDER BY 1), w2 AS (w)',
    ],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

/** A number that nothing asks for: the subquery does not refer to a table of that name outside. */
const NUMBERED_IN_VAIN =
  'SELECT employees.id FROM employees WHERE EXISTS (SELECT user2."select" FROM "user" AS user2 WHERE user2.employee_id = employees.id)';

describe('what is canonical already', () => {
  test.each([
    ...SHOP_QUERIES.map((sql) => [sql, SHOP] as const),
    ...STAFF_QUERIES.filter((sql) => sql !== NUMBERED_IN_VAIN).map((sql) => [sql, STAFF] as const),
  ])('%s', (sql, schema) => expect(canonical(sql, schema)).toBe(sql));

  test('but for a number that is not needed', () => {
    expect(canonical(NUMBERED_IN_VAIN, STAFF)).toBe(
      NUMBERED_IN_VAIN.replace('"user" AS user2', '"user"').replaceAll('user2.', '"user".'),
    );
  });
});

describe('names that are taken', () => {
  const table = (name: string, namespace = 'public') =>
    ({ name, namespace, columns: { id: 'integer', x: 'integer' } }) as const;

  test('numbers skip tables that are called like them', () => {
    const schema = makeSchema([table('jobs'), table('jobs2'), table('q1')]);
    expect(canonical('SELECT a.id, b.id FROM jobs a, jobs b, (SELECT 1 AS x) c', schema)).toBe(
      'SELECT jobs.id, jobs3.id FROM jobs, jobs AS jobs3, (SELECT 1 AS x) AS qq1',
    );
  });

  test('a table in one namespace is found without it, one in several is not', () => {
    const schema = makeSchema([table('jobs', 'hr'), table('logs', 'hr'), table('logs', 'web')]);
    expect(canonical('SELECT jobs.x FROM jobs', schema)).toBe('SELECT hr.jobs.x FROM hr.jobs');
    expect(() => canonical('SELECT x FROM logs', schema)).toThrow('There is no table "logs".');
  });

  test('the tenth window has no name', () => {
    const windows = (count: number) => Array.from({ length: count }, (_, index) => `x${index} AS ()`).join(', ');
    expect(canonical(`SELECT id FROM orders WINDOW ${windows(9)}`)).toContain('w9 AS ()');
    expect(() => canonical(`SELECT id FROM orders WINDOW ${windows(10)}`)).toThrow('More than nine named windows');
  });
});
