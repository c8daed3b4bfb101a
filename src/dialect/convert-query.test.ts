import { beforeAll, describe, expect, test } from 'vitest';
import { convertQuery } from './convert-query.ts';
import type { ForeignDialect } from './dialect.ts';
import { type KnownNames, NameIndex } from './query/known-names.ts';
import { openPostgres, type TestPostgres } from './testing/open-postgres.ts';
import { shownRows } from './testing/shown-rows.ts';

let postgres: TestPostgres;

const TABLES = `
  CREATE TABLE customers (id int, name text, email text, born date, active boolean, city text);
  INSERT INTO customers VALUES (1, 'Ana', 'ana@x.org', '1990-05-17', true, 'Lisboa'), (2, 'bruno', NULL, '1985-12-31', false, 'Porto'),
    (3, 'Carla', 'c@y.com', '2001-02-28', true, 'Lisboa');
  CREATE TABLE orders (id int, customer_id int, total numeric(10, 2), qty int, placed timestamp, tags text, data jsonb, ratio double precision);
  INSERT INTO orders VALUES (1, 1, 10.50, 3, '2024-01-15 10:30:45', 'red,blue', '{"a": {"b": [1, 2]}, "k": "v"}', 0.125),
    (2, 1, 20.00, 0, '2024-02-29 23:59:59', 'blue', NULL, 2.5), (3, 2, 5.25, 7, '2024-12-31', '', NULL, -1.5);
  CREATE TABLE "Mixed" ("Id" int, "FullName" text, "order" int, at text);
  INSERT INTO "Mixed" VALUES (1, 'x y', 5, '2024-03-04 05:06:07');
`;

beforeAll(async () => {
  postgres = await openPostgres();
  await postgres.run(TABLES);
  return async () => await postgres.close();
});

async function resultOf(sql: string, dialect: ForeignDialect, known?: KnownNames): Promise<string> {
  return shownRows(await postgres.rows(convertQuery(sql, dialect, known).sql));
}

