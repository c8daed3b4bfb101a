import type { ReadEntry } from '../entry.ts';

export const TYPES: readonly ReadEntry[] = [
  {
    sql: `SELECT a.room, a.id, b.id FROM reservations a JOIN reservations b ON a.during && b.during AND a.id < b.id`,
    database: 'library',
    features: ['range-operator', 'self-join'],
  },
  {
    sql: `SELECT id, lower(during), upper(during), upper(during) - lower(during) AS length, isempty(during), upper_inf(during), lower_inc(during) FROM reservations ORDER BY lower(during), id`,
    database: 'library',
    features: ['range-function', 'order-by-expression'],
    ordered: true,
  },
  {
    sql: `SELECT room FROM reservations WHERE during @> timestamp '2023-04-03 11:45' AND NOT during <@ tsrange('2023-04-03 11:00', '2023-04-03 13:00', '[]')`,
    database: 'library',
    features: ['range-operator', 'range-constructor', 'typed-literal'],
  },
  {
    sql: `SELECT a.id, b.id FROM reservations a, reservations b WHERE a.during -|- b.during AND a.room = b.room OR a.during << b.during AND b.during &> a.during AND a.room = 'Garden' AND a.room = b.room`,
    database: 'library',
    features: ['range-operator', 'comma-join', 'precedence'],
  },
  {
    sql: `SELECT id, period * daterange('2023-01-01', '2023-12-31', '[]') AS in_2023, period + daterange(upper(period), upper(period) + 1), period - daterange(lower(period), lower(period) + 2) FROM loans WHERE period && '[2023-01-01,2024-01-01)'::daterange AND NOT upper_inf(period)`,
    database: 'library',
    features: ['range-operator', 'range-constructor', 'arithmetic'],
  },
  {
    sql: `SELECT member_id, range_agg(period) FROM loans WHERE period &< daterange('2022-06-01', '2022-07-01') AND period >> daterange('2021-01-01', '2022-01-01') GROUP BY member_id`,
    database: 'library',
    features: ['multirange', 'range-operator'],
  },
  {
    sql: `SELECT unnest(range_agg(during)) FROM reservations WHERE room = 'Attic'`,
    database: 'library',
    features: ['multirange', 'unnest', 'set-function-in-select'],
  },
  {
    sql: `SELECT '{[1,3),[5,8)}'::int4multirange @> 6, int4range(1, 10) - int4range(5, 20), numrange(1.5, NULL, '()') @> 2.0, range_merge(int8range(1, 2), int8range(5, 6))`,
    database: 'library',
    features: ['multirange', 'range-constructor', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT id FROM orders WHERE planned @> timestamptz '2024-03-08 12:00+00' OR lower(planned) > '2024-03-09' AND status = 'open'`,
    database: 'telemetry',
    features: ['range-operator', 'range-function'],
  },
  {
    sql: `SELECT serial FROM devices WHERE address << '10.2.0.0/16' OR address <<= inet '10.1.0.11' ORDER BY address, serial`,
    database: 'telemetry',
    features: ['network', 'typed-literal'],
    ordered: true,
  },
  {
    sql: `SELECT d.serial, s.name, host(d.address), masklen(s.network), d.address - inet '10.0.0.0' FROM devices d JOIN sites s ON s.network >> d.address OR s.network >>= d.address AND s.network && '10.3.0.0/16'`,
    database: 'telemetry',
    features: ['network', 'non-equi-join'],
  },
  {
    sql: `SELECT a.code, b.code, round((a.location <-> b.location)::numeric, 2) AS distance FROM branches a JOIN branches b ON a.code < b.code ORDER BY a.location <-> b.location, a.code`,
    database: 'library',
    features: ['geometry', 'order-by-expression', 'rounding'],
    ordered: true,
  },
  {
    sql: `SELECT code, location[0] AS x, location[1] AS y, location <@ box '((-3,-4),(4,5))' AS near, point(1, 2) FROM branches`,
    database: 'library',
    features: ['geometry', 'array-subscript', 'typed-literal'],
  },
  {
    sql: `SELECT title FROM books WHERE id = '00000000-0000-4000-8000-000000000005' OR id = uuid '00000000-0000-4000-8000-000000000003' OR id::text LIKE '%14'`,
    database: 'library',
    features: ['uuid', 'typed-literal'],
  },
  {
    sql: `SELECT title FROM books WHERE isbn = '9780000000042'::isbn OR isbn::text > '9780000000120'`,
    database: 'library',
    features: ['domain-cast', 'cast-operator'],
  },
  {
    sql: `SELECT avg(humidity)::percentage, cast(12.345 AS percentage) FROM readings`,
    database: 'telemetry',
    features: ['domain-cast', 'cast-function'],
    ordered: true,
  },
  {
    sql: `SELECT title, "Genre" FROM books WHERE "Genre" IN ('children''s', 'comic') AND "Genre"::text <> 'comic' ORDER BY "Genre" DESC, title`,
    database: 'library',
    features: ['enum', 'cast-operator', 'camel-case-name'],
    ordered: true,
  },
  {
    sql: `SELECT 'novel'::"Genre", CAST('late' AS loan_state) > 'out', enum_range(NULL::"Genre"), enum_first(NULL::loan_state), enum_last('out'::loan_state)`,
    database: 'library',
    features: ['enum-cast', 'enum-function', 'cast-function'],
    ordered: true,
  },
  {
    sql: `SELECT g, count(b.id) FROM unnest(enum_range(NULL::"Genre")) AS g LEFT JOIN books b ON b."Genre" = g GROUP BY g ORDER BY g`,
    database: 'library',
    features: ['enum-function', 'unnest', 'left-join'],
    ordered: true,
  },
  {
    sql: `SELECT level, count(*) FROM alerts WHERE level >= 'warning'::"alertLevel" GROUP BY level ORDER BY level DESC`,
    database: 'telemetry',
    features: ['enum-cast', 'camel-case-name'],
    ordered: true,
  },
  {
    sql: `SELECT CASE WHEN n > 2 THEN 'critical' ELSE 'info' END::"alertLevel" AS level, n FROM (SELECT count(*) AS n FROM alerts GROUP BY device_id) c`,
    database: 'telemetry',
    features: ['enum-cast', 'case', 'precedence'],
  },
  {
    sql: `SELECT max(kind), min(level) FROM devices, alerts WHERE devices.id = alerts.device_id AND kind::text || level::text <> 'x'`,
    database: 'telemetry',
    features: ['enum', 'concatenation', 'comma-join'],
    ordered: true,
  },
];
