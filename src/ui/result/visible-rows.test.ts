import { describe, expect, it } from 'vitest';
import { ROW_HEIGHT, visibleRows } from './visible-rows.ts';

describe('visibleRows', () => {
  it('draws a short result whole', () => {
    expect(visibleRows(0, 400, 50)).toEqual({ first: 0, end: 50 });
  });

  it('draws the rows in sight and a margin of a long one', () => {
    const { first, end } = visibleRows(500 * ROW_HEIGHT, 400, 1_000);
    expect(first).toBeLessThanOrEqual(440);
    expect(end).toBeGreaterThanOrEqual(513 + 60);
    expect(end - first).toBeLessThan(200);
  });

  it('never goes past the end', () => {
    expect(visibleRows(10_000 * ROW_HEIGHT, 400, 1_000)).toEqual({ first: 1_000, end: 1_000 });
  });
});
