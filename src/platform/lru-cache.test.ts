import { describe, expect, it } from 'vitest';
import { LruCache } from './lru-cache.ts';

function cacheOf(maxSize: number) {
  const evicted: string[] = [];
  const cache = new LruCache<string>({ maxSize, onEvict: (value) => evicted.push(value) });
  return { cache, evicted };
}

describe('LruCache', () => {
  it('evicts what was not asked for the longest, until the rest fits', () => {
    const { cache, evicted } = cacheOf(10);
    cache.set('a', 'A', 4);
    cache.set('b', 'B', 4);
    expect(cache.get('a')).toBe('A');
    cache.set('c', 'C', 6);
    expect(evicted).toEqual(['B']);
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['A', undefined, 'C']);
    cache.set('d', 'D', 10);
    expect(evicted).toEqual(['B', 'A', 'C']);
  });

  it('keeps an entry that is larger than the limit, alone', () => {
    const { cache, evicted } = cacheOf(10);
    cache.set('a', 'A', 1);
    cache.set('b', 'B', 99);
    expect(evicted).toEqual(['A']);
    expect(cache.has('b')).toBe(true);
    cache.set('c', 'C', 1);
    expect(evicted).toEqual(['A', 'B']);
  });

  it('counts a replaced entry once', () => {
    const { cache, evicted } = cacheOf(10);
    cache.set('a', 'A', 6);
    cache.set('a', 'A2', 6);
    cache.set('b', 'B', 4);
    expect(evicted).toEqual(['A']);
    expect(cache.get('a')).toBe('A2');
  });

  it('evicts everything when cleared', () => {
    const { cache, evicted } = cacheOf(10);
    cache.set('a', 'A', 6);
    cache.set('b', 'B', 4);
    cache.clear();
    expect(evicted).toEqual(['A', 'B']);
    cache.set('c', 'C', 10);
    expect(cache.has('c')).toBe(true);
  });
});
