import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { linkTables } from '../../src/schema/linking.ts';
import type { Schema } from '../../src/schema/model.ts';
import { SAMPLES } from '../../src/schema/samples.ts';
import { nodeRuntime } from './node-runtime.ts';
import { PostgresDatabase } from './postgres.ts';

const database = new PostgresDatabase();

beforeAll(async () => {
  await database.open(await nodeRuntime());
  return async () => await database.close();
});

/** The schema of a database that holds just this. */
async function schemaOf(sql: string): Promise<Schema> {
  await database.applyScript(
    'DROP SCHEMA public CASCADE; CREATE SCHEMA public',
    { dialect: 'postgres' },
    () => undefined,
  );
  const report = await database.applyScript(sql, { dialect: 'postgres' }, () => undefined);
  expect(report.statements.filter(({ outcome }) => outcome.kind !== 'applied')).toEqual([]);
  return await database.introspect();
}

test('reads tables, columns and keys in the order of the script', async () => {
  const schema = await schemaOf(`
    CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
    CREATE TABLE zebra (id integer PRIMARY KEY);
    CREATE TABLE "Apple Tree" (
      id integer GENERATED ALWAYS AS IDENTITY,
      zebra_id integer NOT NULL REFERENCES zebra,
      "Mood" mood DEFAULT 'ok',
      twice integer GENERATED ALWAYS AS (zebra_id * 2) STORED,
      kind varchar(10) CHECK (kind IN ('a', 'b')),
      PRIMARY KEY (zebra_id, id),
      UNIQUE ("Mood", kind)
    );
    CREATE UNIQUE INDEX ON "Apple Tree" (id);
    CREATE UNIQUE INDEX ON "Apple Tree" (kind) WHERE kind = 'a';
    COMMENT ON TABLE "Apple Tree" IS 'A tree';
    COMMENT ON COLUMN "Apple Tree".kind IS 'Which one';
    INSERT INTO zebra VALUES (1), (2);
    ALTER TABLE zebra ADD COLUMN dropped int, ADD COLUMN kept money;
    ALTER TABLE zebra DROP COLUMN dropped;
  `);
  expect(schema.enums).toEqual([{ namespace: 'public', name: 'mood', labels: ['sad', 'ok', 'happy'] }]);
  const [zebra, tree] = schema.tables;
  expect(zebra).toMatchObject({ name: 'zebra', rowCount: 2, primaryKey: ['id'], comment: null });
  expect(zebra?.columns.map(({ name, type, typeClass }) => [name, type, typeClass])).toEqual([
    ['id', 'integer', 'integer'],
    ['kept', 'money', 'number'],
  ]);
  expect(tree).toEqual({
    namespace: 'public',
    name: 'Apple Tree',
    kind: 'table',
    comment: 'A tree',
    columns: [
      column('id', 'integer', 'integer', { nullable: false, generated: true }),
      column('zebra_id', 'integer', 'integer', { nullable: false }),
      column('Mood', 'mood', 'text', { defaultExpression: "'ok'::mood", allowedValues: ['sad', 'ok', 'happy'] }),
      column('twice', 'integer', 'integer', { generated: true, defaultExpression: '(zebra_id * 2)' }),
      column('kind', 'character varying(10)', 'text', { allowedValues: ['a', 'b'], comment: 'Which one' }),
    ],
    primaryKey: ['zebra_id', 'id'],
    uniqueKeys: [['Mood', 'kind'], ['id']],
    foreignKeys: [
      { columns: ['zebra_id'], referencedNamespace: 'public', referencedTable: 'zebra', referencedColumns: ['id'] },
    ],
    checks: [{ name: 'Apple Tree_kind_check', expression: expect.stringContaining('ANY') }],
    rowCount: 0,
  });
});

