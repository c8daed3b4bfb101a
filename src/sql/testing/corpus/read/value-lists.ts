import type { ReadEntry } from '../entry.ts';

/** Columns with a few texts, the texts themselves, and names that are reserved in a list. */
export const VALUE_LISTS: readonly ReadEntry[] = [
  {
    sql: `SELECT id FROM orders WHERE 'pending' = status OR 'cancelled'::order_status = status`,
    database: 'shop',
    features: ['text-first', 'enum', 'enum-cast'],
  },
  {
    sql: `SELECT id FROM orders WHERE status = ANY ('{delivered,shipped}') AND status <> ALL (ARRAY['cancelled'::order_status])`,
    database: 'shop',
    features: ['any', 'all', 'array-literal', 'enum'],
  },
  {
    sql: `SELECT CASE status WHEN 'pending' THEN 'open' WHEN 'shipped' THEN 'on its way' ELSE status::text END, count(*) FROM orders GROUP BY 1`,
    database: 'shop',
    features: ['simple-case', 'enum', 'ordinal'],
  },
  {
    sql: `SELECT CASE status::text WHEN 'delivered' THEN 1 ELSE 0 END, CASE shipping_fee > 0 WHEN TRUE THEN 'paid' END FROM orders`,
    database: 'shop',
    features: ['simple-case', 'cast-operator'],
  },
  {
    sql: `SELECT id FROM orders WHERE status IS DISTINCT FROM 'delivered' AND status BETWEEN 'paid' AND 'cancelled' AND status > 'paid'`,
    database: 'shop',
    features: ['is-distinct-from', 'between', 'enum'],
  },
  {
    sql: `SELECT id FROM orders WHERE '2024-03-01' <= ordered_at AND '2024-09-01'::date > ordered_at AND '5' <> id AND 'x' IS NOT DISTINCT FROM 'x'`,
    database: 'shop',
    features: ['text-first', 'typed-literal', 'is-distinct-from'],
  },
  {
    sql: `SELECT "bookId" FROM "bookAuthors" WHERE 'translator' IN (role, role || 's') OR ('author' NOT IN (role, 'x')) IS TRUE`,
    database: 'library',
    features: ['text-first', 'in-list', 'boolean-test'],
  },
  {
    sql: `SELECT id FROM leave_requests WHERE kind = ANY (ARRAY['sick', 'unpaid']::text[]) OR status <> ALL (string_to_array('approved rejected', ' '))`,
    database: 'hr',
    features: ['any', 'all', 'string-split'],
  },
  {
    sql: `SELECT count(*) FROM sales.orders WHERE currency = ANY (ARRAY['EUR', 'USD']) AND NOT 'GBP' = currency`,
    database: 'telemetry',
    features: ['any', 'text-first', 'not'],
    ordered: true,
  },
  {
    sql: `SELECT id FROM loans WHERE state = ANY ('{late, "lost", NULL}') OR NOT state <> ALL ('{out}'::loan_state[])`,
    database: 'library',
    features: ['any', 'all', 'array-literal', 'enum-cast'],
  },
  {
    sql: `SELECT title FROM books b WHERE "Genre" = ANY (ARRAY[b."Genre", 'novel']) AND "Genre" = ANY (ARRAY(SELECT unnest(interests) FROM members))`,
    database: 'library',
    features: ['any', 'array-subquery', 'enum'],
  },
  {
    sql: `SELECT id FROM members WHERE 'novel' = ANY (interests) AND interests <> '{}' AND NOT interests && '{comic}'`,
    database: 'library',
    features: ['any', 'array-operator', 'array-literal', 'text-first'],
  },
  {
    sql: `SELECT id, interests || '{history}', interests[1] = 'novel', '{}' = interests, '{comic,NULL}'::"Genre"[] FROM members WHERE interests @> ARRAY['novel']::"Genre"[] OR '{science}' <@ interests OR 'comic' <> ALL (interests)`,
    database: 'library',
    features: ['array-operator', 'array-subscript', 'array-literal', 'all', 'enum-cast'],
  },
  {
    sql: `SELECT ARRAY['novel', "Genre", NULL]::"Genre"[] FROM books WHERE "Genre" > ALL (ARRAY['novel', 'poetry']::"Genre"[])`,
    database: 'library',
    features: ['array-constructor', 'enum-cast', 'all'],
  },
  {
    sql: `SELECT CASE 'CEN' WHEN home_branch THEN 'centre' ELSE 'elsewhere' END, CASE interests[1] WHEN 'novel' THEN 1 END FROM members`,
    database: 'library',
    features: ['simple-case', 'array-subscript'],
  },
  {
    sql: `SELECT 'a' < 'b', 'pending' < 'paid'::order_status, 'two
lines' = 'one', 'one' = E'two\nlines', B'101' = '101'::bit(3), 'x' = upper('x')`,
    database: 'shop',
    features: ['text-first', 'control-character', 'bit-string', 'no-from'],
    ordered: true,
  },
  {
    sql: `WITH stock("current_date", "session_user", current_stock) AS (VALUES (2, 1, 5), (1, 3, 6)) SELECT "current_date", s."session_user" + current_stock AS "system_user" FROM stock s ORDER BY "system_user" DESC, "current_date"`,
    database: 'shop',
    features: ['cte-column-list', 'keyword-name', 'quoted-alias'],
    ordered: true,
  },
  {
    sql: `SELECT column1 AS "current_time", column2 FROM (VALUES (2, 'a'), (1, 'b')) v ORDER BY "current_time"`,
    database: 'shop',
    features: ['keyword-name', 'quoted-alias', 'order-by-alias'],
    ordered: true,
  },
  {
    sql: `SELECT * FROM (SELECT 1 AS "current_date", 2 AS a) x JOIN (SELECT 1 AS "current_date", 3 AS b) y USING ("current_date")`,
    database: 'shop',
    features: ['join-using', 'keyword-name', 'quoted-alias'],
    ordered: true,
  },
  {
    sql: `WITH RECURSIVE walk(session_id, parent_id) AS (SELECT id, parent_id FROM categories WHERE parent_id IS NULL UNION ALL SELECT c.id, c.parent_id FROM categories c JOIN walk w ON c.parent_id = w.session_id) SEARCH DEPTH FIRST BY session_id SET system_order CYCLE session_id SET cursed USING current_path SELECT session_id, cursed FROM walk ORDER BY system_order`,
    database: 'shop',
    features: ['recursive-cte', 'search-clause', 'cycle-clause', 'cte-column-list'],
    ordered: true,
  },
];
