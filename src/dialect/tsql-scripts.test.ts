import { beforeAll, beforeEach, expect, test } from 'vitest';
import { openPostgres, type TestPostgres } from './testing/open-postgres.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await openPostgres();
  return async () => await postgres.close();
});

beforeEach(async () => await postgres.reset());

test('SSMS “generate scripts”', async () => {
  const { skipped } = await postgres.load(
    `\ufeffUSE [master]\r
GO\r
/****** Object:  Database [Shop]    Script Date: 01/05/2024 10:00:00 ******/\r
CREATE DATABASE [Shop] CONTAINMENT = NONE\r
GO\r
USE [Shop]\r
GO\r
CREATE SCHEMA [Sales]\r
GO\r
SET ANSI_NULLS ON\r
GO\r
CREATE TABLE [dbo].[Customers](\r
	[CustomerID] [int] IDENTITY(1,1) NOT NULL,\r
	[Name] [nvarchar](100) NOT NULL,\r
	[Email] [varchar](max) NULL,\r
	[Active] [bit] NOT NULL,\r
	[Balance] [money] NULL,\r
	[Key] [uniqueidentifier] NOT NULL,\r
	[Created] [datetime2](7) NOT NULL,\r
	[Born] [date] NULL,\r
	[Photo] [varbinary](max) NULL,\r
	[Version] [timestamp] NOT NULL,\r
	[Upper]  AS (upper([Name])) PERSISTED,\r
 CONSTRAINT [PK_Customers] PRIMARY KEY CLUSTERED \r
(\r
	[CustomerID] ASC\r
)WITH (PAD_INDEX = OFF, STATISTICS_NORECOMPUTE = OFF, IGNORE_DUP_KEY = OFF) ON [PRIMARY],\r
 CONSTRAINT [UQ_Name] UNIQUE NONCLUSTERED ([Name] ASC)\r
) ON [PRIMARY] TEXTIMAGE_ON [PRIMARY]\r
GO\r
CREATE TABLE [Sales].[Orders](\r
	[OrderID] [bigint] NOT NULL PRIMARY KEY,\r
	[CustomerID] [int] NOT NULL,\r
	[Total] [decimal](10, 2) NOT NULL CONSTRAINT [DF_Total] DEFAULT ((0)),\r
	[Placed] [datetime] NOT NULL DEFAULT (getdate())\r
)\r
GO\r
SET IDENTITY_INSERT [dbo].[Customers] ON \r
INSERT [dbo].[Customers] ([CustomerID], [Name], [Email], [Active], [Balance], [Key], [Created], [Born], [Photo]) VALUES (1, N'Ana ''A''', NULL, 1, 12.5000, N'6f9619ff-8b86-d011-b42d-00c04fc964ff', CAST(N'2024-01-01T10:00:00.0000000' AS DateTime2), CAST(N'1990-05-01' AS Date), 0x0102FF)\r
INSERT [dbo].[Customers] ([CustomerID], [Name], [Email], [Active], [Balance], [Key], [Created]) VALUES (9, N'Größe', N'a@b.c', 0, NULL, NEWID(), CAST(N'2024-01-02T00:00:00' AS DateTime2))\r
SET IDENTITY_INSERT [dbo].[Customers] OFF\r
GO\r
INSERT INTO Sales.Orders (OrderID, CustomerID) VALUES (1, 1), (2, 9)\r
GO\r
ALTER TABLE [dbo].[Customers] ADD  CONSTRAINT [DF_Active]  DEFAULT ((1)) FOR [Active]\r
GO\r
ALTER TABLE [dbo].[Customers] ADD  DEFAULT (newid()) FOR [Key]\r
GO\r
ALTER TABLE [dbo].[Customers] ADD  DEFAULT (getutcdate()) FOR [Created]\r
GO\r
ALTER TABLE [Sales].[Orders]  WITH CHECK ADD  CONSTRAINT [FK_Customer] FOREIGN KEY([CustomerID])\r
REFERENCES [dbo].[Customers] ([CustomerID])\r
ON DELETE CASCADE\r
GO\r
ALTER TABLE [Sales].[Orders] CHECK CONSTRAINT [FK_Customer]\r
GO\r
ALTER TABLE [Sales].[Orders]  WITH CHECK ADD  CONSTRAINT [CK_Total] CHECK  (([Total]>=(0)))\r
GO\r
CREATE NONCLUSTERED INDEX [IX_Customer] ON [Sales].[Orders] ([CustomerID] ASC) INCLUDE([Total]) WITH (PAD_INDEX = OFF) ON [PRIMARY]\r
GO\r
CREATE VIEW [Sales].[Totals] AS\r
SELECT TOP 10 c.Name + N' <' + ISNULL(c.Email, '?') + '>' AS Who, SUM(o.Total) AS Total\r
FROM dbo.Customers c WITH (NOLOCK) JOIN Sales.Orders o ON o.CustomerID = c.CustomerID WHERE c.Active = 1\r
GROUP BY c.Name, c.Email\r
GO\r
CREATE PROCEDURE [dbo].[p] AS\r
BEGIN\r
  SELECT 1;\r
END\r
GO\r
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'x'\r
GO\r
`,
    'tsql',
  );
  expect(
    await postgres.rows(
      `SELECT "CustomerID", "Name", "Email", "Active", "Balance", "Key" IS NULL, "Created", "Born", "Photo", "Upper" FROM "Customers" ORDER BY 1`,
    ),
  ).toEqual([
    ['1', "Ana 'A'", null, 't', '12.5000', 'f', '2024-01-01 10:00:00', '1990-05-01', '\\x0102ff', "ANA 'A'"],
    ['9', 'Größe', 'a@b.c', 'f', null, 'f', '2024-01-02 00:00:00', null, null, 'GRÖẞE'],
  ]);
  expect(await postgres.rows(`SELECT * FROM "Sales"."Totals"`)).toEqual([["Ana 'A' <?>", '0.00']]);
  expect(await postgres.rows(`INSERT INTO "Customers" ("Name") VALUES ('x') RETURNING "CustomerID", "Active"`)).toEqual(
    [['10', 't']],
  );
  expect(
    await postgres.rows(
      `SELECT conname FROM pg_constraint WHERE contype IN ('f', 'c') AND conrelid = '"Sales"."Orders"'::regclass ORDER BY 1`,
    ),
  ).toEqual([['CK_Total'], ['FK_Customer']]);
  expect(skipped.map((line) => line.split(' ')[0])).toEqual(['1', '4', '6', '10', '38', '41', '55', '66', '71']);
});

