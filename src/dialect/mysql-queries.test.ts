import { beforeAll, expect, test } from 'vitest';
import { convertQuery } from './convert-query.ts';
import type { KnownNames } from './query/known-names.ts';
import { knownTables } from './testing/known-tables.ts';
import { openPostgres, type TestPostgres } from './testing/open-postgres.ts';
import { shownRows } from './testing/shown-rows.ts';

/** Queries as developers bring them; what they should give is what MariaDB 10.11 gave for the same tables. */
const TABLES = `CREATE TABLE wp_posts (ID bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, post_author bigint unsigned NOT NULL DEFAULT 0, post_date datetime NOT NULL, post_content longtext NOT NULL, post_title text NOT NULL, post_status varchar(20) NOT NULL DEFAULT 'publish', post_type varchar(20) NOT NULL DEFAULT 'post', post_parent bigint unsigned NOT NULL DEFAULT 0, menu_order int NOT NULL DEFAULT 0, comment_count bigint NOT NULL DEFAULT 0, post_modified datetime NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO wp_posts (ID, post_author, post_date, post_content, post_title, post_status, post_type, menu_order, comment_count, post_modified) VALUES (1,1,'2024-01-15 10:30:00','Hello world','Hello','publish','post',0,3,NULL),(2,1,'2024-02-20 08:00:00','About us','About','publish','page',2,0,'2024-02-21 00:00:00'),(3,2,'2024-02-29 23:59:59','draft','zebra crossing','draft','post',1,0,NULL),(4,2,'2023-12-31 12:00:00','old post','Ärger','publish','post',0,7,'2024-01-01 00:00:00');
CREATE TABLE wp_postmeta (meta_id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, post_id bigint unsigned NOT NULL DEFAULT 0, meta_key varchar(255) DEFAULT NULL, meta_value longtext) ENGINE=InnoDB;
INSERT INTO wp_postmeta VALUES (1,1,'price','10.5'),(2,1,'color','red'),(3,2,'price','9'),(4,3,'price','100'),(5,3,'_hidden','1'),(6,4,NULL,NULL);
CREATE TABLE wp_users (ID bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, user_login varchar(60) NOT NULL, user_email varchar(100), display_name varchar(250), user_registered datetime NOT NULL) ENGINE=InnoDB;
INSERT INTO wp_users VALUES (1,'admin','admin@example.com','Admin','2020-01-01 00:00:00'),(2,'Bob',NULL,'bob b','2021-05-06 07:08:09');
CREATE TABLE wp_options (option_id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, option_name varchar(191) NOT NULL DEFAULT '', option_value longtext NOT NULL, autoload varchar(20) NOT NULL DEFAULT 'yes', UNIQUE KEY option_name (option_name));
INSERT INTO wp_options VALUES (1,'siteurl','http://x','yes'),(2,'_transient_a','1','no'),(3,'_transient_timeout_a','1700000000','no');
CREATE TABLE wp_term_relationships (object_id bigint unsigned NOT NULL, term_taxonomy_id bigint unsigned NOT NULL, PRIMARY KEY (object_id, term_taxonomy_id));
INSERT INTO wp_term_relationships VALUES (1,1),(1,2),(2,1),(4,2);
CREATE TABLE customers (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(50) NOT NULL, city varchar(50), born date, active tinyint(1) NOT NULL DEFAULT 1, score int, manager_id int, tags varchar(100), data json, created timestamp NULL) ENGINE=InnoDB;
INSERT INTO customers VALUES (1,'Ana','Lisboa','1990-05-17',1,10,NULL,'red,blue','{"a":{"b":[1,2]},"k":"v","n":5}','2024-01-15 10:30:45'),(2,'bruno',NULL,'1985-12-31',0,NULL,1,'blue','{"k":"w","n":7}','2024-02-01 00:00:00'),(3,'Carla','Porto',NULL,1,5,1,NULL,NULL,NULL),(4,'dora','lisboa','2001-02-28',1,20,2,'','{"k":"v"}','2024-03-01 12:00:00');
CREATE TABLE orders (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, customer_id int NOT NULL, total decimal(10,2) NOT NULL, qty int NOT NULL DEFAULT 1, status enum('new','paid','shipped') NOT NULL DEFAULT 'new', placed datetime NOT NULL, shipped_at datetime, note varchar(200), seconds int) ENGINE=InnoDB;
INSERT INTO orders VALUES (1,1,10.50,3,'paid','2024-01-15 10:30:45','2024-01-17 00:00:00','a',3661),(2,1,20.00,0,'new','2024-02-29 23:59:59',NULL,NULL,59),(3,2,5.25,7,'shipped','2024-12-31 00:00:00','2025-01-02 10:00:00','B',7322),(4,4,99.99,2,'paid','2023-11-05 06:07:08','2023-11-06 00:00:00','b',0),(5,1,7.00,1,'new','2024-01-31 18:00:00',NULL,'',1);
CREATE TABLE items (order_id int NOT NULL, sku varchar(20) NOT NULL, price decimal(8,2), n int, PRIMARY KEY(order_id, sku));
INSERT INTO items VALUES (1,'A1',3.5,1),(1,'B2',NULL,2),(3,'A1',3.5,7),(4,'C3',50,1),(4,'a1',49.99,1);
`;

