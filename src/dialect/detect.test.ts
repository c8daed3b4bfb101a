import { describe, expect, test } from 'vitest';
import { detectDialect } from './detect.ts';
import type { Dialect } from './dialect.ts';

describe('detectDialect', () => {
  test.each<[Dialect, string]>([
    ['postgres', ''],
    ['postgres', 'CREATE TABLE t (id integer PRIMARY KEY, name text NOT NULL)'],
    ['postgres', 'SELECT * FROM orders LIMIT 5'],
    ['postgres', '--\n-- PostgreSQL database dump\n--\nCREATE TABLE public.t (id integer);'],
    ['postgres', 'CREATE TABLE t (id serial PRIMARY KEY, at timestamptz DEFAULT now());'],
    ['postgres', `INSERT INTO t VALUES ('ENGINE=InnoDB AUTO_INCREMENT \`a\` [x] GO PRAGMA')`],
    ['postgres', '-- ENGINE=InnoDB\nSELECT a[1], b::text FROM t -- PRAGMA x'],
    ['mysql', '-- MySQL dump 10.13  Distrib 8.0.32\n'],
    [
      'mysql',
      'CREATE TABLE `t` (`id` int(11) unsigned NOT NULL AUTO_INCREMENT) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;',
    ],
    ['mysql', 'create table t (id int auto_increment primary key)'],
    ['mysql', 'SELECT DATE_SUB(CURDATE(), INTERVAL 7 DAY) FROM `orders`'],
    ['mysql', '/*M!999999\\- enable the sandbox mode */\n'],
    ['mysql', `SELECT name, IF(salary > 100,'hi','lo') x, IFNULL(dept,"none") y, CONCAT(name,'-',dept) c FROM emp`],
    ['mysql', 'SELECT `name` || dept FROM emp'],
    ['sqlite', "SELECT IFNULL(name, '') || dept FROM emp"],
    ['postgres', 'SELECT name || dept FROM emp'],
    ['postgres', "SELECT CONCAT(a, b), STRING_AGG(c, ',' ORDER BY c) FROM t"],
    ['sqlite', 'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE t (id INTEGER PRIMARY KEY);'],
    ['sqlite', 'CREATE TABLE "t" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT)'],
    ['sqlite', `SELECT strftime('%Y', d) FROM t WHERE d > date('now', '-1 day')`],
    ['sqlite', 'CREATE TABLE `t` (`id` INTEGER PRIMARY KEY AUTOINCREMENT)'],
    ['tsql', 'CREATE TABLE [dbo].[t]([id] [int] IDENTITY(1,1) NOT NULL)\nGO'],
    ['tsql', 'SELECT TOP 10 * FROM orders WHERE d > DATEADD(day, -7, GETDATE())'],
    ['tsql', 'DECLARE @x int = 5; SELECT @x'],
    ['tsql', "SELECT STRING_AGG(name, ',') WITHIN GROUP (ORDER BY name) FROM emp"],
    ['tsql', 'SET NOCOUNT ON\nGO\n'],
  ])('%s: %s', (dialect, script) => {
    expect(detectDialect(script).dialect).toBe(dialect);
  });

  test('says what gave it away', () => {
    expect(detectDialect('CREATE TABLE `t` (id int AUTO_INCREMENT) ENGINE=InnoDB')).toEqual({
      dialect: 'mysql',
      evidence: ['ENGINE=', 'AUTO_INCREMENT', 'names in backticks'],
    });
    expect(detectDialect('SELECT 1').evidence).toEqual([]);
  });

  test('reads the beginning alone', () => {
    const script = `${' '.repeat(250_000)}CREATE TABLE \`t\` (id int AUTO_INCREMENT) ENGINE=InnoDB`;
    expect(detectDialect(script)).toEqual({ dialect: 'postgres', evidence: [] });
  });
});
