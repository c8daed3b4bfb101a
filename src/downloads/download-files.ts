/** Several files, some at a time. */
import { cancelled } from '../platform/errors.ts';
import { SerialQueue } from '../platform/serial-queue.ts';
import { checkRoom } from './check-room.ts';
import { type DownloadFile, type DownloadOptions, type DownloadProgress, placeKey } from './contract.ts';
import { downloadFile } from './download-file.ts';
import { linkedAbort } from './linked-abort.ts';
import type { Ports } from './ports.ts';
import { ProgressMeter } from './progress-meter.ts';
import { Slots } from './slots.ts';

/** Browsers open six connections to a host; the page may need one of them. */
const DEFAULT_PARALLEL = 4;

/** Returns when nothing is under way any more, whatever the outcome. @throws AppError as `DownloadContract.download` does */
export async function downloadFiles(
  requested: readonly DownloadFile[],
  { parallel = DEFAULT_PARALLEL }: DownloadOptions,
  ports: Ports,
  onProgress: (progress: DownloadProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  // Files that models share are downloaded once.
  const files = [...new Map(requested.map((file) => [placeKey(file.place), file])).values()];
  const present = await checkRoom(files, ports);
  if (signal.aborted) throw cancelled();
  const meter = new ProgressMeter(files, present, ports.clock, onProgress);
  const { controller, release } = linkedAbort(signal);
  const storing = new SerialQueue();
  const slots = new Slots(Math.max(1, parallel));
  const failures: unknown[] = [];
  const download = async (file: DownloadFile, index: number) => {
    try {
      const report = meter.reporter(index);
      await downloadFile(file, { ports, report, slots, storing, signal: controller.signal });
    } catch (thrown) {
      failures.push(thrown);
      controller.abort(cancelled());
    }
  };
  await Promise.all(files.map(download));
  release();
  // An abort that came too late to stop anything is none.
  if (failures.length === 0) return;
  throw signal.aborted ? cancelled() : failures[0];
}