describe('MySQL', () => {
  test.each([
    // Dates.
    [
      'SELECT YEAR(placed), MONTH(placed), DAY(placed), HOUR(placed), MINUTE(placed), SECOND(placed) FROM orders WHERE id = 1',
      '2024|1|15|10|30|45',
    ],
    [
      "SELECT YEAR('2024-05-06'), QUARTER('2024-05-06'), DAYOFYEAR('2024-02-01'), DAYOFWEEK('2024-01-07'), WEEKDAY('2024-01-07')",
      '2024|2|32|1|6',
    ],
    ["SELECT WEEK('2024-01-06'), WEEK('2024-01-07'), WEEK('2023-01-01'), WEEKOFYEAR('2024-01-01')", '0|1|1|1'],
    [
      "SELECT DATE_ADD('2024-01-31', INTERVAL 1 MONTH), DATE_SUB('2024-03-01', INTERVAL 1 DAY)",
      '2024-02-29|2024-02-29',
    ],
    [
      "SELECT DATE_ADD('2024-01-31 10:00:00', INTERVAL 90 MINUTE), '2024-01-01' + INTERVAL 1 YEAR",
      '2024-01-31 11:30:00|2025-01-01',
    ],
    ['SELECT DATE_ADD(placed, INTERVAL qty DAY) FROM orders WHERE id = 1', '2024-01-18 10:30:45'],
    [
      'SELECT placed - INTERVAL -1 HOUR, placed + INTERVAL 1 QUARTER FROM orders WHERE id = 1',
      '2024-01-15 11:30:45|2024-04-15 10:30:45',
    ],
    ["SELECT DATEDIFF('2024-03-01', '2024-02-01'), DATEDIFF(placed, '2024-01-01') FROM orders WHERE id = 2", '29|59'],
    ['SELECT id FROM orders WHERE placed >= DATE_SUB(CURDATE(), INTERVAL 7 DAY)', ''],
    ['SELECT CURDATE() = DATE(NOW()), NOW() > CURDATE() - INTERVAL 1 DAY', 't|t'],
    [
      "SELECT STR_TO_DATE('15/01/2024', '%d/%m/%Y'), STR_TO_DATE('2024-01-15 10:30', '%Y-%m-%d %H:%i')",
      '2024-01-15|2024-01-15 10:30:00',
    ],
    [
      "SELECT DATE_FORMAT(placed, '%Y-%m'), DATE_FORMAT(placed, '%d.%m.%y %H:%i:%s'), DATE_FORMAT(placed, '%W, %M %e') FROM orders WHERE id = 1",
      '2024-01|15.01.24 10:30:45|Monday, January 15',
    ],
    // Weeks around New Year, as MySQL's WEEK counts them in its modes 1, 3, 0 and 2.
    [
      "SELECT DATE_FORMAT('2024-12-30', '%u %v %U %V %X %x %w %%u'), DATE_FORMAT('2023-01-01', '%u %v %U %V %X %x %w')",
      '53 01 52 52 2024 2025 1 %u|00 52 01 01 2023 2022 0',
    ],
    ["SELECT DATE_FORMAT('1999-01-01', '%X week %V'), DATE_FORMAT('2008-12-31', '%Y-%u')", '1998 week 52|2008-53'],
    ["SELECT CAST('12abc' AS SIGNED), CAST('x' AS DECIMAL(10, 2)), CAST(' -1.9' AS SIGNED)", '12|0|-1'],
    ['SELECT id "the id", name \'n\' FROM customers WHERE id = 1', '1|Ana'],
    [
      "SELECT TIMESTAMPDIFF(DAY, '2024-01-01', '2024-03-01'), TIMESTAMPDIFF(MONTH, '2024-01-15', '2024-03-14'), TIMESTAMPDIFF(YEAR, '1990-05-17', '2024-05-16')",
      '60|1|33',
    ],
    [
      "SELECT TIMESTAMPDIFF(HOUR, '2024-01-01 00:00:00', '2024-01-01 23:59:59'), TIMESTAMPADD(MONTH, 1, '2024-01-31')",
      '23|2024-02-29',
    ],
    ["SELECT LAST_DAY('2024-02-03'), DAYNAME('2024-01-01'), MONTHNAME('2024-01-01')", '2024-02-29|Monday|January'],
    [
      "SELECT UNIX_TIMESTAMP('2024-01-01 00:00:00'), FROM_UNIXTIME(1704067200) = '2024-01-01 00:00:00', MAKEDATE(2024, 60)",
      '1704067200|t|2024-02-29',
    ],
    ['SELECT EXTRACT(MONTH FROM placed), TIME(placed), DATE(placed) FROM orders WHERE id = 2', '2|23:59:59|2024-02-29'],
    // Conditions and NULL.
    ["SELECT IFNULL(email, 'none'), ISNULL(email), email <=> NULL FROM customers WHERE id = 2", 'none|t|t'],
    ["SELECT name FROM customers WHERE active && city = 'Lisboa' || id = 2 ORDER BY id", 'Ana;bruno;Carla'],
    ['SELECT COUNT(*) FROM customers WHERE !active AND id != 1', '1'],
    ["SELECT name FROM customers WHERE name LIKE 'an%' OR name LIKE BINARY 'Car%' ORDER BY 1", 'Ana;Carla'],
    ["SELECT name FROM customers WHERE name REGEXP '^[ab]' AND name NOT RLIKE 'o$' ORDER BY id", 'Ana'],
    ['SELECT SUM(qty > 2), AVG(total > 10), COUNT(qty > 2 OR NULL) FROM orders', '2|0.66666666666666666667|2'],
    // Texts.
    ["SELECT CONCAT(name, ' (', id, ')'), CONCAT('a', NULL) FROM customers WHERE id = 1", 'Ana (1)|~'],
    ["SELECT CONCAT_WS(', ', name, email, city) FROM customers WHERE id = 2", 'bruno, Porto'],
    ['SELECT CONCAT(id, customer_id) FROM orders WHERE id = 3', '32'],
    ["SELECT GROUP_CONCAT(name) FROM customers WHERE city = 'Lisboa'", 'Ana,Carla'],
    [
      "SELECT city, GROUP_CONCAT(DISTINCT name ORDER BY name DESC SEPARATOR '; ') FROM customers GROUP BY city ORDER BY city",
      'Lisboa|Carla; Ana;Porto|bruno',
    ],
    ["SELECT GROUP_CONCAT(id, ':', qty ORDER BY qty SEPARATOR '/') FROM orders", '2:0/1:3/3:7'],
    [
      "SELECT LCASE('Ab'), UCASE('ab'), MID('abcdef', 2, 3), SUBSTRING('abcdef', -3), SUBSTR('abcdef', -3, 2), LEFT('abc', 1)",
      'ab|AB|bcd|def|de|a',
    ],
    [
      "SELECT SUBSTRING_INDEX('a.b.c', '.', 1), SUBSTRING_INDEX('a.b.c', '.', -1), SUBSTRING_INDEX('a.b.c', '.', 2)",
      'a|c|a.b',
    ],
    [
      "SELECT LENGTH('é'), CHAR_LENGTH('é'), INSTR('hello', 'l'), LOCATE('l', 'hello'), LOCATE('l', 'hello', 4), LOCATE('z', 'hello', 2)",
      '2|1|3|3|4|0',
    ],
    [
      "SELECT LPAD(id, 5, '0'), RPAD('a', 3, '.'), REPEAT('ab', 2), REVERSE('abc'), SPACE(2), INSERT('abcdef', 2, 3, 'X') FROM orders WHERE id = 1",
      '00001|a..|abab|cba|  |aXef',
    ],
    ["SELECT FIND_IN_SET('blue', tags) FROM orders ORDER BY id", '2;1;0'],
    ["SELECT id FROM orders WHERE FIND_IN_SET('red', tags)", '1'],
    ["SELECT name FROM customers ORDER BY FIELD(name, 'Carla', 'Ana', 'bruno')", 'Carla;Ana;bruno'],
    ["SELECT ELT(2, 'a', 'b'), STRCMP('a', 'b'), FORMAT(1234567.891, 2), HEX('ab')", 'b|-1|1,234,567.89|6162'],
    [`SELECT "it's", 'say "hi"', 'tab\\tend'`, `it's|say "hi"|tab\tend`],
    ["SELECT 'a -- b', '/* c */', '# d' # comment\n, 1 -- more\n", 'a -- b|/* c */|# d|1'],
    // Numbers.
    ['SELECT qty / 2, 7 DIV 2, 7 MOD 4, 7 % 4, qty * 3 DIV 2 FROM orders WHERE id = 1', '1.5|3|3|3|4'],
    ['SELECT 5 / 2, total / qty FROM orders WHERE id = 2', '2.5|~'],
    [
      'SELECT ROUND(ratio, 1), TRUNCATE(total, 1), POW(2, 3), LOG10(100), CEIL(1.2) FROM orders WHERE id = 1',
      '0.1|10.5|8|2|2',
    ],
    [
      "SELECT CAST('12' AS UNSIGNED) + 1, CAST(total AS SIGNED), CAST(id AS CHAR), CONVERT('3.7', DECIMAL(5,1)) FROM orders WHERE id = 3",
      '13|5|3|3.7',
    ],
    ['SELECT RAND() BETWEEN 0 AND 1, COUNT(*) FROM orders GROUP BY 1', 't|3'],
    ['SELECT 5 ^ 1, 6 & 3, 1 << 3', '4|2|8'],
    // JSON.
    [
      `SELECT data->'$.a.b', data->>'$.k', JSON_EXTRACT(data, '$.a.b[1]'), JSON_UNQUOTE(JSON_EXTRACT(data, '$.k')) FROM orders WHERE id = 1`,
      '[1, 2]|v|2|v',
    ],
    [`SELECT JSON_LENGTH('[1,2,3]'), JSON_OBJECT('a', 1), JSON_CONTAINS('[1,2]', '2')`, '3|{"a": 1}|t'],
    // Clauses.
    ['SELECT id FROM orders ORDER BY id LIMIT 1, 2', '2;3'],
    ['SELECT id FROM orders ORDER BY id LIMIT 1 OFFSET 1', '2'],
    ['SELECT SQL_CALC_FOUND_ROWS id FROM `orders` USE INDEX (`PRIMARY`) ORDER BY `id` LIMIT 1', '1'],
    ['SELECT 1 + 1 FROM DUAL', '2'],
    ['SELECT customer_id, SUM(qty) FROM orders GROUP BY customer_id WITH ROLLUP ORDER BY 2', '1|3;2|7;~|10'],
    [
      'SELECT customer_id, SUM(total) AS spent FROM orders GROUP BY customer_id HAVING spent > 6 AND COUNT(*) > 1',
      '1|30.5',
    ],
    [
      "SELECT c.name AS 'Customer Name', COUNT(*) `n` FROM customers AS c JOIN orders o ON o.customer_id = c.id GROUP BY c.name ORDER BY n DESC",
      'Ana|2;bruno|1',
    ],
    ['SELECT m.`Id`, FullName, m.`order` FROM Mixed m WHERE m.id = 1', '1|x y|5'],
    ['SELECT COUNT(DISTINCT customer_id, qty), COUNT(DISTINCT city) FROM orders, customers', '3|2'],
    ["SELECT name FROM customers WHERE MATCH (name, city) AGAINST ('porto' IN NATURAL LANGUAGE MODE)", 'bruno'],
    [
      'SELECT id, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY placed DESC) AS rn FROM orders ORDER BY id',
      '1|2;2|1;3|1',
    ],
    [
      'WITH Totals AS (SELECT customer_id, SUM(total) AS Spent FROM orders GROUP BY customer_id) SELECT spent FROM totals ORDER BY SPENT',
      '5.25;30.5',
    ],
    ["SELECT b'101', 0x41", '101|\\x41'],
  ])('%s', async (sql, expected) => {
    expect(await resultOf(sql, 'mysql')).toBe(expected);
  });
});

