import type { DownloadFile } from './contract.ts';
import { type Source, usableBytes } from './partial-record.ts';
import type { Hasher, PartialFile, Ports } from './ports.ts';

/** Read at a time to be hashed again. */
const PIECE_BYTES = 1024 * 1024;
/** After so much the worker looks at its messages, a cancel among them: some tens of milliseconds of hashing. */
const PIECES_IN_A_ROW = 16;

/** What has arrived of a file: written, hashed and counted byte by byte. To be closed. */
export class Received {
  readonly #key: string;
  readonly #file: DownloadFile;
  readonly #partial: PartialFile;
  /** Null when there is nothing to compare a hash with. */
  readonly #hasher: Hasher | null;
  readonly #ports: Ports;
  #bytes: number;
  #hashedBytes = 0;
  #source: Source | null;
  #totalBytes: number | null;

  private constructor(key: string, file: DownloadFile, partial: PartialFile, hasher: Hasher | null, ports: Ports) {
    this.#key = key;
    this.#file = file;
    this.#partial = partial;
    this.#hasher = hasher;
    this.#ports = ports;
    this.#bytes = usableBytes(file, key, partial);
    this.#source = partial.record?.source ?? null;
    this.#totalBytes = file.sizeBytes ?? partial.record?.totalBytes ?? null;
  }

  static async open(key: string, file: DownloadFile, ports: Ports): Promise<Received> {
    const hasher = file.sha256 === null ? null : await ports.createHasher();
    const partial = await ports.partials.open(key);
    try {
      const received = new Received(key, file, partial, hasher, ports);
      // Bytes of another file may be there.
      if (received.bytes === 0) await received.startOver();
      else hasher?.reset();
      return received;
    } catch (thrown) {
      await partial.close();
      throw thrown;
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Where they came from. */
  get source(): Source | null {
    return this.#source;
  }

  /** Null until a server tells, where the file's length is not given. */
  get totalBytes(): number | null {
    return this.#totalBytes;
  }

  get isComplete(): boolean {
    return this.#bytes === this.#totalBytes;
  }

  /** Hashes what is kept, as it is on the disk. Does nothing when it is hashed already. */
  async rehash(signal: AbortSignal): Promise<void> {
    if (!this.#hasher || this.#hashedBytes === this.#bytes) return;
    const piece = new Uint8Array(PIECE_BYTES);
    for (let pieces = 1; this.#hashedBytes < this.#bytes; pieces++) {
      const read = await this.#partial.read(piece, this.#hashedBytes);
      if (read === 0) break;
      this.#hasher.update(piece.subarray(0, read));
      this.#hashedBytes += read;
      if (pieces % PIECES_IN_A_ROW === 0) await this.#ports.clock.sleep(0, signal);
    }
  }

  /** Notes where the bytes come from that are going to be appended. */
  async comesFrom(source: Source, totalBytes: number | null): Promise<void> {
    this.#totalBytes = this.#file.sizeBytes ?? totalBytes;
    if (JSON.stringify(source) === JSON.stringify(this.#source) && this.#bytes > 0) return;
    this.#source = source;
    await this.#partial.writeRecord({
      version: 1,
      key: this.#key,
      sizeBytes: this.#file.sizeBytes,
      sha256: this.#file.sha256,
      totalBytes: this.#totalBytes,
      source,
    });
  }

  async append(bytes: Uint8Array): Promise<void> {
    await this.#partial.write(bytes, this.#bytes);
    this.#hasher?.update(bytes);
    this.#bytes += bytes.length;
    this.#hashedBytes += bytes.length;
  }

  /** The body that came to its end was all there is. */
  end(): void {
    this.#totalBytes = this.#file.sizeBytes ?? this.#bytes;
  }

  async startOver(): Promise<void> {
    await this.#partial.truncate(0);
    this.#hasher?.reset();
    this.#bytes = 0;
    this.#hashedBytes = 0;
    this.#source = null;
  }

  /** What is wrong with the whole file; null when nothing is. */
  fault(): string | null {
    const { sizeBytes, sha256 } = this.#file;
    if (sizeBytes !== null && this.#bytes !== sizeBytes) return `${this.#bytes} bytes arrived, not ${sizeBytes}`;
    if (this.#hasher && this.#hasher.digest() !== sha256) return 'its SHA-256 is not the expected one';
    return null;
  }

  async close(): Promise<void> {
    await this.#partial.close();
  }
}
