/**
 * What the database worker offers. The worker `satisfies` this; the page's client (`client.ts`) adds what a single
 * thread cannot do for itself: time limits and Cancel, by ending the worker and restoring the last snapshot.
 */
import type { Dialect } from '../dialect/dialect.ts';
import type { ErrorCode, ErrorData } from '../platform/errors.ts';
import type { FillProgress, FillReport } from '../sample-rows/fill-report.ts';
import type { SampleRowsOptions } from '../sample-rows/plan-sample-rows.ts';
import type { Schema } from '../schema/model.ts';
import type { ReadProgress } from '../tabular/pacing.ts';
import type { TablePreview } from '../tabular/preview-model.ts';
import type { Reading } from '../tabular/source.ts';
import type { CopyReport } from '../tabular/to-copy.ts';

/** Rows shown when the caller does not say otherwise: more is slow to draw and nobody reads it. */
export const DEFAULT_ROW_LIMIT = 1_000;
/** Characters of one script. A larger paste is refused before it reaches Postgres. */
export const MAX_SCRIPT_CHARACTERS = 64_000_000;
/** Characters of a statement's source, and of what ran in its place, that a report quotes. */
export const MAX_QUOTED_CHARACTERS = 4_000;
/** Characters that a report quotes in all; what comes after is cut to `SUMMARY_CHARACTERS`. */
export const MAX_REPORT_CHARACTERS = 4_000_000;
/** Characters of a statement that stand for it in the report. */
export const SUMMARY_CHARACTERS = 80;
/** INSERTs that begin alike and had the same outcome: more than this many, one below the other, are one entry. */
export const MAX_LISTED_ALIKE = 1_000;
/** Milliseconds one read-only query may take before the worker is ended. */
export const DEFAULT_TIME_LIMIT_MS = 10_000;

export interface DatabaseContract {
  /**
   * Starts Postgres. Rejects with `database/start-failed`.
   * @param loadExtension asked for the files of the extensions that the data directory or a script uses; without it
   *   there are none
   */
  open(options: OpenOptions, loadExtension?: LoadExtension): Promise<void>;
  /**
   * Runs a script statement by statement; a failed statement is reported and the others still run. One that needs what
   * a later one makes runs after it. Session settings (`SET …`) last until the end of the script, and no transaction
   * outlives a statement. Rejects with `pg/22021` what is no text, and with `database/script-too-large`.
   */
  applyScript(
    script: string,
    options: ApplyOptions,
    onProgress: (progress: ApplyProgress) => void,
  ): Promise<ApplyReport>;
  introspect(): Promise<Schema>;
  /** Parses and plans one statement without running it. Throws `pg/…` with `PostgresErrorDetails`. */
  prepare(sql: string): Promise<PreparedStatement>;
  /**
   * Runs one query in a READ ONLY transaction that is always rolled back, and fetches no more rows than the limit.
   * Throws `pg/…`, or `database/not-read-only` for whatever is no query or would write.
   */
  runReadOnly(sql: string, options: RunOptions): Promise<QueryResult>;
  /** The database as a script that makes an equal one. Without rows, it is what Postgres now holds, for people. */
  exportSql(options: ExportOptions): Promise<string>;
  /**
   * Puts sample rows into tables, in one transaction: rejects with nothing changed. What Postgres refuses is drawn anew,
   * and reported where that does not help.
   */
  fillTables(request: FillTablesRequest, onProgress: (progress: FillProgress) => void): Promise<FillReport>;
  /** Makes tables of files, in one transaction: rejects with nothing changed. A report of each table of each file. */
  loadTables(files: readonly FileToLoad[], onProgress: (progress: ReadProgress) => void): Promise<LoadReport>;
  /** The data directory as an uncompressed tar. */
  snapshot(): Promise<Blob>;
}

/** What Postgres is made of: fetched and compiled once by the page, and handed to each worker it starts. */
export interface DatabaseRuntime {
  /** A compiled `WebAssembly.Module` (pure code has no such type). */
  readonly postgres: object;
  /** Postgres' read-only files, in PGlite's `pglite.data` format. */
  readonly files: Blob;
}

