import type { ReadEntry } from '../entry.ts';

export const JOINS: readonly ReadEntry[] = [
  {
    sql: `select c.name, o.id, o.status
from customers c
inner join orders o on o.customer_id = c.id
where c.country = 'Portugal'
order by o.id`,
    database: 'shop',
    features: ['inner-join', 'short-alias', 'alias-without-as', 'lower-case'],
    ordered: true,
  },
  {
    sql: `SELECT customers.name, count(orders.id) AS orders
FROM customers LEFT OUTER JOIN orders ON (customers.id = orders.customer_id)
GROUP BY customers.id, customers.name
ORDER BY orders DESC, customers.name ASC`,
    database: 'shop',
    features: ['left-join', 'no-alias', 'group-by', 'order-by-alias'],
    ordered: true,
  },
  {
    sql: `SELECT p.name, r.rating FROM reviews AS r RIGHT JOIN products AS p ON r.product_id = p.id WHERE p.price > 500`,
    database: 'shop',
    features: ['right-join', 'short-alias'],
  },
  {
    sql: `Select Count(*) From products p Full Outer Join reviews r On r.product_id = p.id And r.rating = 5`,
    database: 'shop',
    features: ['full-join', 'alias-without-as'],
    ordered: true,
  },
  {
    sql: `SELECT d.name AS department, j.title FROM departments d CROSS JOIN jobs j WHERE d.city = 'Porto' ORDER BY 1, 2`,
    database: 'hr',
    features: ['cross-join', 'ordinal'],
    ordered: true,
  },
  {
    sql: `select first_name, last_name, title, name
from employees, jobs, departments
where employees.job_id=jobs.id and employees.department_id=departments.id
  and salary>80000`,
    database: 'hr',
    features: ['comma-join', 'no-alias', 'lower-case', 'odd-spacing'],
  },
  {
    sql: `SELECT employee_id, sh.salary, valid_from, e.last_name
FROM salary_history sh JOIN (SELECT id AS employee_id, last_name FROM employees) e USING (employee_id)
ORDER BY employee_id, valid_from`,
    database: 'hr',
    features: ['join-using', 'derived-table'],
    ordered: true,
  },
  {
    sql: `SELECT * FROM order_items JOIN payments USING(order_id) WHERE order_id BETWEEN 10 AND 15`,
    database: 'shop',
    features: ['join-using', 'star', 'between'],
  },
  {
    sql: `SELECT order_id, SUM(quantity*unit_price) goods, MAX(amount) paid
FROM order_items NATURAL JOIN payments GROUP BY order_id HAVING SUM(quantity*unit_price) <> MAX(amount)`,
    database: 'shop',
    features: ['natural-join', 'having', 'arithmetic', 'alias-without-as'],
  },
  {
    sql: `SELECT count(*) FROM sites NATURAL JOIN links`,
    database: 'telemetry',
    features: ['natural-join'],
    ordered: true,
  },
  {
    sql: `SELECT order_id, method, rating FROM payments NATURAL LEFT JOIN (SELECT oi.order_id, rating FROM order_items oi JOIN reviews USING (product_id)) x WHERE order_id < 9`,
    database: 'shop',
    features: ['natural-join', 'left-join', 'derived-table'],
  },
  {
    sql: `SELECT e.last_name AS employee, m.last_name AS manager, mm.last_name AS "manager's manager"
FROM employees e
LEFT JOIN employees m ON e.manager_id = m.id
LEFT JOIN employees mm ON m.manager_id = mm.id
ORDER BY e.id`,
    database: 'hr',
    features: ['self-join', 'left-join', 'quoted-alias'],
    ordered: true,
  },
  {
    sql: `SELECT a.name, b.name
FROM products a, products b
WHERE a.category_id = b.category_id AND a.id < b.id AND a.price = b.price`,
    database: 'shop',
    features: ['self-join', 'comma-join', 'duplicates'],
    empty: true,
  },
  {
    sql: `SELECT t.id, f."Branch Name" AS sent_from, d."Branch Name" AS sent_to
FROM transfers t
  JOIN branches f ON f.code = t.from_branch
  JOIN branches d ON d.code = t.to_branch
ORDER BY t.id DESC`,
    database: 'library',
    features: ['two-keys-to-one-table', 'self-join', 'name-with-blank'],
    ordered: true,
  },
  {
    sql: `select a.message, ack.name acknowledged, res.name resolved from alerts a
left join technicians ack on ack.id = a.acknowledged_by
left join technicians res on res.id = a.resolved_by
where ack.id is distinct from res.id`,
    database: 'telemetry',
    features: ['two-keys-to-one-table', 'is-distinct-from', 'left-join'],
  },
  {
    sql: `SELECT l.id, c.condition, c.paid
FROM loans l JOIN copies c ON (l.book_id, l.copy_no) = (c.book_id, c.copy_no)
WHERE c.condition = 'worn' ORDER BY l.id LIMIT 10`,
    database: 'library',
    features: ['composite-key', 'row-comparison', 'limit'],
    ordered: true,
  },
  {
    sql: `SELECT copies.branch_code, COUNT(loans.id) FROM copies LEFT JOIN loans USING (book_id, copy_no) GROUP BY copies.branch_code`,
    database: 'library',
    features: ['composite-key', 'join-using', 'left-join'],
  },
  {
    sql: `SELECT e.first_name, e.salary, j.title
FROM employees e JOIN jobs j ON e.salary BETWEEN j.min_salary AND j.max_salary
WHERE e.id = 16`,
    database: 'hr',
    features: ['non-equi-join', 'between'],
  },
  {
    sql: `SELECT c.name, p.name, cat.name, parent.name
FROM customers c
JOIN orders o ON o.customer_id = c.id
JOIN order_items oi ON oi.order_id = o.id
JOIN products p ON p.id = oi.product_id
JOIN categories cat ON cat.id = p.category_id
LEFT JOIN categories parent ON parent.id = cat.parent_id
WHERE c.city = 'Recife' AND parent.name = 'Sports'
ORDER BY c.name, o.id, p.id`,
    database: 'shop',
    features: ['many-tables', 'self-join'],
    ordered: true,
  },
  {
    sql: `SELECT c.name, o.id, pay.method
FROM customers c LEFT JOIN (orders o JOIN payments pay ON pay.order_id = o.id) ON o.customer_id = c.id
WHERE c.country IN ('Spain', 'Ireland')`,
    database: 'shop',
    features: ['nested-join', 'left-join', 'in-list'],
  },
  {
    sql: `SELECT * FROM (departments d JOIN projects p ON p.department_id = d.id) CROSS JOIN (VALUES (1), (2)) v(n) WHERE n = p.id`,
    database: 'hr',
    features: ['nested-join', 'cross-join', 'values-in-from', 'column-alias-list'],
  },
  {
    sql: `SELECT d.name, COUNT(DISTINCT pm.employee_id) AS people
FROM departments d
LEFT JOIN projects p JOIN project_members pm ON pm.project_id = p.id ON p.department_id = d.id
GROUP BY d.name`,
    database: 'hr',
    features: ['nested-join', 'count-distinct'],
  },
  {
    sql: `SELECT c.* FROM customers c LEFT JOIN orders o ON o.customer_id = c.id WHERE o.id IS NULL`,
    database: 'shop',
    features: ['anti-join', 'table-star', 'is-null'],
  },
  {
    sql: `SELECT w.id AS work_order, s.id AS sale FROM orders w JOIN sales.orders s ON s.id = w.id ORDER BY w.id`,
    database: 'telemetry',
    features: ['namespace', 'self-join'],
    ordered: true,
  },
  {
    sql: `SELECT public.orders.id, sales.orders.currency, sales.customers.name FROM sales.orders, sales.customers, public.orders WHERE sales.orders.customer_id = sales.customers.id AND public.orders.id = sales.orders.id`,
    database: 'telemetry',
    features: ['namespace-in-column', 'comma-join'],
  },
  {
    sql: `SELECT n.ordered_on, p.ordered_on AS "Previous Order", n.ordered_on - p.ordered_on AS days
FROM sales.orders n LEFT JOIN sales.orders p ON p.id = n.previous_id ORDER BY n.id`,
    database: 'telemetry',
    features: ['namespace', 'self-join', 'quoted-alias', 'date-arithmetic'],
    ordered: true,
  },
  {
    sql: `SELECT a.id, b.id, c.id, d.id FROM technicians a JOIN technicians b ON b.supervisor_id = a.id JOIN technicians c ON c.supervisor_id = a.id AND c.id > b.id LEFT JOIN technicians d ON d.supervisor_id = c.id`,
    database: 'telemetry',
    features: ['self-join', 'many-tables'],
  },
  {
    sql: `SELECT job, department, count(*) FROM current_employees ce GROUP BY department, job HAVING count(*) > 1`,
    database: 'hr',
    features: ['view', 'having'],
  },
  {
    sql: `SELECT o.id, t.total FROM sales.orders AS o JOIN sales.order_totals AS t ON t.order_id = o.id WHERE o."paidAt" IS NULL`,
    database: 'telemetry',
    features: ['view', 'namespace', 'camel-case-name'],
  },
];
