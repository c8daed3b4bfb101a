/** Ports for tests: Node's own fetch and hash, stores in memory, and waits that last a fraction of what they would. */
import { createHash } from 'node:crypto';
import { cancelled } from '../../platform/errors.ts';
import { SerialQueue } from '../../platform/serial-queue.ts';
import { type Place, placeKey } from '../contract.ts';
import { storageError } from '../failures.ts';
import type { PartialRecord } from '../partial-record.ts';
import type { Clock, FinalStore, Hasher, PartialStore, Ports } from '../ports.ts';

interface Part {
  bytes: Uint8Array;
  record: PartialRecord | null;
  isOpen: boolean;
}

export interface MemoryStores {
  readonly parts: Map<string, Part>;
  readonly files: Map<string, { readonly bytes: Uint8Array; readonly sha256: string | null }>;
  /** The most bytes that both may hold. */
  quota: number;
}

export function memoryStores(): MemoryStores {
  return { parts: new Map(), files: new Map(), quota: Number.POSITIVE_INFINITY };
}

/** @param overrides what a test scripts itself */
export function memoryPorts(stores: MemoryStores, overrides: Partial<Ports> = {}): Ports {
  const locks = new Map<string, SerialQueue>();
  return {
    fetch: (url, init) => fetch(url, init),
    partials: partialStore(stores),
    finals: finalStore(stores),
    clock: fastClock(),
    random: Math.random,
    createHasher: async () => nodeHasher(),
    connection: { isOnline: () => true, online: () => new Promise(() => undefined) },
    isOwnOrigin: () => false,
    exclusively(key, job, signal) {
      const lock = locks.get(key) ?? new SerialQueue();
      locks.set(key, lock);
      return lock.run(job, signal);
    },
    freeBytes: async () => stores.quota - heldBytes(stores),
    ...overrides,
  };
}

/** Real time, but that waits pass faster: a second in 5 ms. */
function fastClock(): Clock {
  const SPEED = 200;
  const start = performance.now();
  return {
    now: () => (performance.now() - start) * SPEED,
    sleep: (milliseconds, signal) => sleep(milliseconds / SPEED, signal),
  };
}

export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(cancelled());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
}

function nodeHasher(): Hasher {
  let hash = createHash('sha256');
  return {
    reset: () => {
      hash = createHash('sha256');
    },
    update: (bytes) => void hash.update(bytes),
    digest: () => hash.digest('hex'),
  };
}

function heldBytes({ parts, files }: MemoryStores): number {
  return [...parts.values(), ...files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function partialStore(stores: MemoryStores): PartialStore {
  const { parts } = stores;
  return {
    inspect: async (key) => {
      const part = parts.get(key);
      return part ? { bytes: part.bytes.length, record: part.record } : null;
    },
    async open(key) {
      const part = parts.get(key) ?? { bytes: new Uint8Array(), record: null, isOpen: false };
      if (part.isOpen) throw new Error(`${key} is open already`);
      part.isOpen = true;
      parts.set(key, part);
      return {
        bytes: part.bytes.length,
        record: part.record,
        async read(buffer, at) {
          const bytes = part.bytes.subarray(at, at + buffer.length);
          buffer.set(bytes);
          return bytes.length;
        },
        async write(bytes, at) {
          const grown = new Uint8Array(Math.max(part.bytes.length, at + bytes.length));
          if (heldBytes(stores) - part.bytes.length + grown.length > stores.quota) {
            throw storageError(new DOMException('full', 'QuotaExceededError'));
          }
          grown.set(part.bytes);
          grown.set(bytes, at);
          part.bytes = grown;
        },
        truncate: async (bytes) => {
          part.bytes = part.bytes.slice(0, bytes);
        },
        writeRecord: async (record) => {
          part.record = record;
        },
        close: async () => {
          part.isOpen = false;
        },
      };
    },
    remove: async (key) => void parts.delete(key),
    evict: async (keys) => evictFrom(parts, keys),
  };
}

function finalStore({ parts, files }: MemoryStores): FinalStore {
  const stored = (place: Place) => files.get(placeKey(place));
  return {
    stored: async (place) => {
      const file = stored(place);
      return file ? { bytes: file.bytes.length, sha256: file.sha256 } : null;
    },
    async adopt(key, place, sha256) {
      const part = parts.get(key);
      if (!part || part.isOpen) throw new Error(`${key} is not there, or still open`);
      files.set(placeKey(place), { bytes: part.bytes, sha256 });
      parts.delete(key);
    },
    read: async (place) => {
      const file = stored(place);
      return file ? new Blob([Uint8Array.from(file.bytes)]) : null;
    },
    remove: async (place) => void files.delete(placeKey(place)),
    evict: async (keys) => evictFrom(files, keys),
  };
}

function evictFrom(map: Map<string, { readonly bytes: Uint8Array }>, keep: ReadonlySet<string>): number {
  let freed = 0;
  for (const [key, { bytes }] of map) {
    if (keep.has(key)) continue;
    freed += bytes.length;
    map.delete(key);
  }
  return freed;
}
