import { describe, expect, test } from 'vitest';
import { foreignKey, makeTable } from '../../grammar/testing/make-schema.ts';
import { joinGraph } from './join-graph.ts';

/** `a-b` for each pair that can be joined, with how sure that is. */
function joins(tables: Parameters<typeof joinGraph>[0]): Record<string, number> {
  const pairs = [...joinGraph(tables)].flatMap(([table, neighbours]) =>
    Array.from(neighbours, ([other, sureness]) => [`${table.name}-${other.name}`, sureness] as const),
  );
  return Object.fromEntries(pairs.filter(([pair]) => pair === pair.split('-').sort().join('-')));
}

function table(name: string, columns: readonly string[]) {
  return makeTable({ name, columns: Object.fromEntries(columns.map((column) => [column, 'integer'])) });
}

describe('joinGraph', () => {
  test('follows declared keys in both directions, and no table to itself', () => {
    const people = makeTable({
      name: 'people',
      columns: { id: 'integer', boss: 'integer' },
      foreignKeys: [foreignKey('boss', 'people', 'id')],
    });
    const pets = makeTable({
      name: 'pets',
      columns: { owner: 'integer' },
      foreignKeys: [foreignKey('owner', 'people', 'id'), foreignKey('owner', 'elsewhere', 'id')],
    });
    expect(joins([people, pets])).toEqual({ 'people-pets': 1 });
    const graph = joinGraph([people, pets]);
    expect([...(graph.get(people)?.keys() ?? [])]).toEqual([pets]);
    expect([...(graph.get(pets)?.keys() ?? [])]).toEqual([people]);
  });

  test('is less sure of keys that only names suggest', () => {
    const found = joins([
      table('customers', ['id', 'name']),
      table('orders', ['id', 'customer_id']),
      table('OrderItem', ['orderId', 'sku']),
    ]);
    expect(Object.keys(found)).toEqual(['customers-orders', 'OrderItem-orders']);
    for (const sureness of Object.values(found)) expect(sureness).toBeLessThan(1);
  });

  test('joins tables that share a key whose table has another name', () => {
    const found = joins([
      table('author', ['aid', 'name']),
      table('writes', ['aid', 'pid']),
      table('paper', ['pid', 'name']),
    ]);
    expect(Object.keys(found)).toEqual(['author-writes', 'paper-writes']);
  });

  test('reads nothing into names that most tables have', () => {
    const tables = Array.from({ length: 12 }, (_, index) =>
      table(`t${index}`, ['id', 'tenant_code', 'created', 'name']),
    );
    expect(joins(tables)).toEqual({});
  });
});
