/** How evenly a page draws. */
import type { Page } from '@playwright/test';

export interface Frames {
  /** Milliseconds between two frames. */
  readonly longest: number;
  /** Gaps of more than 100 ms. */
  readonly over: number;
  /** What ran longest in one frame, and for how many milliseconds; empty when nothing ran for long. */
  readonly slowest: string;
  /** Changes of a progress bar. */
  readonly progress: number;
}

/** Milliseconds that a frozen page is noticed from; the machine may be busy with other things too. */
export const FROZEN = 1_500;

/** Begins to watch; the returned function ends that and tells what was seen. */
export async function watchFrames(page: Page): Promise<() => Promise<Frames>> {
  const watch = await page.evaluateHandle(() => {
    const seen = { longest: 0, over: 0, slowest: '', slowestMs: 0, progress: 0 };
    const watch = {
      last: performance.now(),
      frame: 0,
      shown: '',
      tick(now: number) {
        seen.longest = Math.max(seen.longest, now - this.last);
        if (now - this.last > 100) seen.over++;
        this.last = now;
        const bar = document.querySelector('progress')?.value.toString() ?? '';
        if (bar !== this.shown) seen.progress++;
        this.shown = bar;
        this.next();
      },
      next() {
        this.frame = requestAnimationFrame((now) => this.tick(now));
      },
      end() {
        cancelAnimationFrame(this.frame);
        observer.disconnect();
        return seen;
      },
    };
    watch.next();
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        for (const script of Reflect.get(entry, 'scripts') ?? []) {
          if (script.duration <= seen.slowestMs) continue;
          seen.slowestMs = script.duration;
          seen.slowest = `${Math.round(script.duration)} ms in ${script.invoker} ${script.sourceFunctionName}`;
        }
      }
    });
    observer.observe({ type: 'long-animation-frame' });
    return watch;
  });
  return async () => await watch.evaluate((each) => each.end());
}
