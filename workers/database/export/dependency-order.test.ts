import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inDependencyOrder } from './dependency-order.ts';

function node(id: string, ...needs: string[]) {
  return { id, needs: new Set(needs) };
}

function orderOf(...nodes: ReturnType<typeof node>[]): string {
  return inDependencyOrder(nodes)
    .ordered.map(({ id }) => id)
    .join('');
}

test('keeps the order given where nothing speaks against it', () => {
  expect(orderOf(node('a'), node('b'), node('c', 'a'))).toBe('abc');
  expect(orderOf(node('a', 'c'), node('b'), node('c'))).toBe('bca');
  expect(orderOf(node('a', 'c', 'd'), node('b', 'a'), node('c'), node('d'))).toBe('cdab');
  expect(orderOf(node('a', 'elsewhere', 'a'))).toBe('a');
});

test('says which nodes need each other, and places them too', () => {
  const { ordered, circular } = inDependencyOrder([node('x', 'a'), node('a', 'b'), node('b', 'a'), node('y')]);
  expect([...circular].toSorted()).toEqual(['a', 'b']);
  expect(ordered.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'x', 'y']);
  expect(ordered.findIndex(({ id }) => id === 'x')).toBeGreaterThan(ordered.findIndex(({ id }) => id === 'a'));
});

test('every node stands once and after what it needs, and an order that fits is kept', () => {
  const graphs = fc.array(fc.array(fc.nat(30), { maxLength: 4 }), { maxLength: 30 });
  fc.assert(
    fc.property(graphs, (edges) => {
      const nodes = edges.map((needs, index) => node(String(index), ...needs.map(String)));
      const { ordered, circular } = inDependencyOrder(nodes);
      expect(ordered.toSorted((one, other) => Number(one.id) - Number(other.id))).toEqual(nodes);
      const place = new Map(ordered.map(({ id }, index) => [id, index]));
      if (circular.size === 0) {
        for (const { id, needs } of ordered) {
          for (const needed of needs) {
            if (needed !== id) expect(place.get(needed) ?? -1).toBeLessThan(place.get(id) ?? 0);
          }
        }
      }
      if (circular.size === 0) expect(inDependencyOrder(ordered).ordered).toEqual(ordered);
    }),
  );
});
