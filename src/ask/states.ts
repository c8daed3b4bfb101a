/**
 * What one question goes through, from Enter to rows: the page draws exactly one of these at any time.
 * A query that a person wrote by hand goes through the last part of the same states.
 */
import type { QueryResult } from '../database/contract.ts';
import type { ErrorData } from '../platform/errors.ts';
import type { TableId } from './table-preferences.ts';

export type AskState =
  | { readonly kind: 'idle' }
  /** No word of the question names anything in the schema; the person may ask anyway. */
  | { readonly kind: 'unlinked'; readonly tables: readonly string[] }
  /** Null while nothing takes so long that it is worth saying. */
  | { readonly kind: 'preparing'; readonly waitingFor: Wait | null }
  /** The model chooses, from so many tables, those that it then writes the query over. */
  | { readonly kind: 'preparing'; readonly waitingFor: null; readonly choosingFrom: number }
  /** The model is shown some of the tables, and these are they: said once, before it writes. */
  | { readonly kind: 'preparing'; readonly waitingFor: null; readonly shown: ShownTables }
  | {
      readonly kind: 'generating';
      readonly sql: string;
      /** What was wrong with the attempt before; null for the first. */
      readonly retry: Retry | null;
    }
  | { readonly kind: 'checking'; readonly sql: string }
  | { readonly kind: 'running'; readonly sql: string }
  | {
      readonly kind: 'answered';
      readonly sql: string;
      readonly result: QueryResult;
      /** Null when a person wrote the query. */
      readonly generation: GenerationStats | null;
    }
  | { readonly kind: 'failed'; readonly error: ErrorData; readonly stage: Stage; readonly sql?: string }
  | { readonly kind: 'cancelled'; readonly sql?: string };

/** Which tables the model is shown, of how many. */
export interface ShownTables {
  readonly tables: readonly TableId[];
  readonly of: number;
}

export type ShowState = (state: AskState) => void;

/** What a question waits for before the model can start. */
export type Wait =
  | { readonly kind: 'database' }
  | { readonly kind: 'model' }
  | { readonly kind: 'grammar'; readonly tables: number };

/** Why an attempt came to nothing: the query would not run, or the model repeated itself without an end. */
export type Retry = 'refused' | 'looping';

export type Stage = 'preparing' | 'generating' | 'checking' | 'running';

export interface GenerationStats {
  readonly modelId: string;
  readonly attempts: number;
  /** What was mended in the query before Postgres prepared it, in plain words; usually nothing. */
  readonly corrections: readonly string[];
  /** Of the last attempt. */
  readonly outputTokens: number;
  /** Null when there were too few tokens to tell. */
  readonly tokensPerSecond: number | null;
  /** Of all attempts together. */
  readonly milliseconds: number;
}

const BUSY_KINDS: ReadonlySet<AskState['kind']> = new Set(['preparing', 'generating', 'checking', 'running']);

/** Whether something is under way that Cancel would stop. */
export function isBusy(state: AskState): boolean {
  return BUSY_KINDS.has(state.kind);
}

/** The query that a state holds, whole or in part. */
export function sqlOf(state: AskState): string | undefined {
  return 'sql' in state ? state.sql : undefined;
}
