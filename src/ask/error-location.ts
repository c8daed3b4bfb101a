import type { ErrorData } from '../platform/errors.ts';

/** Where in a query Postgres saw the error. */
export interface ErrorLocation {
  /** Index of the first character of the word at fault, and of the first one after it. */
  readonly from: number;
  readonly to: number;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly lineText: string;
}

/** Reads the `position` of an error's details: UTF-16 code units, counted from 1. */
export function errorLocation(sql: string, error: ErrorData): ErrorLocation | null {
  const position = Number(error.details?.position);
  if (!Number.isInteger(position) || position < 1) return null;
  const from = Math.min(position - 1, sql.length);
  const lineStart = sql.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = sql.indexOf('\n', from);
  return {
    from,
    to: from + wordLength(sql.slice(from)),
    line: sql.slice(0, from).split('\n').length,
    column: [...sql.slice(lineStart, from)].length + 1,
    lineText: sql.slice(lineStart, lineEnd === -1 ? undefined : lineEnd),
  };
}

/** A name (with its qualifiers), a number, a quoted text, or a single sign. */
function wordLength(rest: string): number {
  return rest.match(/^(?:[\p{L}\p{N}_$.]+|"[^"\n]*"(?:\."[^"\n]*")*|'[^'\n]*'?|\S)/u)?.[0].length ?? 0;
}
