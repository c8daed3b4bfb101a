import { beforeEach, describe, expect, it, vi } from 'vitest';
import { must } from '../platform/assert.ts';
import { SAMPLES } from '../schema/samples.ts';
import type { Source } from './database-view.ts';
import { choiceOf, LinkingPreferences } from './linking-preferences.ts';
import { Store } from './store.ts';

const [first, second] = SAMPLES.map((sample): Source => ({ kind: 'sample', sample }));
const ORDERS = { namespace: 'public', name: 'orders' };
const USERS = { namespace: 'auth', name: 'users' };

function open() {
  const databases = new Store({ source: must(first, 'a sample') });
  return { databases, preferences: new LinkingPreferences(databases) };
}

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

describe('LinkingPreferences', () => {
  it('has a table pinned, dropped or neither', () => {
    const { preferences } = open();
    preferences.choose(ORDERS, 'pinned');
    preferences.choose(USERS, 'pinned');
    expect(preferences.store.get()).toEqual({ pinned: [ORDERS, USERS], dropped: [] });
    preferences.choose(ORDERS, 'dropped');
    expect(preferences.store.get()).toEqual({ pinned: [USERS], dropped: [ORDERS] });
    expect([ORDERS, USERS].map((table) => choiceOf(table, preferences.store.get()))).toEqual(['dropped', 'pinned']);
    preferences.choose(ORDERS, null);
    preferences.choose(USERS, null);
    expect(preferences.store.get()).toEqual({ pinned: [], dropped: [] });
  });

  it('is of one database, and comes back with it, also on the next visit', () => {
    const { databases, preferences } = open();
    preferences.choose(ORDERS, 'pinned');
    databases.set({ source: must(second, 'another sample') });
    expect(preferences.store.get().pinned).toEqual([]);
    databases.set({ source: must(first, 'a sample') });
    expect(preferences.store.get().pinned).toEqual([ORDERS]);
    expect(open().preferences.store.get().pinned).toEqual([ORDERS]);
  });

  it('takes nothing from what is stored but what it would have stored', () => {
    localStorage.setItem(`expert-sql/tables/${SAMPLES[0]?.id}`, '{"pinned":[{"name":5}],"dropped":[]}');
    expect(open().preferences.store.get()).toEqual({ pinned: [], dropped: [] });
    localStorage.setItem(`expert-sql/tables/${SAMPLES[0]?.id}`, 'no JSON');
    expect(open().preferences.store.get()).toEqual({ pinned: [], dropped: [] });
  });

  it('works where the browser keeps nothing', () => {
    vi.stubGlobal('localStorage', undefined);
    const { preferences } = open();
    preferences.choose(ORDERS, 'pinned');
    expect(preferences.store.get().pinned).toEqual([ORDERS]);
  });
});
