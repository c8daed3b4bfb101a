import { beforeAll, describe, expect, it } from 'vitest';
import { SHOP } from '../grammar/testing/example-schemas.ts';
import { makeTable } from '../grammar/testing/make-schema.ts';
import type { Schema } from '../schema/model.ts';
import { loadParser } from './parse-sql.ts';
import { tablesUsed } from './tables-used.ts';

const SCHEMA: Schema = {
  ...SHOP,
  tables: [
    ...SHOP.tables,
    { ...makeTable({ name: 'audit', columns: {} }), namespace: 'internal' },
    { ...makeTable({ name: 'orders', columns: {} }), namespace: 'archive' },
  ],
};

beforeAll(async () => await loadParser());

function used(sql: string): readonly string[] {
  return tablesUsed(sql, SCHEMA).map(({ namespace, name }) => `${namespace}.${name}`);
}

describe('tablesUsed', () => {
  it('finds tables wherever they stand, each once', () => {
    expect(
      used(`WITH late AS (SELECT * FROM orders), audit AS (SELECT 1)
        SELECT * FROM late, audit, customers c WHERE EXISTS (SELECT FROM orders o WHERE o.customer_id = c.id)`),
    ).toEqual(['public.orders', 'public.customers']);
  });

  it('knows a table of another namespace by its whole name, or as the only one of its name', () => {
    expect(used('SELECT * FROM archive.orders')).toEqual(['archive.orders']);
    expect(used('SELECT * FROM audit')).toEqual(['internal.audit']);
    expect(used('SELECT * FROM public.orders')).toEqual(['public.orders']);
  });

  it('finds none in what is unknown, unreadable or empty', () => {
    expect(used('SELECT * FROM nowhere')).toEqual([]);
    expect(used('SELECT * FRO orders')).toEqual([]);
    expect(used('')).toEqual([]);
  });
});
