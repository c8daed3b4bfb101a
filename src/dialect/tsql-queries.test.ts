import { beforeAll, expect, test } from 'vitest';
import { convertQuery } from './convert-query.ts';
import type { KnownNames } from './query/known-names.ts';
import { knownTables } from './testing/known-tables.ts';
import { openPostgres, type TestPostgres } from './testing/open-postgres.ts';
import { shownRows } from './testing/shown-rows.ts';

/** Queries as developers bring them; what they should give is what SQL Server’s documentation says for the same tables. */
const TABLES = `CREATE TABLE [dbo].[Customers]([CustomerID] [int] IDENTITY(1,1) NOT NULL PRIMARY KEY, [Name] [nvarchar](100) NOT NULL, [City] [nvarchar](50) NULL, [Active] [bit] NOT NULL DEFAULT 1, [Score] [int] NULL, [Born] [date] NULL, [ManagerID] [int] NULL, [Email] [nvarchar](100) NULL)
GO
INSERT [dbo].[Customers] ([Name],[City],[Active],[Score],[Born],[ManagerID],[Email]) VALUES (N'Ana', N'Lisboa', 1, 10, '1990-05-17', NULL, N'ana@x.org'), (N'bruno', NULL, 0, NULL, '1985-12-31', 1, NULL), (N'Carla', N'Porto', 1, 5, NULL, 1, N'c@y.com'), (N'dora', N'lisboa', 1, 20, '2001-02-28', 2, N'')
GO
CREATE TABLE [dbo].[Orders]([OrderID] [int] IDENTITY(1,1) NOT NULL PRIMARY KEY, [CustomerID] [int] NOT NULL, [Total] [decimal](10,2) NOT NULL, [Qty] [int] NOT NULL, [Status] [varchar](20) NOT NULL, [OrderDate] [datetime] NOT NULL, [ShippedDate] [datetime] NULL, [Freight] [money] NULL)
GO
INSERT INTO Orders (CustomerID, Total, Qty, Status, OrderDate, ShippedDate, Freight) VALUES (1,10.50,3,'paid','2024-01-15T10:30:45','2024-01-17',1.25),(1,20.00,0,'new','2024-02-29T23:59:59',NULL,NULL),(2,5.25,7,'shipped','2024-12-31','2025-01-02T10:00:00',2),(4,99.99,2,'paid','2023-11-05T06:07:08','2023-11-06',0),(1,7.00,1,'new','2024-01-31T18:00:00',NULL,3.5)
GO
CREATE TABLE [dbo].[OrderItems]([OrderID] [int] NOT NULL, [Sku] [varchar](20) NOT NULL, [Price] [decimal](8,2) NULL, [Qty] [int] NULL, [Meta] nvarchar(max) NULL, CONSTRAINT PK_OI PRIMARY KEY ([OrderID],[Sku]))
GO
INSERT INTO OrderItems VALUES (1,'A1',3.5,1,N'{"k":"v","n":5}'),(1,'B2',NULL,2,NULL),(3,'A1',3.5,7,NULL),(4,'C3',50,1,NULL),(4,'a1x',49.99,1,NULL)
GO
`;

