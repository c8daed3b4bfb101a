import type { Clock } from './ports.ts';

/** A connection from which nothing has come for so long is lost, though nobody may ever say so. */
export const STALL_MS = 20_000;
const TICK_MS = 1_000;

export interface Watchdog {
  readonly hasBarked: boolean;
  /** Something came. */
  feed(): void;
  stop(): void;
}

/**
 * Calls `onStall`, once, when it was not fed for `STALL_MS`, and `onTick` every second until then.
 */
export function startWatchdog(clock: Clock, { onTick, onStall }: { onTick(): void; onStall(): void }): Watchdog {
  const stopping = new AbortController();
  let lastFed = clock.now();
  let hasBarked = false;
  const watch = async () => {
    while (clock.now() - lastFed < STALL_MS) {
      await clock.sleep(TICK_MS, stopping.signal);
      onTick();
    }
    hasBarked = true;
    onStall();
  };
  // Its sleep rejects when it is stopped.
  watch().catch(() => undefined);
  return {
    get hasBarked() {
      return hasBarked;
    },
    feed: () => {
      lastFed = clock.now();
    },
    stop: () => stopping.abort(),
  };
}
