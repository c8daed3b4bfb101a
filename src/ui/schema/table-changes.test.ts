import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeRuntime } from '../../../workers/database/node-runtime.ts';
import { PostgresDatabase } from '../../../workers/database/postgres.ts';
import { must } from '../../platform/assert.ts';
import type { Schema, Table } from '../../schema/model.ts';
import { type Dependents, dependentsQuery, readDependents } from './dependents.ts';
import { deleteTable, emptiedWith, emptyTable, nameProblem, renameTable } from './table-changes.ts';

const SCRIPT = `
  CREATE SCHEMA "Sales";
  CREATE TABLE customers (id integer PRIMARY KEY, name text UNIQUE);
  CREATE TABLE orders (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id integer REFERENCES customers, note text DEFAULT 'x'
  );
  CREATE INDEX ON orders (note);
  CREATE TABLE order_items (order_id integer REFERENCES orders, previous orders);
  CREATE TABLE "Sales"."Odd ""name""" (id integer PRIMARY KEY);
  CREATE TABLE pairs (id integer PRIMARY KEY, other integer REFERENCES pairs);
  CREATE TABLE lonely (id serial);
  CREATE VIEW order_totals AS SELECT customer_id, count(*) FROM orders GROUP BY 1;
  CREATE MATERIALIZED VIEW top_customers AS SELECT * FROM order_totals;
  CREATE FUNCTION last_note() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT max(note) FROM orders; END;
  INSERT INTO customers VALUES (1, 'Ann');
  INSERT INTO orders (customer_id) VALUES (1), (1);
  INSERT INTO order_items VALUES (1, NULL);`;

const database = new PostgresDatabase();

beforeAll(async () => {
  const { runtime, dataDirectory } = await nodeRuntime();
  await database.open({ runtime, dataDirectory });
  await run(SCRIPT);
});
afterAll(async () => await database.close());

async function run(sql: string): Promise<void> {
  const { statements } = await database.applyScript(sql, { dialect: 'postgres' }, () => undefined);
  expect(statements.filter(({ outcome }) => outcome.kind !== 'applied')).toEqual([]);
}

async function tableOf(name: string): Promise<{ table: Table; schema: Schema }> {
  const schema = await database.introspect();
  return {
    schema,
    table: must(
      schema.tables.find((table) => table.name === name),
      name,
    ),
  };
}

async function dependentsOf(name: string): Promise<Dependents> {
  const { table } = await tableOf(name);
  return readDependents(await database.runReadOnly(dependentsQuery(table), { rowLimit: 1_000 }));
}

describe('what depends on a table', () => {
  it('is what DROP … CASCADE would say', async () => {
    expect(await dependentsOf('orders')).toEqual({
      kind: 'table',
      deleted: [
        'column previous of table order_items',
        'function last_note()',
        'materialized view top_customers',
        'view order_totals',
      ],
      unlinked: ['order_items'],
    });
  });

  it('is nothing where there are only parts of its own', async () => {
    const nothing = { kind: 'table', deleted: [], unlinked: [] };
    expect(await dependentsOf('lonely')).toEqual(nothing);
    expect(await dependentsOf('pairs')).toEqual(nothing);
    expect(await dependentsOf('Odd "name"')).toEqual(nothing);
  });

  it('is found for views, with what kind they are', async () => {
    expect(await dependentsOf('order_totals')).toMatchObject({
      kind: 'view',
      deleted: ['materialized view top_customers'],
    });
    expect(await dependentsOf('top_customers')).toMatchObject({ kind: 'materialized view', deleted: [] });
  });
});

describe('a new name', () => {
  it('must be free and short enough', async () => {
    const { table, schema } = await tableOf('orders');
    expect(nameProblem('purchases', table, schema)).toBeNull();
    expect(nameProblem('customers', table, schema)).toContain('already');
    expect(nameProblem('Odd "name"', table, schema)).toBeNull();
    expect(nameProblem('ä'.repeat(32), table, schema)).toContain('64 bytes');
  });
});

describe('the statements', () => {
  it('rename tables and views, whatever they are called', async () => {
    const { table } = await tableOf('Odd "name"');
    await run(renameTable(table, 'select'));
    expect((await tableOf('select')).table.namespace).toBe('Sales');
    await run(renameTable((await tableOf('order_totals')).table, 'Totals'));
    expect((await tableOf('Totals')).table.kind).toBe('view');
  });

  it('empty a table with those that refer to it, and start its numbers anew', async () => {
    const { table, schema } = await tableOf('customers');
    expect(emptiedWith(table, schema).map(({ name }) => name)).toEqual(['orders', 'order_items']);
    await run(emptyTable(table));
    const rows = (await database.introspect()).tables
      .filter(({ kind }) => kind === 'table')
      .map((each) => each.rowCount);
    expect(new Set(rows)).toEqual(new Set([0]));
    await run("INSERT INTO customers VALUES (1, 'Ann'); INSERT INTO orders (customer_id) VALUES (1);");
    const { rows: ids } = await database.runReadOnly('SELECT id FROM orders', { rowLimit: 10 });
    expect(ids).toEqual([['1']]);
  });

  it('delete tables and views of each kind', async () => {
    for (const name of ['top_customers', 'Totals', 'orders', 'select']) {
      const { table } = await tableOf(name);
      await run(deleteTable(table, (await dependentsOf(name)).kind));
    }
    const left = (await database.introspect()).tables.map(({ name }) => name);
    expect(left.toSorted()).toEqual(['customers', 'lonely', 'order_items', 'pairs']);
  });
});
