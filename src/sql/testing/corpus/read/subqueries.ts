import type { ReadEntry } from '../entry.ts';

export const SUBQUERIES: readonly ReadEntry[] = [
  {
    sql: `SELECT name, price FROM products WHERE price > (SELECT avg(price) FROM products) ORDER BY price DESC`,
    database: 'shop',
    features: ['scalar-subquery', 'same-table-inside', 'no-alias'],
    ordered: true,
  },
  {
    sql: `SELECT p.name, p.price FROM products p
WHERE p.price > (SELECT AVG(p2.price) FROM products p2 WHERE p2.category_id = p.category_id)`,
    database: 'shop',
    features: ['correlated-subquery', 'same-table-inside'],
  },
  {
    sql: `SELECT c.name, (SELECT COUNT(*) FROM orders o WHERE o.customer_id = c.id) AS order_count,
       (SELECT MAX(o.ordered_at)::date FROM orders o WHERE o.customer_id = c.id) last_order
FROM customers c WHERE c.id <= 5`,
    database: 'shop',
    features: ['scalar-subquery', 'correlated-subquery', 'cast-operator'],
  },
  {
    sql: `select name from customers c where exists (select 1 from orders o where o.customer_id = c.id and exists (select * from order_items i where i.order_id = o.id and exists (select from products p where p.id = i.product_id and p.price > 1000)))`,
    database: 'shop',
    features: ['exists', 'deep-correlation', 'empty-select', 'lower-case'],
  },
  {
    sql: `SELECT c.name FROM customers c WHERE EXISTS (
  SELECT 1 FROM orders o WHERE o.customer_id = c.id AND o.ordered_at > (
    SELECT MIN(o2.ordered_at) + interval '1 year' FROM orders o2 WHERE o2.customer_id = c.id))`,
    database: 'shop',
    features: ['deep-correlation', 'same-table-inside', 'exists', 'interval'],
  },
  {
    sql: `SELECT title FROM books b WHERE NOT EXISTS (SELECT NULL FROM loans WHERE loans.book_id = b.id)`,
    database: 'library',
    features: ['not-exists', 'anti-join'],
  },
  {
    sql: `SELECT id, name FROM customers WHERE id IN (SELECT customer_id FROM orders WHERE status = 'cancelled') ORDER BY id`,
    database: 'shop',
    features: ['in-subquery', 'enum'],
    ordered: true,
  },
  {
    sql: `SELECT name FROM products WHERE NOT id IN (SELECT product_id FROM order_items)`,
    database: 'shop',
    features: ['not-in-subquery', 'not'],
  },
  {
    sql: `SELECT last_name FROM employees WHERE id NOT IN (SELECT manager_id FROM employees WHERE manager_id IS NOT NULL) AND left_on IS NULL`,
    database: 'hr',
    features: ['not-in-subquery', 'same-table-inside', 'anti-join'],
  },
  {
    sql: `SELECT name FROM products WHERE price >= ALL (SELECT price FROM products WHERE discontinued)`,
    database: 'shop',
    features: ['all', 'boolean-column'],
  },
  {
    sql: `SELECT name FROM products WHERE price > ANY (SELECT price * 2 FROM products WHERE category_id = 6) and category_id = some (select id from categories where parent_id = 3)`,
    database: 'shop',
    features: ['any', 'some', 'arithmetic'],
  },
  {
    sql: `SELECT first_name FROM employees WHERE (department_id, job_id) IN (SELECT department_id, job_id FROM employees WHERE last_name = 'Lang')`,
    database: 'hr',
    features: ['row-subquery', 'in-subquery', 'row-comparison'],
  },
  {
    sql: `SELECT first_name, last_name FROM employees WHERE (job_id, department_id) = (SELECT job_id, department_id FROM employees WHERE id = 12) AND id <> 12`,
    database: 'hr',
    features: ['row-subquery', 'row-comparison'],
  },
  {
    sql: `SELECT country, avg(n) FROM (SELECT country, city, count(*) n FROM customers GROUP BY country, city) AS per_city GROUP BY country ORDER BY country`,
    database: 'shop',
    features: ['derived-table', 'group-by'],
    ordered: true,
  },
  {
    sql: `SELECT x.a, x.b FROM (SELECT id, name FROM categories WHERE parent_id IS NULL) x(a, b)`,
    database: 'shop',
    features: ['derived-table', 'column-alias-list'],
  },
  {
    sql: `SELECT * FROM (SELECT * FROM (SELECT * FROM jobs) a WHERE a.min_salary > 40000) b WHERE b.max_salary < 100000`,
    database: 'hr',
    features: ['derived-table', 'star'],
  },
  {
    sql: `SELECT d.name, top.last_name, top.salary
FROM departments d, LATERAL (SELECT e.last_name, e.salary FROM employees e WHERE e.department_id = d.id ORDER BY e.salary DESC, e.id LIMIT 2) top
ORDER BY d.id, top.salary DESC, top.last_name`,
    database: 'hr',
    features: ['lateral', 'top-n-per-group', 'comma-join'],
    ordered: true,
  },
  {
    sql: `SELECT c.name, last.id, last.ordered_at FROM customers c LEFT JOIN LATERAL (SELECT o.id, o.ordered_at FROM orders o WHERE o.customer_id = c.id ORDER BY o.ordered_at DESC FETCH FIRST ROW ONLY) AS last ON TRUE`,
    database: 'shop',
    features: ['lateral', 'left-join', 'fetch-first'],
  },
  {
    sql: `SELECT b.title, s.total, s.n FROM books b CROSS JOIN LATERAL (SELECT sum(x.v::int) AS total, count(*) AS n FROM jsonb_array_elements_text(b.details->'ratings') AS x(v)) s WHERE s.n > 0`,
    database: 'library',
    features: ['lateral', 'cross-join', 'json-expansion', 'json-operator', 'function-in-from'],
  },
  {
    sql: `SELECT s.name, ARRAY(SELECT d.serial FROM devices d WHERE d.site_id = s.id ORDER BY d.serial) AS serials FROM sites s ORDER BY s.id`,
    database: 'telemetry',
    features: ['array-subquery', 'correlated-subquery'],
    ordered: true,
  },
  {
    sql: `SELECT id, (SELECT name FROM customers WHERE customers.id = orders.customer_id) FROM orders WHERE status = 'returned'`,
    database: 'shop',
    features: ['correlated-subquery', 'no-alias', 'enum'],
  },
  {
    sql: `SELECT name FROM departments WHERE budget > (SELECT SUM(budget) FROM projects WHERE department_id = departments.id)`,
    database: 'hr',
    features: ['correlated-subquery', 'scalar-subquery'],
  },
  {
    sql: `SELECT e.last_name FROM employees e WHERE e.salary = (SELECT MAX(salary) FROM employees WHERE department_id = e.department_id)`,
    database: 'hr',
    features: ['correlated-subquery', 'same-table-inside', 'top-n-per-group'],
  },
  {
    sql: `SELECT e.last_name, (SELECT COUNT(*) FROM employees x WHERE x.manager_id = e.id AND x.salary > (SELECT AVG(y.salary) FROM employees y WHERE y.department_id = e.department_id AND y.id <> x.id)) AS above
FROM employees e WHERE e.id IN (1,2,3,4,5,6,7,8)`,
    database: 'hr',
    features: ['deep-correlation', 'same-table-inside', 'in-list'],
  },
  {
    sql: `SELECT p.name FROM products p WHERE NOT EXISTS (SELECT 1 FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.city = 'Lyon' AND NOT EXISTS (SELECT 1 FROM order_items oi WHERE oi.order_id = o.id AND oi.product_id = p.id))`,
    database: 'shop',
    features: ['relational-division', 'not-exists', 'deep-correlation'],
  },
  {
    sql: `SELECT m."first name", m."last name" FROM members m WHERE 3 <= (SELECT count(DISTINCT l.book_id) FROM loans l WHERE l.member_id = m.id AND l.period && daterange('2023-01-01','2024-01-01'))`,
    database: 'library',
    features: ['correlated-subquery', 'name-with-blank', 'range-operator', 'range-constructor', 'count-distinct'],
  },
  {
    sql: `SELECT * FROM loans WHERE member_id = (SELECT id FROM members WHERE email = 'ada@example.org')`,
    database: 'library',
    features: ['scalar-subquery', 'star'],
  },
  {
    sql: `SELECT loans.id FROM archive.loans WHERE EXISTS (SELECT 1 FROM books WHERE books.title = loans.title) AND NOT EXISTS (SELECT 1 FROM public.loans AS now WHERE now.id = archive.loans.id AND now.state = 'lost')`,
    database: 'library',
    features: ['namespace', 'namespace-in-column', 'exists', 'not-exists'],
  },
  {
    sql: `SELECT region, (SELECT max(r.temperature) FROM readings r JOIN devices d ON d.id = r.device_id WHERE d.site_id = ANY (SELECT x.id FROM sites x WHERE x.region = sites.region)) hottest FROM sites GROUP BY region`,
    database: 'telemetry',
    features: ['deep-correlation', 'any', 'same-table-inside', 'group-by'],
  },
  {
    sql: `SELECT department_id, COUNT(*) FROM employees GROUP BY department_id HAVING AVG(salary) > (SELECT AVG(salary) FROM employees)`,
    database: 'hr',
    features: ['having', 'scalar-subquery', 'same-table-inside'],
  },
  {
    sql: `SELECT name FROM customers ORDER BY (SELECT count(*) FROM orders WHERE customer_id = customers.id) DESC, name LIMIT (SELECT count(*) / 10 FROM customers)`,
    database: 'shop',
    features: ['order-by-expression', 'limit-expression', 'correlated-subquery'],
    ordered: true,
  },
  {
    sql: `SELECT CASE WHEN EXISTS (SELECT FROM orders WHERE customer_id = c.id) THEN 'buyer' ELSE 'visitor' END AS kind, count(*) FROM customers c GROUP BY 1`,
    database: 'shop',
    features: ['case', 'exists', 'ordinal', 'group-by-expression'],
  },
];
