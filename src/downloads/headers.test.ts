import { describe, expect, it } from 'vitest';
import { parseContentRange, parseLength, parseRetryAfter } from './headers.ts';

describe('parseContentRange', () => {
  it.each([
    ['bytes 100-199/1000', { start: 100, totalBytes: 1000 }],
    ['bytes 0-0/*', { start: 0, totalBytes: null }],
    ['bytes */1000', null],
    ['items 1-2/3', null],
    [null, null],
  ])('%s', (header, expected) => {
    expect(parseContentRange(header)).toEqual(expected);
  });
});

describe('parseLength', () => {
  it.each([
    ['0', 0],
    ['123', 123],
    ['-1', null],
    ['1, 1', null],
    [null, null],
  ])('%s', (header, expected) => {
    expect(parseLength(header)).toBe(expected);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('Tue, 24 Nov 2026 01:00:00 GMT');

  it.each([
    ['120', 120_000],
    ['Tue, 24 Nov 2026 01:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 00:00:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('%s', (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });
});
