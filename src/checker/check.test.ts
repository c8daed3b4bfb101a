import { describe, expect, test } from 'vitest';
import { SHOP_QUERIES, STAFF_QUERIES } from '../grammar/testing/corpus.ts';
import { SHOP, STAFF } from '../grammar/testing/example-schemas.ts';
import { seededRandom } from '../grammar/testing/sample.ts';
import { type Checker, createChecker, type Verdict } from './check.ts';
import { randomPieces, readPieces } from './testing/pieces.ts';
import { TYPED_SHOP } from './testing/typed-shop.ts';

const checker = createChecker(TYPED_SHOP);

/** Stands where a rejection has to point. */
const MARK = '‸';

function verdictAndMark(marked: string): { verdict: Verdict; mark: number; sql: string } {
  const sql = marked.replace(MARK, '');
  return { verdict: checker.check(sql), mark: marked.indexOf(MARK), sql };
}

describe.each([
  { name: 'shop', queries: SHOP_QUERIES, checkerOf: (): Checker => createChecker(SHOP) },
  { name: 'staff', queries: STAFF_QUERIES, checkerOf: (): Checker => createChecker(STAFF) },
])('every beginning of a query of the $name', ({ queries, checkerOf }) => {
  const known = checkerOf();

  test.each(queries)('%s', (sql) => {
    const random = seededRandom(sql.length);
    for (const pieces of [[...sql], randomPieces(sql, random), [sql]]) {
      const state = readPieces(known, pieces);
      expect(state).toMatchObject({ ok: true });
      if (state.ok) expect(known.finish(state)).toEqual({ ok: true });
    }
  });
});

describe('a state', () => {
  test('stays as it is when text is read on from it', () => {
    const state = checker.advance(checker.start, 'SELECT orders.id FROM orders WHERE orders.total');
    if (!state.ok) throw new Error(state.message);
    for (const rest of [' > 5', ' LIKE 5', ' > 5 AND orders.id = 1', ' IS NULL']) checker.advance(state, rest);
    const whole = checker.advance(state, ' > 5');
    expect(whole.ok && checker.finish(whole)).toEqual({ ok: true });
    expect(checker.advance(state, ' LIKE ')).toMatchObject({ reason: 'type' });
  });

  test('of half a query is not finished', () => {
    for (const text of [
      '',
      'SELECT',
      'SELECT orders.id FROM',
      "SELECT 'a",
      'SELECT (1',
      'SELECT orders.id FROM orders WHERE',
    ]) {
      expect(checker.check(text), text).toMatchObject({ ok: false, reason: 'incomplete', position: text.length });
    }
  });
});

describe('a name that is still being written', () => {
  test.each([
    'SELECT orders.id FROM orders WHERE cust',
    'SELECT orders.id FROM orders WHERE orders.nam',
    'SELECT orders.id FROM orders WHERE customers.',
    'SELECT orders.id FROM orders WHERE archive.o',
    'SELECT orders.id FROM ordx',
    'SELECT orders.id FROM q1',
    'WITH q1 AS (SELECT orders.id FROM orders) SELECT q1.tot',
    'SELECT q1.x FROM (SELECT orders.id AS x FROM orders) AS q1 WHERE q1.i',
    'SELECT orders.id FROM orders JOIN customers ON orders.customer_id = customers.id AND order_i',
    'SELECT orders.id FROM orders JOIN customers USING (customer_i',
    'SELECT orders.id AS n FROM orders UNION SELECT customers.id FROM customers ORDER BY i',
    'INSERT INTO orders (nam',
    'UPDATE orders SET tota = 5',
  ])('is refused when nothing can complete it: %s', (text) => {
    expect(checker.advance(checker.start, text)).toMatchObject({ ok: false });
  });

  test.each([
    'SELECT cust',
    'SELECT orders.id FROM orders WHERE ord',
    'SELECT orders.id FROM orders WHERE orders.cust',
    'SELECT orders.id FROM orders WHERE net_p',
    'SELECT orders.id FROM orders WHERE EXISTS (SELECT customers.id FROM customers WHERE customers.id = orders.c',
    'SELECT orders.id FROM orders WHERE EXISTS (SELECT cust',
    'SELECT archive.orders.id FROM archive.orders WHERE arch',
    'SELECT q1.anything FROM (SELECT orders.id AS anyth',
    'WITH q1 AS (SELECT orders.id FROM orders) SELECT q1.i',
    'SELECT orders.id AS order_number FROM orders ORDER BY order_n',
  ])('is read on otherwise: %s', (text) => {
    expect(checker.advance(checker.start, text)).toMatchObject({ ok: true });
  });
});

