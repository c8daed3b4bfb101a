/** The origin's private file system, as far as the standard library's types do not know it or it is called awkwardly. */
import { storageError } from '../../src/downloads/failures.ts';
import { SerialQueue } from '../../src/platform/serial-queue.ts';

const FOLDER = 'models';

/** All browsers with synchronous handles have it, for files of the same file system. */
interface Movable {
  move(folder: FileSystemDirectoryHandle, name: string): Promise<void>;
}

const turns = new SerialQueue();

/**
 * Runs `work` alone among all work on these files, and so that what the browser throws is an AppError. In private windows
 * of Chromium 156 a synchronous handle that is asked for while this thread writes through another one sometimes never comes.
 */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  return storing(() => turns.run(work)).catch((error) => {
    // Whoever clears the page's storage takes the folders away under their handles.
    folders.clear();
    throw error;
  });
}

const folders = new Map<string, FileSystemDirectoryHandle>();

/** A folder of this page's private files; made when it is not there. */
export async function openFolder(name: string): Promise<FileSystemDirectoryHandle> {
  const opened = folders.get(name);
  if (opened) return opened;
  const root = await navigator.storage.getDirectory();
  const models = await root.getDirectoryHandle(FOLDER, { create: true });
  const folder = await models.getDirectoryHandle(name, { create: true });
  folders.set(name, folder);
  return folder;
}

/** Runs `work` so that what the browser's storage throws is an AppError. */
export async function storing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    throw storageError(thrown);
  }
}

/** A file's name for a key of any length and spelling. */
export async function fileName(key: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Null when there is none of that name. */
export async function findFile(folder: FileSystemDirectoryHandle, name: string): Promise<FileSystemFileHandle | null> {
  try {
    return await folder.getFileHandle(name);
  } catch (thrown) {
    if (isNamed(thrown, 'NotFoundError')) return null;
    throw thrown;
  }
}

/** @returns false when it is open somewhere and stays for that; true when it is not there (any more) */
export async function removeFile(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.removeEntry(name);
    return true;
  } catch (thrown) {
    if (isNamed(thrown, 'NotFoundError')) return true;
    if (isNamed(thrown, 'NoModificationAllowedError')) return false;
    throw thrown;
  }
}

/** In one step: nobody sees half of it. */
export async function moveFile(
  file: FileSystemFileHandle,
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<void> {
  if (!isMovable(file)) throw new Error('This browser cannot move files.');
  await file.move(folder, name);
}

/** The plain files of a folder. */
export async function filesOf(folder: FileSystemDirectoryHandle): Promise<readonly FileSystemFileHandle[]> {
  const files: FileSystemFileHandle[] = [];
  for await (const handle of folder.values()) if (isFile(handle)) files.push(handle);
  return files;
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}

function isMovable(file: FileSystemFileHandle): file is FileSystemFileHandle & Movable {
  return 'move' in file;
}

function isNamed(thrown: unknown, name: string): boolean {
  return thrown instanceof DOMException && thrown.name === name;
}
