import { describe, expect, it } from 'vitest';
import { bytes, counted, duration } from './format.ts';

describe('format', () => {
  it('tells sizes in the unit that keeps them short', () => {
    expect([999, 6_300_000, 351_000_000, 2_340_000_000].map(bytes)).toEqual(['999 B', '6.3 MB', '351 MB', '2.3 GB']);
  });

  it('tells time in the unit that keeps it short', () => {
    expect([0.2, 12.4, 1_430, 75_000].map(duration)).toEqual(['< 1 ms', '12 ms', '1.4 s', '75 s']);
  });

  it('agrees in number', () => {
    expect([counted(1, 'row'), counted(2_000, 'row'), counted(0, 'query', 'queries')]).toEqual([
      '1 row',
      '2,000 rows',
      '0 queries',
    ]);
  });
});
