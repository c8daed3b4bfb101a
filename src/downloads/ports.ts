/** What the downloader needs of the world around it: a browser's worker offers it, and so do tests in Node. */
import type { Place } from './contract.ts';
import type { PartialRecord } from './partial-record.ts';

export interface Ports {
  readonly fetch: Fetch;
  readonly partials: PartialStore;
  readonly finals: FinalStore;
  readonly clock: Clock;
  /** At least 0 and less than 1. */
  readonly random: () => number;
  readonly createHasher: () => Promise<Hasher>;
  readonly connection: Connection;
  /** Whether a page may read answers from there without the host's consent. */
  readonly isOwnOrigin: (url: string) => boolean;
  /** Runs `job` while no other tab or call runs one for the same key. An abort ends the waiting, not the job. */
  readonly exclusively: <Result>(key: string, job: () => Promise<Result>, signal: AbortSignal) => Promise<Result>;
  /** What the browser would still let this page store; null when it does not tell. */
  readonly freeBytes: () => Promise<number | null>;
}

/** The part of the Fetch standard that is used. */
export type Fetch = (
  url: string,
  init: { readonly headers: Record<string, string>; readonly cache: 'no-store'; readonly signal: AbortSignal },
) => Promise<Answer>;

export interface Answer {
  readonly status: number;
  /** The answer is that of another address, to which the one asked had pointed. */
  readonly redirected: boolean;
  /** `cors` when headers may be hidden from the page. */
  readonly type: string;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): BodyReader } | null;
}

export interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
}

/** Milliseconds since 1970, not going back within a session. */
export interface Clock {
  now(): number;
  /** Rejects when the signal aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export interface Connection {
  isOnline(): boolean;
  /** Resolves when the browser says that it is online again; rejects when the signal aborts. */
  online(signal: AbortSignal): Promise<void>;
}

/** SHA-256. */
export interface Hasher {
  reset(): void;
  /** Does not keep `bytes`. */
  update(bytes: Uint8Array): void;
  /** Lower-case hex. */
  digest(): string;
}

/** What has arrived of files, by the key of their place. Everything throws `storage/full` or `storage/unavailable`. */
export interface PartialStore {
  inspect(key: string): Promise<KeptPart | null>;
  /** Makes it when there is none. Only one at a time may be open. */
  open(key: string): Promise<PartialFile>;
  remove(key: string): Promise<void>;
  /** Removes all others; the bytes that were freed. */
  evict(keys: ReadonlySet<string>): Promise<number>;
}

export interface KeptPart {
  readonly bytes: number;
  /** Null where it is missing or unreadable: nobody knows what the bytes are then. */
  readonly record: PartialRecord | null;
}

export interface PartialFile extends KeptPart {
  /** Reads as much as there is, up to the buffer's length, and tells how much. */
  read(buffer: Uint8Array, at: number): Promise<number>;
  write(bytes: Uint8Array, at: number): Promise<void>;
  truncate(bytes: number): Promise<void>;
  writeRecord(record: PartialRecord): Promise<void>;
  close(): Promise<void>;
}

/** Whole files. Everything throws `storage/full` or `storage/unavailable`. */
export interface FinalStore {
  stored(place: Place): Promise<StoredFile | null>;
  /**
   * Takes what has arrived for `key` over as the whole file, at once or not at all. The bytes that arrived may be gone
   * then or still be there; the caller removes them.
   */
  adopt(key: string, place: Place, sha256: string | null): Promise<void>;
  /** Null when it is not there. */
  read(place: Place): Promise<StoredContent | null>;
  remove(place: Place): Promise<void>;
  /** Removes all others; the bytes that were freed. */
  evict(keys: ReadonlySet<string>): Promise<number>;
}

export interface StoredFile {
  readonly bytes: number;
  /** What it was found to be when it was stored; null when nobody looked. */
  readonly sha256: string | null;
}

/** As of a `Blob`. */
export interface StoredContent extends Blob {
  slice(from: number, to: number): Blob;
}
