/**
 * Strings and lists have no end in the grammar, so a model that is lost can repeat itself until its last token. What it
 * writes is watched, and stopped once no query would go on like that.
 */

import { MAX_QUESTION_CHARACTERS } from './check-question.ts';

export type Loop =
  /** A text literal that is longer than any question. */
  { readonly kind: 'endless-text' } | { readonly kind: 'repetition'; readonly unit: string };

/** A text literal quotes the question: it cannot be longer. */
export const MAX_TEXT_CHARACTERS = MAX_QUESTION_CHARACTERS;

/**
 * The same predicate or column this often in a row means nothing more than it does once; the same row of VALUES might
 * stand there twice or thrice.
 */
const MIN_REPEATS = 6;

/** Shorter units need more of them: a dozen `NULL, ` in a row, or a line of forty dashes, is a query like another. */
const MIN_REPEATED_CHARACTERS = 160;

/** What goes round in circles at the end of a query that is being written; null while all is well. */
export function findLoop(sql: string): Loop | null {
  if (openText(sql).length > MAX_TEXT_CHARACTERS) return { kind: 'endless-text' };
  const unit = repeatedUnit(sql);
  return unit === null ? null : { kind: 'repetition', unit };
}

/** What the text literal holds in which `sql` ends; empty when it ends outside of one. */
function openText(sql: string): string {
  let open: '"' | "'" | null = null;
  let start = 0;
  for (const { 0: quote, index } of sql.matchAll(/''|""|['"]/g)) {
    if (open === null) {
      // Two quotes are an empty text here: nothing is open after them.
      if (quote.length === 2) continue;
      open = quote === "'" ? "'" : '"';
      start = index + 1;
    } else if (quote === open) {
      open = null;
    }
  }
  return open === "'" ? sql.slice(start) : '';
}

/** The shortest text that `sql` ends in often enough, one after the other. */
function repeatedUnit(sql: string): string | null {
  for (let length = 1; ; length++) {
    const needed = Math.max(MIN_REPEATS * length, MIN_REPEATED_CHARACTERS);
    if (needed > sql.length) return null;
    if (hasPeriod(sql, length, needed)) return sql.slice(-length);
  }
}

/** Whether the last `count` characters are each the same as the one `length` before. */
function hasPeriod(sql: string, length: number, count: number): boolean {
  for (let index = sql.length - 1; index >= sql.length - count + length; index--) {
    if (sql[index] !== sql[index - length]) return false;
  }
  return true;
}
