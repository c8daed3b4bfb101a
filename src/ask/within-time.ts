import { AppError } from '../platform/errors.ts';

/** Does `work` with a signal that also aborts after so many milliseconds; `work` has to heed it. */
export async function withinTime<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  const limited = new AbortController();
  const stop = (): void => limited.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const timer = setTimeout(() => limited.abort(tooSlow(milliseconds)), milliseconds);
  try {
    return await work(limited.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function tooSlow(milliseconds: number): AppError {
  return new AppError({ code: 'cancelled', message: `Stopped after ${milliseconds / 1_000} seconds.` });
}
