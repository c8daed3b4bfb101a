/** How far an import is, in words. */
import type { DatabaseStatus } from '../../app/database-view.ts';
import type { ApplyProgress } from '../../database/contract.ts';
import { bytes, count } from '../parts/format.ts';

/** What the dialog waits for: statements or bytes of a file, or a database that starts before or after them. */
export type ImportProgress = ApplyProgress | 'starting' | 'restoring';

/** Null while nothing is going on. */
export function importProgress(status: DatabaseStatus): ImportProgress | null {
  if (status.kind === 'ready' || status.kind === 'failed') return null;
  return status.kind === 'filling' ? (status.progress ?? 'starting') : 'restoring';
}

export function fractionOf(progress: ImportProgress): number | null {
  return typeof progress === 'string' || progress.total === 0 ? null : progress.done / progress.total;
}

/** @param unit what is counted: statements of a script, bytes of a file */
export function progressText(progress: ImportProgress, unit: 'statements' | 'bytes'): string {
  if (progress === 'restoring') return 'Putting the database back as it was…';
  if (progress === 'starting') return 'Starting a fresh database…';
  const { done, total } = progress;
  if (total === 0) return 'Reading the script…';
  if (done === total) return 'Saving the database…';
  return unit === 'bytes' ? `${bytes(done)} of ${bytes(total)}` : `${count(done)} of ${count(total)} statements`;
}
