import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Dialect } from '../../../src/dialect/dialect.ts';
import { nodeExtension, nodeRuntime } from '../node-runtime.ts';
import { PostgresDatabase } from '../postgres.ts';
import { emptyDatabase } from '../testing/empty-database.ts';

const database = new PostgresDatabase();

beforeAll(async () => {
  await database.open(await nodeRuntime(), nodeExtension);
  return async () => await database.close();
});

beforeEach(async () => await emptyDatabase(database));

describe('what is skipped', () => {
  test.each<[Dialect, string]>([
    ['postgres', "BEGIN; COMMIT; SET client_encoding = 'UTF8'; GRANT ALL ON t TO me; VACUUM; DROP TABLE nope;"],
    ['postgres', 'ALTER TABLE t OWNER TO me;\n\\set x 1\n\\echo x\nCREATE SCHEMA public'],
    [
      'mysql',
      "SET NAMES utf8; USE shop; LOCK TABLES t WRITE; START TRANSACTION; COMMIT; SHOW TABLES; GRANT ALL ON t TO 'me';",
    ],
    ['mysql', 'CREATE TABLE t (a int); ALTER TABLE t DISABLE KEYS; CREATE SCHEMA shop; OPTIMIZE TABLE t'],
    ['sqlite', 'PRAGMA foreign_keys=OFF; BEGIN TRANSACTION; COMMIT; DELETE FROM sqlite_sequence;\n.headers on\n'],
    ['tsql', "SET NOCOUNT ON\nGO\nUSE shop\nGO\nPRINT 'x'\nGO\nCREATE SCHEMA dbo\nGO\n"],
  ])('and nothing is lost by it: %s %j', async (dialect, script) => {
    const { statements } = await database.applyScript(script, { dialect }, () => undefined);
    const skipped = statements.flatMap(({ outcome }) => (outcome.kind === 'skipped' ? [outcome] : []));
    expect(skipped.length).toBeGreaterThanOrEqual(3);
    expect(skipped.filter(({ isNeedless }) => !isNeedless)).toEqual([]);
  });

  test.each<[Dialect, string]>([
    ['postgres', 'ROLLBACK'],
    ['postgres', '\\i other.sql'],
    ['postgres', 'CREATE EXTENSION postgis'],
    ['postgres', "CREATE FUNCTION f() RETURNS int AS 'x' LANGUAGE c"],
    ['postgres', "COPY t FROM '/rows.csv'"],
    ['mysql', 'ROLLBACK'],
    ['mysql', 'CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1'],
    ['mysql', 'CREATE TABLE t (a int'],
  ])('and may be missed: %s %s', async (dialect, script) => {
    const { statements } = await database.applyScript(script, { dialect }, () => undefined);
    expect(statements.map(({ outcome }) => outcome)).toEqual([{ kind: 'skipped', reason: expect.any(String) }]);
  });
});