describe('SQLite', () => {
  test.each([
    [
      "SELECT date('2024-01-31', '+1 month'), date('2024-03-01', '-1 day'), datetime('2024-01-01', '+90 minutes')",
      '2024-02-29|2024-02-29|2024-01-01 01:30:00',
    ],
    [
      "SELECT date('2024-05-17', 'start of month'), date('2024-05-17', 'start of year', '+1 year', '-1 day')",
      '2024-05-01|2024-12-31',
    ],
    ["SELECT id FROM orders WHERE placed > datetime('now', '-1 day')", ''],
    ["SELECT date('now') = CURRENT_DATE, datetime('now', 'localtime') <= datetime('now', '+1 minute')", 't|t'],
    [
      "SELECT strftime('%Y-%m', placed), strftime('%H:%M:%S', placed), strftime('%w', placed), strftime('%s', placed), strftime('%j', placed) FROM orders WHERE id = 1",
      '2024-01|10:30:45|1|1705314645|015',
    ],
    ["SELECT strftime('%Y', at), date(at), time(at) FROM Mixed", '2024|2024-03-04|05:06:07'],
    ["SELECT CAST(strftime('%Y', placed) AS INTEGER) + 1 FROM orders WHERE id = 1", '2025'],
    [
      "SELECT julianday('2024-03-01') - julianday('2024-02-01'), round(julianday(placed) - julianday('2024-01-01'), 1) FROM orders WHERE id = 3",
      '29|365',
    ],
    ["SELECT datetime(1704067200, 'unixepoch'), unixepoch('2024-01-01')", '2024-01-01 00:00:00|1704067200'],
    ["SELECT ifnull(email, '-'), iif(id > 1, 'b', 'a'), coalesce(NULL, 1) FROM customers WHERE id = 2", '-|b|1'],
    ["SELECT group_concat(name), group_concat(name, '; ') FROM customers WHERE active", 'Ana,Carla|Ana; Carla'],
    ['SELECT group_concat(DISTINCT city) FROM customers', 'Lisboa,Porto'],
    ["SELECT name || ' ' || id, id || qty FROM customers JOIN orders USING (id) WHERE id = 1", 'Ana 1|13'],
    [
      "SELECT substr('abcdef', 2, 3), substr('abcdef', -2), length(12345), instr('hello', 'll'), upper('a')",
      'bcd|ef|5|3|A',
    ],
    ["SELECT printf('%05d %.2f %s%%', 42, 3.14159, 'x')", '00042 3.14 x%'],
    [
      "SELECT typeof(1), typeof(1.5), typeof('a'), typeof(NULL), typeof(qty) FROM orders WHERE id = 1",
      'integer|real|text|null|integer',
    ],
    ["SELECT name FROM customers WHERE name GLOB 'A*' OR name GLOB '[b-c]*' ORDER BY id", 'Ana;bruno'],
    ["SELECT name FROM customers WHERE name LIKE 'ANA' OR id == 3 ORDER BY id", 'Ana;Carla'],
    ['SELECT id FROM orders ORDER BY id LIMIT 2 OFFSET 1', '2;3'],
    ['SELECT id FROM orders ORDER BY id LIMIT 1, 1', '2'],
    ['SELECT 7 / 2, 7 / 0, 7.0 / 2, 7 % 4', '3|~|3.5|3'],
    ['SELECT CAST(1.9 AS INTEGER), CAST(AVG(total) AS INTEGER), round(2.567, 1) FROM orders', '1|11|2.6'],
    [
      'SELECT email IS NULL, email IS NOT NULL, email IS name, email IS NOT name FROM customers WHERE id = 2',
      't|f|f|t',
    ],
    ['SELECT max(1, 5, 3), min(qty), max(qty), total(qty) FROM orders', '5|0|7|10'],
    ['SELECT [Id], "FullName", `order` FROM [Mixed] WHERE fullname = "x y"', '1|x y|5'],
    ['SELECT name FROM customers ORDER BY name COLLATE NOCASE', 'Ana;bruno;Carla'],
    ["SELECT id FROM customers WHERE name = 'ANA' COLLATE NOCASE", '1'],
    [
      `SELECT json_extract(data, '$.k'), data -> '$.a', data ->> '$.a.b[0]' FROM orders WHERE id = 1`,
      'v|{"b": [1, 2]}|1',
    ],
    [
      'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3) SELECT group_concat(x) FROM n',
      '1,2,3',
    ],
    ['SELECT city, COUNT(*) AS n FROM customers GROUP BY city HAVING n > 1', 'Lisboa|2'],
    ["SELECT 'it''s', 'back\\slash', '-- no' -- yes\n", "it's|back\\slash|-- no"],
  ])('%s', async (sql, expected) => {
    expect(await resultOf(sql, 'sqlite')).toBe(expected);
  });
});

