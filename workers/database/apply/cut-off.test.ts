import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { CutOff } from '../../../src/database/contract.ts';
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

const LAST_STATEMENT: CutOff = { inside: 'its last statement', line: 2 };

test.each<[Dialect, string, CutOff | undefined]>([
  [
    'postgres',
    'CREATE TABLE t (a int, b text);\nCOPY public.t (a, b) FROM stdin;\n1\tone\n2\tt',
    { inside: 'the rows of public.t', line: 4 },
  ],
  ['postgres', 'CREATE TABLE t (a int);\nCOPY "t" FROM stdin;\n1\n2\n', { inside: 'the rows of t', line: 4 }],
  ['postgres', 'CREATE TABLE t (a int);\nCOPY t FROM stdin;\n1\n\\.\n\n-- done\n', undefined],
  ['postgres', "SELECT 1;\nINSERT INTO t\nVALUES ('it", { inside: "the quote '", line: 3 }],
  ['postgres', 'SELECT 1;\nDO $x$ BEGIN', { inside: 'the quote $x$', line: 2 }],
  ['postgres', 'SELECT 1;\n/* SELECT 2;', { inside: 'the comment /*', line: 2 }],
  ['postgres', 'SELECT 1;\n\nCREATE TABLE t (a int,\n', { inside: 'its last statement', line: 3 }],
  ['postgres', 'SELECT 1 +;\nSELECT 2', undefined],
  ['mysql', "CREATE TABLE t (a int, b text);\nINSERT INTO t VALUES (1,'a'),(2,'b", LAST_STATEMENT],
  ['mysql', 'CREATE TABLE t (a int, b text);\nCREATE TABLE u (a int', LAST_STATEMENT],
  ['sqlite', "CREATE TABLE t (a int, b text);\nINSERT INTO t VALUES (1,'a'),(2", LAST_STATEMENT],
  ['mysql', 'CREATE TABLE t (a int);\n/* one */\n/* CREATE TABLE u (a int);', { inside: 'the comment /*', line: 3 }],
  ['mysql', "CREATE TABLE t (a text);\nINSERT INTO t VALUES ('/* no comment');", undefined],
  ['mysql', 'CREATE TABLE t (a int);\n-- /* no comment\n/*!40101 SET NAMES utf8 */;\n-- /*\n', undefined],
  ['tsql', "CREATE TABLE t (a int, b text)\nINSERT INTO t VALUES (1,N'a'),(2,N'", LAST_STATEMENT],
])('what the script ends in the middle of is told: %s %j', async (dialect, script, cutOff) => {
  const report = await database.applyScript(script, { dialect }, () => undefined);
  expect(report.cutOff).toEqual(cutOff);
});
