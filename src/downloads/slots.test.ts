import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Slots } from './slots.ts';

const NEVER = new AbortController().signal;

it('runs as many jobs at a time as there are slots, in order', async () => {
  const slots = new Slots(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const job = (index: number) => async () => {
    begun.push(index);
    most = Math.max(most, ++running);
    await pause(5);
    running--;
    if (index === 1) throw new Error('failed');
  };
  const results = await Promise.allSettled([0, 1, 2, 3, 4].map((index) => slots.run(job(index), NEVER)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});

it('loses no slot to a job that is aborted while it waits', async () => {
  const slots = new Slots(1);
  const controller = new AbortController();
  const first = slots.run(() => pause(10), NEVER);
  const aborted = slots.run(async () => 'never', controller.signal);
  controller.abort(new Error('stop'));
  await expect(aborted).rejects.toThrow('stop');
  await first;
  expect(await slots.run(async () => 'ran', NEVER)).toBe('ran');
});
