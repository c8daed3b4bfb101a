/**
 * What the database worker offers. The worker `satisfies` this; the page's client (`client.ts`) adds what a single
 * thread cannot do for itself: time limits and Cancel, by ending the worker and restoring the last snapshot.
 */
import type { ErrorCode, ErrorData } from '../platform/errors.ts';
import type { Schema } from '../schema/model.ts';

/** Rows shown when the caller does not say otherwise: more is slow to draw and nobody reads it. */
export const DEFAULT_ROW_LIMIT = 1_000;
/** Characters of one script. A larger paste is refused before it reaches Postgres. */
export const MAX_SCRIPT_CHARACTERS = 8_000_000;
/** Milliseconds one read-only query may take before the worker is ended. */
export const DEFAULT_TIME_LIMIT_MS = 10_000;

export interface DatabaseContract {
  /** Starts Postgres. Rejects with `database/start-failed`. */
  open(options: OpenOptions): Promise<void>;
  /**
   * Runs a script statement by statement; a failed statement is reported and the others still run.
   * Session settings (`SET …`) last until the end of the script, and no transaction outlives a statement.
   */
  applyScript(sql: string, onProgress: (progress: ApplyProgress) => void): Promise<ApplyReport>;
  introspect(): Promise<Schema>;
  /** Parses and plans one statement without running it. Throws `pg/…` with `PostgresErrorDetails`. */
  prepare(sql: string): Promise<PreparedStatement>;
  /**
   * Runs one query in a READ ONLY transaction that is always rolled back, and fetches no more rows than the limit.
   * Throws `pg/…`, or `database/not-read-only` for whatever is no query or would write.
   */
  runReadOnly(sql: string, options: RunOptions): Promise<QueryResult>;
  /** The data directory as an uncompressed tar. */
  snapshot(): Promise<Uint8Array>;
}

/** What Postgres is made of: fetched and compiled once by the page, and handed to each worker it starts. */
export interface DatabaseRuntime {
  /** A compiled `WebAssembly.Module` (pure code has no such type). */
  readonly postgres: object;
  /** Postgres' read-only files, in PGlite's `pglite.data` format. */
  readonly files: Uint8Array;
}

export interface OpenOptions {
  readonly runtime: DatabaseRuntime;
  /** A data directory as an uncompressed tar: from `snapshot()`, or the build's empty one. */
  readonly dataDirectory: Uint8Array;
}

/** What an error with a `pg/…` code carries in `details`, as far as Postgres gave it. */
export interface PostgresErrorDetails {
  /** Where in the SQL, counted from 1 in UTF-16 code units (as JavaScript strings are). */
  readonly position?: number;
  readonly detail?: string;
  readonly hint?: string;
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  /** Call stack inside functions, as Postgres prints it. */
  readonly where?: string;
}

/** What the page's client is doing; `DatabaseClient.subscribe` announces each change. */
export type DatabaseStatus =
  | { readonly kind: 'starting'; readonly progress: OpenProgress }
  | { readonly kind: 'ready' }
  | { readonly kind: 'busy'; readonly task: DatabaseTask }
  /** The worker was ended; a new one is starting from the last snapshot. */
  | { readonly kind: 'restoring'; readonly reason: RestoreReason }
  /** Postgres does not start. The next call tries again. */
  | { readonly kind: 'failed'; readonly error: ErrorData };

export type DatabaseTask = 'applyScript' | 'introspect' | 'prepare' | 'runReadOnly' | 'snapshot' | 'reset';
export type RestoreReason = 'cancelled' | 'database/timeout' | 'database/crashed';

export type OpenProgress =
  | { readonly phase: 'download'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly phase: 'start' };

/** Statements, out of the script's total. */
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
    /** Not run, because it means nothing here (psql commands, transaction control, ownership, …). */
    | { readonly kind: 'skipped'; readonly reason: string }
    | {
        readonly kind: 'failed';
        readonly reason: string;
        readonly code: ErrorCode;
        readonly hint?: string;
        /** Line of the script that Postgres points at. */
        readonly atLine?: number;
      };
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