/** Gives the files of a bundle of `EXTENSION_BUNDLES` (src/import/shipped-extensions.ts): an uncompressed tar. */
export type LoadExtension = (bundle: string) => Promise<Uint8Array>;

export interface OpenOptions {
  readonly runtime: DatabaseRuntime;
  /** A data directory as an uncompressed tar: from `snapshot()`, or the build's empty one. */
  readonly dataDirectory: Blob;
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

export type DatabaseTask =
  | 'applyScript'
  | 'exportSql'
  | 'fillTables'
  | 'introspect'
  | 'loadTables'
  | 'prepare'
  | 'runReadOnly'
  | 'snapshot'
  | 'reset';
export type RestoreReason = 'cancelled' | 'database/timeout' | 'database/crashed';

export type OpenProgress =
  | { readonly phase: 'download'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly phase: 'start' };

export interface ApplyOptions {
  /** What the script is written in; anything but Postgres is converted first. */
  readonly dialect: Dialect;
}

/** Statements, out of the script's total, which is 0 while the script is still being read. */
export interface ApplyProgress {
  readonly done: number;
  readonly total: number;
}

export interface ApplyReport {
  readonly statements: readonly StatementReport[];
  /** Set where the script ends in the middle of something, as half a download does. */
  readonly cutOff?: CutOff;
}

export interface CutOff {
  /** `the rows of public.orders`, `the quote '`, `its last statement`. */
  readonly inside: string;
  /** Of the script: its last one where it ends in rows, otherwise the one where what has no end begins. */
  readonly line: number;
}

export interface StatementReport {
  /** First line of the statement in the script, counted from 1. */
  readonly line: number;
  /** First words of the statement, for people. */
  readonly summary: string;
  readonly outcome: StatementOutcome;
  /**
   * Set where the entry stands for many INSERTs, one below the other, that begin alike and had the same outcome. What is
   * quoted is the first.
   */
  readonly alike?: AlikeStatements;
}

export interface AlikeStatements {
  /** The first one included. */
  readonly count: number;
  /** First line of the last of them. */
  readonly lastLine: number;
}

/** How many statements an entry of the report stands for. */
export function statementsOf({ alike }: StatementReport): number {
  return alike?.count ?? 1;
}

export type StatementOutcome =
  | AppliedOutcome
  | RewrittenOutcome
  /** Not run: what it asks for means nothing here, or cannot be had. */
  | SkippedOutcome
  | FailedOutcome;

interface AppliedOutcome {
  readonly kind: 'applied';
  /** Line of a statement further down that it needed and was therefore applied after. */
  readonly afterLine?: number;
}

/** Applied, but not as it was written. */
interface RewrittenOutcome {
  readonly kind: 'rewritten';
  readonly afterLine?: number;
  /** The statement of the script; no more than `MAX_QUOTED_CHARACTERS` of it. */
  readonly source: string;
  /** What ran in its place; no more than `MAX_QUOTED_CHARACTERS` of it. */
  readonly sql: string;
  /** What was changed and why, and what does not mean quite the same. */
  readonly notes: readonly string[];
}

interface SkippedOutcome {
  readonly kind: 'skipped';
  readonly reason: string;
  /** Set where nothing is lost by it (transaction control, ownership, a client's settings, …). */
  readonly isNeedless?: true;
}

interface FailedOutcome {
  readonly kind: 'failed';
  readonly reason: string;
  readonly code: ErrorCode;
  readonly hint?: string;
  /** Line of the script that Postgres points at. */
  readonly atLine?: number;
}

/** Whether the statement, as it was or in other words, took effect. */
export function wasRun({ kind }: StatementOutcome): boolean {
  return kind === 'applied' || kind === 'rewritten';
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

export type FillTablesRequest = Pick<SampleRowsOptions, 'seed' | 'rows' | 'tables'>;

export interface FileToLoad {
  /** The file's. */
  readonly name: string;
  readonly file: Blob;
  /** Of the file's preview, unchanged. */
  readonly reading: Reading;
  /** Of the file's preview, with what a person changed in them. */
  readonly tables: readonly TablePreview[];
}

/** By the order of the files, and of the tables in each. */
export type LoadReport = readonly (readonly CopyReport[])[];

export interface ExportOptions {
  readonly withRows: boolean;
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
