import { countText } from '../refusal.ts';
import type { ColumnType } from './column-type.ts';
import type { ColumnTally } from './tally.ts';

export interface TypeDecision {
  readonly type: ColumnType;
  /** Why, for people. */
  readonly evidence: string;
  /** Set where the cells can be read in more than one way and nothing in the file says in which. */
  readonly ambiguity?: string;
}

export function allRows(tally: ColumnTally): string {
  return tally.values === 1 ? 'the one value' : `all ${countText(tally.values)} values`;
}
