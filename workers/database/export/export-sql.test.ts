import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { wasRun } from '../../../src/database/contract.ts';
import type { Dialect } from '../../../src/dialect/dialect.ts';
import type { Schema } from '../../../src/schema/model.ts';
import { nodeExtension, nodeRuntime } from '../node-runtime.ts';
import { PostgresDatabase } from '../postgres.ts';
import { describeCatalogue, withCastOfEach } from '../testing/describe-catalogue.ts';
import { emptyDatabase } from '../testing/empty-database.ts';
import { schemaScript } from './testing/any-schema.ts';

const CORPUS = new URL('../../../src/import/testing/corpus/', import.meta.url);
const DIALECTS: readonly Dialect[] = ['postgres', 'mysql', 'sqlite', 'tsql'];
const database = new PostgresDatabase();

beforeAll(async () => {
  await database.open(await nodeRuntime(), nodeExtension);
  return async () => await database.close();
});

async function apply(script: string): Promise<void> {
  const { statements } = await database.applyScript(script, { dialect: 'postgres' }, () => undefined);
  expect(statements.filter(({ outcome }) => !wasRun(outcome))).toEqual([]);
}

/** Imports into an empty database what was exported, and holds the two databases side by side. */
async function expectEqualAfterExport(): Promise<string> {
  const script = await database.exportSql({ withRows: true });
  const before = { catalogue: await describeCatalogue(database), schema: sorted(await database.introspect()) };
  await emptyDatabase(database);
  const { statements } = await database.applyScript(script, { dialect: 'postgres' }, () => undefined);
  expect(statements.filter(({ outcome }) => outcome.kind !== 'applied' || outcome.afterLine !== undefined)).toEqual([]);
  expect(await describeCatalogue(database)).toEqual(before.catalogue);
  expect(sorted(await database.introspect())).toEqual(before.schema);
  expect(withCastOfEach(await database.exportSql({ withRows: true }))).toBe(withCastOfEach(script));
  return script;
}

/** Independent of the order in which things were made. */
function sorted({ tables, enums, domains, functions }: Schema) {
  const byText = <Item>(items: readonly Item[]) => items.map((item) => withCastOfEach(JSON.stringify(item))).toSorted();
  return { tables: byText(tables), enums: byText(enums), domains: byText(domains), functions: byText(functions) };
}

describe('export, then import, gives an equal database', () => {
  const files = DIALECTS.flatMap((dialect) =>
    readdirSync(new URL(`${dialect}/`, CORPUS))
      .filter((name) => name.endsWith('.sql'))
      .map((name) => ({ dialect, name: `${dialect}/${name}` })),
  );

  test.each(files)('$name', async ({ dialect, name }) => {
    await emptyDatabase(database);
    await database.applyScript(await readFile(new URL(name, CORPUS), 'utf8'), { dialect }, () => undefined);
    await expectEqualAfterExport();
  });

  test('a database with something of everything', async () => {
    await emptyDatabase(database);
    await apply(await readFile(new URL('testing/everything.sql', import.meta.url), 'utf8'));
    const script = await expectEqualAfterExport();
    await expect(script).toMatchFileSnapshot(new URL('testing/everything.export.sql', import.meta.url).pathname);
  });

  test('an empty one', async () => {
    await emptyDatabase(database);
    await expectEqualAfterExport();
  });

  test('any schema', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(schemaScript, async (script) => {
        await emptyDatabase(database);
        await apply(script);
        await expectEqualAfterExport();
      }),
      { numRuns: 40 },
    );
  });
});

test('without rows, it is the definitions alone', async () => {
  await emptyDatabase(database);
  await apply('CREATE TABLE t (id serial PRIMARY KEY, "Name" varchar(10)); INSERT INTO t ("Name") VALUES (\'x\')');
  expect(await database.exportSql({ withRows: false })).toBe(`CREATE TABLE t (
  id serial NOT NULL,
  "Name" character varying(10),
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
`);
});

test('what is not written is named', async () => {
  await emptyDatabase(database);
  await apply(
    'CREATE OPERATOR CLASS by_size FOR TYPE int USING btree AS OPERATOR 1 <, OPERATOR 3 =, OPERATOR 5 >, FUNCTION 1 btint4cmp',
  );
  expect(await database.exportSql({ withRows: true })).toMatch(
    /^-- Not in this script: operator class public\.by_size USING btree$/m,
  );
});
