import { expect, it } from 'vitest';
import { wilsonInterval } from './wilson.ts';

it.each([
  [8, 10, 49.0, 94.3],
  [0, 10, 0, 27.8],
  [50, 100, 40.4, 59.6],
])('%d of %d lies between %d and %d percent', (right, total, low, high) => {
  const interval = wilsonInterval(right, total);
  expect(interval.low).toBeCloseTo(low, 1);
  expect(interval.high).toBeCloseTo(high, 1);
});
