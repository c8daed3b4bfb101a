import type { ReadEntry } from '../entry.ts';

/** Whole answers to what people ask of such a database: each joins several of the constructs. */
export const QUESTIONS: readonly ReadEntry[] = [
  {
    sql: `WITH first_orders AS (
  SELECT customer_id, date_trunc('quarter', min(ordered_at)) AS cohort FROM orders GROUP BY customer_id
), activity AS (
  SELECT DISTINCT f.cohort, o.customer_id,
    ((extract(year FROM o.ordered_at) - extract(year FROM f.cohort)) * 4 + extract(quarter FROM o.ordered_at) - extract(quarter FROM f.cohort))::int AS quarter_no
  FROM orders o JOIN first_orders f USING (customer_id)
)
SELECT cohort::date, quarter_no, count(*) AS active, round(100.0 * count(*) / first_value(count(*)) OVER (PARTITION BY cohort ORDER BY quarter_no), 1) AS retention
FROM activity GROUP BY cohort, quarter_no ORDER BY cohort, quarter_no`,
    database: 'shop',
    features: ['cohort', 'chained-cte', 'window-over-aggregate', 'date-trunc', 'join-using'],
    ordered: true,
  },
  {
    sql: `WITH monthly AS (SELECT date_trunc('month', paid_at) m, sum(amount) revenue FROM payments GROUP BY 1)
SELECT to_char(m, 'Mon YYYY') AS month, revenue, lag(revenue, 12) OVER (ORDER BY m) AS last_year,
  round((revenue / nullif(lag(revenue, 12) OVER (ORDER BY m), 0) - 1) * 100, 1) AS growth
FROM monthly ORDER BY m`,
    database: 'shop',
    features: ['year-over-year', 'cte', 'neighbour-row', 'to-char', 'nullif'],
    ordered: true,
  },
  {
    sql: `SELECT a.y AS year, a.total, b.total AS previous, a.total - b.total AS difference
FROM (SELECT extract(year FROM paid_at) y, sum(amount) total FROM payments GROUP BY y) a
LEFT JOIN (SELECT extract(year FROM paid_at) y, sum(amount) total FROM payments GROUP BY y) b ON b.y = a.y - 1
ORDER BY a.y`,
    database: 'shop',
    features: ['year-over-year', 'derived-table', 'left-join'],
    ordered: true,
  },
  {
    sql: `SELECT cat.name,
  sum(oi.quantity) FILTER (WHERE extract(quarter FROM o.ordered_at) = 1) AS q1,
  sum(oi.quantity) FILTER (WHERE extract(quarter FROM o.ordered_at) = 2) AS q2,
  sum(oi.quantity) FILTER (WHERE extract(quarter FROM o.ordered_at) = 3) AS q3,
  sum(oi.quantity) FILTER (WHERE extract(quarter FROM o.ordered_at) = 4) AS q4
FROM order_items oi JOIN orders o ON o.id = oi.order_id JOIN products p ON p.id = oi.product_id JOIN categories cat ON cat.id = p.category_id
WHERE o.ordered_at BETWEEN '2024-01-01' AND '2024-12-31 23:59:59'
GROUP BY cat.name ORDER BY cat.name`,
    database: 'shop',
    features: ['pivot', 'filter', 'many-tables'],
    ordered: true,
  },
  {
    sql: `select department_id,
  sum(case when kind = 'vacation' then ends_on - starts_on + 1 else 0 end) vacation,
  sum(case when kind = 'sick' then ends_on - starts_on + 1 else 0 end) sick,
  count(case when status = 'rejected' then 1 end) rejected
from leave_requests l join employees e on e.id = l.employee_id group by department_id order by department_id`,
    database: 'hr',
    features: ['pivot', 'case', 'lower-case'],
    ordered: true,
  },
  {
    sql: `SELECT name, price, category_id FROM (
  SELECT name, price, category_id, dense_rank() OVER (PARTITION BY category_id ORDER BY price DESC) AS place FROM products
) AS p WHERE place <= 3 ORDER BY category_id, price DESC, name`,
    database: 'shop',
    features: ['top-n-per-group', 'ranking'],
    ordered: true,
  },
  {
    sql: `SELECT p.name, round(sum(oi.quantity * oi.unit_price) / (SELECT sum(quantity * unit_price) FROM order_items) * 100, 2) AS percent
FROM products p JOIN order_items oi ON oi.product_id = p.id GROUP BY p.id, p.name ORDER BY percent DESC, p.id LIMIT 10`,
    database: 'shop',
    features: ['percent-of-total', 'scalar-subquery', 'same-table-inside'],
    ordered: true,
  },
  {
    sql: `WITH ranked AS (
  SELECT p.id, sum(oi.quantity * oi.unit_price) AS revenue FROM products p JOIN order_items oi ON oi.product_id = p.id GROUP BY p.id
), shares AS (
  SELECT id, revenue, sum(revenue) OVER (ORDER BY revenue DESC, id) / sum(revenue) OVER () AS cumulative FROM ranked
)
SELECT CASE WHEN cumulative <= 0.8 THEN 'A' WHEN cumulative <= 0.95 THEN 'B' ELSE 'C' END AS class, count(*), sum(revenue) FROM shares GROUP BY class ORDER BY class`,
    database: 'shop',
    features: ['running-total', 'percent-of-total', 'chained-cte', 'group-by-alias', 'case'],
    ordered: true,
  },
  {
    sql: `SELECT c.id, c.name,
  DATE '2025-07-01' - max(o.ordered_at)::date AS recency, count(DISTINCT o.id) AS frequency, coalesce(sum(pay.amount), 0) AS monetary,
  ntile(5) OVER (ORDER BY coalesce(sum(pay.amount), 0), c.id) AS score
FROM customers c LEFT JOIN orders o ON o.customer_id = c.id LEFT JOIN payments pay ON pay.order_id = o.id
GROUP BY c.id ORDER BY monetary DESC, c.id`,
    database: 'shop',
    features: ['window-over-aggregate', 'ranking', 'count-distinct', 'typed-literal'],
    ordered: true,
  },
  {
    sql: `SELECT a.name AS first, b.name AS second, count(*) AS together
FROM order_items x JOIN order_items y ON x.order_id = y.order_id AND x.product_id < y.product_id
JOIN products a ON a.id = x.product_id JOIN products b ON b.id = y.product_id
GROUP BY a.name, b.name HAVING count(*) >= 3 ORDER BY together DESC, first, second`,
    database: 'shop',
    features: ['self-join', 'two-keys-to-one-table', 'having'],
    ordered: true,
  },
  {
    sql: `SELECT day::date, coalesce(sum(p.amount), 0) AS revenue, avg(coalesce(sum(p.amount), 0)) OVER (ORDER BY day ROWS 6 PRECEDING) AS week_average
FROM generate_series(timestamp '2024-11-01', '2024-11-30', '1 day') AS day
LEFT JOIN payments p ON p.paid_at >= day AND p.paid_at < day + interval '1 day'
GROUP BY day ORDER BY day`,
    database: 'shop',
    features: ['moving-average', 'calendar', 'generate-series', 'non-equi-join', 'frame-shorthand'],
    ordered: true,
  },
  {
    sql: `SELECT c.country, percentile_cont(0.5) within group (order by t.total) as median_order
FROM customers c JOIN orders o ON o.customer_id = c.id JOIN (SELECT order_id, sum(quantity * unit_price) total FROM order_items GROUP BY order_id) t ON t.order_id = o.id
GROUP BY c.country ORDER BY c.country`,
    database: 'shop',
    features: ['median', 'ordered-set', 'derived-table'],
    ordered: true,
  },
  {
    sql: `SELECT o.id, o.status FROM orders o LEFT JOIN payments p ON o.id = p.order_id WHERE p.id IS NULL AND o.status NOT IN ('cancelled','pending')`,
    database: 'shop',
    features: ['anti-join', 'enum'],
    empty: true,
  },
  {
    sql: `SELECT customer_id FROM orders o JOIN order_items i ON i.order_id = o.id JOIN products p ON p.id = i.product_id JOIN categories c ON c.id = p.category_id GROUP BY customer_id HAVING count(DISTINCT c.parent_id) = (SELECT count(*) FROM categories WHERE parent_id IS NULL)`,
    database: 'shop',
    features: ['relational-division', 'count-distinct', 'having'],
  },
  {
    sql: `WITH RECURSIVE reports AS (
  SELECT id, first_name || ' ' || last_name AS name, manager_id, 1 AS level, last_name::text AS path FROM employees WHERE manager_id IS NULL
  UNION ALL
  SELECT e.id, e.first_name || ' ' || e.last_name, e.manager_id, r.level + 1, r.path || ' > ' || e.last_name FROM employees e JOIN reports r ON e.manager_id = r.id
)
SELECT level, count(*) AS people, (SELECT count(*) FROM reports x WHERE x.level <= r.level) AS up_to_here, min(path) FROM reports r GROUP BY level ORDER BY level`,
    database: 'hr',
    features: ['hierarchy', 'recursive-cte', 'cte-twice', 'concatenation', 'correlated-subquery'],
    ordered: true,
  },
  {
    sql: `WITH RECURSIVE subordinates AS (
  SELECT id AS root, id FROM employees WHERE job_id = 2
  UNION SELECT s.root, e.id FROM subordinates s JOIN employees e ON e.manager_id = s.id
)
SELECT e.last_name, count(*) - 1 AS reports, sum(x.salary) AS payroll FROM subordinates s JOIN employees e ON e.id = s.root JOIN employees x ON x.id = s.id GROUP BY e.id ORDER BY reports DESC, e.id`,
    database: 'hr',
    features: ['hierarchy', 'recursive-cte', 'self-join'],
    ordered: true,
  },
  {
    sql: `SELECT y.year, count(e.id) AS hired, (SELECT count(*) FROM employees l WHERE extract(year FROM l.left_on) = y.year) AS gone,
  (SELECT count(*) FROM employees h WHERE h.hired_on < make_date(y.year + 1, 1, 1) AND (h.left_on IS NULL OR h.left_on >= make_date(y.year + 1, 1, 1))) AS headcount
FROM generate_series(2014, 2024) AS y(year) LEFT JOIN employees e ON extract(year FROM e.hired_on) = y.year GROUP BY y.year ORDER BY y.year`,
    database: 'hr',
    features: ['calendar', 'make-date', 'same-table-inside', 'correlated-subquery'],
    ordered: true,
  },
  {
    sql: `SELECT e.first_name, e.last_name, h.salary, h.valid_from FROM employees e JOIN salary_history h ON h.employee_id = e.id
WHERE h.valid_from = (SELECT max(valid_from) FROM salary_history WHERE employee_id = e.id AND valid_from <= '2022-01-01')`,
    database: 'hr',
    features: ['correlated-subquery', 'same-table-inside', 'composite-key'],
  },
  {
    sql: `SELECT d.name, count(*) FILTER (WHERE e.left_on IS NULL) AS staff, round(avg(e.salary) FILTER (WHERE e.left_on IS NULL)) AS mean_salary, sum(e.salary) > d.budget * 0.5 AS heavy
FROM departments d JOIN employees e ON e.department_id = d.id GROUP BY d.id HAVING count(*) FILTER (WHERE e.left_on IS NULL) > 4 ORDER BY mean_salary DESC`,
    database: 'hr',
    features: ['filter', 'having', 'rounding'],
    ordered: true,
  },
  {
    sql: `SELECT p.name, string_agg(e.first_name || ' ' || e.last_name || CASE WHEN pm.role = 'lead' THEN ' (lead)' ELSE '' END, ', ' ORDER BY pm.role = 'lead' DESC, e.last_name, e.id) AS team, sum(pm.hours_per_week) FROM projects p JOIN project_members pm ON pm.project_id = p.id JOIN employees e ON pm.employee_id = e.id GROUP BY p.id`,
    database: 'hr',
    features: ['string-agg', 'aggregate-order-by', 'case', 'concatenation'],
  },
  {
    sql: `SELECT e.id, e.last_name FROM employees e WHERE NOT EXISTS (SELECT p.id FROM projects p WHERE p.department_id = e.department_id AND p.status = 'active' EXCEPT SELECT m.project_id FROM project_members m WHERE m.employee_id = e.id) AND e.department_id IN (SELECT department_id FROM projects WHERE status = 'active')`,
    database: 'hr',
    features: ['relational-division', 'except', 'not-exists', 'correlated-subquery'],
  },
  {
    sql: `WITH spans AS (
  SELECT member_id, period, lower(period) > max(coalesce(upper(period), 'infinity')) OVER (PARTITION BY member_id ORDER BY lower(period) ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS fresh FROM loans
), numbered AS (
  SELECT member_id, period, count(*) FILTER (WHERE fresh IS DISTINCT FROM FALSE) OVER (PARTITION BY member_id ORDER BY lower(period)) AS spell FROM spans
)
SELECT member_id, spell, min(lower(period)), max(upper(period)), count(*) FROM numbered GROUP BY member_id, spell ORDER BY 1, 2`,
    database: 'library',
    features: ['gaps-and-islands', 'window-filter', 'range-function', 'chained-cte', 'is-distinct-from'],
    ordered: true,
  },
  {
    sql: `SELECT m."first name", b.title, l.returned_on - l.due_on AS days_late, g."Betrag €" FROM loans l JOIN members m ON m.id = l.member_id JOIN books b ON b.id = l.book_id JOIN "Gebühren" g ON g."Ausleihe" = l.id WHERE NOT g.bezahlt AND l.returned_on > l.due_on + 5 ORDER BY g."Betrag €" DESC, g.nr`,
    database: 'library',
    features: ['many-tables', 'unicode-name', 'name-with-blank', 'date-arithmetic'],
    ordered: true,
  },
  {
    sql: `SELECT title, times FROM (SELECT b.title, count(l.id) AS times, rank() OVER (ORDER BY count(l.id) DESC) AS r FROM books b LEFT JOIN loans l ON l.book_id = b.id GROUP BY b.id) t WHERE r <= 3 ORDER BY times DESC, title`,
    database: 'library',
    features: ['window-over-aggregate', 'top-n-per-group', 'ranking'],
    ordered: true,
  },
  {
    sql: `select author."fullName" as author, mentor."fullName" as mentor, coalesce(author.died, 2024) - author.born as age from authors author left join authors mentor on mentor.id = author.mentor_id order by age desc nulls last, author.id`,
    database: 'library',
    features: ['self-join', 'left-join', 'coalesce', 'nulls-order', 'camel-case-name'],
    ordered: true,
  },
  {
    sql: `SELECT r.member_id, r."Date Read", r."pages read", sum(r."pages read") OVER (PARTITION BY r.member_id, r.book_id ORDER BY r."Date Read") AS so_far, round(100.0 * sum(r."pages read") OVER (PARTITION BY r.member_id, r.book_id ORDER BY r."Date Read") / b.pages) AS percent FROM "Reading Log" r JOIN books b ON b.id = r.book_id ORDER BY 1, 2`,
    database: 'library',
    features: ['running-total', 'name-with-blank', 'window-aggregate', 'ordinal'],
    ordered: true,
  },
  {
    sql: `SELECT b."Branch Name", count(c.copy_no) FROM branches b LEFT JOIN copies c ON c.branch_code = b.code GROUP BY 1`,
    database: 'library',
    features: ['left-join', 'name-with-blank', 'ordinal'],
  },
  {
    sql: `SELECT d.serial, r.taken_at, r.temperature - lag(r.temperature) OVER w AS jump FROM readings r JOIN devices d ON d.id = r.device_id WHERE r.temperature IS NOT NULL WINDOW w AS (PARTITION BY r.device_id ORDER BY r.taken_at) ORDER BY abs(r.temperature - lag(r.temperature) OVER w) DESC NULLS LAST, d.serial, r.taken_at LIMIT 5`,
    database: 'telemetry',
    features: ['neighbour-row', 'named-window', 'order-by-expression', 'math-function'],
    ordered: true,
  },
  {
    sql: `SELECT s.name, date_trunc('day', r.taken_at)::date AS day, min(r.temperature), max(r.temperature), round(avg(r.humidity), 1), sum(r.rain_mm) > 0 AS wet
FROM sites s JOIN devices d ON s.id = d.site_id AND d.active JOIN readings r ON r.device_id = d.id GROUP BY s.id, day ORDER BY s.id, day`,
    database: 'telemetry',
    features: ['date-trunc', 'group-by-alias', 'boolean-column'],
    ordered: true,
  },
  {
    sql: `SELECT e.slot, r.temperature FROM generate_series('2024-03-01 00:00+00'::timestamptz, '2024-03-02 00:00+00', '3 hours') AS e(slot) LEFT JOIN readings r ON r.taken_at = e.slot AND r.device_id = (SELECT id FROM devices WHERE serial = 'WS-0002') ORDER BY e.slot`,
    database: 'telemetry',
    features: ['calendar', 'generate-series', 'left-join', 'scalar-subquery'],
    ordered: true,
  },
  {
    sql: `SELECT level, avg(cleared_at - raised_at) AS mean_time, max(extract(epoch FROM cleared_at - raised_at))::int AS worst, count(*) - count(cleared_at) AS still_open FROM alerts GROUP BY level ORDER BY level`,
    database: 'telemetry',
    features: ['interval-column', 'extract', 'enum'],
    ordered: true,
  },
  {
    sql: `WITH RECURSIVE up AS (
  SELECT id, name, supervisor_id, name::text AS line FROM technicians WHERE name = 'Bruno'
  UNION ALL
  SELECT t.id, t.name, t.supervisor_id, up.line || ' → ' || t.name FROM up JOIN technicians t ON t.id = up.supervisor_id
) SELECT line FROM up WHERE supervisor_id IS NULL`,
    database: 'telemetry',
    features: ['hierarchy', 'recursive-cte', 'unicode-text'],
    ordered: true,
  },
  {
    sql: `SELECT c.name, extract(year FROM o.ordered_on) AS year, sum(l.quantity * l.unit_price * (1 - c.discount / 100)) AS net
FROM sales.customers c JOIN sales.orders o ON o.customer_id = c.id JOIN sales.order_lines l ON l.order_id = o.id
GROUP BY GROUPING SETS ((c.name, year), (c.name)) ORDER BY c.name, year NULLS LAST`,
    database: 'telemetry',
    features: ['grouping-sets', 'namespace', 'year-over-year'],
    ordered: true,
  },
  {
    sql: `SELECT tech.name, count(o.id) AS jobs, sum(tech.hourly_rate * extract(epoch FROM o.spent) / 3600 + o.total_cost)::numeric(10,2) AS cost FROM technicians tech LEFT JOIN orders o ON o.technician_id = tech.id AND o.status = 'done' GROUP BY tech.id ORDER BY cost DESC NULLS LAST, tech.id`,
    database: 'telemetry',
    features: ['left-join', 'extract', 'nulls-order', 'cast-operator'],
    ordered: true,
  },
];
