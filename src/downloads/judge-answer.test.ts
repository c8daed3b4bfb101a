import { describe, expect, it } from 'vitest';
import { type Asked, judgeAnswer } from './judge-answer.ts';

const URL_ASKED = 'https://hub/file';
const SOURCE = { url: URL_ASKED, etag: '"1"', lastModified: null };
const ASKED: Asked = { url: URL_ASKED, offset: 0, sizeBytes: 1_000, sha256: 'ab', source: null, now: 0 };
const REST: Asked = { ...ASKED, offset: 400, source: SOURCE };

interface Given {
  readonly status?: number;
  readonly redirected?: boolean;
  readonly type?: string;
  readonly headers?: Record<string, string>;
}

function judge({ status = 200, redirected = false, type = 'basic', headers = {} }: Given, asked: Asked) {
  return judgeAnswer({ status, redirected, type, headers: new Headers(headers), body: null }, asked);
}

const PART = { 'content-range': 'bytes 400-999/1000', 'content-length': '600', etag: '"1"' };

describe('an answer with the file', () => {
  it('is read from its start, or from where it was broken off', () => {
    expect(judge({ headers: { 'content-length': '1000' } }, ASKED)).toMatchObject({ kind: 'body', from: 0 });
    expect(judge({ status: 206, headers: PART }, REST)).toMatchObject({ kind: 'body', from: 400, bodyBytes: 600 });
    expect(judge({ headers: { 'content-length': '1000' } }, REST)).toMatchObject({ kind: 'body', from: 0 });
  });

  it.each<[string, Given, Asked]>([
    ['another mark', { status: 206, headers: { ...PART, etag: '"2"' } }, REST],
    ['another length', { status: 206, headers: { ...PART, 'content-range': 'bytes 400-998/999' } }, REST],
    ['another part', { status: 206, headers: { ...PART, 'content-range': 'bytes 0-999/1000' } }, REST],
    ['no such part', { status: 416 }, REST],
    [
      'a later date',
      { status: 206, headers: { 'last-modified': 'later' } },
      { ...REST, source: { url: URL_ASKED, etag: null, lastModified: 'earlier' } },
    ],
    ['nothing to tell by, and no hash', { status: 206, headers: {} }, { ...REST, sha256: null }],
    ['another mirror, and no hash', { status: 206, headers: PART }, { ...REST, url: 'https://b/', sha256: null }],
  ])('is asked for from the start when it has %s', (_, given, asked) => {
    expect(judge(given, asked)).toEqual({ kind: 'changed' });
  });

  it.each<[string, Given]>([
    ['another mirror', { status: 206, headers: { ...PART, etag: '"2"' } }],
    ['hidden headers', { status: 206, type: 'cors', headers: { 'content-length': '600' } }],
  ])('of %s goes on where the hash will tell', (_, given) => {
    expect(judge(given, { ...REST, url: 'https://mirror/' })).toMatchObject({ kind: 'body', from: 400 });
  });

  it('is refused for its length only where that is certain', () => {
    const short = { 'content-length': '999' };
    expect(judge({ headers: short }, ASKED)).toMatchObject({ kind: 'wrong-length' });
    expect(judge({ headers: { 'content-length': '1001' }, type: 'cors' }, ASKED)).toMatchObject({
      kind: 'wrong-length',
    });
    // Compressed on the way, perhaps, where the header that says so is hidden.
    expect(judge({ headers: short, type: 'cors' }, ASKED)).toMatchObject({ kind: 'body', bodyBytes: null });
    expect(judge({ headers: { ...short, 'content-encoding': 'gzip' } }, ASKED)).toMatchObject({ kind: 'body' });
  });
});

describe('an answer without the file', () => {
  it.each([408, 429, 500, 503])('with status %i may be another one later', (status) => {
    expect(judge({ status, headers: { 'retry-after': '7' } }, ASKED)).toMatchObject({
      kind: 'busy',
      retryAfterMs: 7_000,
    });
  });

  it.each([401, 403, 404, 410, 416, 204])('with status %i stays', (status) => {
    expect(judge({ status }, ASKED)).toMatchObject({ kind: 'gone' });
  });

  it.each([400, 403, 410])(
    'with status %i at the end of a redirect is that of an address that has expired',
    (status) => {
      expect(judge({ status, redirected: true }, ASKED)).toMatchObject({ kind: 'busy' });
      expect(judge({ status: 404, redirected: true }, ASKED)).toMatchObject({ kind: 'gone' });
    },
  );

  it('is not taken for the file when it is a page', () => {
    expect(judge({ headers: { 'content-type': 'text/html; charset=utf-8' } }, ASKED)).toMatchObject({ kind: 'gone' });
  });
});
