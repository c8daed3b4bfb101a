import type { ReadEntry } from '../entry.ts';

export const WINDOWS: readonly ReadEntry[] = [
  {
    sql: `SELECT last_name, salary, rank() OVER (ORDER BY salary DESC) FROM employees ORDER BY salary DESC, id LIMIT 15`,
    database: 'hr',
    features: ['ranking', 'limit'],
    ordered: true,
  },
  {
    sql: `select department_id, last_name, row_number() over (partition by department_id order by salary desc, id) as rn, dense_rank() over(partition by department_id order by job_id) dr, percent_rank() over (order by hired_on), cume_dist() over (order by hired_on), ntile(4) over (order by id) from employees`,
    database: 'hr',
    features: ['ranking', 'lower-case', 'alias-without-as'],
  },
  {
    sql: `SELECT * FROM (SELECT p.*, ROW_NUMBER() OVER (PARTITION BY category_id ORDER BY price DESC, id) AS rn FROM products p) ranked WHERE rn <= 2`,
    database: 'shop',
    features: ['top-n-per-group', 'ranking', 'derived-table', 'table-star'],
  },
  {
    sql: `SELECT id, ordered_at, lag(ordered_at) OVER w AS previous, ordered_at - lag(ordered_at) OVER w AS gap, lead(id, 2, 0) OVER w
FROM orders WHERE customer_id = 7 WINDOW w AS (ORDER BY ordered_at) ORDER BY ordered_at`,
    database: 'shop',
    features: ['neighbour-row', 'named-window', 'date-arithmetic'],
    ordered: true,
  },
  {
    sql: `SELECT paid_at::date AS day, amount, SUM(amount) OVER (ORDER BY paid_at, id ROWS UNBOUNDED PRECEDING) AS running FROM payments ORDER BY paid_at, id LIMIT 20`,
    database: 'shop',
    features: ['running-total', 'rows-frame', 'frame-shorthand', 'window-aggregate'],
    ordered: true,
  },
  {
    sql: `SELECT taken_at, temperature, avg(temperature) OVER (PARTITION BY device_id ORDER BY taken_at ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING) smooth FROM readings WHERE device_id = '10000000-0000-4000-8000-000000000003' ORDER BY taken_at`,
    database: 'telemetry',
    features: ['moving-average', 'rows-frame', 'uuid'],
    ordered: true,
  },
  {
    sql: `SELECT device_id, taken_at, max(temperature) OVER (PARTITION BY device_id ORDER BY taken_at RANGE BETWEEN INTERVAL '1 day' PRECEDING AND CURRENT ROW) FROM readings`,
    database: 'telemetry',
    features: ['interval-frame', 'range-frame', 'window-aggregate'],
  },
  {
    sql: `SELECT id, price, count(*) OVER (ORDER BY price RANGE BETWEEN 10 PRECEDING AND 10 FOLLOWING) - 1 AS similarly_priced FROM products`,
    database: 'shop',
    features: ['range-frame', 'window-aggregate'],
  },
  {
    sql: `SELECT rating, id, sum(id) OVER (ORDER BY rating GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS s FROM reviews`,
    database: 'shop',
    features: ['groups-frame'],
  },
  {
    sql: `SELECT id, rating, avg(rating) OVER (PARTITION BY product_id ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) AS others FROM reviews`,
    database: 'shop',
    features: ['exclude-current-row', 'rows-frame'],
  },
  {
    sql: `SELECT last_name, salary, sum(salary) OVER (ORDER BY salary RANGE UNBOUNDED PRECEDING EXCLUDE GROUP) AS below, count(*) OVER (ORDER BY salary GROUPS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING EXCLUDE TIES) AS above FROM employees`,
    database: 'hr',
    features: ['exclude-group', 'exclude-ties', 'groups-frame', 'range-frame', 'frame-shorthand'],
  },
  {
    sql: `SELECT id, count(*) OVER (ORDER BY id ROWS 3 PRECEDING EXCLUDE NO OTHERS) FROM jobs ORDER BY id`,
    database: 'hr',
    features: ['exclude-no-others', 'frame-shorthand', 'rows-frame'],
    ordered: true,
  },
  {
    sql: `SELECT id, count(*) OVER (ORDER BY id ROWS CURRENT ROW), sum(id) OVER (ORDER BY id RANGE CURRENT ROW), sum(id) OVER (ORDER BY id GROUPS 2 PRECEDING) FROM departments`,
    database: 'hr',
    features: ['frame-shorthand', 'groups-frame', 'range-frame', 'rows-frame'],
  },
  {
    sql: `SELECT first_value(name) OVER by_price AS dearest, last_value(name) OVER (by_price ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS cheapest, nth_value(name, 2) OVER by_price, name
FROM products WINDOW by_category AS (PARTITION BY category_id), by_price AS (by_category ORDER BY price DESC, id)`,
    database: 'shop',
    features: ['named-window', 'window-inheritance', 'neighbour-row'],
  },
  {
    sql: `SELECT status, count(*) AS n, round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS share FROM orders GROUP BY status ORDER BY n DESC, status`,
    database: 'shop',
    features: ['percent-of-total', 'window-over-aggregate', 'rounding', 'number-spelling'],
    ordered: true,
  },
  {
    sql: `SELECT to_char(date_trunc('month', paid_at), 'YYYY-MM') AS month, SUM(amount) AS revenue, SUM(SUM(amount)) OVER (ORDER BY date_trunc('month', paid_at)) AS to_date,
  SUM(amount) - LAG(SUM(amount)) OVER (ORDER BY date_trunc('month', paid_at)) AS change
FROM payments GROUP BY date_trunc('month', paid_at) ORDER BY month`,
    database: 'shop',
    features: ['window-over-aggregate', 'running-total', 'to-char', 'date-trunc', 'neighbour-row'],
    ordered: true,
  },
  {
    sql: `SELECT id, count(*) FILTER (WHERE level = 'critical') OVER (ORDER BY raised_at) AS so_far FROM alerts ORDER BY raised_at`,
    database: 'telemetry',
    features: ['window-filter', 'enum'],
    ordered: true,
  },
  {
    sql: `WITH d AS (SELECT member_id, "Date Read", "Date Read" - (ROW_NUMBER() OVER (PARTITION BY member_id ORDER BY "Date Read"))::int AS island FROM "Reading Log")
SELECT member_id, min("Date Read") AS "from", max("Date Read") AS "to", count(*) AS days FROM d GROUP BY member_id, island ORDER BY member_id, "from"`,
    database: 'library',
    features: ['gaps-and-islands', 'name-with-blank', 'quoted-alias', 'keyword-name'],
    ordered: true,
  },
  {
    sql: `SELECT member_id, day, next_day - day - 1 AS missed FROM (SELECT member_id, "Date Read" AS day, LEAD("Date Read") OVER (PARTITION BY member_id ORDER BY "Date Read") AS next_day FROM "Reading Log") t WHERE next_day - day > 1`,
    database: 'library',
    features: ['gaps-and-islands', 'neighbour-row', 'derived-table'],
  },
  {
    sql: `select id, sum(case when gap then 1 else 0 end) over (order by ordered_at) as session from (
  select id, ordered_at, ordered_at - lag(ordered_at) over (order by ordered_at) > interval '10 days' as gap from orders
) s order by ordered_at`,
    database: 'shop',
    features: ['gaps-and-islands', 'case', 'interval', 'running-total'],
    ordered: true,
  },
  {
    sql: `SELECT DISTINCT department_id, max(salary) OVER (PARTITION BY department_id) - min(salary) OVER (PARTITION BY department_id) AS spread FROM employees`,
    database: 'hr',
    features: ['distinct', 'window-aggregate'],
  },
  {
    sql: `SELECT employee_id, valid_from, salary, round((salary / lag(salary) OVER (PARTITION BY employee_id ORDER BY valid_from) - 1) * 100, 2) AS raise_percent FROM salary_history ORDER BY employee_id, valid_from`,
    database: 'hr',
    features: ['neighbour-row', 'rounding', 'arithmetic'],
    ordered: true,
  },
  {
    sql: `SELECT name, ntile(3) OVER (ORDER BY budget DESC), budget FROM projects WHERE budget IS NOT NULL ORDER BY row_number() OVER (ORDER BY budget DESC)`,
    database: 'hr',
    features: ['ranking', 'order-by-expression'],
    ordered: true,
  },
  {
    sql: `SELECT id, product(quantity) OVER (PARTITION BY order_id ORDER BY line_no) FROM (SELECT order_id AS id, order_id, line_no, quantity::numeric FROM (VALUES (1,1,2),(1,2,3),(2,1,5)) AS l(order_id, line_no, quantity)) x`,
    database: 'library',
    features: ['user-aggregate', 'window-aggregate', 'values-in-from'],
  },
  {
    sql: `SELECT string_agg(name, ',') OVER (PARTITION BY region ORDER BY name ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), count(*) OVER () FROM sites`,
    database: 'telemetry',
    features: ['string-agg', 'window-aggregate', 'rows-frame'],
  },
];