describe('T-SQL', () => {
  test.each([
    ['SELECT TOP 2 id FROM orders ORDER BY id', '1;2'],
    ['SELECT TOP (1) WITH TIES customer_id FROM orders ORDER BY customer_id', '1;1'],
    ['SELECT DISTINCT TOP 5 customer_id FROM dbo.orders WITH (NOLOCK) ORDER BY customer_id OPTION (RECOMPILE)', '1;2'],
    ['SELECT id FROM (SELECT TOP 1 id FROM orders ORDER BY id DESC) t', '3'],
    ['SELECT TOP 1 id FROM orders WHERE id > 1 UNION ALL SELECT TOP 1 id FROM orders WHERE id = 1', '2;1'],
    ['SELECT id FROM orders ORDER BY id OFFSET 1 ROWS FETCH NEXT 1 ROWS ONLY', '2'],
    [
      "SELECT DATEADD(month, 1, '2024-01-31'), DATEADD(day, -7, placed), DATEADD(hh, 2, placed) FROM orders WHERE id = 1",
      '2024-02-29|2024-01-08 10:30:45|2024-01-15 12:30:45',
    ],
    [
      "SELECT DATEDIFF(day, '2024-01-01', '2024-03-01'), DATEDIFF(month, '2024-01-31', '2024-02-01'), DATEDIFF(year, '2023-12-31', '2024-01-01')",
      '60|1|1',
    ],
    [
      "SELECT DATEDIFF(hour, '2024-01-01 10:59:00', '2024-01-01 11:01:00'), DATEDIFF(week, '2024-01-06', '2024-01-07'), DATEDIFF(minute, '2024-01-01', '2024-01-01 01:00:00')",
      '1|1|60',
    ],
    [
      'SELECT DATEPART(year, placed), DATEPART(weekday, placed), DATENAME(month, placed), YEAR(placed), DATEPART(quarter, placed) FROM orders WHERE id = 1',
      '2024|2|January|2024|1',
    ],
    ["SELECT EOMONTH('2024-02-03'), DATEFROMPARTS(2024, 2, 29)", '2024-02-29|2024-02-29'],
    [
      "SELECT ISNULL(email, 'none'), LEN('abc  '), CHARINDEX('l', 'hello'), CHARINDEX('l', 'hello', 4) FROM customers WHERE id = 2",
      'none|3|3|4',
    ],
    [
      "SELECT CONVERT(varchar(10), placed, 120), CONVERT(varchar, placed, 103), CONVERT(date, placed), CAST(10.9 AS int), CONVERT(int, '5') FROM orders WHERE id = 1",
      '2024-01-15|15/01/2024|2024-01-15|10|5',
    ],
    [
      "SELECT FORMAT(placed, 'yyyy-MM-dd HH:mm'), FORMAT(1234.5, 'N2') FROM orders WHERE id = 1",
      '2024-01-15 10:30|1,234.50',
    ],
    ["SELECT IIF(qty > 2, 'many', 'few'), CHOOSE(2, 'a', 'b') FROM orders WHERE id = 1", 'many|b'],
    ["SELECT name + ' from ' + city, id + 1 FROM customers WHERE id = 1", 'Ana from Lisboa|2'],
    ["SELECT name + N': ' + CAST(id AS varchar(5)) FROM customers WHERE id = 1", 'Ana: 1'],
    ['SELECT [name] AS [Full Name], [Total] = id * 2 FROM [dbo].[customers] WHERE [id] = 3', 'Carla|6'],
    [
      'SELECT c.name, o.id FROM customers c CROSS APPLY (SELECT TOP 1 id FROM orders o WHERE o.customer_id = c.id ORDER BY id DESC) o ORDER BY 2',
      'Ana|2;bruno|3',
    ],
    [
      'SELECT c.name, o.id FROM customers c OUTER APPLY (SELECT MAX(id) AS id FROM orders o WHERE o.customer_id = c.id) AS o WHERE c.id = 3',
      'Carla|~',
    ],
    ["SELECT STRING_AGG(name, ', ') WITHIN GROUP (ORDER BY id DESC) FROM customers", 'Carla, bruno, Ana'],
    [
      "SELECT REPLICATE('ab', 2), STUFF('abcdef', 2, 3, 'X'), LEFT('abc', 2), SUBSTRING('abc', 2, 1), REVERSE('ab')",
      'abab|aXef|ab|b|ba',
    ],
    ["SELECT name FROM customers WHERE name LIKE '[A-B]%' ORDER BY id", 'Ana;bruno'],
    ['SELECT 7 / 2, 7 % 4, SQUARE(3), ROUND(2.567, 1)', '3|3|9|2.6'],
    ['SELECT COUNT_BIG(*), STDEV(qty) FROM orders WHERE id !< 2', '2|4.9497474683058327'],
    ["SELECT GETDATE() > '2024-01-01', CURRENT_TIMESTAMP > '2024-01-01'", 't|t'],
    ["SELECT JSON_VALUE(data, '$.k'), JSON_QUERY(data, '$.a') FROM orders WHERE id = 1", 'v|{"b": [1, 2]}'],
    ["SELECT TRY_CAST('5' AS int), CAST('2024-01-01' AS datetime)", '5|2024-01-01 00:00:00'],
  ])('%s', async (sql, expected) => {
    expect(await resultOf(sql, 'tsql')).toBe(expected);
  });
});

