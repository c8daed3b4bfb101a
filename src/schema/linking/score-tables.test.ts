import { describe, expect, test } from 'vitest';
import { foreignKey, makeTable } from '../../grammar/testing/make-schema.ts';
import type { Schema, Table } from '../model.ts';
import { testColumn } from '../testing/test-column.ts';
import { scoreTables } from './score-tables.ts';

const customers = makeTable({ name: 'customers', columns: { id: 'integer', user_name: 'text', city: 'text' } });
const archived = { ...customers, name: 'archived_customers' };
const orders = makeTable({
  name: 'orders',
  columns: { id: 'integer', customer_id: 'integer', ship_to_id: 'integer', placed: 'date' },
  foreignKeys: [foreignKey('customer_id', 'customers', 'id'), foreignKey('ship_to_id', 'places', 'id')],
});
const lines = makeTable({
  name: 'tbl_order_lines',
  columns: { order_id: 'integer', product_id: 'integer' },
  foreignKeys: [foreignKey('order_id', 'orders', 'id'), foreignKey('product_id', 'products', 'id')],
});
const products = makeTable({ name: 'products', columns: { id: 'integer', price: 'number', qty: 'integer' } });
const places = makeTable({ name: 'places', columns: { id: 'integer', region: 'text' } });
const moods: Table = {
  ...makeTable({ name: 'moods', columns: {} }),
  columns: [testColumn('mood', { allowedValues: ['grumpy'], comment: 'How the shopkeeper felt' })],
};
const unrelated = makeTable({ name: 'weather', columns: { rain: 'number' } });

const schema: Schema = {
  tables: [unrelated, archived, customers, orders, lines, products, places, moods],
  enums: [],
  domains: [],
  functions: [],
};

/** Names of the tables that something speaks for, the likeliest first. */
function ranked(question: string): string[] {
  const { relevance } = scoreTables(question, schema);
  const found = [...relevance].filter(([, score]) => score > 0);
  return found.sort(([, a], [, b]) => b - a).map(([table]) => table.name);
}

describe('scoreTables', () => {
  test('prefers the table that is named whole to those named in part', () => {
    expect(ranked('How many customers are there?')[0]).toBe('customers');
    expect(ranked('How many customers are there?')).toContain('archived_customers');
    expect(ranked('How many archived customers are there?')[0]).toBe('archived_customers');
  });

  test('looks through prefixes that say nothing', () => {
    expect(scoreTables('all order lines', schema).named).toEqual(new Set([orders, lines]));
  });

  test('ranks what lies between two tables above what hangs on one', () => {
    const order = ranked('products that customers have bought');
    expect(order.indexOf('tbl_order_lines')).toBeLessThan(order.indexOf('places'));
    expect(order).not.toContain('weather');
  });

  test.each([
    ['grumpy ones', 'moods'],
    ['the shopkeeper', 'moods'],
    ['clients', 'customers'],
    ['the quantity', 'products'],
    ['usernames', 'customers'],
    ['which ship to', 'places'],
    ['by region', 'places'],
  ])('finds what %j is about', (question, name) => {
    expect(ranked(question)[0]).toBe(name);
  });

  test.each([
    ['clients', true],
    ['customers', true],
    ['the quantity', false],
    ['who won the world cup', false],
    ['', false],
  ])('%j is evidence: %s', (question, hasEvidence) => {
    expect(scoreTables(question, schema).hasEvidence).toBe(hasEvidence);
  });
});
