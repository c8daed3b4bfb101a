/** Files as they are dropped or chosen, with those in folders. */

export interface DroppedFile {
  readonly file: File;
  /** The name, with the folders above it as far as they were dropped too: `migrations/001/up.sql`. */
  readonly path: string;
}

/** Files of one drop: more than any folder of migrations has, and few enough to be listed. */
export const MAX_FILES = 2_000;

/** To be called while the drop event is handled: the browser forgets afterwards what was dropped. */
export async function droppedFiles(data: DataTransfer): Promise<readonly DroppedFile[]> {
  const loose = chosenFiles(data.files);
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return loose;
  const files: DroppedFile[] = [];
  for (const entry of entries) await collect(entry, files);
  return files;
}

export function chosenFiles(files: FileList | null): readonly DroppedFile[] {
  return [...(files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

async function collect(entry: FileSystemEntry, into: DroppedFile[]): Promise<void> {
  // What lies in `.git` or `node_modules` was not meant.
  if (into.length >= MAX_FILES || entry.name.startsWith('.') || entry.name === 'node_modules') return;
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    into.push({ file, path: entry.fullPath.replace(/^\//, '') });
    return;
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return;
  const reader = entry.createReader();
  // The reader gives some entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const inner of some) await collect(inner, into);
  }
}
