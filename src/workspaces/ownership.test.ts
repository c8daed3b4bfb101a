import { describe, expect, it } from 'vitest';
import { type Locks, Ownership } from './ownership.ts';
import { MemoryLocks } from './testing/memory-locks.ts';

/** Two tabs over the same locks, and what each hears. */
function tabs() {
  const locks: Locks = new MemoryLocks();
  const lost: string[] = [];
  const tab = (name: string) => new Ownership(locks, () => lost.push(name));
  return { first: tab('first'), second: tab('second'), lost };
}

describe('Ownership', () => {
  it('is of one tab at a time', async () => {
    const { first, second } = tabs();
    expect(await first.claim('a')).toBe(true);
    expect(await second.claim('a')).toBe(false);
    expect(second.isHeld).toBe(false);
    expect(await second.claim('b')).toBe(true);
    await first.release();
    expect(await second.claim('a')).toBe(true);
  });

  it('can be taken over, and the other tab hears of it', async () => {
    const { first, second, lost } = tabs();
    await first.claim('a');
    await second.takeOver('a');
    expect({ lost, first: first.isHeld, second: second.isHeld }).toEqual({
      lost: ['first'],
      first: false,
      second: true,
    });
    await first.takeOver('a');
    expect(lost).toEqual(['first', 'second']);
  });

  it('is not taken over in the middle of saving', async () => {
    const { first, second } = tabs();
    const order: string[] = [];
    await first.claim('a');
    const saving = first.whileSaving('a', async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      order.push('saved');
    });
    const taking = second.takeOver('a').then(() => order.push('taken'));
    await Promise.all([saving, taking]);
    expect(order).toEqual(['saved', 'taken']);
  });

  it('does not call what was let go of lost', async () => {
    const { first, second, lost } = tabs();
    await first.claim('a');
    await first.claim('b');
    await second.claim('a');
    await first.takeOver('a');
    expect(lost).toEqual(['second']);
  });
});
