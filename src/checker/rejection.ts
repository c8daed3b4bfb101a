/** Why a text cannot become a query that Postgres would prepare. */
export type Reason =
  /** Not canonical SQL at all: the grammar would not have let it through. */
  | 'syntax'
  | 'incomplete'
  | 'unknown-source'
  | 'unknown-column'
  | 'not-in-scope'
  | 'duplicate-source'
  | 'duplicate-column'
  | 'ambiguous-column'
  | 'column-count'
  | 'type'
  | 'grouping'
  | 'aggregate-place'
  | 'window-place'
  | 'set-place'
  | 'order-by';

export interface Rejection {
  readonly ok: false;
  readonly reason: Reason;
  /** Where in the text that stands which is at fault. */
  readonly position: number;
  /** In plain words, for people. */
  readonly message: string;
}

export function reject(reason: Reason, position: number, message: string): Rejection {
  return { ok: false, reason, position, message };
}

export function isRejection(value: object): value is Rejection {
  return 'reason' in value;
}
