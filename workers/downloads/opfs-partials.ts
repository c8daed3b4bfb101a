/**
 * What has arrived of files, in the origin's private file system: the bytes in one file and what is known of them in
 * another, under the same name. Written through synchronous handles, which only workers have.
 */

import { type PartialRecord, parsePartialRecord } from '../../src/downloads/partial-record.ts';
import type { KeptPart, PartialFile, PartialStore } from '../../src/downloads/ports.ts';
import { fileName, filesOf, findFile, inTurn, openFolder, removeFile } from './opfs.ts';

const BYTES = '.part';
const RECORD = '.json';

export class OpfsPartials implements PartialStore {
  inspect(key: string): Promise<KeptPart | null> {
    return inTurn(async () => {
      const folder = await openFolder('arriving');
      const name = await fileName(key);
      const file = await findFile(folder, name + BYTES);
      if (!file) return null;
      return { bytes: (await file.getFile()).size, record: await readRecord(folder, name) };
    });
  }

  open(key: string): Promise<PartialFile> {
    return inTurn(async () => {
      const folder = await openFolder('arriving');
      const name = await fileName(key);
      const file = await folder.getFileHandle(name + BYTES, { create: true });
      const record = await readRecord(folder, name);
      return new OpfsPartialFile(await file.createSyncAccessHandle(), record, folder, name);
    });
  }

  /** The whole file, for those who take it over; null when there is none. */
  take(key: string): Promise<FileSystemFileHandle | null> {
    return inTurn(async () => await findFile(await openFolder('arriving'), (await fileName(key)) + BYTES));
  }

  remove(key: string): Promise<void> {
    return inTurn(async () => {
      const folder = await openFolder('arriving');
      const name = await fileName(key);
      await Promise.all([BYTES, RECORD].map((ending) => removeFile(folder, name + ending)));
    });
  }

  evict(keys: ReadonlySet<string>): Promise<number> {
    return inTurn(async () => {
      const folder = await openFolder('arriving');
      const kept = new Set(await Promise.all([...keys].map(fileName)));
      let freed = 0;
      for (const file of await filesOf(folder)) {
        if (kept.has(file.name.replace(/\.[a-z]+$/, ''))) continue;
        const { size } = await file.getFile();
        if (await removeFile(folder, file.name)) freed += size;
      }
      return freed;
    });
  }
}

async function readRecord(folder: FileSystemDirectoryHandle, name: string): Promise<PartialRecord | null> {
  const file = await findFile(folder, name + RECORD);
  return file && parsePartialRecord(await (await file.getFile()).text());
}

class OpfsPartialFile implements PartialFile {
  readonly bytes: number;
  readonly record: PartialRecord | null;
  readonly #handle: FileSystemSyncAccessHandle;
  readonly #folder: FileSystemDirectoryHandle;
  readonly #name: string;

  constructor(
    handle: FileSystemSyncAccessHandle,
    record: PartialRecord | null,
    folder: FileSystemDirectoryHandle,
    name: string,
  ) {
    this.#handle = handle;
    this.#folder = folder;
    this.#name = name;
    this.bytes = handle.getSize();
    this.record = record;
  }

  read(buffer: Uint8Array, at: number): Promise<number> {
    return inTurn(async () => this.#handle.read(buffer, { at }));
  }

  write(bytes: Uint8Array, at: number): Promise<void> {
    return inTurn(async () => {
      const written = this.#handle.write(bytes, { at });
      // How a full disk shows in some browsers.
      if (written < bytes.length) throw new DOMException('Not all was written.', 'QuotaExceededError');
    });
  }

  truncate(bytes: number): Promise<void> {
    return inTurn(async () => this.#handle.truncate(bytes));
  }

  writeRecord(record: PartialRecord): Promise<void> {
    return inTurn(async () => {
      const file = await this.#folder.getFileHandle(this.#name + RECORD, { create: true });
      const handle = await file.createSyncAccessHandle();
      try {
        handle.truncate(0);
        handle.write(new TextEncoder().encode(JSON.stringify(record)), { at: 0 });
      } finally {
        handle.close();
      }
    });
  }

  close(): Promise<void> {
    return inTurn(async () => {
      try {
        this.#handle.flush();
      } finally {
        this.#handle.close();
      }
    });
  }
}
