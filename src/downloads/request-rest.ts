/** One request for what is missing of a file. */
import { AppError, cancelled } from '../platform/errors.ts';
import { unlessAborted } from '../platform/unless-aborted.ts';
import type { DownloadFile } from './contract.ts';
import { hostOf } from './failures.ts';
import { judgeAnswer, type Verdict } from './judge-answer.ts';
import { linkedAbort } from './linked-abort.ts';
import type { Answer, Ports } from './ports.ts';
import type { FileReporter } from './progress-meter.ts';
import type { Received } from './received.ts';
import { STALL_MS, startWatchdog, type Watchdog } from './watchdog.ts';

export type Outcome =
  | { readonly kind: 'complete' }
  /** The connection was lost, or never came about. */
  | { readonly kind: 'dropped'; readonly why: string }
  | Exclude<Verdict, { kind: 'body' }>;

/**
 * Asks one address for the bytes that are missing, and appends what comes.
 *
 * @throws AppError `cancelled`, or of the storage
 */
export async function requestRest(
  url: string,
  file: DownloadFile,
  received: Received,
  ports: Ports,
  report: FileReporter,
  signal: AbortSignal,
): Promise<Outcome> {
  const { controller, release } = linkedAbort(signal);
  const watchdog = startWatchdog(ports.clock, { onTick: report.tick, onStall: () => controller.abort() });
  try {
    report.state({ kind: 'downloading', host: hostOf(url) });
    const answer = await unlessAborted(
      ports.fetch(url, {
        headers: received.bytes > 0 ? { Range: `bytes=${received.bytes}-` } : {},
        // The browser's own cache would keep the file a second time.
        cache: 'no-store',
        signal: controller.signal,
      }),
      controller.signal,
    );
    watchdog.feed();
    const verdict = judgeAnswer(answer, {
      url,
      offset: received.bytes,
      sizeBytes: file.sizeBytes,
      sha256: file.sha256,
      source: received.source,
      now: ports.clock.now(),
    });
    if (verdict.kind !== 'body') return verdict;
    if (verdict.from < received.bytes) await received.startOver();
    await received.comesFrom(verdict.source, verdict.totalBytes);
    if (received.totalBytes !== null) report.total(received.totalBytes);
    return await readBody(answer, verdict.bodyBytes, received, report, watchdog, controller.signal);
  } catch (thrown) {
    if (signal.aborted) throw cancelled();
    if (thrown instanceof AppError) throw thrown;
    if (watchdog.hasBarked) return { kind: 'dropped', why: `nothing came for ${STALL_MS / 1_000} seconds` };
    return { kind: 'dropped', why: thrown instanceof Error ? thrown.message : String(thrown) };
  } finally {
    watchdog.stop();
    release();
    // Ends the connection where the body was not read to its end.
    controller.abort();
  }
}

async function readBody(
  answer: Answer,
  bodyBytes: number | null,
  received: Received,
  report: FileReporter,
  watchdog: Watchdog,
  signal: AbortSignal,
): Promise<Outcome> {
  const start = received.bytes;
  const limit = received.totalBytes ?? Number.POSITIVE_INFINITY;
  const reader = answer.body?.getReader();
  // Node's own fetch sometimes leaves a read without an end when it is aborted just as the connection breaks.
  const next = () => reader && unlessAborted(reader.read(), signal);
  for (let read = await next(); read?.value !== undefined; read = await next()) {
    if (received.bytes + read.value.length > limit) {
      return { kind: 'wrong-length', why: `the server sends more of it than ${limit} bytes` };
    }
    await received.append(read.value);
    watchdog.feed();
    report.at(received.bytes, read.value.length);
  }
  if (bodyBytes !== null && received.bytes - start < bodyBytes) {
    return { kind: 'dropped', why: 'the answer ended early' };
  }
  received.end();
  return { kind: 'complete' };
}
