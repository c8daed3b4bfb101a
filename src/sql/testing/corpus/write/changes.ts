import type { WriteEntry } from '../entry.ts';

export const UPDATES: readonly WriteEntry[] = [
  {
    sql: `UPDATE products SET price = price * 1.1 WHERE category_id = 5`,
    database: 'shop',
    features: ['update'],
  },
  {
    sql: `update customers set newsletter = true, city = upper(city) where country='France' returning id, name, city;`,
    database: 'shop',
    features: ['update', 'lower-case', 'returning', 'closing-semicolon'],
  },
  {
    sql: `UPDATE orders SET status = 'cancelled', shipped_at = NULL WHERE status IN ('pending') AND ordered_at < now() - interval '1 month'`,
    database: 'shop',
    features: ['update', 'enum', 'interval'],
  },
  {
    sql: `UPDATE products p SET stock = stock - oi.quantity FROM order_items oi JOIN orders o ON o.id = oi.order_id WHERE oi.product_id = p.id AND o.id = 16 AND p.stock >= oi.quantity RETURNING p.id, p.stock, oi.quantity`,
    database: 'shop',
    features: ['update-from', 'target-alias', 'returning'],
  },
  {
    sql: `UPDATE products AS p SET price = avg_price.price FROM (SELECT category_id, round(avg(price), 2) AS price FROM products GROUP BY category_id) AS avg_price WHERE p.category_id = avg_price.category_id AND p.discontinued`,
    database: 'shop',
    features: ['update-from', 'derived-table', 'same-table-inside', 'boolean-column'],
  },
  {
    sql: `UPDATE categories c SET name = parent.name || ' / ' || c.name FROM categories parent WHERE c.parent_id = parent.id`,
    database: 'shop',
    features: ['update-from', 'self-join', 'concatenation'],
  },
  {
    sql: `UPDATE employees SET (salary, remote) = (salary + 500, TRUE) WHERE id = 10 RETURNING *`,
    database: 'hr',
    features: ['update-row', 'returning', 'star'],
  },
  {
    sql: `UPDATE employees SET (job_id, salary) = (SELECT id, max_salary FROM jobs WHERE title = 'Designer') WHERE last_name = 'Ramos'`,
    database: 'hr',
    features: ['update-row-subquery', 'scalar-subquery'],
  },
  {
    sql: `UPDATE departments SET budget = (SELECT sum(salary) FROM employees e WHERE e.department_id = departments.id AND e.left_on IS NULL) WHERE EXISTS (SELECT 1 FROM employees WHERE department_id = departments.id)`,
    database: 'hr',
    features: ['update', 'correlated-subquery', 'exists'],
  },
  {
    sql: `UPDATE departments d SET (budget, city) = (SELECT sum(p.budget), max(p.name) FROM projects p WHERE p.department_id = d.id) WHERE d.id IN (2, 3)`,
    database: 'hr',
    features: ['update-row-subquery', 'target-alias', 'correlated-subquery'],
  },
  {
    sql: `UPDATE employees SET salary = salary * 1.05 WHERE id = 12 RETURNING old.salary AS before, new.salary AS after, new.salary - old.salary AS raise`,
    database: 'hr',
    features: ['update', 'returning-old-new'],
  },
  {
    sql: `WITH low AS (SELECT id FROM employees WHERE salary < 30000) UPDATE employees SET salary = 30000 FROM low WHERE low.id = employees.id RETURNING employees.id, employees.salary`,
    database: 'hr',
    features: ['update-from', 'cte', 'no-alias'],
  },
  {
    sql: `UPDATE projects SET status = DEFAULT, finished_on = NULL, name = name || '!' WHERE status = 'finished'`,
    database: 'hr',
    features: ['update-default', 'enum'],
  },
  {
    sql: `UPDATE leave_requests SET status = CASE WHEN ends_on - starts_on > 14 THEN 'rejected' ELSE 'approved' END WHERE status = 'requested'`,
    database: 'hr',
    features: ['update', 'case'],
  },
  {
    sql: `UPDATE employees SET manager_id = m.id FROM employees m, departments d WHERE d.id = employees.department_id AND m.department_id = d.id AND m.job_id = 2 AND employees.id <> m.id AND d.name = 'Support'`,
    database: 'hr',
    features: ['update-from', 'comma-join', 'self-join'],
  },
  {
    sql: `UPDATE books SET details = jsonb_set(details, '{edition}', to_jsonb(coalesce((details->>'edition')::int, 0) + 1)), tags = array_append(tags, 'new') WHERE 'classic' = ANY(tags) RETURNING title, details->'edition'`,
    database: 'library',
    features: ['update', 'json-modification', 'array-function', 'returning'],
  },
  {
    sql: `UPDATE members SET "isActive" = FALSE, preferences = preferences || '{"newsletter": false}' WHERE "last name" ILIKE 'l%' RETURNING OLD."isActive", NEW.preferences`,
    database: 'library',
    features: ['update', 'name-with-blank', 'returning-old-new', 'camel-case-name'],
  },
  {
    sql: `UPDATE "select" AS s SET "limit" = DEFAULT, "end" = "end" + 1 WHERE s."user" = 1 RETURNING s."order", "limit"`,
    database: 'library',
    features: ['update-default', 'keyword-name', 'target-alias'],
  },
  {
    sql: `UPDATE "Gebühren" SET bezahlt = TRUE FROM loans l JOIN members m ON m.id = l.member_id WHERE l.id = "Ausleihe" AND m."first name" = 'Inês' AND NOT bezahlt`,
    database: 'library',
    features: ['update-from', 'unicode-name'],
  },
  {
    sql: `UPDATE archive.loans SET days = days + 1 WHERE lent_on < '1950-01-01' RETURNING archive.loans.id, loans.title`,
    database: 'library',
    features: ['update', 'namespace', 'namespace-in-column', 'returning'],
  },
  {
    sql: `UPDATE orders SET spent = coalesce(spent, interval '0') + estimate, planned = tstzrange(lower(planned), NULL) WHERE status <> 'dropped' AND technician_id = 1`,
    database: 'telemetry',
    features: ['update', 'interval-column', 'range-constructor'],
  },
  {
    sql: `UPDATE sales.orders o SET "paidAt" = now() FROM sales.customers c WHERE c.id = o.customer_id AND c.country = 'ES' AND o."paidAt" IS NULL RETURNING o.id, c.name`,
    database: 'telemetry',
    features: ['update-from', 'namespace', 'camel-case-name', 'returning'],
    volatile: true,
  },
  {
    sql: `UPDATE sales.orders SET currency = w.status FROM orders w WHERE w.id = sales.orders.id AND FALSE`,
    database: 'telemetry',
    features: ['update-from', 'namespace-in-column'],
    unchanged: true,
  },
  {
    sql: `UPDATE technicians SET hourly_rate = x.rate FROM (VALUES (4, 30.00), (5, 36.5)) AS x(id, rate) WHERE technicians.id = x.id`,
    database: 'telemetry',
    features: ['update-from', 'values-in-from', 'column-alias-list'],
  },
  {
    sql: `UPDATE jobs SET (min_salary, max_salary) = ROW(min_salary + 1, DEFAULT) WHERE FALSE`,
    database: 'hr',
    features: ['update-row', 'row-constructor', 'update-default'],
    unchanged: true,
  },
  {
    sql: `UPDATE jobs AS j SET (title) = ROW(upper(title)), min_salary = min_salary + 1 WHERE j.id < 4 RETURNING WITH (OLD AS before, NEW AS after) before.title, after.title, after.min_salary - before.min_salary`,
    database: 'hr',
    features: ['update-row', 'returning-with-aliases', 'returning-old-new', 'target-alias'],
  },
  {
    sql: `UPDATE members SET interests = interests || '{comic}' WHERE 'science' = ANY (interests) AND 'CEN' = home_branch RETURNING id, interests`,
    database: 'library',
    features: ['update', 'array-operator', 'array-literal', 'any', 'text-first'],
  },
];

