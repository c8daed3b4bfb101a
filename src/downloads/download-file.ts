/** The way of one file from its servers to its place. */
import { unreachable as impossible, must } from '../platform/assert.ts';
import { cancelled } from '../platform/errors.ts';
import type { SerialQueue } from '../platform/serial-queue.ts';
import { type DownloadFile, placeKey } from './contract.ts';
import { damaged, type Fault } from './failures.ts';
import { isThatFile } from './inspect-file.ts';
import { Mirrors } from './mirrors.ts';
import type { Ports } from './ports.ts';
import type { FileReporter } from './progress-meter.ts';
import { Received } from './received.ts';
import { requestRest } from './request-rest.ts';
import type { Slots } from './slots.ts';

/** Of a file that arrived, but not as it should be: a proxy or a disk may have been at fault. */
const MAX_REFETCHES = 1;

export interface DownloadFileOptions {
  readonly ports: Ports;
  readonly report: FileReporter;
  /** For the way to the browser; storing needs none. */
  readonly slots: Slots;
  /** Files go to their places one after the other: some take room twice meanwhile. */
  readonly storing: SerialQueue;
  readonly signal: AbortSignal;
}

/** @throws AppError as `DownloadContract.download` does */
export async function downloadFile(file: DownloadFile, options: DownloadFileOptions): Promise<void> {
  const { ports, signal } = options;
  const key = placeKey(file.place);
  try {
    await ports.exclusively(key, () => bringToPlace(key, file, options), signal);
  } catch (thrown) {
    throw signal.aborted ? cancelled() : thrown;
  }
}

async function bringToPlace(key: string, file: DownloadFile, options: DownloadFileOptions): Promise<void> {
  const { ports, report, slots, storing, signal } = options;
  const { finals, partials } = ports;
  let stored = await finals.stored(file.place);
  if (stored && !isThatFile(stored, file)) {
    await finals.remove(file.place);
    stored = null;
  }
  if (!stored) {
    const bytes = await slots.run(() => receive(key, file, options), signal);
    report.state({ kind: 'storing' });
    await storing.run(() => finals.adopt(key, file.place, file.sha256), signal);
    stored = { bytes, sha256: file.sha256 };
  }
  await partials.remove(key);
  report.done(stored.bytes);
}

/** Returns with all of it kept and found right; how many bytes that are. */
async function receive(key: string, file: DownloadFile, options: DownloadFileOptions): Promise<number> {
  const { ports, report, signal } = options;
  const mirrors = new Mirrors(file, ports);
  const received = await Received.open(key, file, ports);
  let fault: Fault | null = null;
  try {
    for (let refetches = 0; refetches <= MAX_REFETCHES; refetches++) {
      if (received.bytes > 0) report.state({ kind: 'checking' });
      await received.rehash(signal);
      report.at(received.bytes, 0);
      fault = (await fetchAll(file, received, mirrors, options)) ?? faultOf(received, file);
      if (fault === null) return received.bytes;
      mirrors.putLast(fault.url);
      await received.startOver();
    }
  } finally {
    await received.close();
  }
  await ports.partials.remove(key);
  throw damaged(file, must(fault, 'a fault'));
}

function faultOf(received: Received, file: DownloadFile): Fault | null {
  const why = received.fault();
  const source = received.source?.url;
  // An address of earlier days is none that could be asked again.
  const url = file.urls.find((each) => each === source) ?? file.urls[0];
  return why === null ? null : { why, url };
}

/** Asks until the last byte is here. What is wrong with what a server has; null when nothing is. */
async function fetchAll(
  file: DownloadFile,
  received: Received,
  mirrors: Mirrors,
  { ports, report, signal }: DownloadFileOptions,
): Promise<Fault | null> {
  let furthest = received.bytes;
  while (!received.isComplete) {
    const url = await mirrors.next(report, signal);
    const outcome = await requestRest(url, file, received, ports, report, signal);
    // What has come before does not count: a server that always breaks off at the same place is not asked for ever.
    if (received.bytes > furthest) mirrors.progressed();
    furthest = Math.max(furthest, received.bytes);
    switch (outcome.kind) {
      case 'complete':
        return null;
      case 'wrong-length':
        return { why: outcome.why, url };
      case 'changed':
        await received.startOver();
        break;
      case 'dropped':
        mirrors.failed(url, { why: outcome.why, status: null }, null);
        break;
      case 'busy':
        mirrors.failed(url, { why: outcome.why, status: outcome.status }, outcome.retryAfterMs);
        break;
      case 'gone':
        mirrors.gone(url, { why: outcome.why, status: outcome.status });
        break;
      default:
        return impossible(outcome);
    }
  }
  return null;
}
