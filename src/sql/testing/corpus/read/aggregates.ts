import type { ReadEntry } from '../entry.ts';

export const AGGREGATES: readonly ReadEntry[] = [
  {
    sql: `SELECT count(*), count(birth_date), count(DISTINCT country), count(ALL city) FROM customers`,
    database: 'shop',
    features: ['count-distinct'],
    ordered: true,
  },
  {
    sql: `SELECT country, count(*) FILTER (WHERE newsletter) AS readers, count(*) FILTER (WHERE NOT newsletter) AS others FROM customers GROUP BY country ORDER BY country`,
    database: 'shop',
    features: ['filter', 'not', 'boolean-column'],
    ordered: true,
  },
  {
    sql: `SELECT department_id, string_agg(last_name, ', ' ORDER BY last_name, first_name) AS people FROM employees WHERE left_on IS NULL GROUP BY department_id`,
    database: 'hr',
    features: ['string-agg', 'aggregate-order-by', 'is-null'],
  },
  {
    sql: `select string_agg(distinct country, ' / ' order by country desc) from customers`,
    database: 'shop',
    features: ['string-agg', 'aggregate-order-by', 'lower-case'],
    ordered: true,
  },
  {
    sql: `SELECT array_agg(id ORDER BY price DESC NULLS LAST, id)  FROM products WHERE category_id = 5`,
    database: 'shop',
    features: ['array-agg', 'aggregate-order-by', 'nulls-order', 'odd-spacing'],
    ordered: true,
  },
  {
    sql: `SELECT category_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY price) AS median_price, percentile_disc(0.9) WITHIN GROUP (ORDER BY price DESC) FROM products GROUP BY category_id`,
    database: 'shop',
    features: ['ordered-set', 'median'],
  },
  {
    sql: `SELECT percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY salary) FROM employees WHERE left_on IS NULL`,
    database: 'hr',
    features: ['percentile-array', 'ordered-set', 'array-constructor'],
    ordered: true,
  },
  {
    sql: `SELECT mode() WITHIN GROUP (ORDER BY method), mode() WITHIN GROUP (ORDER BY amount > 100) FILTER (WHERE amount < 1000) FROM payments`,
    database: 'shop',
    features: ['ordered-set', 'filter'],
    ordered: true,
  },
  {
    sql: `SELECT rank(60000) WITHIN GROUP (ORDER BY salary DESC) AS place, dense_rank(60000) WITHIN GROUP (ORDER BY salary), percent_rank(60000) WITHIN GROUP (ORDER BY salary), cume_dist(60000, DATE '2020-01-01') WITHIN GROUP (ORDER BY salary, hired_on) FROM employees`,
    database: 'hr',
    features: ['hypothetical-set', 'typed-literal'],
    ordered: true,
  },
  {
    sql: `SELECT bool_and(stock > 0), bool_or(discontinued), every(price < 2000) FROM products GROUP BY category_id`,
    database: 'shop',
    features: ['bool-aggregate'],
  },
  {
    sql: `SELECT bit_and(quantity), bit_or(quantity), bit_xor(quantity) FROM order_items`,
    database: 'shop',
    features: ['bit-aggregate'],
    ordered: true,
  },
  {
    sql: `SELECT round(stddev_samp(salary), 2), round(stddev_pop(salary), 2), round(variance(salary), 2), round(var_pop(salary)) FROM employees`,
    database: 'hr',
    features: ['statistics', 'rounding'],
    ordered: true,
  },
  {
    sql: `SELECT round(corr(budget, id)::numeric, 4), regr_count(budget, id), round(regr_slope(budget, id)::numeric, 2), round(regr_r2(budget, id)::numeric, 4), round(covar_pop(budget,id)::numeric, 0) FROM projects`,
    database: 'hr',
    features: ['statistics', 'cast-operator'],
    ordered: true,
  },
  {
    sql: `SELECT json_agg(name ORDER BY id) FROM departments`,
    database: 'hr',
    features: ['json-aggregate', 'aggregate-order-by'],
    ordered: true,
  },
  {
    sql: `SELECT jsonb_object_agg(name, budget) FROM departments WHERE city = 'Lisbon'`,
    database: 'hr',
    features: ['json-aggregate'],
    ordered: true,
  },
  {
    sql: `SELECT c.country, jsonb_agg(jsonb_build_object('name', c.name, 'city', c.city) ORDER BY c.id) FILTER (WHERE c.birth_date IS NULL) FROM customers c GROUP BY c.country`,
    database: 'shop',
    features: ['json-aggregate', 'json-build', 'filter'],
  },
  {
    sql: `SELECT product(1 + id / 10.0) AS growth FROM branches, authors WHERE code = 'CEN' AND id < 4`,
    database: 'library',
    features: ['user-aggregate', 'number-spelling', 'comma-join'],
    ordered: true,
  },
  {
    sql: `SELECT device_id, span(temperature), span(DISTINCT round(temperature)) FILTER (WHERE battery > 80) FROM readings GROUP BY device_id`,
    database: 'telemetry',
    features: ['user-aggregate', 'filter', 'rounding'],
  },
  {
    sql: `SELECT sum(quantity * unit_price) FILTER (WHERE quantity > 1) / NULLIF(sum(quantity * unit_price), 0) FROM order_items`,
    database: 'shop',
    features: ['filter', 'nullif', 'arithmetic'],
    ordered: true,
  },
  {
    sql: `SELECT avg(total) FROM (SELECT sum(amount) total FROM payments GROUP BY order_id) t`,
    database: 'shop',
    features: ['derived-table'],
    ordered: true,
  },
  {
    sql: `SELECT range_agg(during), range_intersect_agg(during) FROM reservations WHERE room = 'Blue Room'`,
    database: 'library',
    features: ['multirange', 'range-function'],
    ordered: true,
  },
  {
    sql: `SELECT any_value(region) FROM sites WHERE region = 'sea'`,
    database: 'telemetry',
    features: ['string-function'],
    ordered: true,
  },
  {
    sql: `SELECT max(ARRAY[department_id, id]), min((salary, id)::text) FROM employees WHERE remote`,
    database: 'hr',
    features: ['array-constructor', 'row-constructor', 'cast-operator'],
    ordered: true,
  },
  {
    sql: `SELECT grade, count(*) FROM (SELECT CASE WHEN rating >= 4 THEN 'good' WHEN rating = 3 THEN 'fair' ELSE 'poor' END AS grade FROM reviews) g GROUP BY grade ORDER BY count(*) DESC, grade`,
    database: 'shop',
    features: ['case', 'derived-table', 'order-by-expression'],
    ordered: true,
  },
];
