import type { ReadEntry } from '../entry.ts';

export const SET_OPERATIONS: readonly ReadEntry[] = [
  {
    sql: `SELECT city FROM departments UNION SELECT 'Remote' ORDER BY city`,
    database: 'hr',
    features: ['union', 'no-from', 'no-alias'],
    ordered: true,
  },
  {
    sql: `select city, 'customer' as kind from customers where country = 'Spain' union all select name, 'category' from categories`,
    database: 'shop',
    features: ['union-all', 'lower-case'],
  },
  {
    sql: `SELECT customer_id FROM orders UNION DISTINCT SELECT customer_id FROM reviews ORDER BY 1 DESC`,
    database: 'shop',
    features: ['union-distinct', 'ordinal'],
    ordered: true,
  },
  {
    sql: `SELECT customer_id FROM reviews INTERSECT SELECT customer_id FROM orders WHERE status = 'returned'`,
    database: 'shop',
    features: ['intersect'],
  },
  {
    sql: `SELECT id FROM customers EXCEPT SELECT customer_id FROM orders EXCEPT SELECT customer_id FROM reviews`,
    database: 'shop',
    features: ['except'],
  },
  {
    sql: `SELECT id FROM employees EXCEPT (SELECT employee_id FROM leave_requests EXCEPT SELECT employee_id FROM project_members)`,
    database: 'hr',
    features: ['except', 'nested-set-operation'],
  },
  {
    sql: `SELECT id FROM jobs UNION SELECT id FROM departments INTERSECT SELECT id FROM projects ORDER BY id`,
    database: 'hr',
    features: ['union', 'intersect', 'nested-set-operation'],
    ordered: true,
  },
  {
    sql: `(SELECT id FROM jobs UNION SELECT id FROM departments) INTERSECT SELECT id FROM projects`,
    database: 'hr',
    features: ['intersect', 'nested-set-operation'],
  },
  {
    sql: `SELECT job_id FROM employees WHERE department_id = 3 INTERSECT ALL SELECT job_id FROM employees WHERE department_id = 6 or remote`,
    database: 'hr',
    features: ['intersect-all', 'boolean-column'],
  },
  {
    sql: `SELECT department_id FROM employees EXCEPT ALL SELECT department_id FROM projects`,
    database: 'hr',
    features: ['except-all'],
  },
  {
    sql: `(SELECT name, price FROM products ORDER BY price DESC LIMIT 3) UNION ALL (SELECT name, price FROM products ORDER BY price LIMIT 3)`,
    database: 'shop',
    features: ['order-in-part', 'union-all', 'limit'],
  },
  {
    sql: `(SELECT id FROM orders ORDER BY ordered_at DESC LIMIT 5) EXCEPT (SELECT id FROM orders WHERE status = 'delivered') ORDER BY id OFFSET 1`,
    database: 'shop',
    features: ['order-in-part', 'except', 'offset'],
    ordered: true,
  },
  {
    sql: `((((SELECT 1)))) UNION ((SELECT 2) UNION ALL ((SELECT 2)))`,
    database: 'shop',
    features: ['nested-set-operation', 'no-from'],
  },
  {
    sql: `VALUES (1,'a'),(2,'b') UNION VALUES (2,'b'),(3,'c') ORDER BY 1`,
    database: 'shop',
    features: ['values-query', 'union', 'ordinal'],
    ordered: true,
  },
  {
    sql: `TABLE sales.customers UNION ALL TABLE sales.customers`,
    database: 'telemetry',
    features: ['table-command', 'union-all', 'namespace'],
  },
  {
    sql: `SELECT who, count(*) FROM (SELECT acknowledged_by FROM alerts UNION ALL SELECT resolved_by FROM alerts) t(who) WHERE who IS NOT NULL GROUP BY who`,
    database: 'telemetry',
    features: ['union-all', 'derived-table', 'column-alias-list', 'two-keys-to-one-table'],
  },
  {
    sql: `SELECT name FROM technicians t WHERE id IN (SELECT acknowledged_by FROM alerts INTERSECT SELECT resolved_by FROM alerts WHERE level = 'warning' AND acknowledged_by = t.id)`,
    database: 'telemetry',
    features: ['in-subquery', 'intersect', 'correlated-subquery', 'enum'],
  },
  {
    sql: `SELECT member AS who, lent_on FROM archive.loans UNION SELECT m."first name" || ' ' || m."last name", lower(l.period) FROM loans l JOIN members m ON m.id = l.member_id WHERE l.state = 'lost' ORDER BY lent_on, who`,
    database: 'library',
    features: ['union', 'namespace', 'name-with-blank', 'concatenation', 'range-function', 'order-by-alias'],
    ordered: true,
  },
  {
    sql: `WITH q AS (SELECT id FROM books) (SELECT id FROM q LIMIT 0) UNION (SELECT book_id FROM transfers)`,
    database: 'library',
    features: ['cte', 'union', 'order-in-part'],
  },
  {
    sql: `SELECT 1 AS "N" UNION SELECT 2.5 UNION SELECT NULL ORDER BY "N" NULLS FIRST`,
    database: 'shop',
    features: ['union', 'quoted-alias', 'nulls-order', 'no-from'],
    ordered: true,
  },
];
