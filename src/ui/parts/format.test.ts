import { describe, expect, it } from 'vitest';
import { bytes, counted, duration, moment, noun } from './format.ts';

describe('format', () => {
  it('tells sizes in the unit that keeps them short', () => {
    expect([999, 6_300_000, 351_000_000, 2_340_000_000].map(bytes)).toEqual(['999 B', '6.3 MB', '351 MB', '2.3 GB']);
  });

  it('tells time in the unit that keeps it short', () => {
    expect([0.2, 12.4, 1_430, 75_000].map(duration)).toEqual(['< 1 ms', '12 ms', '1.4 s', '75 s']);
  });

  it('tells when something happened, the more exactly the later', () => {
    const now = new Date(2026, 10, 23, 18, 0);
    const earlier = [new Date(2026, 10, 23, 4, 3), new Date(2026, 10, 22, 23, 59), new Date(2025, 10, 3)];
    expect(earlier.map((when) => moment(when, now))).toEqual(['today at 04:03', 'Nov 22', 'Nov 3, 2025']);
  });

  it('agrees in number', () => {
    expect([counted(1, 'row'), counted(2_000, 'row'), counted(0, 'query', 'queries')]).toEqual([
      '1 row',
      '2,000 rows',
      '0 queries',
    ]);
    expect([0, 1, 2].map((value) => noun(value, 'row'))).toEqual(['rows', 'row', 'rows']);
    expect([1, 2].map((value) => noun(value, 'query', 'queries'))).toEqual(['query', 'queries']);
  });
});
