/** A data directory that was saved as a file: a gzipped tar, as PGlite dumps it. */
import { AppError, toErrorData } from '../../src/platform/errors.ts';
import { gunzip } from './gzip.ts';

/** Compressed; the data directory has to fit the browser's memory several times over. */
const MAX_FILE_BYTES = 200 * 1024 * 1024;
/** Uncompressed. */
export const MAX_DATA_DIRECTORY_BYTES = 1024 * 1024 * 1024;
/** Of PostgreSQL, as in the file PG_VERSION: data directories are not read by another. */
const POSTGRES_VERSION = '18';
/** A tar consists of blocks; the first of a file is its header. */
const TAR_BLOCK = 512;

/**
 * The uncompressed tar.
 *
 * @throws AppError `workspace/damaged` when it is no data directory of this version of Postgres
 */
export async function readDataDirectory(file: Blob): Promise<Blob> {
  if (file.size > MAX_FILE_BYTES) {
    throw notReadable(`It has ${Math.round(file.size / 1024 / 1024)} MB; at most 200 MB are taken.`);
  }
  const tar = await gunzip(file, MAX_DATA_DIRECTORY_BYTES).catch((thrown) => {
    if (thrown instanceof RangeError) throw notReadable(thrown.message);
    throw notReadable('It is not compressed with gzip.', toErrorData(thrown).message);
  });
  const version = versionOf(new Uint8Array(await tar.arrayBuffer()));
  if (version === null) throw notReadable('There is no PG_VERSION in it.');
  if (version !== POSTGRES_VERSION) {
    throw notReadable(`It is of PostgreSQL ${version}, and this page runs PostgreSQL ${POSTGRES_VERSION}.`);
  }
  return tar;
}

/** What the file PG_VERSION says, which is among the first of the archive's top folder. */
function versionOf(tar: Uint8Array): string | null {
  const text = (from: number, to: number) => new TextDecoder().decode(tar.subarray(from, to)).replace(/\0.*$/s, '');
  for (let at = 0; at + TAR_BLOCK <= tar.length; ) {
    const name = text(at, at + 100);
    if (name === '') return null;
    const size = Number.parseInt(text(at + 124, at + 136).trim() || '0', 8);
    if (!Number.isSafeInteger(size) || size < 0) return null;
    if (/^(?:\.?\/)?PG_VERSION$/.test(name)) return text(at + TAR_BLOCK, at + TAR_BLOCK + size).trim();
    at += TAR_BLOCK + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
  }
  return null;
}

function notReadable(why: string, cause?: string): AppError {
  return new AppError({
    code: 'workspace/damaged',
    message: `This is no saved database. ${why}`,
    hint: 'Choose a file that was saved here with “Save as a file”. Scripts and tables are imported instead.',
    ...(cause !== undefined && { cause: { code: 'internal', message: cause } }),
  });
}
