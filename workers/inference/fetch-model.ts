/** Downloads a file of a model and makes sure that it is the one that was meant. */
import { AppError, cancelled } from '../../src/platform/errors.ts';

export interface ModelFile {
  readonly url: string;
  /** What people call it, for messages. */
  readonly name: string;
  readonly sizeBytes: number;
  /** Lower-case hex; null skips the check. */
  readonly sha256: string | null;
}

/**
 * Fetches the whole file, or nothing: a model runtime that is given half a file may hang or answer nonsense.
 *
 * @param onBytes called with the bytes received so far
 * @throws AppError `model/missing`, `model/integrity`, `model/host-unreachable` or `cancelled`
 */
export async function fetchModelFile(
  file: ModelFile,
  onBytes: (loadedBytes: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  try {
    const response = await fetch(file.url, { signal });
    checkResponse(response, file);
    const bytes = await readBody(response, file, onBytes);
    if (file.sha256 !== null) await checkHash(bytes, file.sha256, file);
    return new Blob([bytes]);
  } catch (error) {
    if (signal.aborted) throw cancelled();
    if (error instanceof AppError) throw error;
    // fetch and body streams say no more than "Failed to fetch": no network, a refused connection, a CORS refusal.
    throw unreachable(file, error instanceof Error ? error.message : String(error));
  }
}

/** @throws AppError when the server answered with something else than a file */
function checkResponse(response: Response, file: ModelFile): void {
  if (response.status >= 500) throw unreachable(file, `status ${response.status}`);
  // Static hosts that serve single-page applications answer an unknown path with their start page.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (response.ok && !isPage) return;
  throw new AppError({
    code: 'model/missing',
    message: `${file.name} is not on the server.`,
    hint: 'The page may be installed incompletely: publish the whole build again.',
    details: { url: file.url, status: response.status },
  });
}

async function readBody(
  response: Response,
  file: ModelFile,
  onBytes: (loadedBytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.sizeBytes);
  let loaded = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    if (loaded + read.value.length > bytes.length) {
      await reader?.cancel();
      throw damaged(file, `it is larger than the expected ${file.sizeBytes} bytes`);
    }
    bytes.set(read.value, loaded);
    loaded += read.value.length;
    onBytes(loaded);
  }
  if (loaded < bytes.length) throw damaged(file, `only ${loaded} of ${file.sizeBytes} bytes arrived`);
  return bytes;
}

async function checkHash(bytes: Uint8Array<ArrayBuffer>, expected: string, file: ModelFile): Promise<void> {
  if (!('subtle' in crypto)) {
    throw new AppError({
      code: 'model/integrity',
      message: `${file.name} cannot be checked: browsers hash files only on secure pages.`,
      hint: 'Open this page over https, or on localhost.',
    });
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const actual = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (actual !== expected) throw damaged(file, 'its SHA-256 is not the expected one');
}

function damaged(file: ModelFile, why: string): AppError {
  return new AppError({
    code: 'model/integrity',
    message: `${file.name} is damaged: ${why}.`,
    hint: 'Try again; reload the page without its cache if this stays.',
    details: { url: file.url },
  });
}

function unreachable(file: ModelFile, why: string): AppError {
  const { host } = new URL(file.url);
  return new AppError({
    code: 'model/host-unreachable',
    message: `${host} cannot be reached for ${file.name}.`,
    hint: 'Check the connection and try again.',
    details: { host, url: file.url, why },
  });
}
