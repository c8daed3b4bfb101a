import type { EngineStatus } from '../../engine/client.ts';
import type { LoadProgress } from '../../engine/contract.ts';
import { unreachable } from '../../platform/assert.ts';
import { bytes } from '../parts/format.ts';

/** The model's status in a few words. */
export function modelText(status: EngineStatus): string {
  switch (status.kind) {
    case 'empty':
      return 'not loaded yet';
    case 'loading':
      return progressText(status.progress);
    case 'ready':
    case 'generating':
      return status.loaded.backend;
    case 'failed':
      return 'could not be loaded';
    default:
      return unreachable(status);
  }
}

function progressText(progress: LoadProgress | null): string {
  if (progress === null) return 'starting…';
  if (progress.phase === 'start') return progress.note;
  return `${bytes(progress.loadedBytes)} of ${bytes(progress.totalBytes)}`;
}

/** 0 to 1, or null while unknown. */
export function loadFraction(progress: LoadProgress | null): number | null {
  if (progress?.phase !== 'download' || progress.totalBytes === 0) return null;
  return Math.min(1, progress.loadedBytes / progress.totalBytes);
}
