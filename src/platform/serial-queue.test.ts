import { describe, expect, it } from 'vitest';
import { SerialQueue } from './serial-queue.ts';

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

describe('SerialQueue', () => {
  it('runs jobs one at a time and in order, also after one that fails', async () => {
    const queue = new SerialQueue();
    const events: string[] = [];
    const job = (name: string, milliseconds: number) => async () => {
      events.push(`${name} begins`);
      await pause(milliseconds);
      events.push(`${name} ends`);
      if (name === 'b') throw new Error('b failed');
      return name;
    };
    const results = await Promise.allSettled([queue.run(job('a', 20)), queue.run(job('b', 1)), queue.run(job('c', 1))]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('takes a waiting job out at once when it is cancelled, and still waits for the running one', async () => {
    const queue = new SerialQueue();
    const events: string[] = [];
    const first = queue.run(async () => {
      await pause(30);
      events.push('first');
    });
    const controller = new AbortController();
    const waiting = queue.run(async () => events.push('never'), controller.signal);
    const last = queue.run(async () => events.push('last'));
    controller.abort(new Error('stop'));
    await expect(waiting).rejects.toThrow('stop');
    expect(events).toEqual([]);
    await Promise.all([first, last]);
    expect(events).toEqual(['first', 'last']);
  });
});
