import { beforeAll, describe, expect, it } from 'vitest';
import { loadParser } from '../../sql/parse-sql.ts';
import { reachAt } from './reach.ts';
import { EXAMPLE_SHOP as SHOP } from './testing/example-shop.ts';

beforeAll(() => loadParser());

/** What is in reach where `|` stands: the sources of the columns, and the tables. */
function reachIn(marked: string) {
  const index = marked.indexOf('|');
  const { columns, tables } = reachAt(marked.replace('|', ''), index, SHOP);
  const sources = columns.map((column) => column.slice(0, column.lastIndexOf('.')));
  return [[...new Set(sources)], tables.map(({ name }) => name)];
}

describe('reachAt', () => {
  it.each([
    ['SELECT |1', [], []],
    ['SELECT |1 FROM returns', ['returns'], ['returns']],
    ['SELECT 1 FROM archive.orders WHERE |TRUE', ['archive.orders'], ['orders']],
    ['SELECT 1 FROM "orderNotes" ORDER BY LOWER(|1)', ['"orderNotes"'], ['orderNotes']],
    [
      'SELECT 1 FROM orders JOIN orders AS orders2 ON |TRUE JOIN returns ON TRUE',
      ['orders', 'orders2'],
      ['orders', 'orders', 'returns'],
    ],
    ['SELECT 1 FROM orders WHERE EXISTS (SELECT |1 FROM returns)', ['returns', 'orders'], ['returns']],
    ['SELECT (SELECT 1 FROM returns), |1 FROM orders', ['orders'], ['orders']],
    ['SELECT 1 FROM orders UNION SELECT |2 FROM returns', ['returns'], ['returns']],
    ['SELECT |1 FROM orders UNION SELECT 2 FROM returns', ['orders'], ['orders']],
    ['WITH q1 AS (SELECT |1 AS total FROM orders) SELECT q1.total FROM q1', ['orders'], ['orders']],
    ['WITH q1 AS (SELECT 1 AS total FROM orders) SELECT |q1.total FROM q1', ['q1'], []],
    ['SELECT 1 FROM orders, GENERATE_SERIES(|1, 2) AS q1', ['orders'], ['orders']],
    ['SELECT 1 FROM GENERATE_SERIES(|1, 2) AS q1', [], []],
  ])('%s', (marked, sources, tables) => expect(reachIn(marked)).toEqual([sources, tables]));
});
