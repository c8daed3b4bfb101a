import type { CorpusDatabase } from './databases.ts';

/** What PostgreSQL 18 accepts and canonical SQL deliberately has no place for. */
type UnsupportedConstruct =
  | 'aliased-join'
  | 'array-element-assignment'
  | 'catalog-table'
  | 'collation-for'
  | 'composite-cast'
  | 'composite-star'
  | 'computed-sample'
  | 'conflict-constraint'
  | 'conflict-expression'
  | 'cursor-position'
  | 'cycle-values'
  | 'field-assignment'
  | 'fifth-appearance'
  | 'for-update'
  | 'interval-fields'
  | 'is-normalized'
  | 'json-constructor'
  | 'json-table'
  | 'merge'
  | 'named-argument'
  | 'normalize'
  | 'only'
  | 'order-by-using'
  | 'rows-from'
  | 'select-into'
  | 'system-column'
  | 'system-user'
  | 'treat'
  | 'unique-keys'
  | 'user-operator'
  | 'using-alias'
  | 'variadic-argument'
  | 'whole-row'
  | 'xml';

interface UnsupportedEntry {
  readonly sql: string;
  readonly database: CorpusDatabase;
  readonly construct: UnsupportedConstruct;
  /** Run before it, in the same transaction. */
  readonly setUp?: string;
}