describe('with a known database', () => {
  const known = new NameIndex();
  for (const name of ['customers', 'orders', 'Mixed']) known.addName(name);
  known.addColumn('active', 'boolean');
  known.addColumn('name', 'text', { mayBeNull: false });
  known.addColumn('FullName', 'text');
  known.addColumn('at', 'text');
  known.addColumn('born', 'date');
  known.addColumn('qty', 'integer');
  known.addColumn('id', 'integer');
  known.addColumn('total', 'number');

  test.each<[ForeignDialect, string, string]>([
    ['mysql', "SELECT IF(qty > 2, 'many', 'few'), IF(qty, 1, 0) FROM orders ORDER BY id", 'many|1;few|0;many|1'],
    ['mysql', 'SELECT id FROM orders WHERE 1 AND NOT qty ORDER BY id', '2'],
    ['mysql', 'SELECT id FROM orders WHERE id BETWEEN 1 AND 2 AND qty ORDER BY id', '1'],
    [
      'mysql',
      'SELECT id, CASE WHEN qty THEN qty ELSE 0 END, CASE qty WHEN 0 THEN NULL ELSE 1 / qty END FROM orders WHERE id < 3 ORDER BY id',
      '1|3|0.33333333333333333333;2|0|~',
    ],
    ['sqlite', 'SELECT SUM(qty > 2), COUNT(CASE WHEN qty THEN 1 END) FROM orders', '2|2'],
    [
      'tsql',
      'SELECT CAST(total AS int), CAST(active AS int) FROM orders, customers WHERE orders.id = 1 AND customers.id = 1',
      '10|1',
    ],
    ['mysql', 'SELECT COUNT(*), SUM(active = 1), SUM(active) FROM Customers WHERE ACTIVE', '2|2|2'],
    ['sqlite', 'SELECT id / 2, total / qty, id || qty FROM orders WHERE id = 3', '1|0.75|37'],
  ])('%s: %s', async (dialect, sql, expected) => {
    expect(await resultOf(sql, dialect, known)).toBe(expected);
  });

  test.each<[ForeignDialect, string, string]>([
    [
      'mysql',
      'SELECT NAME FROM Customers WHERE Active = 1 ORDER BY name',
      'SELECT name FROM customers WHERE active = TRUE ORDER BY name',
    ],
    ['mysql', 'SELECT fullname FROM mixed', 'SELECT "FullName" FROM "Mixed"'],
    ['mysql', 'SELECT born + INTERVAL 1 DAY FROM customers', 'SELECT born + 1 FROM customers'],
    ['tsql', 'SELECT fullname + name FROM mixed', 'SELECT "FullName" || name FROM "Mixed"'],
    ['sqlite', `SELECT 1 FROM mixed WHERE at > date('now')`, 'SELECT 1 FROM "Mixed" WHERE at::date > CURRENT_DATE'],
  ])('%s: %s', (dialect, sql, expected) => {
    expect(convertQuery(sql, dialect, known).sql).toBe(expected);
  });
});