const QUERIES: readonly (readonly [sql: string, rows: string])[] = [
  [
    "SELECT p.ID, p.post_title, m.meta_value FROM wp_posts p INNER JOIN wp_postmeta m ON p.ID = m.post_id WHERE m.meta_key = 'price' AND CAST(m.meta_value AS SIGNED) > 9 ORDER BY m.meta_value+0 DESC",
    '3|zebra crossing|100;1|Hello|10.5',
  ],
  [
    "SELECT YEAR(post_date) AS `year`, MONTH(post_date) AS `month`, count(ID) as posts FROM wp_posts WHERE post_type = 'post' AND post_status = 'publish' GROUP BY YEAR(post_date), MONTH(post_date) ORDER BY post_date DESC",
    '2024|1|1;2023|12|1',
  ],
  [
    'SELECT customer_id, name, SUM(total) AS spent FROM orders JOIN customers ON customers.id = orders.customer_id GROUP BY customer_id ORDER BY customer_id',
    '1|Ana|37.5;2|bruno|5.25;4|dora|99.99',
  ],
  ['SELECT name, score FROM customers ORDER BY score', 'bruno|~;Carla|5;Ana|10;dora|20'],
  ['SELECT name, score FROM customers ORDER BY score DESC', 'dora|20;Ana|10;Carla|5;bruno|~'],
  [
    'SELECT YEARWEEK(placed), YEARWEEK(placed, 1), WEEK(placed), WEEK(placed, 1), WEEK(placed, 3) FROM orders ORDER BY id',
    '202402|202403|2|3|3;202408|202409|8|9|9;202452|202501|52|53|1;202345|202344|45|44|44;202404|202405|4|5|5',
  ],
  [
    "SELECT UNIX_TIMESTAMP(placed), FROM_UNIXTIME(1704067200), FROM_UNIXTIME(1704067200, '%Y-%m-%d') FROM orders WHERE id = 1",
    '1705314645|2024-01-01 00:00:00+00|2024-01-01',
  ],
  ["SELECT DATE_ADD(placed, INTERVAL '1:30' HOUR_MINUTE) FROM orders WHERE id = 1", '2024-01-15 12:00:45'],
  ["SELECT DATE_ADD(placed, INTERVAL '1-2' YEAR_MONTH) FROM orders WHERE id = 1", '2025-03-15 10:30:45'],
  ["SELECT SUBSTRING_INDEX('a.b.c.d', '.', -2), SUBSTRING_INDEX('a.b.c.d', '.', 2)", 'c.d|a.b'],
  [
    "SELECT GROUP_CONCAT(CONCAT(name, '=', IFNULL(score, 'none')) ORDER BY score SEPARATOR '; ') FROM customers",
    'bruno=none; Carla=5; Ana=10; dora=20',
  ],
  ["SELECT id FROM customers WHERE JSON_EXTRACT(data, '$.n') > 5", '2'],
  ["SELECT id FROM customers WHERE JSON_CONTAINS(data, '5', '$.n')", '1'],
  ["SELECT id FROM customers WHERE JSON_EXTRACT(data, '$.k') = 'v' ORDER BY id", '1;4'],
  [
    "SELECT LENGTH(post_title), CHAR_LENGTH(post_title), UPPER(post_title), LPAD(ID, 4, '0'), REPEAT('*', ID) FROM wp_posts ORDER BY ID",
    '5|5|HELLO|0001|*;5|5|ABOUT|0002|**;14|14|ZEBRA CROSSING|0003|***;6|5|ÄRGER|0004|****',
  ],
  [
    "SELECT c.name, (SELECT COUNT(*) FROM orders o WHERE o.customer_id = c.id AND o.status <> 'new') AS n FROM customers c HAVING n > 0 ORDER BY n DESC, c.name",
    'Ana|1;bruno|1;dora|1',
  ],
  [
    'SELECT GREATEST(1, NULL), LEAST(score, 7), COALESCE(score, 0) FROM customers ORDER BY id',
    '~|7|10;~|~|0;~|5|5;~|7|20',
  ],
  ['SELECT name, score XOR 1 FROM customers ORDER BY id', 'Ana|f;bruno|~;Carla|f;dora|f'],
  ["SELECT 'a' 'b', \"double\", 'it''s', 'it\\'s'", "ab|double|it's|it's"],
  ['SELECT DISTINCTROW customer_id FROM orders ORDER BY 1', '1;2;4'],
  [
    'SELECT EXTRACT(YEAR_MONTH FROM placed), EXTRACT(DAY FROM placed) FROM orders ORDER BY id',
    '202401|15;202402|29;202412|31;202311|5;202401|31',
  ],
  ["SELECT PERIOD_DIFF(202403, 202401), TO_DAYS('2024-01-01'), DAYOFYEAR('2024-03-01')", '2|739251|61'],
  ['SELECT IF(score > 5, name, 0) FROM customers ORDER BY id', 'Ana;0;0;dora'],
  ['SELECT id FROM customers WHERE active = TRUE AND active <> 0 AND active > 0 ORDER BY id', '1;3;4'],
  [
    'SELECT SUM(active), AVG(active), MAX(active), active + 1 FROM customers GROUP BY active ORDER BY active',
    '0|0|f|1;3|1|t|2',
  ],
  [
    "SELECT MAKETIME(1,2,3), TIMEDIFF('10:00:00', '08:30:00'), ADDTIME('2024-01-01 10:00:00', '01:30:00')",
    '01:02:03|01:30:00|2024-01-01 11:30:00',
  ],
];

