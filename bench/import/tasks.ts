/** How long a page was busy, from Chromium's trace of its threads. */
import type { Browser, Page } from '@playwright/test';

const TASK = 'ThreadControllerImpl::RunTask';
const CATEGORY = 'toplevel';
const PAGE_THREAD = 'CrRendererMain';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string };
  /** Microseconds of the thread's processor time. */
  readonly tdur?: number;
}

/**
 * Begins to watch; the returned function ends that and tells the most milliseconds of processor time that one task of the
 * page took: unlike the time that passed meanwhile, other work on the machine does not show in it.
 */
export async function watchTasks(browser: Browser, page: Page): Promise<() => Promise<number>> {
  await browser.startTracing(page, { categories: [CATEGORY] });
  return async () => longestTask((await browser.stopTracing()).toString());
}

function longestTask(trace: string): number {
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(trace);
  const isPage = new Set(
    traceEvents.filter(({ args }) => args.name === PAGE_THREAD).map(({ pid, tid }) => `${pid} ${tid}`),
  );
  let longest = 0;
  for (const { name, pid, tid, tdur = 0 } of traceEvents) {
    if (name === TASK && isPage.has(`${pid} ${tid}`)) longest = Math.max(longest, tdur);
  }
  return longest / 1_000;
}
