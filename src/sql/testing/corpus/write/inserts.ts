import type { WriteEntry } from '../entry.ts';

export const INSERTS: readonly WriteEntry[] = [
  {
    sql: `INSERT INTO categories (id, name, parent_id) VALUES (13, 'Garden', 2)`,
    database: 'shop',
    features: ['insert-values'],
  },
  {
    sql: `insert into categories values (13,'Garden',2),(14,'Toys',null);`,
    database: 'shop',
    features: ['insert-values', 'insert-without-columns', 'lower-case', 'closing-semicolon'],
  },
  {
    sql: `INSERT INTO departments VALUES (9, 'Legal', 'Porto', 1e5)`,
    database: 'hr',
    features: ['insert-without-columns', 'number-spelling'],
  },
  {
    sql: `INSERT INTO products (id, category_id, name, sku, price) VALUES (900, 5, 'Cable', 'AUD-900', 9.9) RETURNING id, stock, discontinued AS gone`,
    database: 'shop',
    features: ['insert-values', 'returning'],
  },
  {
    sql: `INSERT INTO products (id, category_id, name, sku, price, stock, discontinued) VALUES (901, 5, 'Plug', 'AUD-901', 2 * 1.5, DEFAULT, DEFAULT), (902, 5, 'Socket', 'AUD-902', 3, 4, NOT TRUE) RETURNING *`,
    database: 'shop',
    features: ['insert-values', 'insert-default', 'returning', 'star'],
  },
  {
    sql: `INSERT INTO orders AS o (id, customer_id, ordered_at) VALUES (9001, (SELECT min(id) FROM customers WHERE country = 'Spain'), now()) RETURNING o.status, o.customer_id`,
    database: 'shop',
    features: ['insert-values', 'target-alias', 'scalar-subquery', 'returning'],
    volatile: true,
  },
  {
    sql: `INSERT INTO salary_history (employee_id, valid_from, salary) SELECT id, DATE '2025-01-01', salary * 1.02 FROM employees WHERE left_on IS NULL AND department_id = 2`,
    database: 'hr',
    features: ['insert-select', 'typed-literal'],
  },
  {
    sql: `INSERT INTO project_members SELECT 11, id, 'member', 4 FROM employees WHERE department_id = 3 AND left_on IS NULL ORDER BY hired_on LIMIT 2 RETURNING employee_id`,
    database: 'hr',
    features: ['insert-select', 'insert-without-columns', 'returning'],
  },
  {
    sql: `INSERT INTO jobs (id, title, min_salary, max_salary) (SELECT id + 100, 'Former ' || title, min_salary, max_salary FROM jobs WHERE id < 3) UNION ALL VALUES (200, 'Intern', 9000, 12000)`,
    database: 'hr',
    features: ['insert-select', 'union-all', 'values-query'],
  },
  {
    sql: `WITH best AS (SELECT department_id, max(salary) AS top FROM employees GROUP BY department_id) INSERT INTO departments (id, name, city, budget) SELECT 100 + department_id, 'Unit ' || department_id, 'Braga', top FROM best`,
    database: 'hr',
    features: ['insert-select', 'cte'],
  },
  {
    sql: `INSERT INTO leave_requests (id, employee_id, kind, starts_on, ends_on) WITH days AS (SELECT generate_series(1, 3) AS n) SELECT 500 + n, n, 'vacation', date '2025-12-20', date '2025-12-20' + n FROM days`,
    database: 'hr',
    features: ['insert-select', 'cte', 'set-function-in-select'],
  },
  {
    sql: `INSERT INTO "Gebühren" ("Ausleihe", "Betrag €", "fälligAm") VALUES (1, 2.50, '2025-01-31') RETURNING nr, bezahlt`,
    database: 'library',
    features: ['insert-values', 'unicode-name', 'returning'],
    volatile: true,
  },
  {
    sql: `INSERT INTO authors ("fullName", pen_names) VALUES ('New Author', DEFAULT), ('Other', ARRAY['O.', 'P.']) RETURNING "fullName", pen_names`,
    database: 'library',
    features: ['insert-values', 'insert-default', 'array-constructor', 'camel-case-name'],
    volatile: true,
  },
  {
    sql: `INSERT INTO authors (id, "fullName") OVERRIDING SYSTEM VALUE VALUES (500, 'Number Five Hundred') RETURNING id`,
    database: 'library',
    features: ['insert-overriding', 'returning'],
  },
  {
    sql: `INSERT INTO authors OVERRIDING USER VALUE SELECT * FROM authors WHERE id = 1 RETURNING id > 10`,
    database: 'library',
    features: ['insert-overriding', 'insert-select', 'insert-without-columns', 'star'],
    volatile: true,
  },
  {
    sql: `INSERT INTO "Gebühren" (nr, "Ausleihe", "Betrag €", "fälligAm") OVERRIDING USER VALUE VALUES (7777, 3, 1, '2025-02-02')`,
    database: 'library',
    features: ['insert-overriding', 'unicode-name'],
    volatile: true,
  },
  {
    sql: `INSERT INTO books (id, title, "Genre", tags, details) VALUES ('00000000-0000-4000-8000-0000000000aa', 'It''s New', 'children''s', '{a,"b c"}', '{"x": [1, {"y": null}]}') RETURNING search, details->'x'`,
    database: 'library',
    features: ['insert-values', 'enum', 'array-literal', 'returning', 'json-operator'],
  },
  {
    sql: `INSERT INTO archive."Old Members" TABLE archive."Old Members" UNION SELECT 9, 'New', NULL EXCEPT TABLE archive."Old Members"`,
    database: 'library',
    features: ['insert-select', 'namespace', 'table-command', 'except'],
  },
  {
    sql: `INSERT INTO "select" ("order", "from", "group") VALUES (6, 'June', 'history') RETURNING "order", "select"."from"`,
    database: 'library',
    features: ['insert-values', 'keyword-name', 'returning'],
  },
  {
    sql: `INSERT INTO sales.orders (id, customer_id, ordered_on, currency) VALUES (8, 4, '2024-03-03', 'GBP'), (9, 4, CURRENT_DATE, DEFAULT)`,
    database: 'telemetry',
    features: ['insert-values', 'insert-default', 'namespace', 'current-time'],
    volatile: true,
  },
  {
    sql: `INSERT INTO orders (id, device_id, planned, estimate) SELECT 100 + row_number() OVER (ORDER BY serial), id, tstzrange('2025-01-01', '2025-01-02'), make_interval(hours => 3) FROM devices WHERE NOT active RETURNING id, total_cost, status`,
    database: 'telemetry',
    features: ['insert-select', 'make-interval', 'range-constructor', 'returning'],
  },
  {
    sql: `INSERT INTO uploads DEFAULT VALUES`,
    database: 'telemetry',
    features: ['insert-default-values'],
    volatile: true,
  },
  {
    sql: `insert into uploads as u default values returning u.started_on, comment, rows_sent + 1 as next`,
    database: 'telemetry',
    features: ['insert-default-values', 'target-alias', 'returning', 'lower-case'],
    volatile: true,
  },
  {
    sql: `INSERT INTO devices (id, serial, kind, site_id, "installedAt", firmware) VALUES (gen_random_uuid(), 'GW-0302', 'gateway', 6, '2024-01-01 00:00+00', '{5,0,1}') RETURNING active, firmware[1]`,
    database: 'telemetry',
    features: ['insert-values', 'random', 'array-subscript', 'returning'],
    volatile: true,
  },
];