test('resolves domains, and classes types', async () => {
  const schema = await schemaOf(`
    CREATE DOMAIN word AS text CHECK (VALUE IN ('x', 'y'));
    CREATE DOMAIN must_word AS word NOT NULL;
    CREATE TYPE color AS ENUM ('red');
    CREATE DOMAIN hue AS color;
    CREATE TABLE t (a must_word, b hue, c bigint, d double precision, e timestamptz, f date, g jsonb, h boolean,
      i time, j uuid, k text[], l color[], m interval, n char(3));
  `);
  const columns = schema.tables[0]?.columns ?? [];
  expect(columns[0]).toMatchObject({
    type: 'must_word',
    typeClass: 'text',
    nullable: false,
    allowedValues: ['x', 'y'],
  });
  expect(columns[1]).toMatchObject({ type: 'hue', typeClass: 'text', allowedValues: ['red'] });
  expect(columns.slice(2).map(({ typeClass }) => typeClass)).toEqual([
    'integer',
    'number',
    'timestamp',
    'date',
    'json',
    'boolean',
    'time',
    'other',
    'other',
    'other',
    'other',
    'text',
  ]);
  expect(columns[11]?.type).toBe('color[]');
});

test('lists domains with the type below all of them', async () => {
  const schema = await schemaOf(`
    CREATE SCHEMA app;
    CREATE TYPE color AS ENUM ('red');
    CREATE DOMAIN price AS numeric(10, 2) CHECK (VALUE >= 0);
    CREATE DOMAIN app."Net Price" AS price NOT NULL;
    CREATE DOMAIN hue AS color;
    CREATE DOMAIN hues AS hue[];
  `);
  expect(schema.domains).toEqual([
    { namespace: 'public', name: 'price', baseType: 'numeric(10,2)' },
    { namespace: 'app', name: 'Net Price', baseType: 'numeric(10,2)' },
    { namespace: 'public', name: 'hue', baseType: 'color' },
    { namespace: 'public', name: 'hues', baseType: 'hue[]' },
  ]);
  expect(schema.enums).toEqual([{ namespace: 'public', name: 'color', labels: ['red'] }]);
  await database.applyScript('DROP SCHEMA app CASCADE', { dialect: 'postgres' }, () => undefined);
});

test('an enum may lack labels', async () => {
  const schema = await schemaOf('CREATE TYPE nothing AS ENUM ()');
  expect(schema.enums).toEqual([{ namespace: 'public', name: 'nothing', labels: [] }]);
  expect(schema.domains).toEqual([]);
});

test('lists views and other namespaces, but neither partitions nor what belongs to Postgres', async () => {
  const schema = await schemaOf(`
    CREATE SCHEMA app;
    CREATE TABLE app.logs (at date, id int, PRIMARY KEY (at, id)) PARTITION BY RANGE (at);
    CREATE TABLE app.logs_2024 PARTITION OF app.logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
    CREATE TABLE lines (at date, id int, FOREIGN KEY (at, id) REFERENCES app.logs);
    INSERT INTO app.logs VALUES ('2024-05-05', 1);
    CREATE VIEW recent AS SELECT id FROM app.logs;
    CREATE MATERIALIZED VIEW kept AS SELECT 1 / NULLIF(id, 1) AS x FROM app.logs;
  `);
  expect(schema.tables.map(({ namespace, name, kind, rowCount }) => [namespace, name, kind, rowCount])).toEqual([
    ['app', 'logs', 'table', 1],
    ['public', 'lines', 'table', 0],
    ['public', 'recent', 'view', 0],
    ['public', 'kept', 'view', 0],
  ]);
  expect(schema.tables[1]?.foreignKeys).toEqual([
    { columns: ['at', 'id'], referencedNamespace: 'app', referencedTable: 'logs', referencedColumns: ['at', 'id'] },
  ]);
  await database.applyScript('DROP SCHEMA app CASCADE', { dialect: 'postgres' }, () => undefined);
});

test.each(SAMPLES)(
  'sample $id applies whole, has rows everywhere and questions about it',
  async ({ file, questions }) => {
    const schema = await schemaOf(await readFile(new URL(`../../public/samples/${file}`, import.meta.url), 'utf8'));
    expect(schema.tables.length).toBeGreaterThanOrEqual(7);
    for (const table of schema.tables) if (table.kind === 'table') expect(table.rowCount).toBeGreaterThan(5);
    for (const question of questions) expect(linkTables(question, schema).matched).toBe(true);
  },
);

function column(name: string, type: string, typeClass: string, more: object = {}): object {
  return {
    name,
    type,
    typeClass,
    nullable: true,
    defaultExpression: null,
    generated: false,
    allowedValues: [],
    comment: null,
    ...more,
  };
}
