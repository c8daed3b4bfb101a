/** One file or folder of a tar archive. */
export interface TarEntry {
  readonly path: string;
  readonly isFolder: boolean;
  readonly data: Uint8Array;
}

const BLOCK_BYTES = 512;
/** Where a header has the path, the size in octal digits and the kind (POSIX.1-1988, ustar). */
const PATH = [0, 100] as const;
const SIZE = [124, 136] as const;
const KIND = [156, 157] as const;
const FOLDER = '5';

/** The entries of a plain tar archive, as PGlite packs its extensions: no long names, no links. */
export function untar(archive: Uint8Array): TarEntry[] {
  const entries: TarEntry[] = [];
  let offset = 0;
  while (offset + BLOCK_BYTES <= archive.length) {
    const header = archive.subarray(offset, offset + BLOCK_BYTES);
    const path = field(header, PATH);
    if (path === '') break;
    const size = Number.parseInt(field(header, SIZE) || '0', 8);
    const start = offset + BLOCK_BYTES;
    if (!(start + size <= archive.length)) throw new Error(`the archive ends inside ${path}`);
    const isFolder = field(header, KIND) === FOLDER || path.endsWith('/');
    entries.push({ path, isFolder, data: archive.slice(start, start + size) });
    offset = start + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
  }
  return entries;
}

function field(header: Uint8Array, [start, end]: readonly [number, number]): string {
  const text = new TextDecoder().decode(header.subarray(start, end));
  const zero = text.indexOf('\0');
  return (zero < 0 ? text : text.slice(0, zero)).trim();
}
