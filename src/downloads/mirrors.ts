/** Which address of a file is asked next, and when. */
import { must } from '../platform/assert.ts';
import type { AppError } from '../platform/errors.ts';
import { backoffDelay } from './backoff.ts';
import type { DownloadFile } from './contract.ts';
import { type Failure, hostOf, missing, unreachable } from './failures.ts';
import { linkedAbort } from './linked-abort.ts';
import type { Ports } from './ports.ts';
import type { FileReporter } from './progress-meter.ts';

/** Failures in a row without a new byte; with the waits between them half a minute on average, two at most. */
const MAX_FAILURES = 8;
/** A host that asks for more patience than this is as good as down. */
const MAX_RETRY_AFTER_MS = 5 * 60_000;
/** Browsers are sometimes wrong about being offline: it is tried anyway, though seldom. */
const OFFLINE_RETRY_MS = 15_000;

interface Mirror {
  readonly url: string;
  failures: number;
  notBefore: number;
  last: Failure | null;
  isGone: boolean;
}

export class Mirrors {
  readonly #file: DownloadFile;
  readonly #ports: Ports;
  readonly #mirrors: Mirror[];

  constructor(file: DownloadFile, ports: Ports) {
    this.#file = file;
    this.#ports = ports;
    this.#mirrors = file.urls.map((url) => ({
      url,
      failures: 0,
      notBefore: Number.NEGATIVE_INFINITY,
      last: null,
      isGone: false,
    }));
  }

  /**
   * Waits until an address may be asked: the first one that need not wait, else the one that waits least.
   *
   * @throws AppError `model/missing` or `model/host-unreachable` when there is none left
   */
  async next(report: FileReporter, signal: AbortSignal): Promise<string> {
    const { clock, connection } = this.#ports;
    const next = this.#mirrors
      .filter(({ isGone, failures }) => !isGone && failures < MAX_FAILURES)
      .reduce<Mirror | null>((best, each) => (best && best.notBefore <= each.notBefore ? best : each), null);
    if (!next) throw this.#nothingLeft();
    if (!connection.isOnline()) {
      report.state({ kind: 'offline' });
      await this.#onlineAgain(signal);
    }
    const wait = next.notBefore - clock.now();
    if (wait > 0) {
      const why = must(next.last, 'a reason to wait').why;
      report.state({ kind: 'retrying', host: hostOf(next.url), why, at: next.notBefore });
      await clock.sleep(wait, signal);
    }
    return next.url;
  }

  /** It may work later. */
  failed(url: string, failure: Omit<Failure, 'url'>, retryAfterMs: number | null): void {
    const mirror = this.#find(url);
    mirror.last = { url, ...failure };
    // Without a network nothing is learnt about the host.
    if (failure.status === null && !this.#ports.connection.isOnline()) return;
    mirror.failures = (retryAfterMs ?? 0) > MAX_RETRY_AFTER_MS ? MAX_FAILURES : mirror.failures + 1;
    const delay = retryAfterMs ?? backoffDelay(mirror.failures, this.#ports.random);
    mirror.notBefore = this.#ports.clock.now() + delay;
  }

  /** It will not work later. */
  gone(url: string, failure: Omit<Failure, 'url'>): void {
    Object.assign(this.#find(url), { last: { url, ...failure }, isGone: true });
  }

  /** What came from there was bad: others are asked first from now on. */
  putLast(url: string): void {
    const mirror = this.#find(url);
    this.#mirrors.splice(this.#mirrors.indexOf(mirror), 1);
    this.#mirrors.push({ ...mirror, notBefore: this.#ports.clock.now() });
  }

  /** Something new has arrived: whoever failed before may be asked again. */
  progressed(): void {
    for (const mirror of this.#mirrors) mirror.failures = 0;
  }

  #find(url: string): Mirror {
    return must(
      this.#mirrors.find((mirror) => mirror.url === url),
      'an address of the file',
    );
  }

  async #onlineAgain(signal: AbortSignal): Promise<void> {
    const { clock, connection } = this.#ports;
    const { controller, release } = linkedAbort(signal);
    try {
      await Promise.race([connection.online(controller.signal), clock.sleep(OFFLINE_RETRY_MS, controller.signal)]);
    } finally {
      release();
      controller.abort();
    }
  }

  #nothingLeft(): AppError {
    const failures = this.#mirrors.flatMap(({ last }) => last ?? []);
    if (this.#mirrors.every(({ isGone }) => isGone)) return missing(this.#file, failures);
    const waiting = this.#mirrors.filter(({ isGone }) => !isGone).flatMap(({ last }) => last ?? []);
    return unreachable(
      this.#file,
      waiting,
      waiting.every(({ url }) => this.#ports.isOwnOrigin(url)),
    );
  }
}
