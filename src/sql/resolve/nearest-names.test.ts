import { describe, expect, test } from 'vitest';
import { nearestNames } from './nearest-names.ts';

function nearest(written: string, ...known: string[]): readonly string[] {
  return nearestNames(
    written,
    known.map((name) => ({ name, text: name })),
  );
}

describe('nearestNames', () => {
  test.each([
    ['Thing 299', ['Thing 2', 'Thing 29', 'Thing 298', 'Thing 1'], ['Thing 29', 'Thing 298']],
    ['Thing 29', ['Thing 2', 'Thing 290', 'Thing 29 '], ['Thing 2', 'Thing 290', 'Thing 29 ']],
    ['nmae', ['notes', 'name', 'mane'], ['name']],
    ['NAME', ['name', 'names'], ['name']],
    ['customerid', ['customer', 'customer_id', 'custom_id'], ['customer_id']],
    ['groesse', ['größe', 'groups'], ['größe']],
    ['grosse', ['größe', 'grass'], ['größe']],
    ['GRÖSSE', ['größe'], ['größe']],
    ['strasse', ['straße', 'strass'], ['straße']],
    ['naive', ['naïve', 'native'], ['naïve']],
    ['größe', ['grosse', 'größer', 'große'], ['große']],
    ['smorrebrod', ['smørrebrød'], ['smørrebrød']],
    ['名前', ['名称', '住所'], ['名称']],
    ['colour', ['status', 'total'], []],
    ['ab', ['cd', 'xy'], []],
    ['x', ['y', 'xy'], ['xy']],
    ['x', ['y'], []],
    ['', ['a'], []],
  ])('%j among %j: %j', (written, known, expected) => expect(nearest(written, ...known)).toEqual(expected));

  test('of names that are equally near, the rank decides', () => {
    const known = [
      { name: 'orders', text: 'archive.orders', rank: 1 },
      { name: 'orders', text: 'orders', rank: 0 },
    ];
    expect(nearestNames('ordrs', known)).toEqual(['orders']);
  });

  test('are three at most', () => {
    expect(nearest('t1', 't2', 't3', 't4', 't5')).toEqual(['t2', 't3', 't4']);
  });
});
