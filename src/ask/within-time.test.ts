import { describe, expect, it } from 'vitest';
import { cancelled } from '../platform/errors.ts';
import { unlessAborted } from '../platform/unless-aborted.ts';
import { withinTime } from './within-time.ts';

const never = (signal: AbortSignal) => unlessAborted(new Promise<never>(() => undefined), signal);

describe('withinTime', () => {
  it('gives what the work gives', async () => {
    expect(await withinTime(1_000, async () => 7, new AbortController().signal)).toBe(7);
  });

  it('stops work that takes too long', async () => {
    const controller = new AbortController();
    await expect(withinTime(10, never, controller.signal)).rejects.toMatchObject({
      message: 'Stopped after 0.01 seconds.',
    });
    expect(controller.signal.aborted).toBe(false);
  });

  it('stops it with the outer signal, for its reason', async () => {
    const controller = new AbortController();
    const reason = cancelled();
    const running = withinTime(1_000, never, controller.signal);
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    await expect(withinTime(1_000, never, controller.signal)).rejects.toBe(reason);
  });
});
