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

test.each(['(?=a)b', '(a', '[a', 'a{3,1}', '\\1', '*a', 'a{2}{3}', 'a{99999}'])('%s is left to trying', (pattern) => {
  expect(compileSampler(pattern)).toBeUndefined();
});