describe('a keyword that is still being written', () => {
  test.each([
    ['closes a FROM that lacks a table', 'SELECT customers.id FROM orders WH', 'not-in-scope'],
    [
      'closes GROUP BY too early',
      'SELECT orders.id, orders.total, COUNT(*) FROM orders GROUP BY orders.total O',
      'grouping',
    ],
    ['begins an aggregate in WHERE', 'SELECT orders.id FROM orders WHERE CO', null],
    ['begins nothing but an aggregate in WHERE', 'SELECT orders.id FROM orders WHERE COUNT(', 'aggregate-place'],
    [
      'is an operator that does not take what is before it',
      'SELECT orders.id FROM orders WHERE orders.total LI',
      'type',
    ],
    ['joins what is no condition', 'SELECT orders.id FROM orders WHERE orders.total AND', 'type'],
  ])('%s', (_, text, reason) => {
    const state = checker.advance(checker.start, text);
    expect(state.ok ? null : state.reason).toBe(reason);
  });
});

describe('refused', () => {
  const refused = (reason: string, queries: readonly string[]) =>
    test.each(queries)(`${reason}: %s`, (marked) => {
      const { verdict, mark, sql } = verdictAndMark(marked);
      expect(verdict, sql).toMatchObject({ ok: false, reason, position: mark });
    });

  refused('not-in-scope', [
    'SELECT ‸customers.name FROM orders',
    'SELECT orders.id FROM orders WHERE ‸customers.id = 1',
    'SELECT orders.id FROM orders WHERE orders.id IN (SELECT ‸order_items.order_id FROM customers)',
    'SELECT customers.name, (SELECT COUNT(*) FROM orders WHERE orders.customer_id = ‸order_items.order_id) FROM customers',
    'SELECT orders.id FROM orders, customers JOIN order_items ON order_items.order_id = ‸orders.id',
    'SELECT orders.id FROM orders JOIN order_items ON order_items.order_id = ‸customers.id JOIN customers ON TRUE',
    'SELECT orders.id FROM orders JOIN (SELECT ‸orders.id FROM order_items) AS q1 ON TRUE',
    'SELECT orders.id FROM orders FULL JOIN LATERAL (SELECT customers.id FROM customers WHERE customers.id = ‸orders.customer_id) AS q1 ON TRUE',
    'SELECT ‸orders2.id FROM orders',
    'WITH q1 AS (SELECT orders.id FROM orders) SELECT ‸orders.id FROM q1',
    'WITH RECURSIVE q1 AS (SELECT 1 AS n FROM ‸q1) SELECT q1.n FROM q1',
    'SELECT orders.id FROM orders LIMIT (‸orders.id)',
    'UPDATE orders SET total = ‸order_items.unit_price WHERE orders.id = 1',
    'UPDATE orders SET total = 5 WHERE ‸EXCLUDED.id = 1',
    'SELECT ‸archive.orders.id FROM orders',
    'SELECT orders.id FROM orders UNION SELECT ‸orders.id FROM customers',
  ]);

  refused('unknown-source', [
    'SELECT orders.id FROM orders JOIN ‸q1 ON TRUE',
    'SELECT ‸*',
    'SELECT ‸ROW_NUMBER() OVER w FROM orders',
    'SELECT orders.id FROM orders, (WITH q1 AS (SELECT 1 AS n) SELECT q1.n FROM q1) AS q2, ‸q1',
  ]);

  refused('unknown-column', [
    'SELECT q1.total, ‸q1.name FROM (SELECT orders.total FROM orders) AS q1',
    'SELECT ‸q1.total FROM (SELECT orders.total FROM orders) AS q1(sum_total)',
    'WITH q1 AS (SELECT orders.total FROM orders) SELECT ‸q1.name FROM q1',
    'WITH q1 AS (SELECT orders.total FROM orders) SELECT ‸q2.name FROM q1 AS q2',
    'SELECT orders.id FROM orders ORDER BY ‸total LIMIT 1',
    'SELECT orders.id FROM orders UNION SELECT customers.id FROM customers ORDER BY ‸name',
    'SELECT orders.id FROM orders JOIN order_items USING (‸order_id)',
    'SELECT ‸q1.name FROM orders_of(3) AS q1',
    'INSERT INTO orders (‸name) VALUES (1)',
    'UPDATE orders SET ‸name = 1',
  ]);

  refused('duplicate-source', [
    'SELECT orders.id FROM orders JOIN ‸orders ON TRUE',
    'SELECT orders.id FROM orders, customers, ‸orders',
    'SELECT orders.id FROM orders, (customers CROSS JOIN ‸orders)',
    'SELECT q1.n FROM (SELECT 1 AS n) AS q1, (SELECT 2 AS n) AS ‸q1',
    'WITH q1 AS (SELECT 1 AS n), ‸q1 AS (SELECT 2 AS n) SELECT q1.n FROM q1',
    'UPDATE orders SET total = 1 FROM ‸orders',
    'SELECT COUNT(*) OVER w FROM orders WINDOW w AS (), ‸w AS ()',
  ]);

  refused('ambiguous-column', [
    'SELECT ‸q1.id FROM (SELECT orders.id, customers.id FROM orders, customers) AS q1',
    'SELECT orders.id, customers.id FROM orders, customers ORDER BY ‸id',
    'SELECT orders.id FROM orders JOIN customers ON TRUE JOIN places USING (‸id)',
  ]);

  refused('duplicate-column', [
    'INSERT INTO orders (id, ‸id) VALUES (1, 2)',
    'UPDATE orders SET total = 1, ‸total = 2',
  ]);

  refused('column-count', [
    'SELECT orders.id FROM orders UNION SELECT customers.id‸, customers.name FROM customers',
    'SELECT orders.id, orders.total FROM orders UNION SELECT customers.id ‸FROM customers',
    'SELECT orders.id FROM orders UNION SELECT ‸* FROM customers',
    'SELECT orders.id FROM orders WHERE orders.id IN (SELECT customers.id‸, customers.name FROM customers)',
    'SELECT (SELECT customers.id‸, customers.name FROM customers) FROM orders',
    'SELECT orders.id FROM orders WHERE (orders.id, orders.total) IN (SELECT customers.id ‸FROM customers)',
    'SELECT orders.id FROM orders WHERE (orders.id, 1) ‸= (1, 2, 3)',
    'VALUES (1, 2), ‸(3)',
    'WITH ‸q1(a, b) AS (SELECT 1 AS n) SELECT q1.a FROM q1',
    'SELECT 1 FROM (SELECT 1 AS n) AS ‸q1(a, b)',
    'INSERT INTO orders (id, total) VALUES (1‸)',
    'INSERT INTO orders (id) VALUES (1‸, 2)',
    'INSERT INTO orders (id) SELECT customers.id‸, customers.name FROM customers',
    'SELECT ‸RANK(1, 2) WITHIN GROUP (ORDER BY orders.id) FROM orders',
  ]);

  test.each([
    ['VALUES (1, 2), (3)', 'This row has one column, not 2.'],
    ['VALUES (1), (2, 3)', 'This row has 2 columns, not 1.'],
    ['SELECT 1 UNION SELECT 1, 2', 'This query has to return one column.'],
  ])('%s is told how many columns it has', (sql, message) => {
    expect(checker.check(sql)).toMatchObject({ message });
  });

  refused('type', [
    'SELECT ‸SUM(customers.name) FROM customers',
    'SELECT ‸AVG(customers.signed_up_on) FROM customers',
    'SELECT ‸LENGTH(orders.total) FROM orders',
    'SELECT ‸EXTRACT(YEAR FROM customers.name) FROM customers',
    'SELECT ‸SUBSTRING(customers.name, customers.signed_up_on) FROM customers',
    'SELECT ‸net_price(customers.name) FROM customers',
    'SELECT customers.name ‸+ 1 FROM customers',
    'SELECT orders.total || orders.status ‸* 2 FROM orders',
    'SELECT orders.id FROM orders WHERE orders.total ‸LIKE 5',
    "SELECT orders.id FROM orders WHERE orders.total ‸LIKE '5%'",
    'SELECT orders.id FROM orders WHERE orders.ordered_at ‸> 2024',
    "SELECT orders.id FROM orders WHERE orders.total > ‸'abc'",
    "SELECT orders.id FROM orders WHERE orders.ordered_at > ‸'soon'",
    "SELECT orders.id FROM orders WHERE orders.status = ‸'gone'",
    "SELECT orders.id FROM orders WHERE orders.status IN ('new', ‸'gone')",
    "SELECT orders.id FROM orders WHERE orders.details @> ‸'{a'",
    'SELECT orders.id FROM orders JOIN customers ON orders.status ‸= customers.name',
    'SELECT orders.id FROM orders WHERE ‸orders.total',
    'SELECT orders.id FROM orders WHERE ‸orders.total AND TRUE',
    'SELECT orders.id FROM orders WHERE TRUE OR ‸orders.total',
    'SELECT orders.id FROM orders WHERE NOT ‸orders.total',
    'SELECT orders.id FROM orders JOIN customers ON ‸customers.id',
    'SELECT COUNT(*) FROM orders HAVING ‸COUNT(*)',
    'SELECT COUNT(*) FILTER (WHERE ‸orders.id) FROM orders',
    'SELECT CASE WHEN orders.id = 1 THEN 1 ELSE ‸customers.name END FROM orders, customers',
    "SELECT CASE WHEN orders.id = 1 THEN 1 ELSE ‸'many' END FROM orders",
    'SELECT CASE WHEN ‸orders.id THEN 1 END FROM orders',
    'SELECT ‸CASE orders.id WHEN customers.name THEN 1 END FROM orders, customers',
    'SELECT COALESCE(orders.total, ‸customers.name) FROM orders, customers',
    'SELECT ‸NULLIF(orders.total, customers.name) FROM orders, customers',
    'SELECT orders.id FROM orders WHERE orders.id ‸BETWEEN orders.ordered_at AND 5',
    'SELECT orders.id FROM orders WHERE orders.id ‸IN (SELECT customers.name FROM customers)',
    'SELECT orders.id FROM orders WHERE orders.id ‸= (SELECT customers.name FROM customers)',
    'SELECT orders.id FROM orders WHERE orders.id = ANY (‸orders.total)',
    'SELECT orders.id FROM orders UNION SELECT ‸customers.name FROM customers',
    'SELECT orders.raw FROM orders ‸UNION SELECT orders.raw FROM orders',
    'SELECT DISTINCT ‸orders.raw FROM orders',
    'SELECT COUNT(*) FROM orders GROUP BY ‸orders.raw',
    'SELECT orders.id FROM orders ORDER BY ‸orders.raw',
    'SELECT places.id FROM places ORDER BY ‸places.spot',
    'SELECT orders.id FROM orders LIMIT (‸CURRENT_DATE)',
    'SELECT orders.ordered_at‸::integer FROM orders',
    "SELECT ‸'abc'::integer",
    "SELECT ARRAY['new', ‸'gone']::order_status[]",
    'SELECT ‸ARRAY[orders.ordered_at]::integer[] FROM orders',
    'SELECT ARRAY[1, ‸CURRENT_DATE]',
    'SELECT orders.total‸[1] FROM orders',
    'SELECT orders.id ‸COLLATE "C" FROM orders',
    "SELECT orders.total ‸AT TIME ZONE 'UTC' FROM orders",
    'SELECT ‸-customers.name FROM customers',
    'SELECT (1, 2) ‸OVERLAPS (3, 4)',
    'SELECT SUM(orders.total) OVER (ORDER BY orders.status RANGE BETWEEN ‸1 PRECEDING AND CURRENT ROW) FROM orders',
    'SELECT q1.x ‸+ 1 AS y FROM (SELECT customers.name AS x FROM customers) AS q1',
    'WITH q1 AS (SELECT customers.name AS x FROM customers) SELECT ‸SUM(q1.x) FROM q1',
    "WITH q1 AS (SELECT CASE WHEN TRUE THEN 'a' END AS x) SELECT q1.x ‸- 1 FROM q1",
    'WITH RECURSIVE q1 AS (SELECT 1 AS n ‸UNION ALL SELECT q1.n + 0.5 FROM q1) SELECT q1.n FROM q1',
    'SELECT q1.total FROM ‸orders_of(CURRENT_DATE) AS q1',
    'INSERT INTO orders (total) VALUES (‸CURRENT_DATE)',
    "INSERT INTO orders (id) VALUES (‸'x')",
    'INSERT INTO orders (total) SELECT ‸customers.signed_up_on FROM customers',
    'UPDATE orders SET ordered_at = ‸5',
    'UPDATE orders SET total = ‸customers.signed_up_on FROM customers WHERE customers.id = orders.customer_id',
  ]);

  refused('grouping', [
    'SELECT ‸orders.status, COUNT(*) FROM orders',
    'SELECT ‸orders.status, COUNT(*) FROM orders ORDER BY COUNT(*)',
    'SELECT orders.status, ‸orders.total FROM orders GROUP BY orders.status',
    'SELECT ‸* FROM orders GROUP BY orders.status',
    'SELECT orders.status FROM orders GROUP BY orders.status HAVING ‸orders.total > 5',
    'SELECT orders.status FROM orders GROUP BY orders.status ORDER BY ‸orders.total',
    'SELECT ‸orders.status FROM orders ORDER BY COUNT(*)',
    'SELECT ‸orders.status FROM orders HAVING COUNT(*) > 1',
    'SELECT LOWER(‸customers.name), COUNT(*) FROM customers GROUP BY UPPER(customers.name)',
    'SELECT customers.name, (SELECT SUM(orders.total) FROM orders WHERE orders.customer_id = ‸customers.id) FROM customers GROUP BY customers.name',
    'SELECT ‸order_items.quantity, COUNT(*) FROM order_items GROUP BY order_items.order_id',
    'SELECT ‸customers.name, COUNT(*) FROM customers GROUP BY GROUPING SETS (customers.id, ())',
    'SELECT orders.status, COUNT(*) OVER (PARTITION BY ‸orders.total) FROM orders GROUP BY orders.status',
    'SELECT COUNT(*), GROUPING(‸orders.total) FROM orders GROUP BY orders.status',
  ]);

  refused('aggregate-place', [
    'SELECT orders.id FROM orders WHERE ‸SUM(orders.total) > 5',
    'SELECT orders.id FROM orders JOIN customers ON ‸COUNT(*) > 1',
    'SELECT COUNT(*) FROM orders GROUP BY ‸SUM(orders.total)',
    'SELECT ‸SUM(COUNT(*)) FROM orders',
    'SELECT COUNT(*) FILTER (WHERE ‸SUM(orders.total) > 5) FROM orders',
    'SELECT customers.id FROM customers WHERE EXISTS (SELECT 1 FROM orders WHERE ‸SUM(orders.total) > 5)',
    'SELECT customers.id FROM customers WHERE 5 < (SELECT ‸SUM(customers.id) FROM orders)',
    'UPDATE orders SET total = ‸SUM(orders.total)',
    'DELETE FROM orders WHERE ‸COUNT(*) > 1',
  ]);

  refused('window-place', [
    'SELECT orders.id FROM orders WHERE ‸ROW_NUMBER() OVER () = 1',
    'SELECT COUNT(*) FROM orders GROUP BY ‸ROW_NUMBER() OVER ()',
    'SELECT ‸SUM(ROW_NUMBER() OVER ()) FROM orders',
    'SELECT ‸ROW_NUMBER() FROM orders',
    'SELECT ‸COUNT(DISTINCT orders.id) OVER () FROM orders',
  ]);

  refused('set-place', [
    'SELECT orders.id FROM orders WHERE ‸GENERATE_SERIES(1, 2) = 1',
    'SELECT ‸CASE WHEN TRUE THEN GENERATE_SERIES(1, 2) END',
    'SELECT ‸COALESCE(GENERATE_SERIES(1, 2), 1)',
  ]);

  refused('order-by', [
    'SELECT DISTINCT orders.status FROM orders ORDER BY ‸orders.total',
    'SELECT DISTINCT ON (orders.status) orders.id FROM orders ORDER BY ‸orders.total, orders.status',
    "SELECT orders.id FROM orders ORDER BY ‸'total'",
    'SELECT orders.id FROM orders ORDER BY ‸2',
    'SELECT orders.id FROM orders UNION SELECT customers.id FROM customers ORDER BY ‸orders.id',
    "SELECT STRING_AGG(DISTINCT customers.name, ',' ORDER BY ‸customers.id) FROM customers",
  ]);
});