describe('statements that are no queries', () => {
  test.each<[ForeignDialect, string, string, string]>([
    [
      'mysql',
      "UPDATE w AS a JOIN orders AS o ON o.id = a.id SET a.note = CONCAT('o', o.id), a.n = a.n + 1 WHERE o.qty > 2",
      'SELECT * FROM w ORDER BY id',
      '1|o1|11;2|b|20',
    ],
    ['mysql', 'DELETE a FROM w a INNER JOIN orders o ON o.id = a.id WHERE o.total > 15', 'SELECT * FROM w', '1|a|10'],
    ['mysql', 'DELETE a FROM orders o JOIN w a ON o.id = a.id WHERE o.total > 15', 'SELECT * FROM w', '1|a|10'],
    ['mysql', 'UPDATE orders o JOIN w ON o.id = w.id SET w.n = o.qty', 'SELECT * FROM w ORDER BY id', '1|a|3;2|b|0'],
    [
      'mysql',
      "INSERT INTO w (id, note, n) VALUES (1, 'z', 5) ON DUPLICATE KEY UPDATE note = VALUES(note), n = w.n + VALUES(n)",
      'SELECT * FROM w ORDER BY id',
      '1|z|15;2|b|20',
    ],
    [
      'mysql',
      "INSERT IGNORE INTO w VALUES (1, 'z', 5), (3, 'it\\'s', 16)",
      'SELECT * FROM w ORDER BY id',
      "1|a|10;2|b|20;3|it's|16",
    ],
    [
      'sqlite',
      "UPDATE w SET note = note || '!' WHERE id == 1; DELETE FROM w WHERE id = 2",
      'SELECT * FROM w',
      '1|a!|10',
    ],
    [
      'tsql',
      "UPDATE [dbo].[w] SET [note] = [note] + '!' WHERE id = 1",
      'SELECT * FROM w ORDER BY id',
      '1|a!|10;2|b|20',
    ],
    ['tsql', 'CREATE TABLE x (a int IDENTITY, b bit); INSERT x (b) VALUES (1)', 'SELECT * FROM x', '1|t'],
  ])('%s: %s', async (dialect, sql, check, expected) => {
    await postgres.run(
      `BEGIN; CREATE TABLE w (id int PRIMARY KEY, note text, n int); INSERT INTO w VALUES (1, 'a', 10), (2, 'b', 20)`,
    );
    try {
      await postgres.run(convertQuery(sql, dialect).sql);
      const rows = await postgres.rows(check);
      expect(rows.map((row) => row.join('|')).join(';')).toBe(expected);
    } finally {
      await postgres.run('ROLLBACK');
    }
  });
});

