import { expect, test } from 'vitest';
import type { Schema } from './model.ts';
import { EMPTY_SCHEMA } from './model.ts';
import { queryNames } from './query-names.ts';
import { testColumn } from './testing/test-column.ts';

function schemaOf(...tables: readonly (readonly [namespace: string, name: string])[]): Schema {
  return {
    ...EMPTY_SCHEMA,
    tables: tables.map(([namespace, name]) => ({
      namespace,
      name,
      kind: 'table',
      comment: null,
      columns: [testColumn('id')],
      primaryKey: [],
      uniqueKeys: [],
      foreignKeys: [],
      checks: [],
      rowCount: 0,
    })),
  };
}

function aliasesIn(schema: Schema): (readonly string[])[] {
  const names = queryNames(schema);
  return schema.tables.map((table) => names.aliasesOf(table));
}

test('numbers follow the name of a table, and its namespace where that is not public', () => {
  expect(aliasesIn(schemaOf(['public', 'orders'], ['sales', 'orders'], ['public', 'Order Items']))).toEqual([
    ['orders2', 'orders3', 'orders4'],
    ['sales_orders2', 'sales_orders3', 'sales_orders4'],
    ['"Order Items2"', '"Order Items3"', '"Order Items4"'],
  ]);
});

test('a number that makes the name of another table is skipped', () => {
  expect(aliasesIn(schemaOf(['public', 'item'], ['public', 'item2'], ['public', 'item22']))).toEqual([
    ['item3', 'item4', 'item5'],
    ['item23', 'item24', 'item25'],
    ['item222', 'item223', 'item224'],
  ]);
});

test('no alias is longer than Postgres reads, or stands for two tables', () => {
  const long = 'ü'.repeat(31);
  const schema = schemaOf(['public', `${long}a`], ['public', `${long}b`]);
  const aliases = aliasesIn(schema).flat();
  expect(new Set(aliases).size).toBe(6);
  for (const alias of aliases)
    expect(new TextEncoder().encode(alias.replaceAll('"', '')).length).toBeLessThanOrEqual(63);
});

test('derived tables are called q, unless tables are', () => {
  expect(queryNames(schemaOf(['public', 'queue'])).derivedPrefix).toBe('q');
  expect(queryNames(schemaOf(['public', 'q1'])).derivedPrefix).toBe('qq');
  // Its second appearance would be q2.
  expect(queryNames(schemaOf(['public', 'q'])).derivedPrefix).toBe('qq');
  expect(queryNames(schemaOf(['public', 'q7'], ['public', 'qq12'])).derivedPrefix).toBe('qqq');
});
