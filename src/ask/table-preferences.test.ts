import { describe, expect, it } from 'vitest';
import { makeSchema } from '../grammar/testing/make-schema.ts';
import { mapTables, type TablePreferences, tableTracker, withoutDropped } from './table-preferences.ts';

const id = (name: string) => ({ namespace: 'public', name });
const PREFERENCES: TablePreferences = { pinned: [id('orders'), id('items')], dropped: [id('logs')] };

describe('withoutDropped', () => {
  it('is the same schema where nothing that it has is dropped', () => {
    const schema = makeSchema([{ name: 'orders', columns: { id: 'integer' } }]);
    expect(withoutDropped(schema, PREFERENCES)).toBe(schema);
    expect(withoutDropped(schema, { pinned: [], dropped: [id('orders')] }).tables).toEqual([]);
  });
});

describe('mapTables', () => {
  it('replaces tables and takes them out', () => {
    const names: Partial<Record<string, string>> = { orders: 'purchases', logs: 'logs' };
    const mapped = mapTables(PREFERENCES, ({ name }) => (names[name] ? id(names[name]) : null));
    expect(mapped).toEqual({ pinned: [id('purchases')], dropped: [id('logs')] });
  });

  it('gives the same object back where nothing changes', () => {
    expect(mapTables(PREFERENCES, (table) => table)).toBe(PREFERENCES);
  });
});

describe('tableTracker', () => {
  const table = (name: string, ...columns: string[]) => ({
    name,
    columns: Object.fromEntries(columns.map((column) => [column, 'integer' as const])),
  });
  const before = makeSchema([table('orders', 'id', 'total'), table('items', 'id'), table('logs', 'id', 'line')]);
  const trace = (after: typeof before) => before.tables.map((each) => tableTracker(before, after)(each)?.name ?? null);

  it('finds a table under its new name, also when others go or come', () => {
    const after = makeSchema([table('purchases', 'id', 'total'), table('items', 'id'), table('visits', 'day')]);
    expect(trace(after)).toEqual(['purchases', 'items', null]);
  });

  it('finds no table that only keeps its name to itself', () => {
    expect(trace(makeSchema([]))).toEqual([null, null, null]);
    expect(tableTracker(before, before)(id('unknown'))).toBeNull();
  });

  it('does not guess which of two is the one', () => {
    const after = makeSchema([table('a', 'id', 'total'), table('b', 'id', 'total'), table('items', 'id')]);
    expect(trace(after)).toEqual([null, 'items', null]);
  });

  it('keeps a table whose columns change', () => {
    expect(trace(makeSchema([table('orders', 'id', 'total', 'day')]))).toEqual(['orders', null, null]);
  });
});
