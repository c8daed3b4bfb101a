import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPostgres, type TestPostgres } from './testing/open-postgres.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await openPostgres();
  return async () => await postgres.close();
});

beforeEach(async () => await postgres.reset());

const MYSQLDUMP = `-- MySQL dump 10.13  Distrib 8.0.32, for Linux (x86_64)
--
-- Host: localhost    Database: shop
-- ------------------------------------------------------
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!50503 SET NAMES utf8mb4 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;

--
-- Table structure for table \`OrderItems\`
--

DROP TABLE IF EXISTS \`OrderItems\`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
CREATE TABLE \`OrderItems\` (
  \`id\` int unsigned NOT NULL AUTO_INCREMENT,
  \`orderId\` bigint(20) unsigned NOT NULL,
  \`product\` varchar(100) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT '',
  \`quantity\` smallint(5) unsigned NOT NULL DEFAULT '1',
  \`price\` decimal(10,2) NOT NULL DEFAULT '0.00' COMMENT 'per piece, it''s net',
  \`isGift\` tinyint(1) NOT NULL DEFAULT '0',
  \`state\` enum('new','in progress','done') COLLATE utf8mb4_unicode_ci DEFAULT 'new',
  \`flags\` set('fragile','cold') DEFAULT NULL,
  \`total\` decimal(12,2) GENERATED ALWAYS AS ((\`quantity\` * \`price\`)) STORED,
  PRIMARY KEY (\`id\`),
  UNIQUE KEY \`order_product\` (\`orderId\`,\`product\`),
  KEY \`product\` (\`product\`(20)),
  FULLTEXT KEY \`search\` (\`product\`),
  CONSTRAINT \`items_order\` FOREIGN KEY (\`orderId\`) REFERENCES \`orders\` (\`id\`) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT \`positive\` CHECK ((\`quantity\` > 0))
) ENGINE=InnoDB AUTO_INCREMENT=8 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='What was ordered';
/*!40101 SET character_set_client = @saved_cs_client */;

LOCK TABLES \`OrderItems\` WRITE;
/*!40000 ALTER TABLE \`OrderItems\` DISABLE KEYS */;
INSERT INTO \`OrderItems\` (\`id\`, \`orderId\`, \`product\`, \`quantity\`, \`price\`, \`isGift\`, \`state\`, \`flags\`) VALUES (1,1,'Tea \\'green\\' \\"x\\"; a\\\\b\\nsecond line',2,3.50,1,'in progress','fragile,cold'),(2,1,'Größe -- 🍵 /* no */',1,10.00,0,'NEW',NULL);
/*!40000 ALTER TABLE \`OrderItems\` ENABLE KEYS */;
UNLOCK TABLES;

DROP TABLE IF EXISTS \`orders\`;
CREATE TABLE \`orders\` (
  \`id\` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  \`placed\` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  \`changed\` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  \`day\` date DEFAULT NULL,
  \`at\` time DEFAULT NULL,
  \`year\` year(4) DEFAULT NULL,
  \`hash\` binary(4) DEFAULT NULL,
  \`note\` longtext,
  \`data\` json DEFAULT NULL,
  \`ratio\` double(8,3) DEFAULT NULL,
  \`bits\` bit(8) DEFAULT b'101',
  \`flag\` bit(1) NOT NULL DEFAULT b'0',
  \`rating\` tinyint(1) DEFAULT NULL,
  \`parent\` bigint(20) unsigned DEFAULT NULL,
  \`user\` varchar(20) DEFAULT NULL,
  \`place\` point DEFAULT NULL,
  PRIMARY KEY (\`id\`),
  KEY \`product\` (\`placed\`),
  KEY \`parent\` (\`parent\`),
  SPATIAL KEY \`place\` (\`place\`),
  CONSTRAINT \`parent_order\` FOREIGN KEY (\`parent\`) REFERENCES \`orders\` (\`id\`)
) ENGINE=MyISAM DEFAULT CHARSET=latin1 ROW_FORMAT=DYNAMIC;
INSERT INTO \`orders\` VALUES (1,'2024-05-01 10:00:00','2024-05-01 10:00:00','2024-05-01','10:11:12',2024,0x0001FFAB,'a','{\\"a\\": [1, 2]}',1.5,b'11',b'1',4,2,'ana',NULL),(2,'0000-00-00 00:00:00','2024-05-01 10:00:00','0000-00-00','838:59:59',1999,_binary 'abcd',NULL,NULL,-2,NULL,'\\0',0,NULL,NULL,NULL);

/*!50001 DROP VIEW IF EXISTS \`big_items\`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=\`root\`@\`localhost\` SQL SECURITY DEFINER */
/*!50001 VIEW \`big_items\` AS select \`OrderItems\`.\`id\` AS \`id\`,ifnull(\`OrderItems\`.\`product\`,'?') AS \`product\`,year(\`orders\`.\`placed\`) AS \`y\` from (\`OrderItems\` join \`orders\` on((\`orders\`.\`id\` = \`OrderItems\`.\`orderId\`))) where (\`OrderItems\`.\`isGift\` = 1) */;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=\`root\`@\`localhost\`*/ /*!50003 TRIGGER \`t\` BEFORE INSERT ON \`orders\` FOR EACH ROW BEGIN SET NEW.note = 'x'; END */;;
DELIMITER ;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
-- Dump completed on 2024-05-01 10:00:00
`;

