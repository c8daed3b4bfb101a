import type { ReadEntry } from '../entry.ts';

/** Operators beside each other: what the parentheses of the canonical layout have to keep. */
export const EXPRESSIONS: readonly ReadEntry[] = [
  {
    sql: `SELECT 2 + 3 * 4, (2 + 3) * 4, 2 * 3 + 4, 10 - 4 - 3, 10 - (4 - 3), 100 / 10 / 2, 100 / (10 / 2), 7 % 4 * 2, 7 % (4 * 2)`,
    database: 'shop',
    features: ['precedence', 'arithmetic', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT 2 ^ 3 ^ 2, 2 ^ (3 ^ 2), -2 ^ 2, (-2) ^ 2, -(2 ^ 2), 2 ^ -1, - - 5, -(-5), +5, - id FROM jobs WHERE id = 3`,
    database: 'hr',
    features: ['precedence', 'unary-operator'],
    ordered: true,
  },
  {
    sql: `SELECT -id::text::int, (-id)::text, -1::text::int, 1 + 2::numeric / 4, (1 + 2)::numeric / 4, '5'::int * 2, 3 - -id FROM departments`,
    database: 'hr',
    features: ['precedence', 'cast-operator', 'unary-operator'],
  },
  {
    sql: `SELECT 'a' || 1 + 2, 'a' || 1 * 2 || 'b', ('a' || 'b') = 'ab', 'a' || ('b' = 'b')::text FROM departments WHERE 'x' || name > 'x' || city`,
    database: 'hr',
    features: ['precedence', 'concatenation'],
  },
  {
    sql: `SELECT 5 & 3 | 8, 5 & (3 | 8), 5 # 3, ~5, ~ 5 & 3, 1 << 3 + 1, (1 << 3) + 1, 256 >> 2, 7 & 3 = 3`,
    database: 'shop',
    features: ['bitwise', 'precedence', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT @ -5.5, |/ 25, ||/ 27, @ (3 - 10), - (|/ 16), 2 * |/ 9`,
    database: 'shop',
    features: ['unary-operator', 'math-function', 'precedence'],
    ordered: true,
  },
  {
    sql: `SELECT price * 1.23::numeric(4,2), price*-1, - price, 0-price, price- -1 FROM products WHERE id=8`,
    database: 'shop',
    features: ['unary-operator', 'odd-spacing', 'cast-operator'],
    ordered: true,
  },
  {
    sql: `SELECT (NOT discontinued) = (stock > 0), NOT discontinued = (stock > 0), (NOT discontinued)::int + 1, (price > 5 AND stock > 5)::text FROM products WHERE id IN (1, 4, 12)`,
    database: 'shop',
    features: ['not', 'precedence', 'cast-operator'],
  },
  {
    sql: `SELECT (1 < 2) = TRUE, (1 < 2) = (3 < 4), (1 = 1) IS NOT NULL, (2 BETWEEN 1 AND 3) AND TRUE, (1 IN (1, 2)) = FALSE`,
    database: 'shop',
    features: ['precedence', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT 3 BETWEEN 1 + 1 AND 2 * 2, NOT 3 BETWEEN 5 AND 6, 'ab' LIKE 'a' || '%', ('ab' LIKE 'a%') IS TRUE, NOT 'ab' LIKE 'b%', 'a' IN ('a') IS TRUE`,
    database: 'shop',
    features: ['precedence', 'between', 'like', 'not'],
    ordered: true,
  },
  {
    sql: `SELECT (details->'edition')::int + 1, details->>'language' || '!', (details->>'language') = 'en', details->'a' IS NULL FROM books WHERE (details ->> 'edition')::int * 2 > 5`,
    database: 'library',
    features: ['precedence', 'json-operator', 'cast-operator'],
  },
  {
    sql: `SELECT CASE WHEN price > 500 THEN 'dear' WHEN price > 50 THEN 'fair' END || '!', CASE category_id WHEN 5 THEN 1 WHEN 6 THEN 2 ELSE 0 END * 10 + 1 FROM products WHERE id < 10`,
    database: 'shop',
    features: ['case', 'simple-case', 'precedence'],
  },
  {
    sql: `SELECT CASE WHEN a THEN CASE b WHEN 1 THEN 'x' ELSE 'y' END ELSE NULL END FROM (VALUES (TRUE, 1), (FALSE, 2), (TRUE, 3)) v(a, b)`,
    database: 'shop',
    features: ['case', 'simple-case', 'values-in-from'],
  },
  {
    sql: `SELECT case when id > 3 then last_name end = 'Dubois', case when remote then 1 else 0 end + case when left_on is null then 1 else 0 end FROM employees WHERE case when id < 10 then true else false end`,
    database: 'hr',
    features: ['case', 'lower-case', 'precedence'],
  },
  {
    sql: `SELECT coalesce(birth_date::text, 'unknown'), nullif(city, 'Lisbon'), greatest(id, 5, NULL), least(id, 3) FROM customers WHERE coalesce(birth_date, signed_up_on) < '2023-01-01'`,
    database: 'shop',
    features: ['coalesce', 'nullif', 'greatest-least'],
  },
  {
    sql: `SELECT CAST(price AS integer), CAST(id AS varchar(10)), CAST(CAST(price AS text) AS numeric), price::double precision, stock::real, id::bigint::smallint, CAST('t' AS boolean), sku::char(3), id::float8, id::decimal(6, 1) FROM products WHERE id BETWEEN 3 AND 4`,
    database: 'shop',
    features: ['cast-function', 'cast-operator'],
  },
  {
    sql: `SELECT float '1.5', bool 'yes', int4 '7', varchar 'x', numeric '1.50', date 'today' IS NOT NULL, json '[1]', text 'a', int8 '9' , character varying(3) 'abcd', timestamp without time zone '2024-01-01 10:00', time with time zone '10:00+02'`,
    database: 'shop',
    features: ['typed-literal', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT 3 OPERATOR(pg_catalog.+) 4 * 2, name OPERATOR(pg_catalog.||) '!', pg_catalog.upper(name), pg_catalog.now() IS NULL, id::pg_catalog.int8 FROM departments WHERE id OPERATOR(pg_catalog.=) 4`,
    database: 'hr',
    features: ['operator-keyword', 'precedence'],
    ordered: true,
  },
  {
    sql: `SELECT (address).city, (b.address).postcode, ((address).street) || '.' FROM branches b WHERE (b.address).city = 'Porto' ORDER BY (b.address).postcode`,
    database: 'library',
    features: ['composite-field', 'order-by-expression'],
    ordered: true,
  },
  {
    sql: `SELECT ROW(1, 'a', NULL), (id, name), ROW(id) = ROW(1), row(1, row(2, 3)) FROM departments WHERE (id, name) >= (7, 'A')`,
    database: 'hr',
    features: ['row-constructor', 'row-comparison'],
  },
  {
    sql: `SELECT ROUND(2.5), round(2.567, 1), trunc(-2.7), ceil(2.1), ceiling(-2.1), floor(-2.1), abs(-3), sign(-2), mod(7, 3), div(7, 2), power(2, 10), sqrt(2.25), cbrt(27), exp(0), ln(1), log(100), log(2, 8), pi(), degrees(pi()), gcd(12, 18), lcm(4, 6), factorial(5)`,
    database: 'shop',
    features: ['math-function', 'rounding', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT 7 / 2, -7 / 2, 7 / 2.0, 7::numeric / 2, 7 % -2, mod(-7, 2), round(7 / 2::numeric, 0), 1e3 / 3e0 > 333`,
    database: 'shop',
    features: ['integer-division', 'number-spelling', 'no-from'],
    ordered: true,
  },
  {
    sql: `SELECT width_bucket(price, 0, 1000, 5) AS bucket, count(*) FROM products GROUP BY bucket ORDER BY bucket`,
    database: 'shop',
    features: ['width-bucket', 'group-by-alias'],
    ordered: true,
  },
  {
    sql: `SELECT width_bucket(salary, ARRAY[30000, 60000, 90000]::numeric[]), count(*) FROM employees GROUP BY 1`,
    database: 'hr',
    features: ['width-bucket', 'array-constructor'],
  },
  {
    sql: `SELECT id, random() AS r, gen_random_uuid() FROM departments ORDER BY random() LIMIT 3`,
    database: 'hr',
    features: ['random', 'uuid'],
    volatile: true,
  },
  {
    sql: `SELECT id, ((salary * 12) / (13 + 1)) - ((2)), (((salary))) FROM employees WHERE (((id = 1)) OR ((id = 2)))`,
    database: 'hr',
    features: ['precedence', 'arithmetic'],
  },
  {
    sql: `SELECT interval '1 day' * 3 + interval '2 hours' / 2, - interval '1 day', (date '2024-01-10' - date '2024-01-01') * interval '1 hour', date '2024-01-10' - 1 + 2`,
    database: 'shop',
    features: ['precedence', 'interval', 'date-arithmetic', 'typed-literal'],
    ordered: true,
  },
  {
    sql: `SELECT (joined_at AT TIME ZONE 'UTC')::date - birthday, joined_at AT TIME ZONE 'UTC' > '2022-01-01', -extract(year from joined_at AT TIME ZONE 'UTC') FROM members WHERE birthday + 365 * 20 < (joined_at at time zone 'UTC')::date`,
    database: 'library',
    features: ['precedence', 'at-time-zone', 'extract'],
  },
  {
    sql: `SELECT tags[1] || 's', (tags || '{x}')[1], (SELECT tags FROM books b2 WHERE b2.title = 'Message')[1], -(ARRAY[1,2])[2], array_length(tags, 1)::text || 'x' FROM books WHERE cardinality(tags) = 2`,
    database: 'library',
    features: ['precedence', 'array-subscript'],
  },
  {
    sql: `SELECT name COLLATE "C" || 'x', ('a' || name) COLLATE "C" > 'aM', -id::int, id::text COLLATE "C" FROM sites WHERE name || region COLLATE "C" > 'L'`,
    database: 'telemetry',
    features: ['precedence', 'collate'],
  },
];
