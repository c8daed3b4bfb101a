import type { ReadEntry } from '../entry.ts';

export const GROUPING: readonly ReadEntry[] = [
  {
    sql: `SELECT country, city, COUNT(*) FROM customers GROUP BY ROLLUP (country, city) ORDER BY country NULLS LAST, city NULLS LAST`,
    database: 'shop',
    features: ['rollup', 'nulls-order'],
    ordered: true,
  },
  {
    sql: `select status, extract(year from ordered_at) as y, count(*) from orders group by cube(status, y)`,
    database: 'shop',
    features: ['cube', 'extract', 'group-by-alias', 'lower-case'],
  },
  {
    sql: `SELECT d.name, j.title, COUNT(*), GROUPING(d.name, j.title) AS level
FROM employees e JOIN departments d ON d.id = e.department_id JOIN jobs j ON j.id = e.job_id
GROUP BY GROUPING SETS ((d.name, j.title), (d.name), ())
HAVING COUNT(*) > 3`,
    database: 'hr',
    features: ['grouping-sets', 'grouping-function', 'having'],
  },
  {
    sql: `SELECT CASE GROUPING(kind) WHEN 1 THEN 'all' ELSE kind END AS kind, count(*) FROM leave_requests GROUP BY ROLLUP(kind) ORDER BY GROUPING(kind), count(*) DESC, 1`,
    database: 'hr',
    features: ['rollup', 'grouping-function', 'simple-case', 'order-by-expression'],
    ordered: true,
  },
  {
    sql: `SELECT region, kind, active, count(*) FROM sites s JOIN devices d ON d.site_id = s.id GROUP BY region, ROLLUP (kind, active)`,
    database: 'telemetry',
    features: ['rollup', 'group-by', 'enum'],
  },
  {
    sql: `SELECT department_id, job_id, remote, SUM(salary) FROM employees GROUP BY GROUPING SETS (ROLLUP (department_id, job_id), CUBE (remote))`,
    database: 'hr',
    features: ['grouping-sets', 'rollup', 'cube'],
  },
  {
    sql: `SELECT country, newsletter, count(*) FROM customers GROUP BY DISTINCT ROLLUP (country, newsletter), ROLLUP (country)`,
    database: 'shop',
    features: ['group-by-distinct', 'rollup'],
  },
  {
    sql: `SELECT department_id, job_id, remote, count(*) FROM employees GROUP BY ROLLUP ((department_id, job_id), remote)`,
    database: 'hr',
    features: ['rollup', 'row-constructor'],
  },
  {
    sql: `SELECT count(*) FROM employees GROUP BY GROUPING SETS ((), (), ())`,
    database: 'hr',
    features: ['grouping-sets'],
    ordered: true,
  },
  {
    sql: `SELECT date_trunc('month', ordered_at) AS month, count(*) AS n FROM orders GROUP BY month ORDER BY month`,
    database: 'shop',
    features: ['group-by-alias', 'date-trunc', 'order-by-alias'],
    ordered: true,
  },
  {
    sql: `SELECT upper(left(name, 1)) letter, count(*) FROM customers GROUP BY 1 ORDER BY 2 DESC, 1`,
    database: 'shop',
    features: ['ordinal', 'group-by-expression', 'string-function'],
    ordered: true,
  },
  {
    sql: `SELECT (price / 100)::int * 100 AS bucket, count(*), min(price), max(price) FROM products GROUP BY (price / 100)::int ORDER BY bucket`,
    database: 'shop',
    features: ['group-by-expression', 'cast-operator', 'arithmetic'],
    ordered: true,
  },
  {
    sql: `SELECT sum(amount) FROM payments HAVING count(*) > 100`,
    database: 'shop',
    features: ['having-without-group'],
    ordered: true,
  },
  {
    sql: `SELECT 'many' FROM payments HAVING max(amount) > 1000`,
    database: 'shop',
    features: ['having-without-group'],
    ordered: true,
  },
  {
    sql: `SELECT e.id, e.last_name, e.first_name, count(pm.project_id) FROM employees e LEFT JOIN project_members pm ON pm.employee_id = e.id GROUP BY e.id HAVING count(pm.project_id) >= 3`,
    database: 'hr',
    features: ['group-by', 'having', 'left-join'],
  },
  {
    sql: `SELECT email FROM (SELECT lower(email) AS email FROM members UNION ALL SELECT lower(email) FROM members WHERE id < 3) e GROUP BY email HAVING COUNT(*)>1`,
    database: 'library',
    features: ['duplicates', 'having', 'union-all'],
  },
  {
    sql: `SELECT "last name", birthday, array_agg(id ORDER BY id) ids FROM members GROUP BY "last name", birthday HAVING count(*) > 1`,
    database: 'library',
    features: ['duplicates', 'array-agg', 'aggregate-order-by', 'name-with-blank'],
  },
  {
    sql: `SELECT room, GROUPING(room, member_id), sum(guests) FROM reservations GROUP BY CUBE (room, member_id) ORDER BY 2, 1, 3`,
    database: 'library',
    features: ['cube', 'grouping-function', 'ordinal'],
    ordered: true,
  },
  {
    sql: `SELECT "group", "from", sum("limit") FROM "select" GROUP BY GROUPING SETS ("group", "from", ())`,
    database: 'library',
    features: ['grouping-sets', 'keyword-name'],
  },
  {
    sql: `SELECT method, sum(amount) / count(*) AS mean FROM payments GROUP BY (method) ORDER BY mean DESC`,
    database: 'shop',
    features: ['group-by', 'order-by-alias'],
    ordered: true,
  },
];
