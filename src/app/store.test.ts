import { describe, expect, it } from 'vitest';
import { Store } from './store.ts';

describe('Store', () => {
  it('tells its listeners of each new value, until they stop listening', () => {
    const store = new Store({ count: 0, name: 'a' });
    const seen: number[] = [];
    const stop = store.subscribe(() => seen.push(store.get().count));
    store.patch({ count: 1 });
    store.set(store.get());
    stop();
    store.patch({ count: 2 });
    expect(seen).toEqual([1]);
    expect(store.get()).toEqual({ count: 2, name: 'a' });
  });
});
