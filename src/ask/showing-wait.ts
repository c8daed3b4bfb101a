import type { ShowState, Wait } from './states.ts';

/** A wait shorter than this goes unmentioned: a line that comes and goes at once is only unrest. */
const WAIT_DELAY_MS = 300;

/** Settles as `promise` does; meanwhile, unless that is soon, shows what is waited for. */
export async function showingWait<Value>(wait: Wait, promise: Promise<Value>, enter: ShowState): Promise<Value> {
  const timer = setTimeout(() => enter({ kind: 'preparing', waitingFor: wait }), WAIT_DELAY_MS);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}
