import { expect, test } from 'vitest';
import { alternatives } from './alternatives.ts';
import { parseExpression } from './parse.ts';

function ways(text: string): number | undefined {
  const expression = parseExpression(text);
  return expression ? alternatives(expression)?.length : expect.fail(`not understood: ${text}`);
}

test.each([
  ['a > 0', 1],
  ['a > 0 AND b > 0', 1],
  ['a > 0 OR b > 0', 2],
  ['NOT (a > 0 OR b > 0)', 1],
  ['NOT (a > 0 AND b > 0)', 2],
  ['(a = 1) = (b IS NULL)', 2],
  ['num_nonnulls(a, b, c) = 1', 3],
  ['num_nonnulls(a, b, c) >= 1', 7],
  ['CASE WHEN a THEN b > 0 ELSE b < 0 END', 2],
])('%s', (text, count) => expect(ways(text)).toBe(count));

test('conditions with too many ways are left to trying', () => {
  const either = Array.from({ length: 10 }, (_, index) => `(a${index} OR b${index})`);
  expect(ways(either.join(' AND '))).toBeUndefined();
});
