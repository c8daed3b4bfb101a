import type { ReadEntry } from '../entry.ts';

export const CONDITIONS: readonly ReadEntry[] = [
  {
    sql: `SELECT id FROM orders WHERE status != 'delivered' AND status <> 'cancelled'`,
    database: 'shop',
    features: ['not-equal-spelling', 'enum'],
  },
  {
    sql: `SELECT last_name FROM employees WHERE left_on ISNULL AND manager_id NOTNULL AND remote IS TRUE`,
    database: 'hr',
    features: ['null-test-spelling', 'boolean-test'],
  },
  {
    sql: `SELECT count(*) FROM members WHERE "isActive" IS NOT FALSE AND ("isActive" AND birthday > '2000-01-01') IS UNKNOWN AND (birthday > now()) IS NOT TRUE OR "isActive" IS FALSE AND (email = '') IS NOT UNKNOWN`,
    database: 'library',
    features: ['boolean-test', 'camel-case-name', 'precedence'],
    ordered: true,
  },
  {
    sql: `SELECT name FROM products WHERE price BETWEEN SYMMETRIC 100 AND 50 AND stock NOT BETWEEN 10 AND 20`,
    database: 'shop',
    features: ['between-symmetric', 'between'],
  },
  {
    sql: `SELECT id FROM alerts WHERE acknowledged_by IS NOT DISTINCT FROM resolved_by`,
    database: 'telemetry',
    features: ['is-distinct-from'],
  },
  {
    sql: `select name from customers where name like 'A%' or name ilike '%SILVA' or name not like '%a%' and email not ilike 'x%'`,
    database: 'shop',
    features: ['like', 'precedence'],
  },
  {
    sql: `SELECT message FROM alerts WHERE message LIKE '%!_%' ESCAPE '!' OR message LIKE '%\\%' OR message LIKE '100#%%' ESCAPE '#' OR message NOT LIKE '%a%' ESCAPE ''`,
    database: 'telemetry',
    features: ['like-escape'],
  },
  {
    sql: `SELECT name FROM sites WHERE name LIKE ANY (ARRAY['%our', 'R%']) AND name NOT ILIKE ALL ('{%x%,%y%}') OR name ILIKE ANY (SELECT '%' || region || '%' FROM sites)`,
    database: 'telemetry',
    features: ['like-any', 'any', 'all', 'same-table-inside'],
  },
  {
    sql: `SELECT sku FROM products WHERE sku SIMILAR TO '(AUD|FIC)-1[0-2]%' AND sku NOT SIMILAR TO '%#_%' ESCAPE '#'`,
    database: 'shop',
    features: ['similar-to'],
  },
  {
    sql: `SELECT id FROM orders WHERE NOT (status = 'delivered' OR status = 'shipped') AND NOT shipping_fee = 0`,
    database: 'shop',
    features: ['not', 'precedence'],
  },
  {
    sql: `SELECT id FROM products WHERE NOT price > 20 AND NOT NOT discontinued IS NOT TRUE OR NOT (stock > 0 AND price > 5)`,
    database: 'shop',
    features: ['not', 'precedence', 'boolean-test'],
  },
  {
    sql: `SELECT id FROM customers WHERE country = 'Spain' AND newsletter OR country = 'Italy' AND (NOT newsletter OR city = 'Rome')`,
    database: 'shop',
    features: ['precedence', 'boolean-column', 'not'],
  },
  {
    sql: `SELECT id FROM customers WHERE (country, city) IN (('Spain', 'Madrid'), ('France', 'Lyon'))`,
    database: 'shop',
    features: ['row-in-list'],
  },
  {
    sql: `SELECT id FROM leave_requests WHERE (kind, status) NOT IN (VALUES ('vacation', 'approved'), ('sick', 'approved'))`,
    database: 'hr',
    features: ['row-in-list', 'values-query', 'in-subquery'],
  },
  {
    sql: `SELECT id FROM employees WHERE (salary, id) > (80000, 5) AND ROW(department_id, job_id) <> ROW(2, 2) AND (id, 1) IS DISTINCT FROM (3, 1)`,
    database: 'hr',
    features: ['row-comparison', 'row-constructor', 'is-distinct-from'],
  },
  {
    sql: `SELECT id FROM orders WHERE (technician_id, spent) IS NULL OR NOT ((technician_id, spent) IS NOT NULL)`,
    database: 'telemetry',
    features: ['row-constructor', 'is-null', 'not'],
  },
  {
    sql: `SELECT name FROM departments WHERE id NOT IN (1, 2, 3) AND city NOT IN ('Lisbon') AND id IN (SELECT department_id FROM projects)`,
    database: 'hr',
    features: ['in-list', 'in-subquery'],
  },
  {
    sql: `SELECT count(*) FROM products WHERE discontinued = false AND (stock = 0) = TRUE AND (price > 10) <> discontinued`,
    database: 'shop',
    features: ['boolean-column', 'precedence'],
    ordered: true,
  },
  {
    sql: `SELECT name, price > 100 AS dear, price BETWEEN 50 AND 100 medium, name LIKE 'B%' AND stock > 0, discontinued IS NULL FROM products WHERE id < 40 ORDER BY price > 100 DESC, id`,
    database: 'shop',
    features: ['order-by-expression', 'between', 'is-null'],
    ordered: true,
  },
  {
    sql: `SELECT 1 WHERE TRUE AND NOT FALSE AND NULL IS NULL`,
    database: 'shop',
    features: ['no-from', 'is-null'],
    ordered: true,
  },
  {
    sql: `SELECT id FROM orders WHERE status > 'paid' AND status IN ('shipped','returned') AND status::text LIKE '%ed'`,
    database: 'shop',
    features: ['enum', 'in-list', 'cast-operator'],
  },
  {
    sql: `SELECT id FROM "Gebühren" RIGHT JOIN loans ON "Ausleihe" = id WHERE bezahlt IS NOT TRUE AND NOT (returned_on IS NULL OR returned_on <= due_on)`,
    database: 'library',
    features: ['unicode-name', 'boolean-test', 'right-join', 'not'],
  },
  {
    sql: `SELECT 'x' IN ('x', NULL), 'y' NOT IN ('x'), NULL = NULL IS NULL, (2 > 1) IS TRUE, 1 = 1 AND 2 <> 3`,
    database: 'shop',
    features: ['in-list', 'precedence', 'no-from'],
    ordered: true,
  },
];