describe('accepted', () => {
  test.each([
    'SELECT customers.name FROM customers WHERE EXISTS (SELECT orders.id FROM orders WHERE orders.customer_id = customers.id)',
    'SELECT (SELECT q1.n FROM (SELECT COUNT(*) AS n FROM orders WHERE orders.customer_id = customers.id) AS q1) FROM customers',
    'SELECT orders.id, q1.name FROM orders CROSS JOIN LATERAL (SELECT customers.name FROM customers WHERE customers.id = orders.customer_id) AS q1',
    'SELECT q1.tag FROM customers, UNNEST(customers.tags) WITH ORDINALITY AS q1(tag, place) WHERE q1.place > 1',
    'SELECT q1.key, q1.value ->> 0 FROM orders, JSONB_EACH(orders.details) AS q1',
    'SELECT q1.a + 1 FROM JSONB_TO_RECORDSET(\'[{"a": 1}]\') AS q1(a integer, b text)',
    'WITH RECURSIVE q1(n) AS (SELECT 1 UNION ALL SELECT q1.n + 1 FROM q1 WHERE q1.n < 5) SELECT SUM(q1.n) FROM q1',
    "WITH q1 AS (INSERT INTO orders (id, status) VALUES (1, 'new'), (DEFAULT, DEFAULT) RETURNING orders.*) SELECT q1.status FROM q1",
    'SELECT orders.id FROM orders JOIN customers USING (id) JOIN places USING (id)',
    'SELECT COUNT(*) FROM ((SELECT orders.id FROM orders ORDER BY orders.total LIMIT 5) UNION SELECT customers.id FROM customers) AS q1',
    'SELECT ((SELECT COUNT(*) FROM orders) + 1) * 2, ((SELECT 1) UNION (SELECT 2) LIMIT 1)',
    'SELECT customers.name, COUNT(*) FROM customers GROUP BY customers.id',
    "SELECT LOWER(customers.name) || '!', COUNT(*) FROM customers GROUP BY LOWER(customers.name) ORDER BY LOWER(customers.name)",
    'SELECT customers.id FROM customers GROUP BY customers.id HAVING (SELECT SUM(customers.id) FROM orders LIMIT 1) > 1',
    'SELECT orders.status, SUM(SUM(orders.total)) OVER (ORDER BY orders.status) FROM orders GROUP BY orders.status',
    'SELECT RANK(5, CURRENT_DATE) WITHIN GROUP (ORDER BY customers.id, customers.signed_up_on) FROM customers',
    'SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY orders.total) FROM orders',
    'SELECT SUM(orders.total) OVER w FROM orders WINDOW w AS (PARTITION BY orders.status)',
    "SELECT orders.id FROM orders WHERE orders.total BETWEEN '1' AND 2.5 AND orders.ordered_at > '2024-01-01' OR orders.status = 'paid'",
    "SELECT orders.id FROM orders WHERE orders.ordered_at::date - '2024-01-01' > 5 AND orders.ordered_at > CURRENT_DATE - INTERVAL '7 days'",
    "SELECT orders.details -> 'a' ->> 0, orders.details['b'], orders.details @> '{}' FROM orders",
    "SELECT customers.email LIKE '%@x', customers.country || 1, customers.tags || ARRAY['new'], customers.tags[1:2] FROM customers",
    "SELECT net_price(orders.total), net_price(orders.total, 19), net_price('5') FROM orders",
    "SELECT places.shape, places.shape = places.shape, places.shape <-> 'x' FROM places ORDER BY places.shape",
    'SELECT COALESCE(orders.shipped_at, orders.ordered_at, CURRENT_DATE), GREATEST(1, 2.5, NULL) FROM orders',
    'SELECT orders.id FROM orders WHERE (orders.customer_id, orders.id) IN (SELECT customers.id, 1 FROM customers)',
    'SELECT orders.id FROM orders WHERE orders.id = ANY (ARRAY[1, 2]) AND orders.id <> ALL (SELECT customers.id FROM customers)',
    'SELECT DISTINCT ON (orders.status) orders.id FROM orders ORDER BY orders.status, orders.total DESC NULLS LAST',
    "SELECT ARRAY[TRUE, -3]::integer[], ARRAY[ARRAY['1', 2.5]]::text[], ARRAY['new', 'paid']::order_status[]",
    'SELECT COUNT(customers), ROW_TO_JSON(orders) FROM customers, orders GROUP BY orders.id',
    "SELECT EXTRACT(EPOCH FROM orders.shipped_at - orders.ordered_at), POSITION('a' IN customers.name) FROM orders, customers",
    'SELECT (orders.ordered_at AT TIME ZONE \'UTC\')::date, customers.name COLLATE "C" FROM orders, customers',
    'SELECT orders.id FROM orders ORDER BY orders.id FETCH FIRST 5 ROWS WITH TIES',
    "UPDATE orders SET (total, shipped_at) = (SELECT 1, CURRENT_DATE), status = 'paid' FROM customers WHERE customers.id = orders.customer_id RETURNING OLD.total, NEW.*",
    'DELETE FROM orders USING customers WHERE customers.id = orders.customer_id RETURNING *',
    "INSERT INTO customers (id, name) VALUES (1, 'a') ON CONFLICT (id) WHERE newsletter DO UPDATE SET name = EXCLUDED.name WHERE customers.id > 1",
    'SELECT archive.orders.total, orders.total FROM archive.orders JOIN orders ON orders.id = archive.orders.id',
    '(SELECT orders.id FROM orders LIMIT 1) UNION ALL SELECT customers.id FROM customers ORDER BY id LIMIT (SELECT 5)',
    "VALUES (1, 'a'), (2.5, NULL) ORDER BY column1",
    "SELECT E'it''s\\n' AS text_1, -9223372036854775808, 1e-5, orders.id FROM orders",
  ])('%s', (sql) => {
    expect(checker.check(sql)).toEqual({ ok: true });
  });
});