test('scripts by hand: conditions, temporary tables, changes', async () => {
  await postgres.load(
    `IF OBJECT_ID('dbo.t', 'U') IS NOT NULL
  DROP TABLE dbo.t;
IF NOT EXISTS (SELECT * FROM sys.objects WHERE object_id = OBJECT_ID(N'[dbo].[t]') AND type in (N'U'))
BEGIN
CREATE TABLE dbo.t (id INT IDENTITY PRIMARY KEY, flag BIT DEFAULT 0, code CHAR(3), price SMALLMONEY, at DATETIMEOFFSET, x FLOAT, y FLOAT(24), z TINYINT, [double] AS ([z] * 2), cost AS (price * 1.5) PERSISTED)
END
GO
INSERT INTO t (code, flag) VALUES ('a', 'true'), ('b', 0)
UPDATE t SET code = code + '!' WHERE flag = 1
ALTER TABLE t ADD name NVARCHAR(20) NULL, n INT NOT NULL DEFAULT 5
ALTER TABLE t ALTER COLUMN name NVARCHAR(50)
CREATE UNIQUE INDEX ux ON t (code) WHERE flag = 1
DELETE FROM t WHERE flag = 0
SELECT id INTO #copy FROM t
INSERT INTO #copy (id) SELECT 7
`,
    'tsql',
  );
  expect(
    await postgres.rows('SELECT id, code, flag, n, "double", pg_typeof("double"), pg_typeof(cost) FROM t'),
  ).toEqual([['1', 'a! ', 't', '5', null, 'bigint', 'numeric']]);
  expect(await postgres.rows('SELECT id FROM copy ORDER BY 1')).toEqual([['1'], ['7']]);
  await postgres.run('DROP TABLE copy');
});

test('blocks and conditions in a batch: what always runs is converted, the rest is left out with its reason', async () => {
  const { skipped } = await postgres.load(
    `DECLARE @n int = 5
SET @n = 6
IF OBJECT_ID('t') IS NULL
BEGIN
  CREATE TABLE t (id int IDENTITY(1,1), a int, double_a AS (a * 2))
  CREATE INDEX ix ON t (a)
END
INSERT INTO t VALUES (7), (8)
IF NOT EXISTS (SELECT 1 FROM t WHERE a = 9)
BEGIN
  INSERT INTO t (a) VALUES (9);
  INSERT INTO t (a) VALUES (10);
END
BEGIN TRY
  INSERT INTO t (a) VALUES (11)
END TRY
BEGIN CATCH
  PRINT 'no'
END CATCH
BEGIN
  INSERT INTO t (a) OUTPUT inserted.id VALUES (12)
END
WHILE @n > 0 BEGIN SET @n = @n - 1 END
UPDATE t SET a += 1 WHERE a = 12
`,
    'tsql',
  );
  expect(await postgres.rows('SELECT id, a FROM t ORDER BY id')).toEqual([
    ['1', '7'],
    ['2', '8'],
    ['3', '11'],
    ['4', '13'],
  ]);
  expect(await postgres.rows(`SELECT indexname FROM pg_indexes WHERE tablename = 't'`)).toEqual([['ix']]);
  expect(skipped).toEqual([
    '1 Variables are T-SQL, which Postgres does not run.',
    '2 Variables are T-SQL, which Postgres does not run.',
    '9 IF asks for rows or variables at run time, which is T-SQL that Postgres does not run: what it guards is left out.',
    '17 Runs only where a statement fails.',
    '23 Loops are T-SQL, which Postgres does not run.',
  ]);
});