export const DELETES: readonly WriteEntry[] = [
  {
    sql: `DELETE FROM reviews WHERE rating = 1`,
    database: 'shop',
    features: ['delete'],
  },
  {
    sql: `delete from payments`,
    database: 'shop',
    features: ['delete', 'lower-case'],
  },
  {
    sql: `DELETE FROM reviews r USING customers c WHERE c.id = r.customer_id AND c.country = 'Brazil' RETURNING r.id, c.name`,
    database: 'shop',
    features: ['delete-using', 'target-alias', 'returning'],
  },
  {
    sql: `DELETE FROM order_items USING orders, customers WHERE orders.id = order_items.order_id AND customers.id = orders.customer_id AND orders.status = 'cancelled'`,
    database: 'shop',
    features: ['delete-using', 'comma-join', 'no-alias'],
  },
  {
    sql: `DELETE FROM reviews a USING reviews b WHERE a.product_id = b.product_id AND a.id > b.id`,
    database: 'shop',
    features: ['delete-using', 'self-join', 'duplicates'],
  },
  {
    sql: `DELETE FROM salary_history h WHERE valid_from < (SELECT max(valid_from) FROM salary_history WHERE employee_id = h.employee_id) RETURNING *`,
    database: 'hr',
    features: ['delete', 'correlated-subquery', 'same-table-inside', 'returning'],
  },
  {
    sql: `DELETE FROM project_members WHERE (project_id, employee_id) IN (SELECT project_id, employee_id FROM project_members ORDER BY hours_per_week, employee_id, project_id LIMIT 3)`,
    database: 'hr',
    features: ['delete', 'row-subquery', 'composite-key'],
  },
  {
    sql: `WITH old AS (SELECT id FROM leave_requests WHERE ends_on < DATE '2024-01-01') DELETE FROM leave_requests USING old WHERE old.id = leave_requests.id RETURNING leave_requests.kind`,
    database: 'hr',
    features: ['delete-using', 'cte', 'returning'],
  },
  {
    sql: `DELETE FROM "Reading Log" WHERE note IS NOT NULL AND note <> '' AND "pages read" < 20 RETURNING old."Date Read"`,
    database: 'library',
    features: ['delete', 'name-with-blank', 'returning-old-new'],
  },
  {
    sql: `DELETE FROM archive.loans l WHERE NOT EXISTS (SELECT FROM books b WHERE b.title = l.title)`,
    database: 'library',
    features: ['delete', 'namespace', 'not-exists'],
  },
  {
    sql: `DELETE FROM sales.order_lines USING sales.orders o LEFT JOIN sales.customers c ON c.id = o.customer_id WHERE o.id = order_lines.order_id AND c.country = 'GB' OR order_lines.quantity > 5 AND o.id = order_lines.order_id`,
    database: 'telemetry',
    features: ['delete-using', 'left-join', 'namespace', 'precedence'],
  },
  {
    sql: `DELETE FROM events WHERE device_id IS NULL OR payload->>'type' = 'note'`,
    database: 'telemetry',
    features: ['delete', 'json-operator'],
  },
];

