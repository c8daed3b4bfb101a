/** The types that a column of a file can get, with what has to be known to read its cells. */

/** How a date with the year at the end is read. One that begins with the year is read in any order. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';
/** What stands before the fraction; the other one of the two may then stand between thousands. */
export type DecimalMark = '.' | ',';

export type NumberKind = 'integer' | 'bigint' | 'numeric' | 'double precision';
export type MomentKind = 'date' | 'timestamp' | 'timestamptz';
export type PlainKind = 'boolean' | 'time' | 'uuid' | 'jsonb' | 'text';

export type ColumnType =
  | { readonly kind: NumberKind; readonly decimalMark: DecimalMark }
  | { readonly kind: MomentKind; readonly order: DateOrder }
  | { readonly kind: PlainKind };

export const TEXT: ColumnType = { kind: 'text' };
