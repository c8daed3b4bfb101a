import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Table } from '../../schema/model.ts';
import { fillOrder } from './order.ts';

/** Tables `t0`, `t1`, … with keys between them. */
function tablesWith(count: number, keys: readonly (readonly [child: number, parent: number])[]): readonly Table[] {
  return Array.from({ length: count }, (_, index) => ({
    namespace: 'public',
    name: `t${index}`,
    kind: 'table',
    comment: null,
    columns: [],
    primaryKey: [],
    uniqueKeys: [],
    foreignKeys: keys
      .filter(([child]) => child === index)
      .map(([, parent]) => ({
        columns: [`r${parent}`],
        referencedNamespace: 'public',
        referencedTable: `t${parent}`,
        referencedColumns: ['id'],
      })),
    checks: [],
    rowCount: 0,
  }));
}

const names = (groups: readonly (readonly Table[])[]): readonly string[][] =>
  groups.map((group) => group.map(({ name }) => name));

test('parents come first, and the order of the script stays where it can', () => {
  const { groups, deferred } = fillOrder(
    tablesWith(4, [
      [0, 2],
      [1, 0],
    ]),
    () => false,
  );
  expect(names(groups)).toEqual([['t2'], ['t0'], ['t1'], ['t3']]);
  expect(deferred).toEqual([]);
});

test('a circle is broken where a row can do without, and filled at once where none can', () => {
  const circle = tablesWith(2, [
    [0, 1],
    [1, 0],
  ]);
  const broken = fillOrder(circle, ({ child }) => child.name === 't1');
  expect(names(broken.groups)).toEqual([['t1'], ['t0']]);
  expect(broken.deferred.map(({ child }) => child.name)).toEqual(['t1']);
  expect(names(fillOrder(circle, () => false).groups)).toEqual([['t0', 't1']]);
});

test('whatever refers to whatever, each table comes once, after its parents', () => {
  const pair = fc.tuple(fc.nat(7), fc.nat(7));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 20 }), fc.boolean(), (keys, canBeNull) => {
      const tables = tablesWith(8, keys);
      const { groups, deferred } = fillOrder(tables, () => canBeNull);
      expect(groups.flat()).toHaveLength(tables.length);
      if (canBeNull) expect(groups.every(({ length }) => length === 1)).toBe(true);
      const place = new Map(groups.flatMap((group, index) => group.map(({ name }) => [name, index] as const)));
      for (const child of tables) {
        for (const key of child.foreignKeys) {
          if (deferred.some((reference) => reference.key === key)) continue;
          expect(place.get(key.referencedTable)).toBeLessThanOrEqual(place.get(child.name) ?? -1);
        }
      }
    }),
  );
});
