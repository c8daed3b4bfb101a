import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from '../random.ts';
import { compileSampler } from './regex-sample.ts';

const piece = fc.constantFrom(
  'a',
  '\\d',
  '[a-f]',
  '[^0-9]',
  '\\w',
  '.',
  '(x|yz)',
  '(?:ab)',
  '[-_]',
  '\\.',
  '[A-Z0-9-]',
  '#',
);
const repeat = fc.constantFrom('', '', '?', '*', '+', '{2}', '{1,3}', '{2,}');
const source = fc
  .array(fc.tuple(piece, repeat), { minLength: 1, maxLength: 6 })
  .map((parts) => `^${parts.map(([atom, times]) => atom + times).join('')}$`);

test('what is drawn from an expression matches it', () => {
  fc.assert(
    fc.property(source, fc.nat(), (pattern, seed) => {
      const sample = compileSampler(pattern);
      expect(sample).toBeDefined();
      expect(sample?.(new Random(seed))).toMatch(new RegExp(pattern));
    }),
  );
});

test('what may go on goes on as far as it is asked to', () => {
  const random = new Random(1);
  expect(compileSampler('^[A-Z]{2}x+$')?.(random, 20).length).toBeGreaterThanOrEqual(23);
  expect(compileSampler('^a{2}b{1,3}c?$')?.(random, 20).length).toBeLessThanOrEqual(6);
});

test.each(['(?=a)b', '(a', '[a', 'a{3,1}', '\\1', '*a', 'a{2}{3}', 'a{99999}'])('%s is left to trying', (pattern) => {
  expect(compileSampler(pattern)).toBeUndefined();
});
