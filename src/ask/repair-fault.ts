import type { Rejection } from '../checker/rejection.ts';
import type { Schema } from '../schema/model.ts';
import type { QueryText } from './repair-text.ts';

/** What the checker found wrong with a query. */
export interface Fault {
  readonly schema: Schema;
  readonly text: QueryText;
  readonly rejection: Rejection;
  /** Of the token at which it points. */
  readonly index: number;
}

/** One small change; whether the query is then right remains to be checked. */
export interface Fix {
  readonly sql: string;
  /** In plain words: `joined customers along orders.customer_id`. */
  readonly what: string;
}
