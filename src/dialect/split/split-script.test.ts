import { describe, expect, test } from 'vitest';
import type { ForeignDialect } from '../dialect.ts';
import { splitScript } from './split-script.ts';

function split(script: string, dialect: ForeignDialect): (string | number)[][] {
  return splitScript(script, dialect).map(({ line, text }) => [line, text.replaceAll(/\s+/g, ' ')]);
}

describe('splitScript', () => {
  test('MySQL: delimiters, versioned comments, strings with semicolons, line numbers', () => {
    const script = `\ufeff-- a dump;\r\n/*!40101 SET NAMES utf8 */;\r\nINSERT INTO t VALUES ('a;\\';b'); SELECT 1;
DELIMITER $$
CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN SET a = 1; END$$
DELIMITER ;
SELECT 2 -- end`;
    expect(split(script, 'mysql')).toEqual([
      [2, '/*!40101 SET NAMES utf8 */'],
      [3, `INSERT INTO t VALUES ('a;\\';b')`],
      [3, 'SELECT 1'],
      [5, 'CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN SET a = 1; END'],
      [7, 'SELECT 2'],
    ]);
  });

  test('MySQL: bodies of routines without a delimiter of their own', () => {
    const body = `CREATE PROCEDURE p() BEGIN IF a THEN SELECT CASE WHEN b THEN 1 END; END IF; CASE a WHEN 1 THEN SET b = 1; END CASE; END`;
    expect(split(`${body}; SELECT 1`, 'mysql')).toEqual([
      [1, body],
      [1, 'SELECT 1'],
    ]);
  });

  test('SQLite: triggers, commands of the shell, transactions', () => {
    const script = `.mode csv\nBEGIN TRANSACTION;\nCREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE t SET a = CASE WHEN 1 THEN 2 END; END;\nCOMMIT;`;
    expect(split(script, 'sqlite')).toEqual([
      [1, '.mode csv'],
      [2, 'BEGIN TRANSACTION'],
      [3, 'CREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE t SET a = CASE WHEN 1 THEN 2 END; END'],
      [4, 'COMMIT'],
    ]);
  });

  test('T-SQL: GO, statements without semicolons, bodies to the next GO', () => {
    const script = `USE [shop]
GO
SET ANSI_NULLS ON
CREATE TABLE [dbo].[t]([id] int,
  CONSTRAINT fk FOREIGN KEY (a) REFERENCES u (b)
  ON DELETE CASCADE
)
INSERT [dbo].[t] ([id]) VALUES (1)
INSERT [dbo].[t] ([id])
SELECT 2
UPDATE t
SET id = 3
IF OBJECT_ID('t') IS NOT NULL
DROP TABLE t
SELECT 1; SELECT 2
go 5
CREATE PROCEDURE p AS
SELECT 1;
SELECT 2
GO
ALTER TABLE t
ALTER COLUMN id bigint`;
    expect(split(script, 'tsql')).toEqual([
      [1, 'USE [shop]'],
      [3, 'SET ANSI_NULLS ON'],
      [4, 'CREATE TABLE [dbo].[t]([id] int, CONSTRAINT fk FOREIGN KEY (a) REFERENCES u (b) ON DELETE CASCADE )'],
      [8, 'INSERT [dbo].[t] ([id]) VALUES (1)'],
      [9, 'INSERT [dbo].[t] ([id]) SELECT 2'],
      [11, 'UPDATE t SET id = 3'],
      [13, `IF OBJECT_ID('t') IS NOT NULL DROP TABLE t`],
      [15, 'SELECT 1'],
      [15, 'SELECT 2'],
      [17, 'CREATE PROCEDURE p AS SELECT 1; SELECT 2'],
      [21, 'ALTER TABLE t ALTER COLUMN id bigint'],
    ]);
  });

  test.each<ForeignDialect>(['mysql', 'sqlite', 'tsql'])('%s: an unclosed quote takes the rest', (dialect) => {
    expect(split(`SELECT 1;\nSELECT 'open; SELECT 2;\n`, dialect)).toEqual([
      [1, 'SELECT 1'],
      [2, `SELECT 'open; SELECT 2; `],
    ]);
  });
});
