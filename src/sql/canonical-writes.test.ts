import { beforeAll, describe, expect, test } from 'vitest';
import { SHOP } from '../grammar/testing/example-schemas.ts';
import { canonicalSql } from './canonical.ts';
import { loadParser } from './parse-sql.ts';

beforeAll(async () => await loadParser());

function canonical(written: string): string {
  const { sql } = canonicalSql(written, SHOP);
  expect(canonicalSql(sql, SHOP).sql).toBe(sql);
  return sql;
}

describe('INSERT', () => {
  test.each([
    [
      "INSERT INTO categories VALUES (1, 'x', NULL), (2, DEFAULT, 1)",
      "INSERT INTO categories (id, name, parent_id) VALUES (1, 'x', NULL), (2, DEFAULT, 1)",
    ],
    [
      'INSERT INTO categories SELECT id, name FROM products',
      'INSERT INTO categories (id, name) SELECT products.id, products.name FROM products',
    ],
    [
      'INSERT INTO categories AS c (id, name) SELECT id AS foo, name AS "Name" FROM products RETURNING c.id, name AS label',
      'INSERT INTO categories (id, name) SELECT products.id, products.name FROM products RETURNING categories.id, categories.name AS label',
    ],
    [
      'INSERT INTO categories (id) VALUES (1) ON CONFLICT DO NOTHING',
      'INSERT INTO categories (id) VALUES (1) ON CONFLICT DO NOTHING',
    ],
    [
      "INSERT INTO categories AS c (id, name) OVERRIDING SYSTEM VALUE VALUES (1, 'x') ON CONFLICT (id) WHERE c.parent_id IS NULL DO UPDATE SET name = excluded.name || c.name, parent_id = DEFAULT WHERE c.id > 3 RETURNING *",
      "INSERT INTO categories (id, name) OVERRIDING SYSTEM VALUE VALUES (1, 'x') ON CONFLICT (id) WHERE parent_id IS NULL DO UPDATE SET name = EXCLUDED.name || categories.name, parent_id = DEFAULT WHERE categories.id > 3 RETURNING *",
    ],
    [
      'INSERT INTO categories DEFAULT VALUES RETURNING id',
      'INSERT INTO categories DEFAULT VALUES RETURNING categories.id',
    ],
    ['INSERT INTO archive.orders (id) TABLE orders', 'INSERT INTO archive.orders (id) SELECT * FROM orders'],
    [
      'WITH x AS (SELECT 1 AS id) INSERT INTO categories (id) WITH y AS (SELECT id FROM x) SELECT id FROM y RETURNING (SELECT count(*) FROM x), new.id, old.id',
      'WITH q1 AS (SELECT 1 AS id) INSERT INTO categories (id) WITH q2 AS (SELECT q1.id FROM q1) SELECT q2.id FROM q2 RETURNING (SELECT COUNT(*) FROM q1), NEW.id, OLD.id',
    ],
    [`INSERT INTO "orderNotes" ("Note Text") VALUES ('x')`, `INSERT INTO "orderNotes" ("Note Text") VALUES ('x')`],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('UPDATE', () => {
  test.each([
    [
      'UPDATE products SET price = price * 2, stock = DEFAULT WHERE id = 1',
      'UPDATE products SET price = products.price * 2, stock = DEFAULT WHERE products.id = 1',
    ],
    [
      'UPDATE products p SET (price, stock) = (p.price + 1, DEFAULT), (name, active) = (SELECT c.name, true FROM categories c WHERE c.id = p.category_id)',
      'UPDATE products SET price = products.price + 1, stock = DEFAULT, (name, active) = (SELECT categories.name, TRUE FROM categories WHERE categories.id = products.category_id)',
    ],
    ['UPDATE products SET (price) = ROW(5)', 'UPDATE products SET price = 5'],
    [
      'UPDATE orders o SET total = o.total + p.total FROM customers c JOIN orders p ON p.customer_id = c.id WHERE o.customer_id = c.id AND p.id <> o.id RETURNING o.*, c.name',
      'UPDATE orders SET total = orders.total + orders2.total FROM customers JOIN orders AS orders2 ON orders2.customer_id = customers.id WHERE orders.customer_id = customers.id AND orders2.id <> orders.id RETURNING orders.*, customers.name',
    ],
    [
      'UPDATE archive.orders a SET total = (SELECT sum(total) FROM orders WHERE orders.id = a.id)',
      'UPDATE archive.orders SET total = (SELECT SUM(orders.total) FROM orders WHERE orders.id = archive.orders.id)',
    ],
    [
      'UPDATE products SET price = 1 RETURNING WITH (OLD AS before, NEW AS after) before.price AS old_price, after.price, after.*',
      'UPDATE products SET price = 1 RETURNING OLD.price AS old_price, NEW.price, NEW.*',
    ],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});

describe('DELETE', () => {
  test.each([
    ['DELETE FROM orders', 'DELETE FROM orders'],
    [
      'DELETE FROM orders o USING orders b, customers c WHERE b.id > o.id AND c.id = o.customer_id',
      'DELETE FROM orders USING orders AS orders2, customers WHERE orders2.id > orders.id AND customers.id = orders.customer_id',
    ],
    [
      'DELETE FROM orders WHERE id IN (SELECT id FROM orders WHERE total = 0) RETURNING id, old.total',
      'DELETE FROM orders WHERE orders.id IN (SELECT orders.id FROM orders WHERE orders.total = 0) RETURNING orders.id, OLD.total',
    ],
    [
      'WITH gone AS (DELETE FROM orders WHERE total = 0 RETURNING id, total * 2) SELECT * FROM gone JOIN orders USING (id)',
      'WITH q1 AS (DELETE FROM orders WHERE orders.total = 0 RETURNING orders.id, orders.total * 2 AS column_1) SELECT * FROM q1 JOIN orders USING (id)',
    ],
  ])('%s', (written, expected) => expect(canonical(written)).toBe(expected));
});
