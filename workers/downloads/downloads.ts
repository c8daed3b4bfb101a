import {
  type DownloadContract,
  type DownloadFile,
  type DownloadOptions,
  type DownloadProgress,
  type FilePresence,
  type Place,
  placeKey,
  type VerifyProgress,
} from '../../src/downloads/contract.ts';
import { downloadFiles } from '../../src/downloads/download-files.ts';
import { inspectFile } from '../../src/downloads/inspect-file.ts';
import type { Ports } from '../../src/downloads/ports.ts';
import { verifyFiles } from '../../src/downloads/verify-files.ts';
import { AppError } from '../../src/platform/errors.ts';

/** The downloader behind the contract. */
export class Downloads implements DownloadContract {
  readonly #ports: Ports;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  async download(
    files: readonly DownloadFile[],
    options: DownloadOptions,
    onProgress: (progress: DownloadProgress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    await downloadFiles(files, options, this.#ports, onProgress, signal);
  }

  async inspect(files: readonly DownloadFile[]): Promise<readonly FilePresence[]> {
    return await Promise.all(files.map((file) => inspectFile(file, this.#ports)));
  }

  async verify(
    files: readonly DownloadFile[],
    onProgress: (progress: VerifyProgress) => void,
    signal: AbortSignal,
  ): Promise<readonly DownloadFile[]> {
    return await verifyFiles(files, this.#ports, onProgress, signal);
  }

  async read(place: Place): Promise<Blob> {
    const content = await this.#ports.finals.read(place);
    if (content) return content;
    throw new AppError({
      code: 'model/missing',
      message: 'A file of the model is not in the browser any more.',
      hint: 'Download the model again: only what is missing is fetched.',
      details: { file: placeKey(place) },
    });
  }

  async remove(places: readonly Place[]): Promise<void> {
    const { finals, partials } = this.#ports;
    for (const place of places) {
      await finals.remove(place);
      await partials.remove(placeKey(place));
    }
  }

  async evict(keep: readonly Place[]): Promise<number> {
    const keys = new Set(keep.map(placeKey));
    return (await this.#ports.partials.evict(keys)) + (await this.#ports.finals.evict(keys));
  }
}
