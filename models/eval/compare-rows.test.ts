import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseCell, sameAnswer } from './compare-rows.ts';

const bag = { ordered: false };
const list = { ordered: true };

describe('sameAnswer', () => {
  it('accepts other column orders, more columns and other row orders', () => {
    const reference = [
      ['Lisbon', '3'],
      ['Porto', '1'],
    ];
    const candidate = [
      ['x', '1', 'Porto'],
      ['y', '3', 'Lisbon'],
    ];
    expect(sameAnswer(reference, candidate, bag)).toBe(true);
    expect(sameAnswer(reference, candidate, list)).toBe(false);
  });

  it('tells apart rows whose columns agree one by one but not together', () => {
    const reference = [
      ['a', '1'],
      ['b', '2'],
    ];
    const candidate = [
      ['a', '2'],
      ['b', '1'],
    ];
    expect(sameAnswer(reference, candidate, bag)).toBe(false);
  });

  it('counts duplicates and missing rows', () => {
    expect(sameAnswer([['a'], ['a']], [['a']], bag)).toBe(false);
    expect(sameAnswer([['a'], ['b']], [['a'], ['a']], bag)).toBe(false);
    expect(sameAnswer([], [], bag)).toBe(true);
    expect(sameAnswer([], [['a']], bag)).toBe(false);
  });

  it.each([
    ['12.50', '12.5'],
    ['3', '3.0000000'],
    ['0.3333333333333333', '0.33333333'],
    ['2024-01-01 00:00:00', '2024-01-01'],
    ['2024-01-01 00:00:00+00', '2024-01-01'],
    ['-0', '0'],
  ])('%s equals %s', (a, b) => expect(normaliseCell(a)).toBe(normaliseCell(b)));

  it.each([
    [null, 'null'],
    [null, ''],
    ['a', 'A'],
    ['2024-01-01 10:00:00', '2024-01-01'],
    ['1.00001', '1'],
  ])('%s differs from %s', (a, b) => expect(normaliseCell(a)).not.toBe(normaliseCell(b)));

  it('does not depend on the order of the candidate’s rows and columns', () => {
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(fc.oneof(fc.constant(null), fc.string()), { minLength: width, maxLength: width })),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const shuffled = [...rows].reverse().map((row) => ['extra', ...[...row].reverse()]);
        expect(sameAnswer(rows, shuffled, bag)).toBe(true);
      }),
    );
  });
});
