import { describe, expect, it } from 'vitest';
import type { DownloadFile } from './contract.ts';
import { type PartialRecord, parsePartialRecord, usableBytes } from './partial-record.ts';

const FILE: DownloadFile = {
  name: 'a file',
  urls: ['https://a/b'],
  sizeBytes: 100,
  sha256: 'ab',
  place: { kind: 'file', name: 'b' },
};
const RECORD: PartialRecord = {
  version: 1,
  key: 'file b',
  sizeBytes: 100,
  sha256: 'ab',
  totalBytes: 100,
  source: { url: 'https://a/b', etag: null, lastModified: null },
};

describe('parsePartialRecord', () => {
  it('reads what was written', () => {
    expect(parsePartialRecord(JSON.stringify(RECORD))).toEqual(RECORD);
  });

  it.each(['', '{', '{}', 'null', JSON.stringify({ ...RECORD, version: 2 })])('refuses %s', (text) => {
    expect(parsePartialRecord(text)).toBeNull();
  });
});

describe('usableBytes', () => {
  it.each<[string, number, PartialRecord | null, number]>([
    ['what belongs to the file', 60, RECORD, 60],
    ['all of it', 100, RECORD, 100],
    ['more than all of it', 101, RECORD, 0],
    ['bytes that nothing is known of', 60, null, 0],
    ['another version of the file', 60, { ...RECORD, sha256: 'cd' }, 0],
    ['another length', 60, { ...RECORD, sizeBytes: null }, 0],
    ['another place', 60, { ...RECORD, key: 'file c' }, 0],
  ])('%s', (_, bytes, record, expected) => {
    expect(usableBytes(FILE, 'file b', { bytes, record })).toBe(expected);
  });

  it('nothing', () => {
    expect(usableBytes(FILE, 'file b', null)).toBe(0);
  });
});
