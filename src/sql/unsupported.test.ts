import { beforeAll, describe, expect, test } from 'vitest';
import { SHOP } from '../grammar/testing/example-schemas.ts';
import { AppError } from '../platform/errors.ts';
import { canonicalSql } from './canonical.ts';
import { loadParser } from './parse-sql.ts';
import { type Construct, UNSUPPORTED } from './unsupported.ts';

/** A statement with each construct, and the position of the error; 0 where the parser tells none. */
const EXAMPLES: Readonly<Record<Construct, readonly [sql: string, position: number]>> = {
  catalogue: ['SELECT relname FROM pg_class', 21],
  'collation-for': ['SELECT COLLATION FOR (name) FROM customers', 8],
  'composite-assignment': ['UPDATE orders SET details[1] = 2', 19],
  'composite-star': ['SELECT (details).* FROM orders', 0],
  'conflict-constraint': ['INSERT INTO categories (id) VALUES (1) ON CONFLICT ON CONSTRAINT c DO NOTHING', 52],
  'conflict-expression': ['INSERT INTO categories (id) VALUES (1) ON CONFLICT (lower(name)) DO NOTHING', 52],
  'current-of': ['DELETE FROM orders WHERE CURRENT OF c', 0],
  'cycle-values': [
    `WITH RECURSIVE t AS (SELECT 1 AS n UNION SELECT n FROM t) CYCLE n SET c TO 'y' DEFAULT 'n' USING p TABLE t`,
    59,
  ],
  'database-name': ['SELECT * FROM shop.public.orders', 15],
  'extract-field': ['SELECT pg_catalog.extract(status, ordered_at) FROM orders', 8],
  'for-update': ['SELECT * FROM orders FOR UPDATE', 0],
  'interval-fields': [`SELECT INTERVAL '1.5' DAY`, 8],
  'is-document': ["SELECT '' IS DOCUMENT", 11],
  'is-json-unique': ['SELECT details IS JSON WITH UNIQUE KEYS FROM orders', 8],
  'is-normalized': ['SELECT name IS NORMALIZED FROM customers', 13],
  'join-alias': ['SELECT 1 FROM (orders CROSS JOIN customers) AS j', 0],
  'json-constructor': ["SELECT 'é', JSON_OBJECT('a': 1)", 13],
  'json-query': [`SELECT JSON_VALUE(details, '$.a') FROM orders`, 8],
  'json-table': [`SELECT * FROM JSON_TABLE('{}', '$' COLUMNS (a int))`, 0],
  merge: ['MERGE INTO orders USING customers ON TRUE WHEN MATCHED THEN DELETE', 0],
  'named-arguments': ['SELECT f(a => 1)', 10],
  normalize: ['SELECT NORMALIZE(name) FROM customers', 8],
  only: ['SELECT * FROM ONLY orders', 20],
  operator: ['SELECT id <<| id FROM orders', 11],
  'operator-syntax': ['SELECT id OPERATOR(public.+) id FROM orders', 11],
  'order-by-using': ['SELECT id FROM orders ORDER BY id USING >', 41],
  parameter: ['SELECT $1', 8],
  'renamed-row': ['SELECT to_jsonb(t) FROM (SELECT id AS "orderNumber" FROM orders) t', 17],
  'row-assignment': ['UPDATE orders SET (id, total) = f()', 0],
  'rows-from': ['SELECT * FROM ROWS FROM (f(), g())', 0],
  'select-into': ['SELECT id INTO copied FROM orders', 16],
  statement: ['CREATE TABLE t (id integer)', 0],
  'system-column': ['SELECT ctid FROM orders', 8],
  'system-user': ['SELECT SYSTEM_USER', 8],
  'table-sample': ['SELECT * FROM orders TABLESAMPLE SYSTEM (1 + 1)', 34],
  'too-deep': [`SELECT ${Array(8_000).fill('1').join(' + ')}`, 0],
  'too-many-appearances': ['SELECT 1 FROM orders a, orders b, orders c, orders d, orders e', 0],
  'too-many-windows': [`SELECT 1 WINDOW ${Array.from({ length: 10 }, (_, index) => `w${index} AS ()`).join(', ')}`, 0],
  treat: ['SELECT TREAT(id AS text) FROM orders', 8],
  'twin-columns': [
    `SELECT * FROM (SELECT id, orders.* FROM orders) t, (SELECT 1 AS "orderId") x JOIN "orderNotes" USING ("orderId")`,
    8,
  ],
  'type-modifier': ['SELECT id::numeric(total) FROM orders', 12],
  'user-type': ['SELECT ROW(1)::postal_address', 16],
  'using-alias': ['SELECT 1 FROM order_items JOIN returns USING (order_id) AS j', 0],
  variadic: ['SELECT f(VARIADIC ARRAY[1])', 8],
  'whole-row': ['SELECT orders FROM orders', 8],
  xml: ['SELECT xmlelement(name a)', 8],
};

beforeAll(async () => await loadParser());

describe('what canonical SQL has no place for', () => {
  test.each(Object.entries(EXAMPLES))('%s', (construct, [sql, position]) => {
    const error = errorOf(sql);
    expect(error).toMatchObject({ code: 'sql/unsupported', details: { construct } });
    expect(error.details?.position ?? 0).toBe(position);
    expect(error.message).toBe(`${UNSUPPORTED[construct as Construct].what} cannot be written here.`);
    expect(error.hint).toMatch(/\.$/);
  });

  test.each([
    "SELECT * FROM XMLTABLE('/a' PASSING '' COLUMNS b text)",
    "SELECT xmlexists('//a' PASSING '')",
    'SELECT xmlserialize(CONTENT NULL AS text)',
  ])('XML: %s', (sql) => expect(errorOf(sql).details?.construct).toBe('xml'));
});

function errorOf(sql: string): AppError {
  try {
    const canonical = canonicalSql(sql, SHOP).sql;
    expect.fail(canonical);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
}
