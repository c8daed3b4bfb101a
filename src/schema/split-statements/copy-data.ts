import { lineAfter } from './lexical-rules.ts';

/** Alone on its line, it ends the data. */
const END_MARK = '\\.';
const LINE_BREAK: ReadonlySet<string> = new Set('\r\n');

/** The data lines below a COPY. */
export interface CopyData {
  /** Where the first data line starts. */
  readonly start: number;
  /** Where the last one ends, its line break included. */
  readonly end: number;
  /** Where the script goes on, below the closing `\.`. */
  readonly next: number;
  /** Whether a `\.` ends them, and not the script. */
  readonly closed: boolean;
}

/** The lines after the one that `position` is on, up to `\.` or the end of the script. */
export function readCopyData(script: string, position: number): CopyData {
  const start = lineAfter(script, position);
  for (let mark = script.indexOf(END_MARK, start); mark >= 0; mark = script.indexOf(END_MARK, mark + 1)) {
    const next = lineAfter(script, mark);
    const opensLine = mark === start || LINE_BREAK.has(script.charAt(mark - 1));
    if (opensLine && script.slice(mark, next).trimEnd() === END_MARK) return { start, end: mark, next, closed: true };
  }
  return { start, end: script.length, next: script.length, closed: false };
}
