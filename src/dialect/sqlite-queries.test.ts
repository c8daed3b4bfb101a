import { beforeAll, expect, test } from 'vitest';
import { convertQuery } from './convert-query.ts';
import type { KnownNames } from './query/known-names.ts';
import { knownTables } from './testing/known-tables.ts';
import { openPostgres, type TestPostgres } from './testing/open-postgres.ts';
import { shownRows } from './testing/shown-rows.ts';

/** Queries as developers bring them; what they should give is what SQLite 3.40 gave for the same tables. */
const TABLES = `CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, city TEXT, born DATE, active BOOLEAN NOT NULL DEFAULT 1, score INTEGER, manager_id INTEGER REFERENCES customers(id), data TEXT, created TEXT);
INSERT INTO customers VALUES (1,'Ana','Lisboa','1990-05-17',1,10,NULL,'{"a":{"b":[1,2]},"k":"v","n":5}','2024-01-15 10:30:45'),(2,'bruno',NULL,'1985-12-31',0,NULL,1,'{"k":"w","n":7}','2024-02-01 00:00:00'),(3,'Carla','Porto',NULL,1,5,1,NULL,NULL),(4,'dora','lisboa','2001-02-28',1,20,2,'{"k":"v"}','2024-03-01 12:00:00');
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, total REAL NOT NULL, qty INTEGER NOT NULL DEFAULT 1, status TEXT NOT NULL DEFAULT 'new', placed DATETIME NOT NULL, shipped_at DATETIME, note TEXT, ts INTEGER);
INSERT INTO orders VALUES (1,1,10.5,3,'paid','2024-01-15 10:30:45','2024-01-17 00:00:00','a',1705314645),(2,1,20.0,0,'new','2024-02-29 23:59:59',NULL,NULL,NULL),(3,2,5.25,7,'shipped','2024-12-31 00:00:00','2025-01-02 10:00:00','B',1735603200),(4,4,99.99,2,'paid','2023-11-05 06:07:08','2023-11-06 00:00:00','b',0),(5,1,7.0,1,'new','2024-01-31 18:00:00',NULL,'',1);
CREATE TABLE items (order_id INTEGER NOT NULL, sku TEXT NOT NULL, price REAL, n INTEGER, PRIMARY KEY(order_id, sku));
INSERT INTO items VALUES (1,'A1',3.5,1),(1,'B2',NULL,2),(3,'A1',3.5,7),(4,'C3',50,1),(4,'a1',49.99,1);
CREATE TABLE notes (title TEXT, body TEXT, pinned INTEGER DEFAULT 0, updated INTEGER);
INSERT INTO notes VALUES ('one','first body',1,1700000000),('two','second',0,1710000000),('Three','x',0,1720000000);
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT);
INSERT INTO settings VALUES ('theme','dark'),('lang','en');
`;