const QUERIES: readonly (readonly [sql: string, rows: string])[] = [
  ['SELECT TOP 40 PERCENT OrderID FROM Orders ORDER BY OrderID', '1;2'],
  ['SELECT TOP (50) PERCENT OrderID FROM Orders ORDER BY OrderID DESC', '5;4;3'],
  ['SELECT Score FROM Customers ORDER BY Score', '~;5;10;20'],
  ['SELECT Score FROM Customers ORDER BY Score DESC', '20;10;5;~'],
  ['SELECT AVG(Score) FROM Customers', '11'],
  ['SELECT AVG(Qty) AS a, AVG(Total) AS b FROM Orders', '2|28.548'],
  ['SELECT AVG(DISTINCT Qty) FROM Orders', '2'],
  [
    'SELECT Status, AVG(Qty) OVER (PARTITION BY Status) FROM Orders WHERE OrderID IN (1,4) ORDER BY OrderID',
    'paid|2;paid|2',
  ],
  [
    "SELECT o.CustomerID, STUFF((SELECT ', ' + i.Sku FROM OrderItems i WHERE i.OrderID = o.OrderID ORDER BY i.Sku FOR XML PATH('')), 1, 2, '') AS Skus FROM Orders o WHERE o.OrderID IN (1, 3) ORDER BY o.OrderID",
    '1|A1, B2;2|A1',
  ],
  ["SELECT STUFF((SELECT ',' + Name FROM Customers FOR XML PATH('')), 1, 1, '')", 'Ana,bruno,Carla,dora'],
  [
    "SELECT STUFF((SELECT DISTINCT ',' + QUOTENAME(Status) FROM Orders FOR XML PATH(''), TYPE).value('.', 'NVARCHAR(MAX)'), 1, 1, '')",
    '[new],[paid],[shipped]',
  ],
  [
    "SELECT c.Name, STUFF((SELECT ';' + CAST(o.OrderID AS varchar(10)) FROM Orders o WHERE o.CustomerID = c.CustomerID ORDER BY o.OrderID DESC FOR XML PATH(''), TYPE).value('(./text())[1]', 'varchar(max)'), 1, 1, '') FROM Customers c ORDER BY c.CustomerID",
    'Ana|5;2;1;bruno|3;Carla|~;dora|4',
  ],
  ["SELECT (SELECT Name + ',' FROM Customers WHERE CustomerID < 3 FOR XML PATH('')) AS list", 'Ana,bruno,'],
  [
    'SELECT * FROM (SELECT Status, Qty FROM Orders) s PIVOT (SUM(Qty) FOR Status IN ([paid], [new], [shipped])) p',
    '5|1|7',
  ],
  [
    'SELECT CustomerID, [paid], [new] FROM (SELECT CustomerID, Status, Total FROM Orders) AS src PIVOT (SUM(Total) FOR Status IN ([paid], [new])) AS pvt ORDER BY CustomerID',
    '1|10.5|27;2|~|~;4|99.99|~',
  ],
  [
    'SELECT OrderID, Field, Value FROM (SELECT OrderID, Qty, CustomerID FROM Orders) p UNPIVOT (Value FOR Field IN (Qty, CustomerID)) u WHERE OrderID = 1 ORDER BY Field',
    '1|CustomerID|1;1|Qty|3',
  ],
  ['SELECT DATEADD(DAY, DATEDIFF(DAY, 0, OrderDate), 0) FROM Orders WHERE OrderID = 1', '2024-01-15 00:00:00'],
  ['SELECT DATEADD(MONTH, DATEDIFF(MONTH, 0, OrderDate), 0) FROM Orders WHERE OrderID = 2', '2024-02-01 00:00:00'],
  [
    'SELECT DATEPART(week, OrderDate), DATEPART(ISO_WEEK, OrderDate), DATEPART(hour, OrderDate) FROM Orders ORDER BY OrderID',
    '3|3|10;9|9|23;53|1|0;45|44|6;5|5|18',
  ],
  ['SELECT OrderDate + 1 FROM Orders WHERE OrderID = 1', '2024-01-16 10:30:45'],
  [
    'SELECT OrderID, ROW_NUMBER() OVER (PARTITION BY CustomerID ORDER BY ShippedDate) rn FROM Orders ORDER BY OrderID',
    '1|3;2|1;3|1;4|1;5|2',
  ],
  [
    ';WITH tree AS (SELECT CustomerID, Name, 0 AS Lvl FROM Customers WHERE ManagerID IS NULL UNION ALL SELECT c.CustomerID, c.Name, t.Lvl + 1 FROM Customers c INNER JOIN tree t ON c.ManagerID = t.CustomerID) SELECT Name, Lvl FROM tree ORDER BY Lvl, Name OPTION (MAXRECURSION 100)',
    'Ana|0;Carla|1;bruno|1;dora|2',
  ],
  [
    'SELECT CustomerID, SUM(Total) FROM Orders GROUP BY CustomerID WITH ROLLUP ORDER BY CustomerID',
    '~|142.74;1|37.5;2|5.25;4|99.99',
  ],
  [
    'SELECT CustomerID, Status, SUM(Total) FROM Orders GROUP BY GROUPING SETS ((CustomerID), (Status)) ORDER BY 1, 2',
    '~|new|27;~|paid|110.49;~|shipped|5.25;1|~|37.5;2|~|5.25;4|~|99.99',
  ],
  ['SELECT ROUND(10.59, 1, 1), LOG(10), LOG(8, 2), PI()', '10.5|2.302585092994046|3|3.141592653589793'],
  [
    "SELECT FORMAT(OrderDate, 'dd/MM/yyyy'), FORMAT(Total, 'N2'), FORMAT(Total, 'C'), FORMAT(1234.5, '#,##0.00'), FORMAT(5, '000') FROM Orders WHERE OrderID = 1",
    '15/01/2024|10.5|$10.50|1,234.50|005',
  ],
  ["SELECT value FROM STRING_SPLIT('a,b,c', ',')", 'a;b;c'],
  [
    "SELECT c.CustomerID, s.value FROM Customers c CROSS APPLY STRING_SPLIT(c.Email, '@') s WHERE c.CustomerID = 1",
    '1|ana;1|x.org',
  ],
  [
    'SELECT EOMONTH(OrderDate), EOMONTH(OrderDate, 1), DATEFROMPARTS(2024, 2, 29) FROM Orders WHERE OrderID = 1',
    '2024-01-31|2024-02-29|2024-02-29',
  ],
];