describe('what is not known', () => {
  test.each<[ForeignDialect, string, RegExp]>([
    ['mysql', 'SELECT SOUNDEX(name) FROM t', /SOUNDEX/],
    ['mysql', 'SELECT @total := 5', /@total/],
    ['mysql', "SELECT DATE_FORMAT(d, '%Q') FROM t", /pattern/],
    ['tsql', 'SELECT * FROM t PIVOT (SUM(x) FOR y IN (a, b)) p', /PIVOT/],
    ['tsql', 'SELECT name FROM sys.tables', /catalogue/],
    ['sqlite', "SELECT date(d, 'ceiling') FROM t", /ceiling/],
  ])('%s: %s stays as written and is noted', (dialect, sql, note) => {
    const result = convertQuery(sql, dialect);
    expect(result.notes.join('\n')).toMatch(note);
    expect(result.sql.replace(/\s+/g, '')).toBe(sql.replace(/\s+/g, ''));
  });

  test('says where texts compare differently', () => {
    expect(convertQuery(`SELECT 1 FROM t WHERE name = 'ana'`, 'mysql').notes).toHaveLength(1);
    expect(convertQuery(`SELECT 1 FROM t WHERE 'ANN' = name`, 'tsql').notes).toHaveLength(1);
    expect(convertQuery(`SELECT 1 FROM t WHERE 'ANN' NOT IN (name, nick)`, 'tsql').notes).toHaveLength(1);
    expect(convertQuery(`SELECT 1 FROM t WHERE 'Y' = flag`, 'tsql').notes).toEqual([]);
    expect(convertQuery(`SELECT 1 FROM t WHERE day = '2024-01-01'`, 'mysql').notes).toEqual([]);
  });

  test.each<ForeignDialect>(['mysql', 'sqlite', 'tsql'])(
    '%s: says once where NULLs are sorted differently',
    (dialect) => {
      const { sql, notes } = convertQuery('SELECT a FROM t ORDER BY a, b DESC', dialect);
      expect(sql).toBe('SELECT a FROM t ORDER BY a, b DESC');
      expect(notes).toHaveLength(1);
      expect(notes[0]).toMatch(/NULLS FIRST/);
      expect(convertQuery('SELECT COUNT(*) FROM t GROUP BY a ORDER BY COUNT(*) DESC', dialect).notes).toEqual([]);
    },
  );

  test('MySQL: says where SET reads what it has just set', () => {
    expect(convertQuery('UPDATE t SET a = a + 1, b = a', 'mysql').notes.join()).toMatch(/one after the other/);
    expect(convertQuery('UPDATE t SET a = a + 1, b = b', 'mysql').notes).toEqual([]);
  });

  test('T-SQL: says where an average may be a whole number', () => {
    expect(convertQuery('SELECT AVG(x) FROM t', 'tsql').notes.join()).toMatch(/AVG/);
    expect(convertQuery('SELECT AVG(x * 1.0) FROM t', 'tsql').sql).toBe('SELECT AVG(x * 1.0) FROM t');
  });
});

