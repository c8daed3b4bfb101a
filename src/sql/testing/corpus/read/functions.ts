import type { ReadEntry } from '../entry.ts';

/** Functions of the user and sets of rows that functions return. */
export const FUNCTIONS: readonly ReadEntry[] = [
  {
    sql: `SELECT id, late_fee(due_on, returned_on), late_fee(due_on, returned_on, 1.5) FROM loans WHERE late_fee(due_on, returned_on) > 2`,
    database: 'library',
    features: ['user-function', 'default-argument'],
  },
  {
    sql: `select public.late_fee(due_on, returned_on) + 1 as fee from loans where id = 2`,
    database: 'library',
    features: ['user-function', 'namespace', 'default-argument'],
    ordered: true,
  },
  {
    sql: `SELECT "displayName"("first name", "last name") AS label FROM members ORDER BY "displayName"("first name", "last name")`,
    database: 'library',
    features: ['user-function', 'camel-case-name', 'order-by-expression'],
    ordered: true,
  },
  {
    sql: `SELECT b.title, b.published_on FROM books_of('Eça de Queirós') AS b WHERE b.published_on < '1880-01-01'`,
    database: 'library',
    features: ['user-set-function', 'function-in-from', 'unicode-text'],
  },
  {
    sql: `SELECT a."fullName", b.title FROM authors a LEFT JOIN LATERAL books_of(a."fullName") b ON true ORDER BY a.id, b.title`,
    database: 'library',
    features: ['user-set-function', 'lateral', 'left-join'],
    ordered: true,
  },
  {
    sql: `SELECT * FROM authors, books_of(authors."fullName") WHERE authors.died IS NULL`,
    database: 'library',
    features: ['user-set-function', 'comma-join', 'star'],
  },
  {
    sql: `SELECT s.shortest, s.longest FROM page_span('novel') s`,
    database: 'library',
    features: ['user-set-function', 'enum'],
    ordered: true,
  },
  {
    sql: `SELECT (page_span('poetry')).longest, (page_span('comic'::"Genre")).shortest`,
    database: 'library',
    features: ['composite-field', 'user-function', 'enum-cast'],
    ordered: true,
  },
  {
    sql: `SELECT l.title, l.price FROM lost_books() l ORDER BY l.title`,
    database: 'library',
    features: ['user-set-function', 'function-in-from'],
    ordered: true,
  },
  {
    sql: `SELECT longest(title, 'The Shortest', isbn) FROM books WHERE pages < 100`,
    database: 'library',
    features: ['variadic-function'],
  },
  {
    sql: `SELECT largest(1, 2.5, parts_cost, travel_cost), largest(3) FROM orders`,
    database: 'telemetry',
    features: ['variadic-function'],
  },
  {
    sql: `SELECT archive.decade(lent_on) AS decade, count(*) FROM archive.loans GROUP BY archive.decade(lent_on) ORDER BY decade`,
    database: 'library',
    features: ['function-in-second-namespace', 'user-function', 'namespace'],
    ordered: true,
  },
  {
    sql: `SELECT order_id, sales.with_vat(total), sales.with_vat(total, 0.06) reduced FROM sales.order_totals ORDER BY 1`,
    database: 'telemetry',
    features: ['function-in-second-namespace', 'default-argument', 'view', 'ordinal'],
    ordered: true,
  },
  {
    sql: `SELECT fahrenheit(temperature) FROM readings WHERE fahrenheit(temperature) > 50 AND temperature IS NOT NULL`,
    database: 'telemetry',
    features: ['user-function'],
  },
  {
    sql: `SELECT at, degrees FROM readings_between('10000000-0000-4000-8000-000000000001', '2024-03-06', '2024-03-07') ORDER BY at`,
    database: 'telemetry',
    features: ['user-set-function', 'uuid'],
    ordered: true,
  },
  {
    sql: `SELECT d.serial, count(r.degrees), max(r.degrees) FROM devices d CROSS JOIN readings_between(d.id, timestamptz '2024-03-07 00:00+00') AS r GROUP BY d.serial`,
    database: 'telemetry',
    features: ['user-set-function', 'default-argument', 'cross-join', 'typed-literal'],
  },
  {
    sql: `SELECT site_devices(2) AS device`,
    database: 'telemetry',
    features: ['set-function-in-select', 'user-set-function', 'no-from'],
  },
  {
    sql: `SELECT d.serial FROM site_devices(1) AS x JOIN devices d ON d.id = x`,
    database: 'telemetry',
    features: ['user-set-function', 'function-in-from'],
  },
  {
    sql: `SELECT s.name, x.n FROM sites s CROSS JOIN LATERAL site_devices(s.id) WITH ORDINALITY AS x(device, n) ORDER BY s.id, x.n`,
    database: 'telemetry',
    features: ['user-set-function', 'with-ordinality', 'lateral'],
    ordered: true,
  },
  {
    sql: `SELECT * FROM generate_series(1, 5)`,
    database: 'shop',
    features: ['generate-series', 'function-in-from', 'star'],
  },
  {
    sql: `SELECT n, n * 2 FROM generate_series(10, 1, -3) AS n`,
    database: 'shop',
    features: ['generate-series', 'unary-operator'],
  },
  {
    sql: `SELECT generate_series FROM generate_series(1, 3) ORDER BY generate_series DESC`,
    database: 'shop',
    features: ['generate-series', 'no-alias'],
    ordered: true,
  },
  {
    sql: `SELECT generate_series(1, 3), generate_series(1, 2) AS b`,
    database: 'shop',
    features: ['set-function-in-select', 'generate-series'],
  },
  {
    sql: `SELECT x.n, x.w FROM regexp_split_to_table('one two three', ' ') WITH ORDINALITY x(w, n)`,
    database: 'shop',
    features: ['with-ordinality', 'string-split'],
  },
  {
    sql: `SELECT current_user = session_user, version() IS NULL, pg_typeof(1.5), pg_size_pretty(2048::bigint), num_nulls(1, NULL, 2), num_nonnulls('a')`,
    database: 'shop',
    features: ['format', 'no-from'],
    ordered: true,
  },
];