export const UNSUPPORTED: readonly UnsupportedEntry[] = [
  {
    sql: `SELECT p.name FROM products p WHERE p = (SELECT x FROM products x WHERE x.id = 1)`,
    database: 'shop',
    construct: 'whole-row',
  },
  {
    sql: `SELECT INTERVAL '1 day 2 hours' HOUR, INTERVAL '1.678 seconds' SECOND(1)`,
    database: 'shop',
    construct: 'interval-fields',
  },
  { sql: `SELECT system_user`, database: 'shop', construct: 'system-user' },
  {
    sql: `SELECT count(*) FROM readings TABLESAMPLE SYSTEM (10 + 5)`,
    database: 'telemetry',
    construct: 'computed-sample',
  },
  {
    sql: `WITH RECURSIVE walk AS (SELECT to_site FROM links WHERE from_site = 1 UNION ALL SELECT l.to_site FROM links l JOIN walk w ON w.to_site = l.from_site) CYCLE to_site SET looped TO 'yes' DEFAULT 'no' USING trail SELECT * FROM walk`,
    database: 'telemetry',
    construct: 'cycle-values',
  },
  {
    sql: `MERGE INTO products p USING (VALUES ('AUD-107', 5), ('NEW-1', 1)) AS d(sku, n) ON p.sku = d.sku WHEN MATCHED THEN UPDATE SET stock = p.stock + d.n WHEN NOT MATCHED THEN DO NOTHING`,
    database: 'shop',
    construct: 'merge',
  },
  {
    sql: `WITH m AS (MERGE INTO jobs USING departments ON jobs.id = departments.id WHEN MATCHED AND jobs.id = 0 THEN DELETE RETURNING merge_action(), jobs.id) SELECT count(*) FROM m`,
    database: 'hr',
    construct: 'merge',
  },
  { sql: `SELECT * INTO copied FROM products`, database: 'shop', construct: 'select-into' },
  {
    sql: `SELECT id INTO TEMPORARY TABLE picked FROM orders WHERE status = 'paid'`,
    database: 'shop',
    construct: 'select-into',
  },
  { sql: `SELECT * FROM orders WHERE id = 1 FOR UPDATE`, database: 'shop', construct: 'for-update' },
  {
    sql: `SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id FOR SHARE OF o SKIP LOCKED`,
    database: 'shop',
    construct: 'for-update',
  },
  {
    sql: `SELECT * FROM ROWS FROM (generate_series(1, 3), unnest(ARRAY['a', 'b'])) AS r(n, letter)`,
    database: 'shop',
    construct: 'rows-from',
  },
  {
    sql: `SELECT xmlelement(name person, xmlattributes(id AS "no"), name) FROM customers`,
    database: 'shop',
    construct: 'xml',
  },
  { sql: `SELECT xmlagg(xmlforest(name, price)) FROM products`, database: 'shop', construct: 'xml' },
  {
    sql: `SELECT x.* FROM XMLTABLE('/r/i' PASSING '<r><i a="1"/></r>' COLUMNS a int PATH '@a') AS x`,
    database: 'shop',
    construct: 'xml',
  },
  {
    sql: `SELECT s.id, t.phone FROM sites s, JSON_TABLE(s.attributes, '$.contact' COLUMNS (phone text PATH '$.phone')) AS t`,
    database: 'telemetry',
    construct: 'json-table',
  },
  {
    sql: `SELECT JSON_OBJECT('id': id, 'name': name ABSENT ON NULL) FROM sites`,
    database: 'telemetry',
    construct: 'json-constructor',
  },
  { sql: `SELECT JSON_ARRAY(id, name NULL ON NULL) FROM sites`, database: 'telemetry', construct: 'json-constructor' },
  { sql: `SELECT JSON_OBJECTAGG(name: id) FROM sites`, database: 'telemetry', construct: 'json-constructor' },
  {
    sql: `SELECT JSON_ARRAYAGG(name ORDER BY id RETURNING jsonb) FROM sites`,
    database: 'telemetry',
    construct: 'json-constructor',
  },
  {
    sql: `SELECT JSON_VALUE(attributes, '$.power' RETURNING text DEFAULT 'none' ON EMPTY) FROM sites`,
    database: 'telemetry',
    construct: 'json-constructor',
  },
  {
    sql: `SELECT JSON_QUERY(attributes, '$.tags' WITH WRAPPER), JSON_EXISTS(attributes, '$.tags') FROM sites`,
    database: 'telemetry',
    construct: 'json-constructor',
  },
  {
    sql: `SELECT JSON_SCALAR(id), JSON_SERIALIZE(attributes), JSON('[1]') FROM sites`,
    database: 'telemetry',
    construct: 'json-constructor',
  },
  { sql: `SELECT '{"a": 1}' IS JSON OBJECT WITH UNIQUE KEYS`, database: 'telemetry', construct: 'unique-keys' },
  { sql: `SELECT name FROM ONLY sites`, database: 'telemetry', construct: 'only' },
  { sql: `DELETE FROM ONLY events WHERE id = 1`, database: 'telemetry', construct: 'only' },
  {
    sql: `INSERT INTO sites SELECT * FROM sites WHERE id = 1 ON CONFLICT ON CONSTRAINT sites_pkey DO NOTHING`,
    database: 'telemetry',
    construct: 'conflict-constraint',
  },
  { sql: `SELECT largest(VARIADIC ARRAY[1, 2.5, 3])`, database: 'telemetry', construct: 'variadic-argument' },
  {
    sql: `SELECT late_fee(due => '2024-01-01', returned => '2024-01-05')`,
    database: 'library',
    construct: 'named-argument',
  },
  { sql: `SELECT sales.with_vat(10, rate := 0.06)`, database: 'telemetry', construct: 'named-argument' },
  { sql: `SELECT count(DISTINCT c) FROM categories c WHERE c IS NOT NULL`, database: 'shop', construct: 'whole-row' },
  { sql: `SELECT jobs FROM jobs`, database: 'hr', construct: 'whole-row' },
  { sql: `SELECT ctid, xmin, name FROM departments`, database: 'hr', construct: 'system-column' },
  {
    sql: `SELECT tableoid::regclass, count(*) FROM events GROUP BY tableoid`,
    database: 'telemetry',
    construct: 'system-column',
  },
  { sql: `SELECT TREAT(name AS text) FROM departments`, database: 'hr', construct: 'treat' },
  { sql: `SELECT NORMALIZE(name, NFD) FROM departments`, database: 'hr', construct: 'normalize' },
  { sql: `SELECT name IS NFC NORMALIZED FROM departments`, database: 'hr', construct: 'is-normalized' },
  { sql: `SELECT COLLATION FOR (name) FROM departments`, database: 'hr', construct: 'collation-for' },
  {
    sql: `UPDATE branches SET address.city = 'Gaia' WHERE code = 'CEN'`,
    database: 'library',
    construct: 'field-assignment',
  },
  {
    sql: `UPDATE devices SET firmware[3] = 0 WHERE kind = 'gauge'`,
    database: 'telemetry',
    construct: 'array-element-assignment',
  },
  { sql: `UPDATE sites SET attributes['panels'] = '6'`, database: 'telemetry', construct: 'array-element-assignment' },
  {
    sql: `SELECT shared.order_id FROM order_items JOIN payments USING (order_id) AS shared`,
    database: 'shop',
    construct: 'using-alias',
  },
  {
    sql: `SELECT j.name FROM (customers CROSS JOIN (VALUES (1)) AS v(n)) AS j`,
    database: 'shop',
    construct: 'aliased-join',
  },
  { sql: `SELECT id FROM jobs ORDER BY id USING >`, database: 'hr', construct: 'order-by-using' },
  { sql: `SELECT 2 OPERATOR(archive.<+>) 3`, database: 'library', construct: 'user-operator' },
  {
    sql: `DELETE FROM transfers WHERE CURRENT OF reader`,
    database: 'library',
    construct: 'cursor-position',
    setUp: 'DECLARE reader CURSOR FOR SELECT * FROM transfers FOR UPDATE; FETCH reader',
  },
  {
    sql: `INSERT INTO members (id, "first name", "last name", email, joined_at, home_branch) VALUES (12, 'A', 'B', 'ADA@example.org', '2024-01-01', 'CEN') ON CONFLICT (lower(email)) DO NOTHING`,
    database: 'library',
    construct: 'conflict-expression',
    setUp: 'CREATE UNIQUE INDEX ON members (lower(email))',
  },
  { sql: `SELECT ROW('Cais 1', 'Gaia', '4400-001')::postal_address`, database: 'library', construct: 'composite-cast' },
  { sql: `SELECT (page_span('novel')).*`, database: 'library', construct: 'composite-star' },
  { sql: `SELECT (address).* FROM branches`, database: 'library', construct: 'composite-star' },
  { sql: `SELECT table_name FROM information_schema.tables`, database: 'hr', construct: 'catalog-table' },
  { sql: `SELECT relname FROM pg_class WHERE relkind = 'r'`, database: 'hr', construct: 'catalog-table' },
  {
    sql: `SELECT a.id FROM jobs a, jobs b, jobs c, jobs d, jobs e WHERE a.id = b.id AND b.id = c.id AND c.id = d.id AND d.id = e.id`,
    database: 'hr',
    construct: 'fifth-appearance',
  },
];
