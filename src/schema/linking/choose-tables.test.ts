import { describe, expect, test } from 'vitest';
import { makeTable } from '../../grammar/testing/make-schema.ts';
import { must } from '../../platform/assert.ts';
import type { Table } from '../model.ts';
import { chooseTables } from './choose-tables.ts';

const names = 'abcdefghij'.split('');
const tables = new Map(names.map((name) => [name, makeTable({ name, columns: {} })]));
const table = (name: string): Table => must(tables.get(name), name);

/** @param pairs such as `ab bc`: tables that can be joined */
function choose(pairs: string, wanted: string, ranked: string, maxTables: number, pinned = ''): string {
  const joins = new Map(names.map((name) => [table(name), new Map<Table, number>()]));
  for (const [from = '', to = ''] of pairs.split(' ').filter((pair) => pair !== '')) {
    joins.get(table(from))?.set(table(to), 1);
    joins.get(table(to))?.set(table(from), 1);
  }
  const list = (text: string) => Array.from(text, table);
  const chosen = chooseTables({
    pinned: list(pinned),
    wanted: list(wanted),
    ranked: list(ranked),
    joins,
    maxTables,
  });
  return Array.from(chosen, ({ name }) => name)
    .sort()
    .join('');
}

describe('chooseTables', () => {
  test('takes the wanted tables, then the likeliest, then neighbours', () => {
    expect(choose('ce', 'ab', 'bcd', 3)).toBe('abc');
    expect(choose('ce', 'ab', 'bcd', 10)).toBe('abcde');
    expect(choose('', 'a', '', 10)).toBe('a');
  });

  test('joins wanted tables through the fewest others', () => {
    expect(choose('ab bd ac ce ed', 'ad', '', 3)).toBe('abd');
    expect(choose('ab bc cd', 'ad', '', 4)).toBe('abcd');
  });

  test('joins them through the likeliest where several chains are equally short', () => {
    expect(choose('ab bd ac cd', 'ad', 'c', 3)).toBe('acd');
    expect(choose('ab bd ac cd', 'ad', 'b', 3)).toBe('abd');
  });

  test('leaves apart what is far apart, or has no room for what is between', () => {
    expect(choose('ab bc cd de', 'ae', 'j', 3)).toBe('aej');
    expect(choose('ab bc cd', 'ad', '', 2)).toBe('ad');
  });

  test('takes the pinned tables first, and what joins them while there is room', () => {
    expect(choose('', 'abc', 'd', 3, 'j')).toBe('abj');
    expect(choose('ab bc cd', 'j', '', 3, 'ad')).toBe('adj');
    expect(choose('ab bc', 'j', '', 4, 'ac')).toBe('abcj');
    expect(choose('ab bc', 'j', '', 3, 'ac')).toBe('abc');
    expect(choose('', 'a', '', 2, 'hij')).toBe('hi');
  });

  test('never takes more than it may', () => {
    expect(choose('ab bc', 'abcdef', 'ghij', 4)).toBe('abcd');
  });
});