describe('where NULLs are sorted, in a database that is known', () => {
  const known = new NameIndex();
  known.addColumn('id', 'integer', { mayBeNull: false });
  known.addColumn('name', 'integer', { mayBeNull: false });
  known.addColumn('score', 'integer', { mayBeNull: true });

  test.each<[string, string]>([
    [
      'SELECT id FROM t ORDER BY id, score DESC, score + 1',
      'SELECT id FROM t ORDER BY id, score DESC NULLS LAST, score + 1 NULLS FIRST',
    ],
    ['SELECT id AS score FROM t ORDER BY score', 'SELECT id AS score FROM t ORDER BY score'],
    [
      'SELECT id, score AS s FROM t ORDER BY 2, s, 1 LIMIT 3',
      'SELECT id, score AS s FROM t ORDER BY 2 NULLS FIRST, s NULLS FIRST, 1 LIMIT 3',
    ],
    [
      'SELECT t.id FROM t LEFT JOIN u ON u.id = t.id ORDER BY t.name, u.name',
      'SELECT t.id FROM t LEFT JOIN u ON u.id = t.id ORDER BY t.name, u.name NULLS FIRST',
    ],
    [
      'SELECT COALESCE(score, 0) FROM t ORDER BY COALESCE(score, 0), score IS NULL',
      'SELECT COALESCE(score, 0) FROM t ORDER BY COALESCE(score, 0), score IS NULL',
    ],
    [
      'SELECT RANK() OVER (PARTITION BY id ORDER BY score) FROM t',
      'SELECT RANK() OVER (PARTITION BY id ORDER BY score NULLS FIRST) FROM t',
    ],
  ])('%s', (sql, expected) => {
    expect(convertQuery(sql, 'sqlite', known)).toEqual({ sql: expected, notes: [] });
  });
});
