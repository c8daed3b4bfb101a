import type { ValueKind } from '../types/value-kind.ts';

/** What becomes of a literal that is put into a column. */
export type LiteralResult =
  | { readonly kind: 'fits'; readonly sql: string; readonly note?: string }
  /** The column has to become wider first. */
  | { readonly kind: 'too-wide'; readonly sql: string; readonly value: ValueKind };

export function fits(sql: string, note?: string): LiteralResult {
  return note === undefined ? { kind: 'fits', sql } : { kind: 'fits', sql, note };
}

export const ZERO_DATES_NOTE = 'Zero dates (0000-00-00) become NULL.';
export const IMPOSSIBLE_DATES_NOTE = 'Dates that no calendar has (as 2024-02-30) become NULL.';