const QUERIES: readonly (readonly [sql: string, rows: string])[] = [
  [
    'SELECT * FROM customers ORDER BY score',
    '2|bruno|~|1985-12-31|f|~|1|{"k":"w","n":7}|2024-02-01 00:00:00;3|Carla|Porto|~|t|5|1|~|~;1|Ana|Lisboa|1990-05-17|t|10|~|{"a":{"b":[1,2]},"k":"v","n":5}|2024-01-15 10:30:45;4|dora|lisboa|2001-02-28|t|20|2|{"k":"v"}|2024-03-01 12:00:00',
  ],
  ['SELECT id, score FROM customers ORDER BY score DESC LIMIT 2', '4|20;1|10'],
  [
    "SELECT strftime('%W', placed), strftime('%w', placed), strftime('%j', placed) FROM orders ORDER BY id",
    '03|1|015;09|4|060;53|2|366;44|0|309;05|3|031',
  ],
  ["SELECT date('2024-03-15', 'weekday 0'), date('2024-03-17', 'weekday 1')", '2024-03-17|2024-03-18'],
  [
    "SELECT (strftime('%Y', '2024-05-16') - strftime('%Y', born)) - (strftime('%m-%d', '2024-05-16') < strftime('%m-%d', born)) AS age FROM customers ORDER BY id",
    '33;38;~;23',
  ],
  // "Nowhere" is no column of the tables: a text. What a subquery names is one.
  ['SELECT "Nowhere", "name" AS n, "none" AS t FROM customers WHERE id = 1', 'Nowhere|Ana|none'],
  ['SELECT "z" FROM (SELECT id AS "z" FROM customers WHERE id = 2) s', '2'],
  ["SELECT unistr('\\u00fc'), unicode('a')", 'ü|97'],
  ["SELECT CAST('12abc' AS INTEGER), CAST('x' AS REAL), CAST('1.9' AS INTEGER), CAST('2.5e1x' AS REAL)", '12|0|1|25'],
  ['SELECT rowid, name FROM customers ORDER BY rowid', '1|Ana;2|bruno;3|Carla;4|dora'],
  ['SELECT o.rowid, o.id FROM orders o ORDER BY o.rowid LIMIT 1', '1|1'],
  ['SELECT oid, _rowid_ FROM customers ORDER BY 1', '1|1;2|2;3|3;4|4'],
  [
    "SELECT format('%s has %d', name, score) FROM customers ORDER BY id",
    'Ana has 10;bruno has 0;Carla has 5;dora has 20',
  ],
  ["SELECT id FROM customers WHERE json_extract(data, '$.n') > 5", '2'],
  [
    "SELECT data ->> '$.k', data -> '$.a', data ->> 'k' FROM customers ORDER BY id",
    'v|{"b": [1, 2]}|v;w|~|w;~|~|~;v|~|v',
  ],
  ["SELECT c.id, j.value FROM customers c, json_each(c.data, '$.a.b') j ORDER BY 1, 2", '1|1;1|2'],
  ["SELECT json_array_length(data, '$.a.b') FROM customers WHERE id = 1", '2'],
  ['SELECT max(score, 7), min(score, 7) FROM customers ORDER BY id', '10|7;~|~;7|5;20|7'],
  ['SELECT max(1, NULL), min(3, 2)', '~|2'],
  ['SELECT id, name, max(score) FROM customers', '4|dora|20'],
  [
    'SELECT city, name, max(score) FROM customers GROUP BY city ORDER BY city',
    '~|bruno|~;Lisboa|Ana|10;Porto|Carla|5;lisboa|dora|20',
  ],
  [
    'SELECT customer_id, name, SUM(total) FROM orders JOIN customers c ON c.id = customer_id GROUP BY customer_id ORDER BY 3 DESC',
    '4|dora|99.99;1|Ana|37.5;2|bruno|5.25',
  ],
  [
    'SELECT city, COUNT(*) AS n FROM customers GROUP BY city HAVING n >= 1 ORDER BY n DESC, city',
    '~|1;Lisboa|1;Porto|1;lisboa|1',
  ],
  ['SELECT DISTINCT lower(city) FROM customers ORDER BY 1', '~;lisboa;porto'],
  [
    'SELECT c.name, m.name FROM customers c LEFT JOIN customers m ON c.manager_id = m.id ORDER BY m.name, c.name',
    'Ana|~;Carla|Ana;bruno|Ana;dora|bruno',
  ],
  ['SELECT id FROM orders ORDER BY id LIMIT -1 OFFSET 2', '3;4;5'],
  [
    'SELECT id, status, lag(total) OVER (PARTITION BY customer_id ORDER BY shipped_at) FROM orders ORDER BY id',
    '1|paid|7;2|new|~;3|shipped|~;4|paid|~;5|new|20',
  ],
  [
    'SELECT substr(placed, 1, 7) AS m, COUNT(*) FROM orders GROUP BY m ORDER BY m',
    '2023-11|1;2024-01|2;2024-02|1;2024-12|1',
  ],
  ["SELECT substr(placed, 1, 4) FROM orders WHERE placed LIKE '2024-01%' ORDER BY id", '2024;2024'],
  [
    'SELECT o.id, i.sku FROM orders o LEFT OUTER JOIN items i ON i.order_id = o.id AND i.price > 4 ORDER BY i.sku, o.id',
    '1|~;2|~;3|~;5|~;4|C3;4|a1',
  ],
  [`SELECT COUNT(*) AS "total count", AVG(total) 'average' FROM orders`, '5|28.548000000000002'],
];

const WRITES: readonly (readonly [sql: string, check: string, rows: string])[] = [
  [
    "INSERT OR REPLACE INTO settings (key, value) VALUES ('theme', 'light')",
    'SELECT * FROM settings ORDER BY key',
    'lang|en;theme|light',
  ],
  ["REPLACE INTO settings VALUES ('lang', 'pt')", 'SELECT * FROM settings ORDER BY key', 'lang|pt;theme|dark'],
  [
    "INSERT INTO customers (name, active, created) VALUES ('neu', 0, datetime('now'))",
    "SELECT name, active FROM customers WHERE name = 'neu'",
    'neu|f',
  ],
  [
    "UPDATE customers SET data = json_set(data, '$.k', 'z') WHERE id = 2",
    'SELECT data FROM customers WHERE id = 2',
    '{"k": "z", "n": 7}',
  ],
];

let postgres: TestPostgres;
let known: KnownNames;

beforeAll(async () => {
  postgres = await openPostgres();
  await postgres.load(TABLES, 'sqlite');
  known = await knownTables(postgres);
  return async () => await postgres.close();
});

test.each(QUERIES)('SQLite: %s', async (sql, expected) => {
  expect(shownRows(await postgres.rows(convertQuery(sql, 'sqlite', known).sql))).toBe(expected);
});

test.each(WRITES)('SQLite: %s', async (sql, check, expected) => {
  await postgres.run('BEGIN');
  try {
    await postgres.run(convertQuery(sql, 'sqlite', known).sql);
    expect(shownRows(await postgres.rows(convertQuery(check, 'sqlite', known).sql))).toBe(expected);
  } finally {
    await postgres.run('ROLLBACK');
  }
});
