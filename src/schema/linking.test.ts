import { describe, expect, test } from 'vitest';
import { linkTables } from './linking.ts';
import type { Column, Schema, Table } from './model.ts';
import { stem, words } from './stem.ts';
import { testColumn as column } from './testing/test-column.ts';

function table(
  name: string,
  columns: readonly (string | Column)[],
  references: Readonly<Record<string, string>> = {},
): Table {
  return {
    namespace: 'public',
    name,
    kind: 'table',
    comment: null,
    columns: columns.map((each) => (typeof each === 'string' ? column(each) : each)),
    primaryKey: [],
    uniqueKeys: [],
    foreignKeys: Object.entries(references).map(([from, to]) => ({
      columns: [from],
      referencedNamespace: 'public',
      referencedTable: to,
      referencedColumns: ['id'],
    })),
    checks: [],
    rowCount: 0,
  };
}

const SCHEMA: Schema = {
  enums: [],
  domains: [],
  functions: [],
  tables: [
    table('customers', ['id', 'name', 'city']),
    table('orders', ['id', 'customer_id', column('status', { allowedValues: ['open', 'cancelled'] })], {
      customer_id: 'customers',
    }),
    table('orderItems', ['order_id', 'product_id', 'quantity'], { order_id: 'orders', product_id: 'products' }),
    table('products', ['id', 'category_id', 'name', 'price'], { category_id: 'categories' }),
    table('categories', ['id', 'name']),
    table('suppliers', ['id', column('phone', { comment: 'Telephone of the warehouse' })]),
    table('employees', ['id', 'name', 'salary', 'manager_id'], { manager_id: 'employees' }),
    table('departments', ['id', 'budget']),
  ],
};

function linked(question: string, maxTables: number): readonly string[] {
  return linkTables(question, SCHEMA, { maxTables }).schema.tables.map(({ name }) => name);
}

describe('a question about a table with hardly a name', () => {
  const single: Schema = { enums: [], domains: [], functions: [], tables: [table('t', ['a', 'b'])] };
  test.each(['how many rows in t', 'show all T', 'show everything', 'how many rows are there?'])(
    'is linked: %s',
    (question) => {
      expect(linkTables(question, single).matched).toBe(true);
    },
  );
  test.each(['who won the world cup', 'the weather in Lisbon'])('is told from one about nothing: %s', (question) => {
    expect(linkTables(question, single).matched).toBe(false);
  });
});

describe('linkTables', () => {
  test('keeps a small schema whole', () => {
    expect(linkTables('how many customers', SCHEMA, { maxTables: 8 }).schema).toBe(SCHEMA);
  });

  test('picks the tables that share words with the question, in their original order', () => {
    expect(linked('What do the department budgets and employee salaries add up to?', 2)).toEqual([
      'employees',
      'departments',
    ]);
  });

  test('joins far tables through what lies between them', () => {
    expect(linked('Which customers bought products over 10 euros', 4)).toEqual([
      'customers',
      'orders',
      'orderItems',
      'products',
    ]);
  });

  test('finds words in values, in comments and in two-word names', () => {
    expect(linked('how many are cancelled', 1)).toEqual(['orders']);
    expect(linked('telephone', 1)).toEqual(['suppliers']);
    expect(linked('list the order items', 1)).toEqual(['orderItems']);
  });

  test('takes tables that are chosen first, with what joins them, and then goes by the words', () => {
    const chosen = SCHEMA.tables.filter(({ name }) => name === 'categories' || name === 'orderItems');
    const names = linkTables('employees', SCHEMA, { maxTables: 4, chosen }).schema.tables.map(({ name }) => name);
    expect(names).toEqual(['orderItems', 'products', 'categories', 'employees']);
  });

  test('takes pinned tables before those that the question names', () => {
    const pinned = SCHEMA.tables.filter(({ name }) => name === 'suppliers' || name === 'departments');
    const names = linkTables('orders of customers', SCHEMA, { maxTables: 3, pinned }).schema.tables.map(
      (each) => each.name,
    );
    expect(names).toEqual(['orders', 'suppliers', 'departments']);
  });

  test('prefers a table that is named whole to one that is named in part', () => {
    const copies = ['archived_customers', 'customer_notes', 'customers_backup'].map((name) => table(name, ['id']));
    const schema = { ...SCHEMA, tables: [...copies, ...SCHEMA.tables] };
    const names = linkTables('customers', schema, { maxTables: 1 }).schema.tables.map(({ name }) => name);
    expect(names).toEqual(['customers']);
  });

  test('knows everyday synonyms', () => {
    expect(linked('which clients are there', 1)).toEqual(['customers']);
    expect(linkTables('which clients are there', SCHEMA).matched).toBe(true);
  });

  test('leaves no foreign key that points outside', () => {
    const { schema } = linkTables('products', SCHEMA, { maxTables: 1 });
    expect(schema.tables.map(({ foreignKeys }) => foreignKeys)).toEqual([[]]);
  });

  test('fills the room that is left with neighbours', () => {
    expect(linked('prices', 2)).toEqual(['orderItems', 'products']);
  });

  test.each([
    ['How many customers live in Lisbon?', true],
    ['Show me the cheapest product', true],
    ['quais categorias existem', true],
    ['which departmental budget is the largest', true],
    ['international internet', false],
    ['How many are there?', false],
    ['Show me all the names', false],
    ['what is the weather like', false],
    ['Quantos são ao todo?', false],
    ['asdf qwer', false],
    ['', false],
  ])('%s: matched %s', (question, matched) => {
    expect(linkTables(question, SCHEMA).matched).toBe(matched);
  });
});

test('words takes names and sentences apart', () => {
  expect(words("customer_id orderItems HTTPServer customer's São")).toEqual([
    'customer',
    'id',
    'order',
    'items',
    'http',
    'server',
    'customer',
    'sao',
  ]);
});

test.each([
  ['categories', 'category'],
  ['addresses', 'address'],
  ['statuses', 'status'],
  ['shipped', 'ship'],
  ['prices', 'pricing'],
  ['hired', 'hires'],
  ['employees', 'employee'],
])('stem makes %s and %s the same', (a, b) => {
  expect(stem(a)).toBe(stem(b));
});