export const UPSERTS: readonly WriteEntry[] = [
  {
    sql: `INSERT INTO categories (id, name) VALUES (1, 'Electronics'), (15, 'Pets') ON CONFLICT DO NOTHING`,
    database: 'shop',
    features: ['on-conflict-nothing', 'insert-values'],
  },
  {
    sql: `insert into categories(id,name) values(4,'Literature') on conflict (id) do update set name=excluded.name returning id,name`,
    database: 'shop',
    features: ['on-conflict-update', 'lower-case', 'odd-spacing', 'returning'],
  },
  {
    sql: `INSERT INTO products AS p (id, category_id, name, sku, price, stock) VALUES (999, 5, 'Soundbar', 'AUD-135', 210, 7) ON CONFLICT (sku) DO UPDATE SET stock = p.stock + EXCLUDED.stock, price = GREATEST(p.price, excluded.price) RETURNING p.id, p.stock`,
    database: 'shop',
    features: ['on-conflict-update', 'target-alias', 'greatest-least', 'returning'],
  },
  {
    sql: `INSERT INTO order_items VALUES (2, 35, 4, 20) ON CONFLICT (order_id, product_id) DO UPDATE SET quantity = order_items.quantity + EXCLUDED.quantity WHERE order_items.quantity < 10 RETURNING *`,
    database: 'shop',
    features: ['on-conflict-update', 'on-conflict-where', 'insert-without-columns', 'star'],
  },
  {
    sql: `INSERT INTO order_items (order_id, product_id, quantity, unit_price) SELECT 3, product_id, quantity, unit_price FROM order_items WHERE order_id IN (2, 3) ON CONFLICT (product_id, order_id) DO NOTHING RETURNING product_id`,
    database: 'shop',
    features: ['on-conflict-nothing', 'insert-select', 'same-table-inside', 'returning'],
  },
  {
    sql: `INSERT INTO departments (id, name, city, budget) VALUES (2, 'Engineering', 'Braga', 1) ON CONFLICT (name) DO UPDATE SET (city, budget) = (EXCLUDED.city, departments.budget + 1)`,
    database: 'hr',
    features: ['on-conflict-update', 'update-row'],
  },
  {
    sql: `INSERT INTO departments (id, name, city, budget) VALUES (2, 'Eng', 'Braga', 1) ON CONFLICT (id) DO UPDATE SET (city, budget) = (SELECT city, budget / 2 FROM departments WHERE id = 3), name = DEFAULT WHERE FALSE`,
    database: 'hr',
    features: ['on-conflict-update', 'update-row-subquery', 'update-default', 'on-conflict-where'],
    unchanged: true,
  },
  {
    sql: `INSERT INTO readings (device_id, taken_at, temperature, battery) VALUES ('10000000-0000-4000-8000-000000000001', '2024-03-01 00:00+00', 99, 50) ON CONFLICT (device_id, taken_at) DO UPDATE SET temperature = EXCLUDED.temperature RETURNING old.temperature, new.temperature AS now`,
    database: 'telemetry',
    features: ['on-conflict-update', 'returning-old-new'],
  },
  {
    sql: `INSERT INTO sites (id, name, region, timezone, network, opened_at) VALUES (7, 'Ridge', 'x', 'UTC', '10.9.0.0/16', now()) ON CONFLICT (name) WHERE region <> 'never' DO NOTHING`,
    database: 'telemetry',
    features: ['on-conflict-predicate', 'on-conflict-nothing'],
    unchanged: true,
  },
  {
    sql: `WITH fresh(id, name) AS (VALUES (1, 'Port Authority Ltd'), (5, 'Newcomer')) INSERT INTO sales.customers (id, name, country) SELECT id, name, 'PT' FROM fresh ON CONFLICT (id) DO UPDATE SET name = excluded.name, discount = DEFAULT RETURNING id, name, discount`,
    database: 'telemetry',
    features: ['on-conflict-update', 'update-default', 'cte', 'cte-column-list', 'namespace'],
  },
  {
    sql: `INSERT INTO members (id, "first name", "last name", email, joined_at, home_branch) VALUES (11, 'Ada', 'Lopes', 'ada@example.org', now(), 'CEN') ON CONFLICT (email) DO UPDATE SET "last name" = excluded."last name" || ' II', "isActive" = NOT members."isActive" RETURNING id, "last name", "isActive"`,
    database: 'library',
    features: ['on-conflict-update', 'name-with-blank', 'camel-case-name', 'returning'],
    volatile: true,
  },
];
