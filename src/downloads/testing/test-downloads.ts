/** Downloads of one small file, whose addresses misbehave as a test says, from a real server into stores in memory. */
import { createHash } from 'node:crypto';
import { must } from '../../platform/assert.ts';
import { type DownloadFile, type DownloadProgress, placeKey } from '../contract.ts';
import { downloadFiles } from '../download-files.ts';
import type { Ports } from '../ports.ts';
import type { HubBehaviour } from './hub-behaviour.ts';
import { type HubServer, startHubServer } from './hub-server.ts';
import { type MemoryStores, memoryPorts, memoryStores } from './memory-ports.ts';

export const SIZE = 300_000;
export const CONTENT = Uint8Array.from({ length: SIZE }, (_, index) => (index * 31) % 251);
export const SHA256 = createHash('sha256').update(CONTENT).digest('hex');

interface RunOptions {
  readonly ports?: Partial<Ports>;
  readonly signal?: AbortSignal;
}

export class TestDownloads {
  readonly hub: HubServer;
  stores: MemoryStores = memoryStores();
  #files = 0;

  private constructor(hub: HubServer) {
    this.hub = hub;
  }

  static async start(): Promise<TestDownloads> {
    return new TestDownloads(await startHubServer());
  }

  /** Forgets what is stored and what was asked for. */
  reset(): void {
    this.stores = memoryStores();
    this.hub.requests.length = 0;
  }

  /** A file whose address misbehaves so, request by request. */
  served(...behaviours: HubBehaviour[]): DownloadFile {
    return this.fileOf(this.hub.add(`/model/resolve/main/file-${this.#files++}.bin`, CONTENT, ...behaviours));
  }

  fileOf(...urls: [string, ...string[]]): DownloadFile {
    return { name: 'Weights 1', urls, sizeBytes: SIZE, sha256: SHA256, place: { kind: 'file', name: urls[0] } };
  }

  /** What was shown meanwhile. */
  async run(files: readonly DownloadFile[], { ports = {}, signal }: RunOptions = {}): Promise<DownloadProgress[]> {
    const progress: DownloadProgress[] = [];
    const all = memoryPorts(this.stores, ports);
    const never = new AbortController().signal;
    await downloadFiles(files, {}, all, (each) => progress.push(each), signal ?? never);
    return progress;
  }

  /** @param isTime when it is to be paused */
  async pausedWhen(file: DownloadFile, isTime: (progress: DownloadProgress) => boolean): Promise<void> {
    const controller = new AbortController();
    const onProgress = (progress: DownloadProgress) => {
      if (isTime(progress)) controller.abort();
    };
    await downloadFiles([file], {}, memoryPorts(this.stores), onProgress, controller.signal);
  }

  storedBytes(file: DownloadFile): Uint8Array | undefined {
    return this.stores.files.get(placeKey(file.place))?.bytes;
  }

  /** The file is in its place, byte by byte, and nothing else is left. */
  isWhole(file: DownloadFile): boolean {
    const bytes = must(this.storedBytes(file), 'a stored file');
    return Buffer.compare(bytes, CONTENT) === 0 && this.stores.parts.size === 0;
  }

  /** The parts that were asked for, in order. */
  get ranges(): (string | null)[] {
    return this.hub.requests.map(({ range }) => range);
  }
}