describe('mysqldump', () => {
  test('keeps tables, rows, keys, comments', async () => {
    const { skipped, notes } = await postgres.load(MYSQLDUMP, 'mysql');
    expect(
      await postgres.rows(
        `SELECT id, "orderId", product, quantity, price, "isGift", state, flags, total FROM "OrderItems" ORDER BY id`,
      ),
    ).toEqual([
      ['1', '1', 'Tea \'green\' "x"; a\\b\nsecond line', '2', '3.50', 't', 'in progress', 'fragile,cold', '7.00'],
      ['2', '1', 'Größe -- 🍵 /* no */', '1', '10.00', 'f', 'new', null, '10.00'],
    ]);
    expect(
      await postgres.rows(
        `SELECT placed, day, at, year, hash, data, ratio, bits, flag, rating, parent, "user" FROM orders ORDER BY id`,
      ),
    ).toEqual([
      [
        '2024-05-01 10:00:00',
        '2024-05-01',
        '10:11:12',
        '2024',
        '\\x0001ffab',
        '{"a": [1, 2]}',
        '1.5',
        '00000011',
        't',
        '4',
        '2',
        'ana',
      ],
      [null, null, '838:59:59', '1999', '\\x61626364', null, '-2', null, 'f', '0', null, null],
    ]);
    expect(await postgres.rows('SELECT * FROM big_items')).toEqual([
      ['1', 'Tea \'green\' "x"; a\\b\nsecond line', '2024'],
    ]);
    expect(await postgres.rows(`INSERT INTO orders (note) VALUES ('next') RETURNING id, bits`)).toEqual([
      ['3', '00000101'],
    ]);
    expect(
      await postgres.rows(`INSERT INTO "OrderItems" ("orderId", product) VALUES (3, 'x') RETURNING id, state`),
    ).toEqual([['8', 'new']]);
    expect(
      await postgres.rows(
        `SELECT obj_description('"OrderItems"'::regclass), col_description('"OrderItems"'::regclass, 5)`,
      ),
    ).toEqual([['What was ordered', "per piece, it's net"]]);
    expect(await postgres.rows(`SELECT conname FROM pg_constraint WHERE contype = 'f' ORDER BY 1`)).toEqual([
      ['items_order'],
      ['parent_order'],
    ]);
    expect(await postgres.rows(`SELECT indexname FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`)).toEqual([
      ['OrderItems_pkey'],
      ['order_product'],
      ['orders_pkey'],
      ['orders_product'],
      ['parent'],
      ['product'],
      ['search'],
    ]);
    expect(skipped).toEqual([
      '5 A setting of MySQL.',
      '6 A setting of MySQL.',
      '7 A setting of MySQL.',
      '8 A setting of MySQL.',
      '15 A setting of MySQL.',
      '33 A setting of MySQL.',
      '35 Locks are for servers with several users.',
      expect.stringMatching(/^36 Nothing that Postgres has to do/),
      expect.stringMatching(/^38 Nothing that Postgres has to do/),
      '39 Locks are for servers with several users.',
      '72 Triggers are written in a language that Postgres does not have.',
      '74 A setting of MySQL.',
    ]);
    expect(notes).toEqual(
      expect.arrayContaining([
        expect.stringContaining('ON UPDATE CURRENT_TIMESTAMP'),
        expect.stringContaining('Zero dates'),
        expect.stringContaining('rating: boolean becomes smallint'),
        expect.stringContaining('at: time becomes interval'),
        expect.stringContaining('placed: NOT NULL is left out'),
        expect.stringContaining('SPATIAL'),
      ]),
    );
  });

  test('refuses what the source would refuse', async () => {
    await postgres.load(MYSQLDUMP, 'mysql');
    await expect(postgres.run(`INSERT INTO "OrderItems" ("orderId", product) VALUES (99, 'x')`)).rejects.toThrow(
      /items_order/,
    );
    await expect(postgres.run(`UPDATE "OrderItems" SET flags = 'warm'`)).rejects.toThrow(/check/);
    await expect(postgres.run(`UPDATE "OrderItems" SET state = 'lost'`)).rejects.toThrow(/enum/);
    await expect(postgres.run(`UPDATE "OrderItems" SET price = -1, quantity = 0`)).rejects.toThrow(/positive/);
  });
});

