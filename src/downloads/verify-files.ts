/** Whether what is stored is still what it should be. */
import type { DownloadFile, VerifyProgress } from './contract.ts';
import type { Hasher, Ports, StoredContent } from './ports.ts';

const PIECE_BYTES = 4 * 1024 * 1024;

/** Removes what is not; the files that are not there after that. */
export async function verifyFiles(
  files: readonly DownloadFile[],
  { finals, createHasher }: Pick<Ports, 'finals' | 'createHasher'>,
  onProgress: (progress: VerifyProgress) => void,
  signal: AbortSignal,
): Promise<readonly DownloadFile[]> {
  const contents = await Promise.all(files.map(({ place }) => finals.read(place)));
  const totalBytes = contents.reduce((sum, content) => sum + (content?.size ?? 0), 0);
  const hasher = await createHasher();
  const bad: DownloadFile[] = [];
  let checkedBytes = 0;
  for (const [index, file] of files.entries()) {
    const content = contents[index] ?? null;
    const onBytes = (bytes: number) => {
      checkedBytes += bytes;
      onProgress({ checkedBytes, totalBytes });
    };
    if (content !== null && (await isRight(content, file, hasher, onBytes, signal))) continue;
    await finals.remove(file.place);
    bad.push(file);
  }
  return bad;
}

async function isRight(
  content: StoredContent,
  file: DownloadFile,
  hasher: Hasher,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  if (file.sizeBytes !== null && content.size !== file.sizeBytes) return false;
  if (file.sha256 === null) return true;
  hasher.reset();
  for (let from = 0; from < content.size; from += PIECE_BYTES) {
    signal.throwIfAborted();
    const piece = new Uint8Array(await content.slice(from, from + PIECE_BYTES).arrayBuffer());
    hasher.update(piece);
    onBytes(piece.length);
  }
  return hasher.digest() === file.sha256;
}
