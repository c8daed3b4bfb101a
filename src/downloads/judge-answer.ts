/** What a server's answer to a request for the rest of a file is worth, by its status and headers. */
import { parseContentRange, parseLength, parseRetryAfter } from './headers.ts';
import type { Source } from './partial-record.ts';
import type { Answer } from './ports.ts';

export interface Asked {
  readonly url: string;
  /** The first byte that is missing. */
  readonly offset: number;
  readonly sizeBytes: number | null;
  readonly sha256: string | null;
  /** Where the bytes before `offset` came from. */
  readonly source: Source | null;
  readonly now: number;
}

export type Verdict =
  /** Its body is the file from byte `from` on, which is `offset` or 0. */
  | {
      readonly kind: 'body';
      readonly from: number;
      /** Length of the body; null where the server did not tell, or told that of its compressed form. */
      readonly bodyBytes: number | null;
      readonly totalBytes: number | null;
      readonly source: Source;
    }
  /** What is kept is not the beginning of what the server has: to be asked again from the start. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'wrong-length'; readonly why: string }
  /** Asking this server again would not help. */
  | { readonly kind: 'gone'; readonly why: string; readonly status: number }
  | {
      readonly kind: 'busy';
      readonly why: string;
      readonly status: number;
      readonly retryAfterMs: number | null;
    };

/** Time-out, too early, too many requests. */
const TRANSIENT: ReadonlySet<number> = new Set([408, 425, 429]);
/** How stores answer to a signed address that has expired. */
const EXPIRED: ReadonlySet<number> = new Set([400, 401, 403, 410]);

export function judgeAnswer(answer: Answer, asked: Asked): Verdict {
  const { status } = answer;
  if (status === 200 || status === 206) return judgeFile(answer, asked);
  const why = `status ${status}`;
  if (status === 416 && asked.offset > 0) return { kind: 'changed' };
  // The original address points to a fresh one when it is asked again.
  const isExpired = answer.redirected && EXPIRED.has(status);
  if (status >= 500 || TRANSIENT.has(status) || isExpired) {
    return { kind: 'busy', why, status, retryAfterMs: parseRetryAfter(answer.headers.get('retry-after'), asked.now) };
  }
  return { kind: 'gone', why, status };
}

function judgeFile({ status, headers, type }: Answer, asked: Asked): Verdict {
  // Hosts of single-page applications answer an unknown path with their start page, and hotel networks with theirs.
  if (headers.get('content-type')?.startsWith('text/html')) {
    return { kind: 'gone', why: 'a web page in place of the file', status };
  }
  const source = { url: asked.url, etag: headers.get('etag'), lastModified: headers.get('last-modified') };
  const length = parseLength(headers.get('content-length'));
  if (status === 206) {
    // Hidden from other origins, unless the host shows it.
    const range = parseContentRange(headers.get('content-range'));
    if (range !== null && range.start !== asked.offset) return elsewhere(asked, status);
    if (asked.offset > 0 && !isSameVersion(source, asked)) return { kind: 'changed' };
    const totalBytes = range?.totalBytes ?? (length === null ? null : asked.offset + length);
    if (isMisfit(totalBytes, asked)) return asked.offset > 0 ? { kind: 'changed' } : wrongLength(totalBytes, asked);
    return { kind: 'body', from: asked.offset, bodyBytes: length, totalBytes, source };
  }
  // The length may be that of a compressed form, and whether it is may be hidden: only too much is certain then.
  const isExact = headers.get('content-encoding') === null && type !== 'cors';
  const isTooLong = length !== null && asked.sizeBytes !== null && length > asked.sizeBytes;
  if (isTooLong || (isExact && isMisfit(length, asked))) return wrongLength(length, asked);
  const bodyBytes = isExact ? length : null;
  return { kind: 'body', from: 0, bodyBytes, totalBytes: asked.sizeBytes ?? bodyBytes, source };
}

function elsewhere({ offset }: Asked, status: number): Verdict {
  return offset > 0 ? { kind: 'changed' } : { kind: 'gone', why: 'another part than was asked for', status };
}

function isMisfit(totalBytes: number | null, { sizeBytes }: Asked): boolean {
  return totalBytes !== null && sizeBytes !== null && totalBytes !== sizeBytes;
}

function wrongLength(actual: number | null, { sizeBytes }: Asked): Verdict {
  return { kind: 'wrong-length', why: `the server has ${actual} bytes of it, not ${sizeBytes}` };
}

/**
 * `If-Range` would have the server compare, but it makes browsers ask other origins for permission first, which many
 * static hosts do not give. An answer in part carries the same marks, so they are compared here.
 */
function isSameVersion(current: Source, { source: kept, sha256 }: Asked): boolean {
  const hashWillTell = sha256 !== null;
  // Mirrors mark the same content differently.
  if (kept === null || kept.url !== current.url) return hashWillTell;
  if (kept.etag !== null && current.etag !== null) return kept.etag === current.etag;
  if (kept.lastModified !== null && current.lastModified !== null) return kept.lastModified === current.lastModified;
  return hashWillTell;
}
