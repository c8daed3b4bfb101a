import { type DownloadFile, type FilePresence, placeKey } from './contract.ts';
import { usableBytes } from './partial-record.ts';
import type { Ports, StoredFile } from './ports.ts';

/** What there is of a file, without reading it. */
export async function inspectFile(
  file: DownloadFile,
  { finals, partials }: Pick<Ports, 'finals' | 'partials'>,
): Promise<FilePresence> {
  const stored = await finals.stored(file.place);
  if (stored && isThatFile(stored, file)) return { kind: 'stored', bytes: stored.bytes };
  const key = placeKey(file.place);
  const bytes = usableBytes(file, key, await partials.inspect(key));
  return bytes > 0 ? { kind: 'partial', bytes } : { kind: 'absent' };
}

/** Whether what is stored need not be downloaded. */
export function isThatFile(stored: StoredFile, file: DownloadFile): boolean {
  if (file.sizeBytes !== null && stored.bytes !== file.sizeBytes) return false;
  return file.sha256 === null || stored.sha256 === file.sha256;
}
