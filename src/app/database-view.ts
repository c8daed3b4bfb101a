/** What the page knows of the database that is asked about. */
import type { ApplyProgress, ApplyReport, OpenProgress, RestoreReason } from '../database/contract.ts';
import { AppError, type ErrorData } from '../platform/errors.ts';
import type { Schema } from '../schema/model.ts';
import type { Sample } from '../schema/samples.ts';
import type { Workspace } from '../workspaces/workspace.ts';

export type DatabaseStatus =
  | { readonly kind: 'starting'; readonly progress: OpenProgress | null }
  | { readonly kind: 'filling'; readonly progress: ApplyProgress | null }
  | { readonly kind: 'restoring'; readonly reason: RestoreReason }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: ErrorData };

export type Source =
  | { readonly kind: 'sample'; readonly sample: Sample }
  /** The person's own; `elsewhere` while another tab owns it, so that it can be read here and not changed. */
  | { readonly kind: 'workspace'; readonly workspace: Workspace; readonly access: 'here' | 'elsewhere' }
  /** The person's own, where the browser keeps nothing: gone when the page is closed. */
  | { readonly kind: 'unkept'; readonly title: string };

export interface DatabaseView {
  readonly status: DatabaseStatus;
  readonly source: Source;
  /** The databases that this browser keeps, the latest changed first. */
  readonly workspaces: readonly Workspace[];
  readonly schema: Schema;
  /** What became of the statements of the person's own script, until dismissed. */
  readonly report: ApplyReport | null;
  /** Why a script was not imported; the database is as it was before, unless `status` says that it failed too. */
  readonly importError: ErrorData | null;
  /** Why a database could not be opened, changed or kept, until dismissed. What is open works all the same. */
  readonly problem: ErrorData | null;
  /** What undo would take back: `the import of shop.sql`. */
  readonly undoable: string | null;
}

export function sourceTitle(source: Source): string {
  switch (source.kind) {
    case 'sample':
      return source.sample.title;
    case 'workspace':
      return source.workspace.title;
    case 'unkept':
      return source.title;
  }
}

/** The first statement that failed, as an error; null when none did. */
export function failureIn({ statements }: ApplyReport): AppError | null {
  for (const { line, outcome } of statements) {
    if (outcome.kind !== 'failed') continue;
    const { code, reason, hint, atLine = line } = outcome;
    return new AppError({ code, message: reason, ...(hint !== undefined && { hint }), details: { line: atLine } });
  }
  return null;
}

export function nothingApplied(report: ApplyReport): AppError {
  const failure = failureIn(report);
  return new AppError({
    code: failure?.code ?? 'ask/empty-schema',
    message: failure
      ? `Line ${failure.details?.line}: ${failure.message}`
      : 'The script holds no statement that could be run.',
    hint: 'No statement could be applied, so the database is as it was before.',
  });
}