test('phpMyAdmin: keys and numbering behind the rows', async () => {
  const { skipped } = await postgres.load(
    `-- phpMyAdmin SQL Dump
-- version 5.2.1
SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
START TRANSACTION;
SET time_zone = "+00:00";
CREATE DATABASE IF NOT EXISTS \`blog\` DEFAULT CHARACTER SET utf8mb4;
USE \`blog\`;

CREATE TABLE \`posts\` (
  \`id\` int(11) NOT NULL,
  \`author_id\` int(11) DEFAULT NULL,
  \`title\` varchar(200) NOT NULL,
  \`published\` tinyint(1) NOT NULL DEFAULT 0,
  \`created_at\` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  \`meta\` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(\`meta\`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

INSERT INTO \`posts\` (\`id\`, \`author_id\`, \`title\`, \`published\`, \`created_at\`, \`meta\`) VALUES
(1, 1, 'Hello', 1, '2024-01-01 00:00:00', '{\\"tags\\":[\\"a\\"]}'),
(7, NULL, 'It''s', 0, '2024-01-02 00:00:00', NULL);

CREATE TABLE \`users\` (
  \`id\` int(11) NOT NULL,
  \`email\` varchar(190) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO \`blog\`.\`users\` VALUES (1, 'a@b.c');

--
-- Indexes for dumped tables
--
ALTER TABLE \`posts\`
  ADD PRIMARY KEY (\`id\`),
  ADD KEY \`author\` (\`author_id\`,\`created_at\`);
ALTER TABLE \`users\`
  ADD PRIMARY KEY (\`id\`),
  ADD UNIQUE KEY \`email\` (\`email\`);
ALTER TABLE \`posts\`
  MODIFY \`id\` int(11) NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=9;
ALTER TABLE \`users\`
  MODIFY \`id\` int(11) NOT NULL AUTO_INCREMENT;
ALTER TABLE \`posts\`
  ADD CONSTRAINT \`posts_ibfk_1\` FOREIGN KEY (\`author_id\`) REFERENCES \`users\` (\`id\`) ON DELETE SET NULL;
COMMIT;
`,
    'mysql',
  );
  expect(skipped.map((line) => line.split(' ')[0])).toEqual(['3', '4', '5', '6', '7', '43']);
  expect(await postgres.rows(`INSERT INTO posts (title) VALUES ('new') RETURNING id, published`)).toEqual([['9', 'f']]);
  expect(await postgres.rows(`INSERT INTO users (email) VALUES ('x') RETURNING id`)).toEqual([['2']]);
  expect(await postgres.rows(`SELECT meta -> 'tags' ->> 0 FROM posts WHERE published`)).toEqual([['a']]);
  expect(await postgres.rows(`SELECT count(*) FROM pg_constraint WHERE conname = 'posts_ibfk_1'`)).toEqual([['1']]);
});

