import { must } from '../platform/assert.ts';
import type { DownloadFile, DownloadProgress, FileProgress, FileState } from './contract.ts';
import type { Clock } from './ports.ts';
import { Speed } from './speed.ts';

/** A person sees no more, and the page has each message to handle. */
const INTERVAL_MS = 100;

/** Slower than this there is no use in telling how long it will take. */
const STANDSTILL_BYTES_PER_SECOND = 1;

/** Of one file. */
export interface FileReporter {
  state(state: FileState): void;
  total(bytes: number): void;
  /** The file is here up to byte `position`; the last `received` of them came over the network since the last call. */
  at(position: number, received: number): void;
  /** All of it is in its place. */
  done(bytes: number): void;
  /** Time has passed: the speed sinks when nothing comes. */
  tick(): void;
}

interface Entry {
  name: string;
  state: FileState;
  loadedBytes: number;
  totalBytes: number | null;
}

/**
 * Adds up what is here of several files and tells it a few times a second. A file that has to start over counts again from
 * where it had come before, so that nothing shown goes back.
 */
export class ProgressMeter {
  readonly #entries: Entry[];
  readonly #clock: Clock;
  readonly #onProgress: (progress: DownloadProgress) => void;
  readonly #speed = new Speed();
  #toldAt = Number.NEGATIVE_INFINITY;

  /** @param present how much of each file is here already */
  constructor(
    files: readonly DownloadFile[],
    present: readonly number[],
    clock: Clock,
    onProgress: (progress: DownloadProgress) => void,
  ) {
    this.#entries = files.map(({ name, sizeBytes }, index) => ({
      name,
      state: { kind: 'queued' },
      loadedBytes: present[index] ?? 0,
      totalBytes: sizeBytes,
    }));
    this.#clock = clock;
    this.#onProgress = onProgress;
  }

  reporter(index: number): FileReporter {
    const entry = must(this.#entries[index], 'a file of this number');
    return {
      state: (state) => {
        const isNew = JSON.stringify(entry.state) !== JSON.stringify(state);
        entry.state = state;
        if (isNew) this.#tell();
      },
      total: (bytes) => {
        entry.totalBytes = bytes;
      },
      at: (position, received) => {
        entry.loadedBytes = Math.max(entry.loadedBytes, position);
        const now = this.#clock.now();
        if (received > 0) this.#speed.add(received, now);
        if (now - this.#toldAt >= INTERVAL_MS) this.#tell();
      },
      done: (bytes) => {
        entry.loadedBytes = bytes;
        entry.totalBytes = bytes;
        entry.state = { kind: 'done' };
        this.#tell();
      },
      tick: () => this.#tell(),
    };
  }

  #tell(): void {
    const now = this.#clock.now();
    this.#toldAt = now;
    const files: FileProgress[] = this.#entries.map((entry) => ({ ...entry }));
    const loadedBytes = files.reduce((sum, file) => sum + file.loadedBytes, 0);
    const isKnown = files.every((file) => file.totalBytes !== null);
    const totalBytes = isKnown ? files.reduce((sum, file) => sum + (file.totalBytes ?? 0), 0) : null;
    const bytesPerSecond = this.#speed.perSecond(now);
    const isMoving = bytesPerSecond !== null && bytesPerSecond > STANDSTILL_BYTES_PER_SECOND;
    const secondsLeft = isMoving && totalBytes !== null ? (totalBytes - loadedBytes) / bytesPerSecond : null;
    this.#onProgress({ loadedBytes, totalBytes, bytesPerSecond, secondsLeft, files });
  }
}
