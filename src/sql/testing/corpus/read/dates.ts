import type { ReadEntry } from '../entry.ts';

export const DATES: readonly ReadEntry[] = [
  {
    sql: `SELECT id FROM orders WHERE ordered_at >= '2024-01-01' AND ordered_at < '2024-02-01'::date`,
    database: 'shop',
    features: ['date-arithmetic', 'cast-operator'],
  },
  {
    sql: `select name from customers where signed_up_on between date '2023-01-01' and date '2023-03-31' + 10`,
    database: 'shop',
    features: ['typed-literal', 'between', 'date-arithmetic'],
  },
  {
    sql: `SELECT EXTRACT(YEAR FROM ordered_at) AS year, EXTRACT(isodow FROM ordered_at) weekday, COUNT(*) FROM orders GROUP BY 1, 2 ORDER BY 1, 2`,
    database: 'shop',
    features: ['extract', 'ordinal'],
    ordered: true,
  },
  {
    sql: `SELECT date_part('quarter', paid_at) q, sum(amount) FROM payments WHERE extract('year' from paid_at) = 2024 GROUP BY q`,
    database: 'shop',
    features: ['extract', 'group-by-alias'],
  },
  {
    sql: `SELECT last_name, age(date '2025-01-01', hired_on), extract(epoch from age(timestamp '2025-01-01', hired_on)) / 86400 FROM employees WHERE id < 6`,
    database: 'hr',
    features: ['age', 'extract', 'typed-literal'],
  },
  {
    sql: `SELECT id, starts_on, ends_on - starts_on + 1 AS days FROM leave_requests WHERE (starts_on, ends_on) OVERLAPS (DATE '2024-07-01', DATE '2024-08-01') ORDER BY starts_on, id`,
    database: 'hr',
    features: ['overlaps', 'date-arithmetic', 'typed-literal'],
    ordered: true,
  },
  {
    sql: `SELECT a.id, b.id FROM leave_requests a JOIN leave_requests b ON a.id < b.id AND a.employee_id = b.employee_id WHERE (a.starts_on, a.ends_on) OVERLAPS (b.starts_on, interval '30 days')`,
    database: 'hr',
    features: ['overlaps', 'self-join', 'interval'],
  },
  {
    sql: `SELECT taken_at AT TIME ZONE 'Europe/Lisbon', (taken_at AT TIME ZONE s.timezone)::date, timestamp '2024-03-01 12:00' AT TIME ZONE 'America/New_York' FROM readings r JOIN devices d ON d.id = r.device_id JOIN sites s ON s.id = d.site_id WHERE taken_at < timestamptz '2024-03-01 06:00:00+00'`,
    database: 'telemetry',
    features: ['at-time-zone', 'typed-literal', 'cast-operator'],
  },
  {
    sql: `SELECT date_trunc('day', taken_at, 'Atlantic/Azores') AS day, avg(temperature) FROM readings GROUP BY day ORDER BY day`,
    database: 'telemetry',
    features: ['date-trunc', 'group-by-alias'],
    ordered: true,
  },
  {
    sql: `SELECT d::date AS day, count(o.id) FROM generate_series('2024-01-01'::timestamp, '2024-01-31', interval '1 day') d LEFT JOIN orders o ON o.ordered_at::date = d GROUP BY d ORDER BY d`,
    database: 'shop',
    features: ['generate-series', 'calendar', 'left-join', 'interval'],
    ordered: true,
  },
  {
    sql: `SELECT m::date, (m + interval '1 month' - interval '1 day')::date AS month_end FROM generate_series(date '2024-01-01', date '2024-12-01', '1 month') AS g(m)`,
    database: 'shop',
    features: ['generate-series', 'interval', 'date-arithmetic', 'column-alias-list'],
  },
  {
    sql: `SELECT to_char(ordered_at, 'FMDay, DD "of" FMMonth YYYY HH24:MI'), to_char(shipping_fee, 'FM990D00'), to_char(id, '0000') FROM orders WHERE id % 40 = 0`,
    database: 'shop',
    features: ['to-char', 'arithmetic'],
  },
  {
    sql: `SELECT to_date('05 Dec 2000', 'DD Mon YYYY'), to_timestamp('2024-03-01 13:45', 'YYYY-MM-DD HH24:MI'), to_timestamp(1700000000), to_number('1,234.5', '9,999.9')`,
    database: 'shop',
    features: ['to-date', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT make_date(2024, 2, 29), make_time(8, 15, 23.5), make_timestamp(2024, 1, 1, 0, 0, 0), make_timestamptz(2024, 1, 1, 0, 0, 0, 'Asia/Tokyo')`,
    database: 'shop',
    features: ['make-date', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT ordered_on + make_interval(days => 30) AS due, ordered_on + make_interval(years => 1, months := 2), make_interval(0, 0, 0, 5, hours => 3) FROM sales.orders`,
    database: 'telemetry',
    features: ['make-interval', 'date-arithmetic', 'namespace'],
  },
  {
    sql: `SELECT id, estimate, spent, spent - estimate AS over, extract(epoch FROM spent) / 3600 AS hours, justify_hours(estimate * 10), estimate > interval '90 minutes' FROM orders WHERE spent IS NOT NULL`,
    database: 'telemetry',
    features: ['interval-column', 'justify', 'extract', 'interval'],
  },
  {
    sql: `SELECT sum(spent), avg(spent), max(estimate), justify_interval(sum(estimate)) FROM orders`,
    database: 'telemetry',
    features: ['interval-column', 'justify'],
    ordered: true,
  },
  {
    sql: `SELECT interval '1 year 2 months 3 days', '1 day 02:30:00'::interval, interval 'P1Y2M', interval '-3 hours', cast('90 min' as interval), interval '1.5 days'`,
    database: 'shop',
    features: ['interval', 'interval-text', 'cast-function', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT ordered_at + INTERVAL '3' DAY, ordered_at - INTERVAL '1-2' YEAR TO MONTH, INTERVAL '10:30' HOUR TO MINUTE FROM orders WHERE id = 1`,
    database: 'shop',
    features: ['interval-qualifier', 'date-arithmetic'],
    ordered: true,
  },
  {
    sql: `SELECT date_bin('12 hours', taken_at, timestamptz '2024-03-01 00:00+00') AS half_day, max(temperature) FROM readings WHERE device_id::text LIKE '%0001' GROUP BY 1 ORDER BY 1`,
    database: 'telemetry',
    features: ['date-bin', 'like', 'ordinal'],
    ordered: true,
  },
  {
    sql: `SELECT count(*) FROM orders WHERE ordered_at > now() - interval '20 years' AND ordered_at < current_timestamp AND ordered_at::date <= current_date AND localtimestamp > ordered_at AND current_time IS NOT NULL AND localtime < '24:00'`,
    database: 'shop',
    features: ['current-time', 'interval'],
    ordered: true,
  },
  {
    sql: `SELECT name, age(birth_date), date_part('year', age(birth_date))::int FROM customers WHERE birth_date IS NOT NULL`,
    database: 'shop',
    features: ['age', 'current-time'],
    volatile: true,
  },
  {
    sql: `SELECT name FROM technicians WHERE time '13:00' BETWEEN shift_start AND shift_end AND shift_end - shift_start = interval '8 hours' AND extract(hour from shift_start) < 14`,
    database: 'telemetry',
    features: ['time-of-day', 'between', 'typed-literal'],
  },
  {
    sql: `SELECT isfinite(upper(planned)), coalesce(upper(planned), 'infinity'), 'infinity'::timestamptz > '-infinity'::timestamptz FROM orders`,
    database: 'telemetry',
    features: ['infinity', 'range-function', 'coalesce'],
  },
  {
    sql: `SELECT joined_at AT LOCAL, joined_at at time zone 'UTC' at time zone 'Europe/Lisbon', joined_at::time, timezone('Asia/Tokyo', joined_at), joined_at AT TIME ZONE interval '-03:00' FROM members WHERE id = 3`,
    database: 'library',
    features: ['at-local', 'at-time-zone', 'time-of-day'],
    ordered: true,
  },
  {
    sql: `SELECT min("end") + 1, max("end") - min("end"), date '2024-02-29' - interval '1 year', date '2024-01-31' + time '08:30' FROM "select"`,
    database: 'library',
    features: ['keyword-name', 'date-arithmetic', 'typed-literal'],
    ordered: true,
  },
  {
    sql: `SELECT extract(doy from birthday), extract(week from birthday), extract(isoyear from birthday), extract(century from birthday), extract(julian from birthday) FROM members WHERE extract(month from birthday) = 12`,
    database: 'library',
    features: ['extract'],
  },
  {
    sql: `SELECT code, closes - opens AS open_for, opens + interval '30 minutes', (date '2024-01-01' + opens)::timestamptz AT TIME ZONE 'UTC' FROM branches WHERE closes > '18:00'`,
    database: 'library',
    features: ['time-of-day', 'interval', 'at-time-zone'],
  },
];
