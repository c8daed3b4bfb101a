import type { ReadEntry } from '../entry.ts';

/** Names whose meaning follows from rules that are easy to get wrong when a query is rewritten. */
export const RESOLUTION: readonly ReadEntry[] = [
  {
    sql: `SELECT id, count(*) FROM (SELECT id FROM jobs WHERE id < 5) a FULL JOIN (SELECT id FROM jobs WHERE id > 3) b USING (id) GROUP BY id`,
    database: 'hr',
    features: ['merged-column', 'full-join', 'join-using'],
  },
  {
    sql: `SELECT "order", s.title FROM (VALUES (1, 'x'), (9, 'y')) AS s("order", title) RIGHT JOIN "select" USING ("order") ORDER BY "order"`,
    database: 'library',
    features: ['merged-column', 'right-join', 'join-using', 'keyword-name'],
    ordered: true,
  },
  {
    sql: `SELECT * FROM (VALUES (1, 'a'), (2, 'b')) x(n, l) FULL JOIN (VALUES (2, 'c'), (3, 'd')) y(n, m) USING (n) WHERE n > 1 ORDER BY n`,
    database: 'shop',
    features: ['merged-column', 'full-join', 'star', 'values-in-from'],
    ordered: true,
  },
  {
    sql: `SELECT order_id, product_id, r.rating, p.amount FROM order_items LEFT JOIN reviews r USING (product_id) JOIN payments p USING (order_id) WHERE order_id = 30`,
    database: 'shop',
    features: ['merged-column', 'join-using', 'left-join'],
  },
  {
    sql: `SELECT r.*, product_id FROM order_items oi RIGHT JOIN reviews r USING (product_id) WHERE oi.order_id IS NULL OR oi.quantity > 3`,
    database: 'shop',
    features: ['merged-column', 'right-join', 'table-star'],
  },
  {
    sql: `SELECT * FROM (SELECT 1 AS a, 2 AS b) t NATURAL FULL JOIN (SELECT 2 AS b, 3 AS c) u`,
    database: 'shop',
    features: ['natural-join', 'full-join', 'star', 'merged-column'],
    ordered: true,
  },
  {
    sql: `SELECT lower(country) AS country, count(*) FROM customers GROUP BY country ORDER BY country`,
    database: 'shop',
    features: ['name-precedence', 'group-by'],
    ordered: true,
  },
  {
    sql: `SELECT left(city, 1) AS country, count(*) FROM customers GROUP BY country, city HAVING country > 'F' ORDER BY count(*) DESC, city`,
    database: 'shop',
    features: ['name-precedence', 'having'],
    ordered: true,
  },
  {
    sql: `SELECT -salary AS salary, id FROM employees ORDER BY employees.salary, id DESC LIMIT 4`,
    database: 'hr',
    features: ['name-precedence', 'limit'],
    ordered: true,
  },
  {
    sql: `SELECT 100 - id AS id FROM departments ORDER BY id + 0`,
    database: 'hr',
    features: ['name-precedence', 'order-by-expression'],
    ordered: true,
  },
  {
    sql: `SELECT name FROM departments WHERE city IN (SELECT city FROM projects WHERE status = 'finished')`,
    database: 'hr',
    features: ['outer-name', 'in-subquery', 'correlated-subquery'],
  },
  {
    sql: `SELECT name, (SELECT max(budget) FROM projects WHERE department_id = d.id AND started_on > (SELECT min(hired_on) FROM employees WHERE department_id = d.id)) FROM departments d ORDER BY id`,
    database: 'hr',
    features: ['outer-name', 'deep-correlation'],
    ordered: true,
  },
  {
    sql: `SELECT name FROM products p WHERE (SELECT count(*) FROM (SELECT 1 FROM order_items WHERE product_id = p.id AND unit_price < price) cheaper) > 8`,
    database: 'shop',
    features: ['outer-name', 'deep-correlation', 'derived-table'],
  },
  {
    sql: `SELECT customer_id FROM orders GROUP BY customer_id HAVING (SELECT count(orders.id)) > 8 AND EXISTS (SELECT 1 FROM customers WHERE id = customer_id AND max(ordered_at) > '2024-01-01')`,
    database: 'shop',
    features: ['outer-aggregate', 'having', 'exists'],
  },
  {
    sql: `WITH a AS (SELECT 1 AS n) SELECT n, (WITH a AS (SELECT 2 AS n) SELECT n FROM a), (SELECT max(n) FROM (WITH b AS (SELECT n + 5 AS n FROM a) SELECT n FROM b) x) FROM a`,
    database: 'shop',
    features: ['nested-cte', 'shadowing-cte'],
    ordered: true,
  },
  {
    sql: `WITH RECURSIVE employees AS (SELECT id, manager_id FROM public.employees WHERE manager_id IS NULL UNION ALL SELECT e.id, e.manager_id FROM public.employees e JOIN employees ON employees.id = e.manager_id) SELECT count(*) FROM employees`,
    database: 'hr',
    features: ['shadowing-cte', 'recursive-cte', 'namespace'],
    ordered: true,
  },
  {
    sql: `WITH orders AS (SELECT id, currency FROM sales.orders) SELECT o.id, o.currency, p.status FROM orders o JOIN public.orders p ON p.id = o.id`,
    database: 'telemetry',
    features: ['shadowing-cte', 'namespace'],
  },
  {
    sql: `(WITH x AS (SELECT id FROM jobs) SELECT id FROM x WHERE id < 3) UNION ALL (WITH x AS (SELECT id FROM departments) SELECT id + 50 FROM x)`,
    database: 'hr',
    features: ['nested-cte', 'union-all', 'order-in-part'],
  },
  {
    sql: `SELECT count, max FROM (SELECT count(*), max(salary) FROM employees)`,
    database: 'hr',
    features: ['derived-table', 'derived-name', 'no-alias'],
    ordered: true,
  },
  {
    sql: `SELECT column1, t.coalesce, "?column?", "case" FROM (VALUES (1)), (SELECT coalesce(NULL, 2), 3 + 4, CASE WHEN TRUE THEN 5 END) t`,
    database: 'hr',
    features: ['derived-name', 'values-in-from', 'comma-join'],
    ordered: true,
  },
  {
    sql: `SELECT x.n, x.city FROM (SELECT id, city, name FROM departments) AS x(n) WHERE x.n < 4`,
    database: 'hr',
    features: ['column-alias-list', 'derived-table'],
  },
  {
    sql: `WITH d(dept) AS (SELECT department_id, count(*), sum(salary) FROM employees GROUP BY 1) SELECT dept, count, sum FROM d WHERE count > 5`,
    database: 'hr',
    features: ['cte-column-list', 'derived-name', 'ordinal'],
  },
  {
    sql: `SELECT d.name, e.last_name FROM departments d LEFT JOIN employees e ON e.department_id = d.id AND EXISTS (SELECT 1 FROM project_members WHERE employee_id = e.id AND role = 'lead') ORDER BY d.id, e.id`,
    database: 'hr',
    features: ['left-join', 'exists', 'outer-name'],
    ordered: true,
  },
  {
    sql: `SELECT id, sum(salary) OVER w, avg(salary) OVER (w), count(*) OVER (w ORDER BY hired_on, id) FROM employees WINDOW w AS (PARTITION BY department_id) ORDER BY id`,
    database: 'hr',
    features: ['named-window', 'window-inheritance'],
    ordered: true,
  },
  {
    sql: `SELECT last_name, lag(salary) OVER low, lead(salary) OVER high FROM employees WINDOW low AS (ORDER BY salary, id), high AS (ORDER BY salary DESC, id DESC), unused AS () ORDER BY rank() OVER low`,
    database: 'hr',
    features: ['named-window', 'neighbour-row', 'order-by-expression'],
    ordered: true,
  },
  {
    sql: `SELECT '{1,2}'::integer ARRAY, '{a}'::varchar(5)[], '{{1}}'::int[][], 1::dec(5), 2.5::float(24), now()::timestamp(0) with time zone IS NULL, '10:00:01.7'::time(0), '1 day 01:02:03.4'::interval(0), 'ab'::char, 'abc'::character(2), 'x'::national character varying(3), 5::int2, '2024-01-01'::timestamp without time zone, 1::bool, '1'::bit varying(4), 'n'::name`,
    database: 'shop',
    features: ['type-spelling', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT current_user = user, current_role = session_user, current_catalog IS NULL, current_schema, current_schema() FROM departments WHERE id = 1`,
    database: 'hr',
    features: ['session-value'],
    ordered: true,
  },
  {
    sql: `SELECT sales.orders.* FROM sales.orders JOIN public.orders ON sales.orders.id = public.orders.id WHERE public.orders.total_cost > 0`,
    database: 'telemetry',
    features: ['namespace-in-column', 'table-star'],
  },
  {
    sql: `SELECT o.id FROM orders o WHERE o.id IN (SELECT id FROM sales.orders orders WHERE orders.id = o.id AND orders.currency = 'EUR')`,
    database: 'telemetry',
    features: ['namespace', 'correlated-subquery', 'same-table-inside'],
  },
  {
    sql: `SELECT a.id FROM employees a WHERE a.salary > (SELECT avg(b.salary) FROM employees b WHERE b.department_id = a.department_id AND b.hired_on < ANY (SELECT c.hired_on FROM employees c WHERE c.job_id = b.job_id AND c.manager_id = a.manager_id AND c.id <> b.id))`,
    database: 'hr',
    features: ['deep-correlation', 'same-table-inside', 'any'],
  },
  {
    sql: `SELECT c.name FROM categories c JOIN LATERAL (SELECT count(*) AS n FROM products c2 WHERE c2.category_id = c.id AND c2.price > (SELECT avg(c.price) FROM products c WHERE c.category_id = c2.category_id)) above ON above.n >= 3`,
    database: 'shop',
    features: ['lateral', 'same-table-inside', 'deep-correlation', 'name-precedence'],
  },
];
