import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { damerauLevenshtein } from './damerau-levenshtein.ts';

describe('damerauLevenshtein', () => {
  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['name', 'name', 0],
    ['nmae', 'name', 1],
    ['nme', 'name', 1],
    ['names', 'name', 1],
    ['nane', 'name', 1],
    ['kitten', 'sitting', 3],
    ['abcd', 'badc', 2],
    ['🙂a', 'a🙂', 1],
  ])('%j and %j: %i', (left, right, distance) => expect(damerauLevenshtein(left, right)).toBe(distance));

  test('is the same both ways, and no longer than the longer text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        const distance = damerauLevenshtein(left, right);
        expect(distance).toBe(damerauLevenshtein(right, left));
        expect(distance).toBeLessThanOrEqual(Math.max(Array.from(left).length, Array.from(right).length));
        expect(distance === 0).toBe(left === right);
      }),
    );
  });
});
