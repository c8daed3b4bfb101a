/**
 * What the downloads' worker offers: files of many megabytes that arrive whole or not at all, wherever the engines look
 * for them. What has arrived of a file is kept when a download stops, and the next one goes on from there.
 */

export interface DownloadContract {
  /**
   * Brings every file to its place; those that are there already cost nothing. Aborting the signal is how a download is
   * paused: the same call goes on where it stopped, after a reload too. The first file that fails stops the others, and
   * what has arrived of them is kept. Rejects with `model/host-unreachable`, `model/missing`, `model/integrity`,
   * `storage/full`, `storage/unavailable` or `cancelled`.
   */
  download(
    files: readonly DownloadFile[],
    options: DownloadOptions,
    onProgress: (progress: DownloadProgress) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** What there is of each file, in the same order. Reads no content. */
  inspect(files: readonly DownloadFile[]): Promise<readonly FilePresence[]>;
  /**
   * Reads what is stored again and removes what is not as it should be. The files that were removed or missing; a file
   * without a hash is judged by its length.
   */
  verify(
    files: readonly DownloadFile[],
    onProgress: (progress: VerifyProgress) => void,
    signal: AbortSignal,
  ): Promise<readonly DownloadFile[]>;
  /** The content of a stored file, not copied. Rejects with `model/missing`. */
  read(place: Place): Promise<Blob>;
  /** Removes what is stored and what has arrived. */
  remove(places: readonly Place[]): Promise<void>;
  /** Removes all that is stored, or has arrived, for other places than these. The number of bytes that were freed. */
  evict(keep: readonly Place[]): Promise<number>;
}

export interface DownloadOptions {
  /** Files at a time; 4 when absent. */
  readonly parallel?: number;
}

export interface DownloadFile {
  /** What people call it, for messages. */
  readonly name: string;
  /** Absolute addresses of the same content, the preferred one first; at least one. */
  readonly urls: readonly [string, ...string[]];
  /** Null where it is not known before the download. */
  readonly sizeBytes: number | null;
  /** Lower-case hex; null where nobody has published one: then the length is all that is checked. */
  readonly sha256: string | null;
  readonly place: Place;
}

/** The caches in which WebLLM looks for a model's settings, library, and weights with the tokenizer. */
export type WebLlmCache = 'webllm/config' | 'webllm/wasm' | 'webllm/model';

/** Where a file goes once it is whole. */
export type Place =
  /** An entry of the Cache API, under the exact address that WebLLM asks for. */
  | { readonly kind: 'cache'; readonly cache: WebLlmCache; readonly url: string; readonly contentType: string }
  /** A file of the origin's private file system. A name is one file: named by their hash, equal files are kept once. */
  | { readonly kind: 'file'; readonly name: string };

export interface DownloadProgress {
  /** Bytes of all files that are here, those from before included. Never goes back. */
  readonly loadedBytes: number;
  /** Null until the length of every file is known. */
  readonly totalBytes: number | null;
  /** What comes over the network, smoothed over some seconds; null before there is enough to tell. */
  readonly bytesPerSecond: number | null;
  /** Null when it cannot be told. */
  readonly secondsLeft: number | null;
  /** In the order of the request. */
  readonly files: readonly FileProgress[];
}

export interface FileProgress {
  readonly name: string;
  readonly state: FileState;
  readonly loadedBytes: number;
  readonly totalBytes: number | null;
}

export type FileState =
  /** Its turn has not come, or another tab is downloading it. */
  | { readonly kind: 'queued' }
  /** What had arrived earlier is read again for the hash. */
  | { readonly kind: 'checking' }
  | { readonly kind: 'downloading'; readonly host: string }
  /** It goes on by itself when the browser is back online. */
  | { readonly kind: 'offline' }
  /** The host is asked again at this time (milliseconds since 1970). */
  | { readonly kind: 'retrying'; readonly host: string; readonly why: string; readonly at: number }
  /** It is whole and on its way to its place. */
  | { readonly kind: 'storing' }
  | { readonly kind: 'done' };

export interface VerifyProgress {
  readonly checkedBytes: number;
  readonly totalBytes: number;
}

export type FilePresence =
  | { readonly kind: 'absent' }
  | { readonly kind: 'partial'; readonly bytes: number }
  | { readonly kind: 'stored'; readonly bytes: number };

/** Two places are the same when their keys are equal. */
export function placeKey(place: Place): string {
  return place.kind === 'cache' ? `cache ${place.cache} ${place.url}` : `file ${place.name}`;
}
