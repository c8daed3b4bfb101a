import type { DownloadFile } from './contract.ts';
import { noRoom } from './failures.ts';
import { inspectFile } from './inspect-file.ts';
import type { Ports } from './ports.ts';

/**
 * Makes sure that what is missing has room, as far as lengths are known and the browser tells. A file on its way into a
 * cache is there twice for a moment, and they go one by one: room for the largest is needed on top.
 *
 * @returns how much of each file is here already
 * @throws AppError `storage/full`
 */
export async function checkRoom(files: readonly DownloadFile[], ports: Ports): Promise<readonly number[]> {
  const present = await Promise.all(files.map((file) => inspectFile(file, ports)));
  const bytes = present.map((each) => (each.kind === 'absent' ? 0 : each.bytes));
  let missing = 0;
  let copied = 0;
  for (const [index, file] of files.entries()) {
    if (present[index]?.kind === 'stored' || file.sizeBytes === null) continue;
    missing += file.sizeBytes - (bytes[index] ?? 0);
    if (file.place.kind === 'cache') copied = Math.max(copied, file.sizeBytes);
  }
  const free = missing + copied > 0 ? await ports.freeBytes() : null;
  if (free !== null && missing + copied > free) throw noRoom(missing + copied, free);
  return bytes;
}
