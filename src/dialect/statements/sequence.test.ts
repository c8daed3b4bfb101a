import { beforeAll, beforeEach, expect, test } from 'vitest';
import { openPostgres, type TestPostgres } from '../testing/open-postgres.ts';
import { shownRows } from '../testing/shown-rows.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await openPostgres();
  return async () => await postgres.close();
});

beforeEach(async () => await postgres.reset());

test('MariaDB: a sequence numbers rows', async () => {
  const { skipped } = await postgres.load(
    `DROP SEQUENCE IF EXISTS \`Seq\`;
CREATE SEQUENCE \`Seq\` start with 1 minvalue 1 maxvalue 100 increment by 2 cache 10 nocycle ENGINE=InnoDB;
DO SETVAL(\`Seq\`, 7, 0);
CREATE TABLE t (id int NOT NULL DEFAULT nextval(\`shop\`.\`Seq\`), v int);
INSERT INTO t (v) VALUES (1), (2);
INSERT INTO t (id, v) VALUES (NEXTVAL(seq), 3), (NEXT VALUE FOR shop.seq, 4), (LASTVAL(Seq), 5);`,
    'mysql',
  );
  expect(skipped).toEqual([]);
  expect(shownRows(await postgres.rows('SELECT id, v FROM t'))).toBe('7|1;9|2;11|3;13|4;13|5');
});

test('SQL Server: with a type, and backwards', async () => {
  const { skipped } = await postgres.load(
    `CREATE SEQUENCE dbo.Up AS int START WITH 5 INCREMENT BY 2 MINVALUE 1 NO MAXVALUE NO CYCLE CACHE
GO
CREATE SEQUENCE [dbo].[Down] AS [bigint] START WITH 1 INCREMENT BY -1 MINVALUE -9223372036854775808 MAXVALUE 9 NO CACHE
GO
CREATE TABLE dbo.T (a int DEFAULT (NEXT VALUE FOR dbo.Up), b int DEFAULT NEXT VALUE FOR [dbo].[Down], c int)
GO
INSERT INTO dbo.T (c) VALUES (1)
INSERT INTO dbo.T (a, b, c) SELECT NEXT VALUE FOR Up, NEXT VALUE FOR dbo.Down, 2`,
    'tsql',
  );
  expect(skipped).toEqual([]);
  expect(shownRows(await postgres.rows('SELECT a, b, c FROM "T"'))).toBe('5|1|1;7|0|2');
});
