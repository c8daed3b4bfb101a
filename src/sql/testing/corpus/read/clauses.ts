import type { ReadEntry } from '../entry.ts';

/** What stands around the expressions: select list, DISTINCT, ORDER BY, LIMIT, VALUES, TABLESAMPLE. */
export const CLAUSES: readonly ReadEntry[] = [
  {
    sql: `SELECT DISTINCT country FROM customers ORDER BY country`,
    database: 'shop',
    features: ['distinct', 'no-alias'],
    ordered: true,
  },
  {
    sql: `SELECT DISTINCT country, newsletter AS reads_news FROM customers ORDER BY newsletter, country DESC`,
    database: 'shop',
    features: ['distinct', 'boolean-column'],
    ordered: true,
  },
  {
    sql: `SELECT DISTINCT ON (customer_id) customer_id, id, ordered_at FROM orders ORDER BY customer_id, ordered_at DESC, id`,
    database: 'shop',
    features: ['distinct-on', 'top-n-per-group'],
    ordered: true,
  },
  {
    sql: `SELECT DISTINCT ON (1, lower(c.city)) c.country, c.city, c.name FROM customers c ORDER BY 1, lower(c.city), c.signed_up_on`,
    database: 'shop',
    features: ['distinct-on', 'ordinal', 'order-by-expression'],
    ordered: true,
  },
  {
    sql: `SELECT ALL status FROM orders WHERE id < 4`,
    database: 'shop',
    features: ['enum'],
  },
  {
    sql: `select o.*, c.name as customer from orders o join customers c on c.id = o.customer_id where o.status in ('pending','paid')`,
    database: 'shop',
    features: ['table-star', 'lower-case', 'in-list'],
  },
  {
    sql: `SELECT *, price * stock AS worth FROM products WHERE discontinued`,
    database: 'shop',
    features: ['star', 'arithmetic'],
  },
  {
    sql: `SELECT *, * FROM departments WHERE id = 1`,
    database: 'hr',
    features: ['star'],
    ordered: true,
  },
  {
    sql: `TABLE jobs ORDER BY max_salary DESC LIMIT 3`,
    database: 'hr',
    features: ['table-command', 'limit'],
    ordered: true,
  },
  {
    sql: `SELECT FROM departments WHERE city = 'Lisbon'`,
    database: 'hr',
    features: ['empty-select'],
  },
  {
    sql: `SELECT name, birth_date FROM customers ORDER BY birth_date NULLS FIRST, name LIMIT 10 OFFSET 3`,
    database: 'shop',
    features: ['nulls-order', 'limit', 'offset'],
    ordered: true,
  },
  {
    sql: `SELECT name FROM customers ORDER BY birth_date DESC NULLS FIRST, id ASC NULLS LAST OFFSET 35 ROWS`,
    database: 'shop',
    features: ['nulls-order', 'offset'],
    ordered: true,
  },
  {
    sql: `SELECT name FROM customers ORDER BY birth_date DESC NULLS LAST, 1 FETCH NEXT 4 ROWS ONLY`,
    database: 'shop',
    features: ['fetch-first', 'nulls-order', 'ordinal'],
    ordered: true,
  },
  {
    sql: `SELECT rating, id FROM reviews ORDER BY rating DESC FETCH FIRST 5 ROWS WITH TIES`,
    database: 'shop',
    features: ['with-ties', 'fetch-first'],
  },
  {
    sql: `SELECT department_id, count(*) FROM employees GROUP BY department_id ORDER BY count(*) OFFSET 2 FETCH FIRST (1 + 1) ROWS WITH TIES`,
    database: 'hr',
    features: ['with-ties', 'limit-expression', 'offset'],
  },
  {
    sql: `SELECT id FROM jobs ORDER BY id LIMIT ALL`,
    database: 'hr',
    features: ['limit-null'],
    ordered: true,
  },
  {
    sql: `SELECT id FROM jobs ORDER BY id DESC LIMIT NULL OFFSET 5`,
    database: 'hr',
    features: ['limit-null', 'offset'],
    ordered: true,
  },
  {
    sql: `SELECT id FROM jobs ORDER BY id OFFSET 2 LIMIT 3`,
    database: 'hr',
    features: ['limit', 'offset'],
    ordered: true,
  },
  {
    sql: `SELECT id FROM jobs ORDER BY id LIMIT 2 * 3 OFFSET (SELECT count(*) FROM departments) - 6`,
    database: 'hr',
    features: ['limit-expression', 'scalar-subquery'],
    ordered: true,
  },
  {
    sql: `SELECT last_name AS name, salary / 12 AS monthly FROM employees ORDER BY monthly DESC, name LIMIT 5`,
    database: 'hr',
    features: ['order-by-alias', 'limit'],
    ordered: true,
  },
  {
    sql: `SELECT -id AS id, last_name FROM employees ORDER BY id LIMIT 3`,
    database: 'hr',
    features: ['order-by-alias', 'unary-operator'],
    ordered: true,
  },
  {
    sql: `SELECT last_name FROM employees ORDER BY salary * CASE WHEN remote THEN 1 ELSE 2 END, id DESC`,
    database: 'hr',
    features: ['order-by-expression', 'case'],
    ordered: true,
  },
  {
    sql: `SELECT status FROM orders GROUP BY status ORDER BY max(ordered_at) DESC, 1`,
    database: 'shop',
    features: ['order-by-expression'],
    ordered: true,
  },
  {
    sql: `VALUES (1, 'one', NULL), (2, 'two', 2.5) ORDER BY column1 DESC LIMIT 1`,
    database: 'shop',
    features: ['values-query', 'limit'],
    ordered: true,
  },
  {
    sql: `SELECT v.code, v.label, count(c.id) FROM (VALUES ('Portugal', 'PT'), ('Spain', 'ES'), ('Norway', 'NO')) AS v(label, code) LEFT JOIN customers c ON c.country = v.label GROUP BY v.code, v.label`,
    database: 'shop',
    features: ['values-in-from', 'column-alias-list', 'left-join'],
  },
  {
    sql: `SELECT column1 + column2 FROM (VALUES (1, 2), (3, 4)) AS v`,
    database: 'shop',
    features: ['values-in-from'],
  },
  {
    sql: `SELECT * FROM (VALUES (1), (2), (3)) AS three(n), (SELECT 'x' AS letter) AS one`,
    database: 'shop',
    features: ['values-in-from', 'comma-join', 'derived-table'],
  },
  {
    sql: `SELECT count(*) FROM readings TABLESAMPLE BERNOULLI (50) REPEATABLE (42)`,
    database: 'telemetry',
    features: ['tablesample'],
    volatile: true,
  },
  {
    sql: `SELECT count(r.battery) FROM readings AS r TABLESAMPLE SYSTEM (75.5) WHERE r.battery > 0`,
    database: 'telemetry',
    features: ['tablesample', 'short-alias'],
    volatile: true,
  },
  {
    sql: `SELECT 1`,
    database: 'shop',
    features: ['no-from'],
    ordered: true,
  },
  {
    sql: `  select  name ,price
\t from   products
 where  price<20 ;  `,
    database: 'shop',
    features: ['odd-spacing', 'closing-semicolon', 'lower-case'],
  },
  {
    sql: `-- the five newest customers
SELECT name /* their full name */ , signed_up_on -- and when
FROM customers
ORDER BY signed_up_on DESC /* newest /* nested */ first */ LIMIT 5;`,
    database: 'shop',
    features: ['comment', 'closing-semicolon'],
    ordered: true,
  },
  {
    sql: `SELECT count(*)FROM(SELECT id FROM orders WHERE id>=10 AND"id"<20)AS x`,
    database: 'shop',
    features: ['odd-spacing'],
    ordered: true,
  },
];