test('MariaDB: sandbox line, sequences of names, uuid, functions as defaults', async () => {
  const { skipped } = await postgres.load(
    `/*M!999999\\- enable the sandbox mode */
-- MariaDB dump 10.19  Distrib 10.11.6-MariaDB
CREATE TABLE \`a\` (
  \`id\` uuid NOT NULL DEFAULT uuid(),
  \`at\` datetime(3) DEFAULT current_timestamp(3),
  \`n\` mediumint(9) DEFAULT -1,
  \`expr\` varchar(20) DEFAULT (concat('a','b')),
  \`up\` varchar(20) GENERATED ALWAYS AS (ucase(\`expr\`)) VIRTUAL,
  \`odd\` enum('a''b','c,d') NOT NULL,
  PRIMARY KEY (\`id\`)
) ENGINE=Aria DEFAULT CHARSET=utf8mb4 PAGE_CHECKSUM=1;
INSERT INTO \`a\` (\`odd\`) VALUES ('a''b'),('c,d');
INSERT INTO a SET odd = 'c,d', n = 5 + 1;
`,
    'mysql',
  );
  expect(skipped).toEqual([]);
  expect(await postgres.rows(`SELECT n, expr, up, odd FROM a ORDER BY n, odd`)).toEqual([
    ['-1', 'ab', 'AB', "a'b"],
    ['-1', 'ab', 'AB', 'c,d'],
    ['6', 'ab', 'AB', 'c,d'],
  ]);
});

test('WordPress: zero dates as defaults, keys on parts of texts, the same name for many indexes', async () => {
  const { notes } = await postgres.load(
    `CREATE TABLE wp_posts (
  ID bigint(20) unsigned NOT NULL auto_increment,
  post_date datetime NOT NULL default '0000-00-00 00:00:00',
  post_title text NOT NULL,
  post_name varchar(200) NOT NULL default '',
  PRIMARY KEY  (ID),
  KEY post_name (post_name(191))
) DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE wp_postmeta (
  meta_id bigint(20) unsigned NOT NULL auto_increment,
  post_id bigint(20) unsigned NOT NULL default '0',
  meta_value longtext,
  PRIMARY KEY  (meta_id),
  KEY post_name (meta_value(191))
);
INSERT INTO wp_posts (post_date, post_title) VALUES ('0000-00-00 00:00:00', 'a'), ('2024-01-01 00:00:00', 'b');
INSERT INTO wp_posts (ID, post_date, post_title) VALUES (NULL, '2024-01-01', 'c');
INSERT INTO wp_postmeta VALUES (0, 1, REPEAT('long ', 1000));
INSERT IGNORE INTO wp_posts (ID, post_title) VALUES (1, 'again');
REPLACE INTO wp_posts (ID, post_title) VALUES (2, 'replaced');
INSERT INTO wp_posts (ID, post_title) VALUES (3, 'x') ON DUPLICATE KEY UPDATE post_title = CONCAT(VALUES(post_title), '-', post_title), post_name = 'values(a)';
`,
    'mysql',
  );
  expect(await postgres.rows('SELECT "ID", post_date, post_title, post_name FROM wp_posts ORDER BY 1')).toEqual([
    ['1', null, 'a', ''],
    ['2', null, 'replaced', ''],
    ['3', '2024-01-01 00:00:00', 'x-c', 'values(a)'],
  ]);
  expect(await postgres.rows(`SELECT indexname FROM pg_indexes WHERE indexname LIKE '%post_name' ORDER BY 1`)).toEqual([
    ['post_name'],
    ['wp_postmeta_post_name'],
  ]);
  expect(notes.join('\n')).toContain('0000-00-00');
});

test('tables before those that they refer to, keys over several columns, changes of tables', async () => {
  await postgres.load(
    `CREATE TABLE child (a int, b int, c int, name varchar(10), CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES parent (x, y));
CREATE TABLE parent (x int, y int, PRIMARY KEY (x, y)) ENGINE = InnoDB;
CREATE UNIQUE INDEX c_unique USING BTREE ON child (c DESC);
ALTER TABLE child ADD COLUMN kind ENUM('x','y') NOT NULL DEFAULT 'x' AFTER c, CHANGE name title varchar(50) NOT NULL, DROP COLUMN c, ADD INDEX (title), RENAME TO kid;
RENAME TABLE parent TO elder;
DROP TABLE IF EXISTS nothing, nobody;
TRUNCATE TABLE kid;
`,
    'mysql',
  );
  await postgres.run(`INSERT INTO elder VALUES (1, 2); INSERT INTO kid (a, b, title) VALUES (1, 2, 't')`);
  expect(await postgres.rows('SELECT * FROM kid')).toEqual([['1', '2', 't', 'x']]);
});