const WRITES: readonly (readonly [sql: string, check: string, rows: string])[] = [
  [
    "UPDATE o SET o.Status = 'vip' FROM Orders o INNER JOIN Customers c ON c.CustomerID = o.CustomerID WHERE c.Name = 'Ana'",
    'SELECT OrderID, Status FROM Orders ORDER BY 1',
    '1|vip;2|vip;3|shipped;4|paid;5|vip',
  ],
  [
    'UPDATE Orders SET Status = c.Name FROM Orders o JOIN Customers c ON c.CustomerID = o.CustomerID WHERE o.OrderID < 3',
    'SELECT OrderID, Status FROM Orders ORDER BY 1',
    '1|Ana;2|Ana;3|shipped;4|paid;5|new',
  ],
  [
    'UPDATE o SET Freight = 0 FROM dbo.Orders AS o LEFT JOIN OrderItems i ON i.OrderID = o.OrderID WHERE i.Sku IS NULL',
    'SELECT OrderID, Freight FROM Orders ORDER BY 1',
    '1|1.25;2|0;3|2;4|0;5|0',
  ],
  [
    "DELETE o FROM Orders o JOIN Customers c ON o.CustomerID = c.CustomerID WHERE c.Name = 'Ana'",
    'SELECT OrderID FROM Orders ORDER BY 1',
    '3;4',
  ],
  [
    'DELETE FROM o FROM Orders AS o LEFT JOIN OrderItems i ON i.OrderID = o.OrderID WHERE i.OrderID IS NULL',
    'SELECT OrderID FROM Orders ORDER BY 1',
    '1;3;4',
  ],
  [
    'DELETE FROM Orders FROM Orders o INNER JOIN Customers c ON c.CustomerID = o.CustomerID WHERE c.Active = 0',
    'SELECT OrderID FROM Orders ORDER BY 1',
    '1;2;4;5',
  ],
  ['DELETE Orders WHERE OrderID = 1', 'SELECT OrderID FROM Orders ORDER BY 1', '2;3;4;5'],
  ["DELETE TOP (1) FROM Orders WHERE Status = 'paid'", 'SELECT COUNT(*) FROM Orders', '4'],
  ["UPDATE TOP (1) Orders SET Qty = 50 WHERE Status = 'new'", 'SELECT COUNT(*) FROM Orders WHERE Qty = 50', '1'],
  [
    'WITH d AS (SELECT *, ROW_NUMBER() OVER (PARTITION BY CustomerID ORDER BY OrderID) rn FROM Orders) DELETE FROM d WHERE rn > 1',
    'SELECT OrderID FROM Orders ORDER BY 1',
    '1;3;4',
  ],
  [
    "INSERT INTO Customers (Name, City) OUTPUT INSERTED.CustomerID VALUES ('neu', 'X')",
    "SELECT Name, Active FROM Customers WHERE Name = 'neu'",
    'neu|t',
  ],
  [
    "UPDATE Customers SET Score += 1, City = ISNULL(City, '') + '!' WHERE CustomerID <= 2",
    'SELECT CustomerID, Score, City FROM Customers ORDER BY 1',
    '1|11|Lisboa!;2|~|!;3|5|Porto;4|20|lisboa',
  ],
  [
    "MERGE INTO Customers AS t USING (SELECT 1 AS id, 'Merged' AS n UNION ALL SELECT 99, 'New') AS s ON t.CustomerID = s.id WHEN MATCHED THEN UPDATE SET t.Name = s.n WHEN NOT MATCHED BY TARGET THEN INSERT (Name) VALUES (s.n);",
    'SELECT Name FROM Customers ORDER BY CustomerID',
    'Merged;bruno;Carla;dora;New',
  ],
];

let postgres: TestPostgres;
let known: KnownNames;

beforeAll(async () => {
  postgres = await openPostgres();
  await postgres.load(TABLES, 'tsql');
  known = await knownTables(postgres);
  return async () => await postgres.close();
});

test.each(QUERIES)('T-SQL: %s', async (sql, expected) => {
  expect(shownRows(await postgres.rows(convertQuery(sql, 'tsql', known).sql))).toBe(expected);
});

test.each(WRITES)('T-SQL: %s', async (sql, check, expected) => {
  await postgres.run('BEGIN');
  try {
    await postgres.run(convertQuery(sql, 'tsql', known).sql);
    expect(shownRows(await postgres.rows(convertQuery(check, 'tsql', known).sql))).toBe(expected);
  } finally {
    await postgres.run('ROLLBACK');
  }
});