const WRITES: readonly (readonly [sql: string, check: string, rows: string])[] = [
  [
    'UPDATE customers SET score = score + 1 WHERE id = 1 LIMIT 1',
    'SELECT id, score FROM customers ORDER BY id',
    '1|11;2|~;3|5;4|20',
  ],
  ['DELETE FROM orders ORDER BY placed LIMIT 1', 'SELECT id FROM orders ORDER BY id', '1;2;3;5'],
  [
    "UPDATE orders SET qty = 100 WHERE status = 'new' ORDER BY id DESC LIMIT 1",
    'SELECT id, qty FROM orders ORDER BY id',
    '1|3;2|0;3|7;4|2;5|100',
  ],
  [
    'UPDATE customers c LEFT JOIN orders o ON o.customer_id = c.id SET c.active = 0 WHERE o.id IS NULL',
    'SELECT id, active FROM customers ORDER BY id',
    '1|t;2|f;3|f;4|t',
  ],
  [
    "UPDATE customers c, orders o SET c.city = 'X' WHERE o.customer_id = c.id AND o.total > 50",
    'SELECT id, city FROM customers ORDER BY id',
    '1|Lisboa;2|~;3|Porto;4|X',
  ],
  [
    'UPDATE orders o JOIN customers c ON c.id = o.customer_id JOIN items i ON i.order_id = o.id SET o.note = CONCAT(c.name, i.sku) WHERE i.n = 7',
    'SELECT id, note FROM orders ORDER BY id',
    '1|a;2|~;3|brunoA1;4|b;5|',
  ],
  [
    'DELETE o FROM orders o LEFT JOIN items i ON i.order_id = o.id WHERE i.sku IS NULL',
    'SELECT id FROM orders ORDER BY id',
    '1;3;4',
  ],
  [
    'DELETE o, i FROM orders o JOIN items i ON i.order_id = o.id WHERE o.id = 1',
    'SELECT (SELECT COUNT(*) FROM orders), (SELECT COUNT(*) FROM items)',
    '4|3',
  ],
  [
    'DELETE FROM orders, items USING orders INNER JOIN items ON items.order_id = orders.id WHERE orders.id = 3',
    'SELECT (SELECT COUNT(*) FROM orders), (SELECT COUNT(*) FROM items)',
    '4|4',
  ],
  [
    'DELETE t1 FROM items t1 INNER JOIN items t2 WHERE t1.price < t2.price AND t1.order_id = t2.order_id',
    'SELECT order_id, sku FROM items ORDER BY 1, 2',
    '1|A1;1|B2;3|A1;4|C3',
  ],
  [
    "REPLACE INTO wp_options (option_id, option_name, option_value) VALUES (1, 'siteurl', 'r')",
    'SELECT option_id, option_value, autoload FROM wp_options ORDER BY option_id',
    '1|r|yes;2|1|no;3|1700000000|no',
  ],
  [
    "UPDATE customers SET data = JSON_SET(data, '$.k', 'z') WHERE id = 1",
    'SELECT data FROM customers WHERE id = 1',
    '{"a": {"b": [1, 2]}, "k": "z", "n": 5}',
  ],
];

let postgres: TestPostgres;
let known: KnownNames;

beforeAll(async () => {
  postgres = await openPostgres();
  await postgres.load(TABLES, 'mysql');
  known = await knownTables(postgres);
  return async () => await postgres.close();
});

test.each(QUERIES)('MySQL: %s', async (sql, expected) => {
  expect(shownRows(await postgres.rows(convertQuery(sql, 'mysql', known).sql))).toBe(expected);
});

test.each(WRITES)('MySQL: %s', async (sql, check, expected) => {
  await postgres.run('BEGIN');
  try {
    await postgres.run(convertQuery(sql, 'mysql', known).sql);
    expect(shownRows(await postgres.rows(convertQuery(check, 'mysql', known).sql))).toBe(expected);
  } finally {
    await postgres.run('ROLLBACK');
  }
});
