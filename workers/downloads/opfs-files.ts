/** Whole files in the origin's private file system. Their names say what they are, since a file has no room for notes. */
import { type Place, placeKey } from '../../src/downloads/contract.ts';
import type { StoredFile } from '../../src/downloads/ports.ts';
import { fileName, filesOf, inTurn, moveFile, openFolder, removeFile } from './opfs.ts';

export type FilePlace = Extract<Place, { kind: 'file' }>;

/** In the name of a file whose hash nobody knew. */
const UNCHECKED = 'unchecked';

interface Found {
  readonly handle: FileSystemFileHandle;
  readonly sha256: string | null;
}

export function opfsFile(place: FilePlace): Promise<StoredFile | null> {
  return inTurn(async () => {
    const found = await find(place);
    return found && { bytes: (await found.handle.getFile()).size, sha256: found.sha256 };
  });
}

export function readOpfsFile(place: FilePlace): Promise<Blob | null> {
  return inTurn(async () => (await (await find(place))?.handle.getFile()) ?? null);
}

export function moveToOpfs(place: FilePlace, file: FileSystemFileHandle, sha256: string | null): Promise<void> {
  return inTurn(async () => {
    await moveFile(file, await openFolder('files'), `${await nameOf(place)}.${sha256 ?? UNCHECKED}`);
  });
}

export function removeOpfsFile(place: FilePlace): Promise<void> {
  return inTurn(async () => {
    const found = await find(place);
    if (found) await removeFile(await openFolder('files'), found.handle.name);
  });
}

export function evictOpfsFiles(keep: ReadonlySet<string>): Promise<number> {
  return inTurn(async () => {
    const folder = await openFolder('files');
    const kept = new Set(await Promise.all([...keep].map(fileName)));
    let freed = 0;
    for (const handle of await filesOf(folder)) {
      if (kept.has(handle.name.split('.')[0] ?? '')) continue;
      const { size } = await handle.getFile();
      if (await removeFile(folder, handle.name)) freed += size;
    }
    return freed;
  });
}

async function nameOf(place: FilePlace): Promise<string> {
  return await fileName(placeKey(place));
}

async function find(place: FilePlace): Promise<Found | null> {
  const name = await nameOf(place);
  const handle = (await filesOf(await openFolder('files'))).find((each) => each.name.startsWith(`${name}.`));
  if (!handle) return null;
  const sha256 = handle.name.slice(name.length + 1);
  return { handle, sha256: sha256 === UNCHECKED ? null : sha256 };
}
