/**
 * What the database worker offers. The worker `satisfies` this; the page's client (`client.ts`) adds what a single
 * thread cannot do for itself: time limits and Cancel, by ending the worker and restoring the last snapshot.
 */
import type { Schema } from '../schema/model.ts';

/** Rows shown when the caller does not say otherwise: more is slow to draw and nobody reads it. */
export const DEFAULT_ROW_LIMIT = 1_000;
/** Characters of one script. A larger paste is refused before it reaches Postgres. */
export const MAX_SCRIPT_CHARACTERS = 8_000_000;
/** Milliseconds one read-only query may take before the worker is ended. */
export const DEFAULT_TIME_LIMIT_MS = 10_000;

export interface DatabaseContract {
  /** Starts Postgres from `dataDirectory`: a gzipped tar made by `snapshot()`, or the build's initialised one when absent. */
  open(options: OpenOptions, onProgress: (progress: OpenProgress) => void): Promise<void>;
  /** Runs a script statement by statement; a failed statement is reported and the others still run. */
  applyScript(sql: string, onProgress: (progress: ApplyProgress) => void): Promise<ApplyReport>;
  introspect(): Promise<Schema>;
  /** Parses and plans one statement without running it. Throws `pg/…` with position. */
  prepare(sql: string): Promise<PreparedStatement>;
  /** Runs one query in a READ ONLY transaction that is always rolled back. */
  runReadOnly(sql: string, options: RunOptions): Promise<QueryResult>;
  /** The data directory as an uncompressed tar. */
  snapshot(): Promise<Uint8Array>;
}

export interface OpenOptions {
  /** A data directory from `snapshot()`; the build's empty one when absent. */
  readonly dataDirectory?: Uint8Array;
}

export type OpenProgress =
  | { readonly phase: 'download'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly phase: 'start' };

export interface ApplyProgress {
  readonly done: number;
  readonly total: number;
}

export interface ApplyReport {
  readonly statements: readonly StatementReport[];
}

export interface StatementReport {
  /** First line of the statement in the script, counted from 1. */
  readonly line: number;
  /** First words of the statement, for people. */
  readonly summary: string;
  readonly outcome:
    | { readonly kind: 'applied' }
    | { readonly kind: 'failed'; readonly reason: string; readonly code: string; readonly hint?: string };
}

export interface ResultColumn {
  readonly name: string;
  /** As `format_type` prints it. */
  readonly type: string;
}

export interface PreparedStatement {
  /** Empty when the statement returns no rows. */
  readonly columns: readonly ResultColumn[];
}

export interface RunOptions {
  readonly rowLimit: number;
}

/** A cell as the page shows it: Postgres' own text form, or null. */
export type Cell = string | null;

export interface QueryResult {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** True when the row limit cut the result. */
  readonly hasMore: boolean;
  readonly milliseconds: number;
}