export const DATA_MODIFYING_CTES: readonly WriteEntry[] = [
  {
    sql: `WITH gone AS (DELETE FROM reviews WHERE rating < 3 RETURNING product_id) SELECT product_id, count(*) FROM gone GROUP BY product_id`,
    database: 'shop',
    features: ['data-modifying-cte', 'returning'],
  },
  {
    sql: `WITH placed AS (
  INSERT INTO orders (id, customer_id, ordered_at) VALUES (9100, 1, TIMESTAMP '2025-07-01 10:00') RETURNING id
)
INSERT INTO reviews (id, product_id, customer_id, rating, created_at) SELECT placed.id, 3, 1, 5, '2025-07-02' FROM placed RETURNING id, rating`,
    database: 'shop',
    features: ['data-modifying-cte', 'insert-select', 'typed-literal'],
  },
  {
    sql: `WITH moved AS (DELETE FROM leave_requests WHERE status = 'rejected' RETURNING *), counted AS (SELECT kind, count(*) AS n FROM moved GROUP BY kind) SELECT * FROM counted`,
    database: 'hr',
    features: ['data-modifying-cte', 'chained-cte', 'star'],
  },
  {
    sql: `WITH raised AS (UPDATE employees SET salary = salary + 100 WHERE department_id = 8 RETURNING id, salary) INSERT INTO salary_history (employee_id, valid_from, salary) SELECT id, '2025-08-01', salary FROM raised`,
    database: 'hr',
    features: ['data-modifying-cte', 'insert-select'],
  },
  {
    sql: `WITH archived AS (DELETE FROM transfers WHERE arrived_at IS NOT NULL RETURNING id, book_id, sent_at), kept AS (INSERT INTO archive.loans (id, title, member, lent_on, days) SELECT 100 + a.id, b.title, 'transfer', a.sent_at::date, 1 FROM archived a JOIN books b ON b.id = a.book_id RETURNING id) SELECT count(*) FROM kept`,
    database: 'library',
    features: ['data-modifying-cte', 'chained-cte', 'namespace'],
  },
  {
    sql: `WITH cleared AS (UPDATE alerts SET cleared_at = raised_at + interval '1 hour' WHERE cleared_at IS NULL RETURNING device_id) UPDATE devices SET active = TRUE FROM cleared WHERE cleared.device_id = devices.id RETURNING devices.serial`,
    database: 'telemetry',
    features: ['data-modifying-cte', 'update-from', 'returning'],
  },
  {
    sql: `WITH a AS (DELETE FROM links WHERE distance_km > 1000), b AS (INSERT INTO links VALUES (5, 6, 2000) RETURNING *) SELECT * FROM b`,
    database: 'telemetry',
    features: ['data-modifying-cte', 'insert-without-columns'],
  },
];
