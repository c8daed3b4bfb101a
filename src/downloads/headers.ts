/** Readers of HTTP headers; null for what is missing or means nothing. */

export interface ContentRange {
  readonly start: number;
  readonly totalBytes: number | null;
}

/** @example `bytes 100-199/1000` */
export function parseContentRange(header: string | null): ContentRange | null {
  const match = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(header ?? '');
  if (!match) return null;
  return { start: Number(match[1]), totalBytes: match[2] === '*' ? null : Number(match[2]) };
}

export function parseLength(header: string | null): number | null {
  return /^\d+$/.test(header ?? '') ? Number(header) : null;
}

/** Milliseconds to wait from `now` on: the header has seconds or a date. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const seconds = parseLength(header);
  if (seconds !== null) return seconds * 1_000;
  const date = Date.parse(header ?? '');
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
