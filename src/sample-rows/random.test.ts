import { expect, test } from 'vitest';
import { Random } from './random.ts';

test('the same parts give the same numbers, here and everywhere', () => {
  const random = new Random(1, 'customers', 7);
  expect([random.integer(0, 999), random.integer(0, 999), random.integer(0, 999)]).toEqual([693, 418, 919]);
  expect(new Random(1, 'customers', 8).next()).not.toBe(new Random(1, 'customers', 7).next());
  // Parts are kept apart.
  expect(new Random('a', 'b').next()).not.toBe(new Random('ab').next());
});

test('numbers are spread evenly', () => {
  const counts = new Array(10).fill(0);
  for (let row = 0; row < 10_000; row++) counts[new Random(5, row).integer(0, 9)]++;
  for (const count of counts) {
    expect(count).toBeGreaterThan(880);
    expect(count).toBeLessThan(1_120);
  }
});
