import type { ReadEntry } from '../entry.ts';

export const CTES: readonly ReadEntry[] = [
  {
    sql: `WITH big AS (SELECT * FROM products WHERE price > 400) SELECT name FROM big ORDER BY price`,
    database: 'shop',
    features: ['cte', 'star'],
    ordered: true,
  },
  {
    sql: `with per_order as (
  select order_id, sum(quantity * unit_price) as total from order_items group by order_id
), per_customer as (
  select o.customer_id, count(*) n, sum(p.total) total from per_order p join orders o on o.id = p.order_id group by 1
)
select c.name, pc.n, pc.total, round(pc.total / pc.n, 2) as average
from per_customer pc join customers c on c.id = pc.customer_id
order by pc.total desc, c.id limit 10`,
    database: 'shop',
    features: ['chained-cte', 'lower-case', 'ordinal', 'rounding'],
    ordered: true,
  },
  {
    sql: `WITH totals(order_id, total) AS (SELECT order_id, SUM(amount) FROM payments GROUP BY order_id) SELECT AVG(total) FROM totals`,
    database: 'shop',
    features: ['cte', 'cte-column-list'],
    ordered: true,
  },
  {
    sql: `WITH s AS (SELECT department_id, AVG(salary) AS pay FROM employees GROUP BY department_id)
SELECT a.department_id, b.department_id FROM s a JOIN s b ON a.pay > b.pay * 1.5`,
    database: 'hr',
    features: ['cte', 'cte-twice', 'self-join'],
  },
  {
    sql: `WITH orders AS (SELECT * FROM orders WHERE status = 'shipped') SELECT count(*), min(ordered_at) FROM orders`,
    database: 'shop',
    features: ['shadowing-cte'],
    ordered: true,
  },
  {
    sql: `WITH customers AS (SELECT id, name FROM customers WHERE country = 'Italy'), orders AS (SELECT o.* FROM orders o JOIN customers c ON c.id = o.customer_id)
SELECT customers.name, orders.id FROM customers JOIN orders ON orders.customer_id = customers.id`,
    database: 'shop',
    features: ['shadowing-cte', 'chained-cte', 'table-star'],
  },
  {
    sql: `WITH RECURSIVE tree AS (
  SELECT id, name, parent_id, 0 AS depth FROM categories WHERE parent_id IS NULL
  UNION ALL
  SELECT c.id, c.name, c.parent_id, t.depth + 1 FROM categories c JOIN tree t ON c.parent_id = t.id
)
SELECT repeat('  ', depth) || name AS entry FROM tree ORDER BY depth, name`,
    database: 'shop',
    features: ['recursive-cte', 'hierarchy', 'concatenation', 'string-function'],
    ordered: true,
  },
  {
    sql: `WITH RECURSIVE chain(id, name, boss, path) AS (
    SELECT id, last_name, manager_id, ARRAY[id] FROM employees WHERE id = 28
  UNION
    SELECT e.id, e.last_name, e.manager_id, path || e.id FROM employees e, chain WHERE e.id = chain.boss
) SELECT name, array_length(path, 1) FROM chain ORDER BY 2`,
    database: 'hr',
    features: ['recursive-cte', 'hierarchy', 'array-constructor', 'array-function', 'cte-column-list', 'ordinal'],
    ordered: true,
  },
  {
    sql: `WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 20) SELECT i, i * i AS square FROM n WHERE i % 5 = 0`,
    database: 'shop',
    features: ['recursive-cte', 'values-query', 'arithmetic'],
  },
  {
    sql: `WITH RECURSIVE fib AS (SELECT 0 AS a, 1 AS b UNION ALL SELECT b, a + b FROM fib WHERE b < 500) SELECT string_agg(a::text, ', ' ORDER BY a) FROM fib`,
    database: 'shop',
    features: ['recursive-cte', 'string-agg', 'aggregate-order-by'],
    ordered: true,
  },
  {
    sql: `WITH RECURSIVE reach AS (
  SELECT from_site, to_site, distance_km FROM links WHERE from_site = 1
  UNION ALL
  SELECT l.from_site, l.to_site, l.distance_km FROM links l JOIN reach r ON l.from_site = r.to_site
) CYCLE to_site SET looped USING trail
SELECT from_site, to_site, distance_km, looped FROM reach`,
    database: 'telemetry',
    features: ['recursive-cte', 'cycle-clause'],
  },
  {
    sql: `with recursive walk(id, supervisor_id, name) as (
  select id, supervisor_id, name from technicians where supervisor_id is null
  union all
  select t.id, t.supervisor_id, t.name from technicians t join walk w on t.supervisor_id = w.id
) search depth first by name set sequence
select name from walk order by sequence`,
    database: 'telemetry',
    features: ['recursive-cte', 'search-clause', 'hierarchy'],
    ordered: true,
  },
  {
    sql: `WITH RECURSIVE walk AS (
  SELECT id, mentor_id, "fullName" FROM authors WHERE mentor_id IS NULL
  UNION ALL
  SELECT a.id, a.mentor_id, a."fullName" FROM authors a JOIN walk ON a.mentor_id = walk.id
) SEARCH BREADTH FIRST BY id SET level CYCLE id SET is_cycle USING path
SELECT "fullName", is_cycle FROM walk ORDER BY level`,
    database: 'library',
    features: ['recursive-cte', 'search-clause', 'cycle-clause', 'camel-case-name'],
    ordered: true,
  },
  {
    sql: `WITH paid AS MATERIALIZED (SELECT order_id FROM payments), late AS NOT MATERIALIZED (SELECT id FROM orders WHERE shipped_at - ordered_at > INTERVAL '3 days')
SELECT count(*) FROM late JOIN paid ON paid.order_id = late.id`,
    database: 'shop',
    features: ['materialized', 'not-materialized', 'chained-cte', 'date-arithmetic'],
    ordered: true,
  },
  {
    sql: `WITH outer_q AS (WITH inner_q AS (SELECT id FROM sites WHERE region = 'coast') SELECT d.* FROM devices d WHERE d.site_id IN (SELECT id FROM inner_q)) SELECT serial FROM outer_q ORDER BY serial`,
    database: 'telemetry',
    features: ['nested-cte', 'in-subquery'],
    ordered: true,
  },
  {
    sql: `SELECT (WITH x AS (SELECT max(price) AS top FROM products) SELECT top FROM x) - price AS gap, name FROM products WHERE category_id IN (WITH c AS (SELECT id FROM categories WHERE name LIKE '%o%') SELECT id FROM c)`,
    database: 'shop',
    features: ['nested-cte', 'scalar-subquery', 'in-subquery', 'like'],
  },
  {
    sql: `WITH a AS (SELECT 1 AS n), b AS (SELECT n + 1 AS n FROM a), c AS (SELECT n * 10 AS n FROM b UNION ALL SELECT n FROM a) SELECT sum(n) AS total FROM c`,
    database: 'shop',
    features: ['chained-cte', 'union-all'],
    ordered: true,
  },
  {
    sql: `WITH unused AS (SELECT 1), src AS (SELECT id, title FROM books) SELECT src.title FROM src JOIN loans ON loans.book_id = src.id GROUP BY src.id, src.title HAVING count(*) > 6`,
    database: 'library',
    features: ['cte', 'having'],
  },
  {
    sql: `WITH RECURSIVE route AS (
  SELECT from_site AS start, to_site, distance_km AS km, ARRAY[from_site, to_site] AS stops FROM links
  UNION ALL
  SELECT r.start, l.to_site, r.km + l.distance_km, r.stops || l.to_site FROM route r JOIN links l ON l.from_site = r.to_site WHERE NOT l.to_site = ANY(r.stops)
), shortest AS (SELECT start, to_site, min(km) AS km FROM route GROUP BY start, to_site)
SELECT a.name, b.name, s.km FROM shortest s JOIN sites a ON a.id = s.start JOIN sites b ON b.id = s.to_site ORDER BY s.km, a.id, b.id`,
    database: 'telemetry',
    features: ['recursive-cte', 'hierarchy', 'any', 'array-operator', 'chained-cte'],
    ordered: true,
  },
  {
    sql: `WITH RECURSIVE replaced AS (SELECT id, serial, replaced_by, 1 AS step FROM devices WHERE serial = 'CM-0100' UNION ALL SELECT d.id, d.serial, d.replaced_by, step + 1 FROM devices d JOIN replaced ON replaced.replaced_by = d.id) SELECT step, serial FROM replaced ORDER BY step`,
    database: 'telemetry',
    features: ['recursive-cte', 'hierarchy', 'uuid'],
    ordered: true,
  },
];
