import type { ValueKind } from '../types/value-kind.ts';
import type { ColumnDraft } from './draft.ts';

/** What strftime has to write for its text to be read as another kind. */
const PATTERNS: Partial<Readonly<Record<ValueKind, RegExp>>> = {
  integer: /'(?:%[YmdHMSsjwWuGV])+'/,
  number: /'(?:%[YmdHMSsjwWuGVfJ])+'/,
  date: /'(?:%Y-%m-%d|%F)/,
  timestamp: /'(?:%Y-%m-%d|%F)/,
  time: /'(?:%H:%M|%T|%R)/,
};

/** What Postgres makes each kind of without being asked to. */
const ASSIGNED: Partial<Readonly<Record<ValueKind, readonly ValueKind[]>>> = {
  integer: ['number'],
  number: ['integer'],
  date: ['timestamp'],
  timestamp: ['date'],
  time: ['timestamp'],
};
const CHECKED: ReadonlySet<ValueKind> = new Set(['boolean', 'integer', 'number', 'date', 'timestamp', 'time']);

/** How an expression becomes the default of a column that holds something else. */
export type DefaultFit = 'as it is' | 'cast' | 'does not fit';

/**
 * SQLite puts any value into any column; Postgres takes a default only of a type that it would assign.
 * @param source the expression as it was written
 * @param gives what it visibly gives; undefined where that does not show
 */
export function fitDefault(column: ColumnDraft, source: string, gives: ValueKind | undefined): DefaultFit {
  const { kind } = column.type;
  if (gives === undefined || gives === kind || !CHECKED.has(kind)) return 'as it is';
  if (gives === 'text') {
    if (!/\bstrftime\b/i.test(source)) return 'cast';
    return PATTERNS[kind]?.test(source) ? 'cast' : 'does not fit';
  }
  return CHECKED.has(gives) && !ASSIGNED[kind]?.includes(gives) ? 'does not fit' : 'as it is';
}
