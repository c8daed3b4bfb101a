import { describe, expect, it } from 'vitest';
import { backoffDelay } from './backoff.ts';

describe('backoffDelay', () => {
  it('doubles at most, up to half a minute', () => {
    const longest = [1, 2, 3, 4, 8, 100].map((failures) => backoffDelay(failures, () => 1));
    expect(longest).toEqual([500, 1_000, 2_000, 4_000, 30_000, 30_000]);
  });

  it('may be anything down to nothing', () => {
    expect(backoffDelay(8, () => 0)).toBe(0);
    expect(backoffDelay(8, () => 0.5)).toBe(15_000);
  });
});
