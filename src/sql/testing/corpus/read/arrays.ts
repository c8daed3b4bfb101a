import type { ReadEntry } from '../entry.ts';

export const ARRAYS: readonly ReadEntry[] = [
  {
    sql: `SELECT title FROM books WHERE 'river' = ANY (tags)`,
    database: 'library',
    features: ['any', 'array-operator'],
  },
  {
    sql: `SELECT title, tags FROM books WHERE tags @> ARRAY['classic','family'] OR tags && '{humour}'`,
    database: 'library',
    features: ['array-operator', 'array-constructor', 'array-literal'],
  },
  {
    sql: `select "fullName", pen_names[1] from authors where pen_names <> '{}' and array_length(pen_names, 1) >= 2`,
    database: 'library',
    features: ['array-subscript', 'array-function', 'camel-case-name', 'array-literal'],
  },
  {
    sql: `SELECT serial, firmware[1] AS major, firmware[2:3], firmware[:2], firmware[2:] FROM devices WHERE firmware > ARRAY[3,0,0] ORDER BY devices.firmware DESC`,
    database: 'telemetry',
    features: ['array-subscript', 'array-slice', 'array-constructor'],
    ordered: true,
  },
  {
    sql: `SELECT tag, count(*) FROM books, unnest(tags) tag GROUP BY tag HAVING count(*) > 1 ORDER BY 2 DESC, 1`,
    database: 'library',
    features: ['unnest', 'function-in-from', 'comma-join', 'ordinal'],
    ordered: true,
  },
  {
    sql: `SELECT a."fullName", p.name, p.n FROM authors a CROSS JOIN LATERAL unnest(a.pen_names) WITH ORDINALITY AS p(name, n) ORDER BY a.id, p.n`,
    database: 'library',
    features: ['unnest', 'with-ordinality', 'lateral'],
    ordered: true,
  },
  {
    sql: `SELECT name, unnest(skills) AS skill FROM technicians ORDER BY skill, name`,
    database: 'telemetry',
    features: ['set-function-in-select', 'unnest'],
    ordered: true,
  },
  {
    sql: `SELECT * FROM unnest(ARRAY[1,2,3], ARRAY['a','b']) AS u(n, letter)`,
    database: 'shop',
    features: ['unnest-several', 'array-constructor', 'column-alias-list'],
  },
  {
    sql: `SELECT array_append(skills, 'first aid'), array_prepend('x', skills), array_cat(skills, ARRAY['y']), skills || 'z'::text, array_remove(skills, 'solar'), array_replace(skills, 'radio', 'VHF') FROM technicians WHERE cardinality(skills) > 1`,
    database: 'telemetry',
    features: ['array-function', 'array-operator', 'concatenation'],
  },
  {
    sql: `SELECT name, array_to_string(skills, ', ', '?'), array_position(skills, 'solar'), coalesce(array_upper(skills, 1), 0), array_ndims(skills) FROM technicians`,
    database: 'telemetry',
    features: ['array-function', 'coalesce'],
  },
  {
    sql: `SELECT string_to_array('a,b,,c', ','), string_to_array('abc', NULL), ARRAY[[1,2],[3,4]], (ARRAY[[1,2],[3,4]])[2][1], ARRAY[]::int[]`,
    database: 'shop',
    features: ['array-function', 'nested-array', 'array-subscript', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT name FROM technicians WHERE skills <@ ARRAY['radio','solar','climbing','welding'] AND NOT (skills = '{}')`,
    database: 'telemetry',
    features: ['array-operator', 'not', 'array-literal'],
  },
  {
    sql: `SELECT id FROM orders WHERE id = ANY ('{1,3,5}'::int[]) AND status <> ALL (ARRAY['pending', 'cancelled']::order_status[])`,
    database: 'shop',
    features: ['any', 'all', 'array-literal', 'enum-cast'],
  },
  {
    sql: `SELECT department_id, (array_agg(last_name ORDER BY salary DESC, id))[1:3] AS best_paid FROM employees GROUP BY department_id ORDER BY department_id`,
    database: 'hr',
    features: ['array-agg', 'array-slice', 'top-n-per-group', 'aggregate-order-by'],
    ordered: true,
  },
  {
    sql: `SELECT i, firmware[i] FROM devices CROSS JOIN generate_subscripts(firmware, 1) AS i WHERE serial = 'GW-0301'`,
    database: 'telemetry',
    features: ['array-function', 'array-subscript', 'function-in-from'],
  },
  {
    sql: `SELECT array(SELECT x * x FROM unnest(firmware) AS x ORDER BY x DESC) FROM devices WHERE NOT active`,
    database: 'telemetry',
    features: ['array-subquery', 'unnest', 'boolean-column'],
  },
  {
    sql: `SELECT array_agg(DISTINCT t.skill ORDER BY t.skill) FROM technicians, LATERAL unnest(skills) AS t(skill)`,
    database: 'telemetry',
    features: ['array-agg', 'unnest', 'lateral'],
    ordered: true,
  },
  {
    sql: `SELECT (string_to_array(email, '@'))[2] AS domain, count(*) FROM customers GROUP BY domain`,
    database: 'shop',
    features: ['array-subscript', 'string-split', 'group-by-alias'],
  },
  {
    sql: `SELECT (ARRAY(SELECT name FROM departments ORDER BY name))[id] FROM departments WHERE id < 3`,
    database: 'hr',
    features: ['array-subquery', 'array-subscript', 'same-table-inside'],
  },
  {
    sql: `SELECT array_fill(0, ARRAY[3]), trim_array(ARRAY[1,2,3,4], 2), array_positions(ARRAY['a','b','a'], 'a'), array_sort(ARRAY[3,1,2]), array_reverse(ARRAY[1,2])`,
    database: 'shop',
    features: ['array-function', 'no-from'],
    ordered: true,
  },
];
