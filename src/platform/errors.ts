/**
 * Errors are data. An `AppError` crosses every worker boundary as `ErrorData` and is rebuilt on the other side
 * with nothing lost (comlink alone would drop every field but name, message and stack).
 */

/** A Postgres error class and number, such as `pg/42703` (undefined column). */
type PostgresErrorCode = `pg/${string}`;

export type ErrorCode =
  | PostgresErrorCode
  | 'ask/empty-question'
  | 'ask/empty-schema'
  | 'ask/looping'
  | 'ask/question-too-long'
  | 'ask/not-a-query'
  | 'ask/read-only'
  | 'ask/truncated'
  | 'cancelled'
  | 'database/crashed'
  | 'database/start-failed'
  | 'database/timeout'
  | 'database/not-read-only'
  | 'database/script-too-large'
  | 'engine/crashed'
  | 'engine/generation-failed'
  | 'engine/load-timeout'
  | 'engine/not-loaded'
  | 'file/too-large'
  | 'file/unreadable'
  | 'grammar/unsupported'
  | 'model/host-unreachable'
  | 'model/integrity'
  | 'model/invalid'
  | 'model/missing'
  | 'server/busy'
  | 'server/interrupted'
  | 'server/mixed-content'
  | 'server/not-openai'
  | 'server/refused'
  | 'server/settings'
  | 'server/timeout'
  | 'server/unauthorised'
  | 'server/unreachable'
  | 'smart-query/too-large'
  | 'smart-query/unreadable'
  | 'sql/several-statements'
  | 'sql/syntax'
  | 'sql/unknown-column'
  | 'sql/unknown-table'
  | 'sql/unsupported'
  | 'storage/full'
  | 'storage/unavailable'
  | 'webgpu/device-lost'
  | 'webgpu/no-adapter'
  | 'webgpu/unavailable'
  | 'workspace/damaged'
  | 'workspace/missing'
  | 'workspace/taken'
  | 'internal';

export interface ErrorData {
  readonly code: ErrorCode;
  readonly message: string;
  /** What the person can do next. */
  readonly hint?: string;
  /** Structured extras; Postgres errors carry `PostgresErrorDetails`. */
  readonly details?: Readonly<Record<string, string | number>>;
  readonly cause?: ErrorData;
}

export class AppError extends Error implements ErrorData {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly hint?: string;
  readonly details?: Readonly<Record<string, string | number>>;
  override readonly cause?: ErrorData;

  constructor(data: ErrorData) {
    super(data.message);
    this.code = data.code;
    if (data.hint !== undefined) this.hint = data.hint;
    if (data.details !== undefined) this.details = data.details;
    if (data.cause !== undefined) this.cause = data.cause;
  }
}

/** The plain-object form of any thrown value, fit for `postMessage`. */
export function toErrorData(thrown: unknown): ErrorData {
  if (thrown instanceof AppError) {
    return {
      code: thrown.code,
      message: thrown.message,
      ...(thrown.hint !== undefined && { hint: thrown.hint }),
      ...(thrown.details !== undefined && { details: thrown.details }),
      ...(thrown.cause !== undefined && { cause: thrown.cause }),
    };
  }
  if (isAbortError(thrown)) return { code: 'cancelled', message: 'Cancelled.' };
  if (thrown instanceof Error) return { code: 'internal', message: thrown.message };
  return { code: 'internal', message: String(thrown) };
}

export function isAbortError(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError';
}

export function cancelled(): AppError {
  return new AppError({ code: 'cancelled', message: 'Cancelled.' });
}
