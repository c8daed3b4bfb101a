import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeSchema } from '../grammar/testing/make-schema.ts';
import { must } from '../platform/assert.ts';
import { EMPTY_SCHEMA, type Schema } from '../schema/model.ts';
import { SAMPLES } from '../schema/samples.ts';
import type { DatabaseView, Source } from './database-view.ts';
import { choiceOf, LinkingPreferences } from './linking-preferences.ts';
import { Store } from './store.ts';

type View = Pick<DatabaseView, 'source' | 'schema' | 'status' | 'undoable'>;

const [first, second] = SAMPLES.map((sample): Source => ({ kind: 'sample', sample }));
const ORDERS = { namespace: 'public', name: 'orders' };
const USERS = { namespace: 'auth', name: 'users' };
const LOGS = { namespace: 'public', name: 'logs' };
const USERS_TABLE = { namespace: 'auth', name: 'users', columns: { id: 'integer', email: 'text' } } as const;
const LOGS_TABLE = { name: 'logs', columns: { line: 'text' } } as const;
const ORDERS_COLUMNS = { id: 'integer', total: 'number' } as const;

/** Another name, the same columns. */
function schemaWith(ordersName: string | null, ...others: Parameters<typeof makeSchema>[0]): Schema {
  const orders = ordersName === null ? [] : [{ name: ordersName, columns: ORDERS_COLUMNS }];
  return makeSchema([...orders, ...others]);
}

const SCHEMA = schemaWith('orders', USERS_TABLE, LOGS_TABLE);
const READY: View = {
  source: must(first, 'a sample'),
  schema: SCHEMA,
  status: { kind: 'ready' },
  undoable: null,
};

function open() {
  const databases = new Store<View>(READY);
  return { databases, preferences: new LinkingPreferences(databases) };
}

function workspace(title: string, id = 'a'): Source {
  const record = { version: 1, createdAt: '', changedAt: '', bytes: 1, tables: 3 } as const;
  return { kind: 'workspace', workspace: { ...record, id, title }, access: 'here' };
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
    // As samples are opened: first empty, then filled.
    const empty: View = {
      ...READY,
      source: must(second, 'a sample'),
      schema: EMPTY_SCHEMA,
      status: { kind: 'filling', progress: null },
    };
    databases.set(empty);
    expect(preferences.store.get().pinned).toEqual([]);
    databases.set({ ...empty, schema: schemaWith('books'), status: { kind: 'ready' } });
    expect(preferences.store.get().pinned).toEqual([]);
    databases.set(READY);
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

describe('LinkingPreferences, when tables change', () => {
  const PURCHASES = { namespace: 'public', name: 'purchases' };

  it('follows a renamed table, there and back', () => {
    const { databases, preferences } = open();
    const own = { ...READY, source: workspace('Mine') };
    databases.set(own);
    preferences.choose(ORDERS, 'dropped');
    preferences.choose(USERS, 'pinned');
    databases.set({
      ...own,
      schema: schemaWith('purchases', USERS_TABLE, LOGS_TABLE),
      undoable: 'the renaming of orders',
    });
    expect(preferences.store.get()).toEqual({ pinned: [USERS], dropped: [PURCHASES] });
    databases.set({ ...own, schema: schemaWith('orders', USERS_TABLE, LOGS_TABLE) });
    expect(preferences.store.get()).toEqual({ pinned: [USERS], dropped: [ORDERS] });
  });

  it('forgets a deleted table, and remembers when the deletion is undone', () => {
    const { databases, preferences } = open();
    const own = { ...READY, source: workspace('Mine') };
    databases.set(own);
    for (const table of [ORDERS, USERS]) preferences.choose(table, 'pinned');
    preferences.choose(LOGS, 'dropped');
    const deleted: View = {
      ...own,
      schema: schemaWith(null, USERS_TABLE),
      undoable: 'the deletion of orders',
    };
    databases.set(deleted);
    expect(preferences.store.get()).toEqual({ pinned: [USERS], dropped: [] });
    databases.set({ ...own, schema: schemaWith('orders', USERS_TABLE, LOGS_TABLE) });
    expect(preferences.store.get()).toEqual({ pinned: [USERS, ORDERS], dropped: [LOGS] });
    // A table that is made anew under the old name is another one.
    databases.set(deleted);
    databases.set({ ...own, schema: schemaWith('orders', USERS_TABLE), undoable: 'the import of orders.sql' });
    expect(preferences.store.get()).toEqual({ pinned: [USERS], dropped: [] });
  });

  it('goes along when a change makes a copy of a sample, and stays with the sample', () => {
    const { databases, preferences } = open();
    preferences.choose(ORDERS, 'dropped');
    const copy: View = {
      ...READY,
      source: workspace(`${SAMPLES[0]?.title} 2`),
      schema: schemaWith('purchases', USERS_TABLE, LOGS_TABLE),
      undoable: 'the renaming of orders',
    };
    databases.set({ ...READY, status: { kind: 'filling', progress: null } });
    databases.set(copy);
    expect(preferences.store.get().dropped).toEqual([PURCHASES]);
    databases.set(READY);
    expect(preferences.store.get().dropped).toEqual([ORDERS]);
    databases.set({ ...copy, undoable: null });
    expect(preferences.store.get().dropped).toEqual([PURCHASES]);
  });

  it('takes nothing over to another database, whatever its tables are called', () => {
    const { databases, preferences } = open();
    preferences.choose(ORDERS, 'dropped');
    databases.set({ ...READY, source: workspace('Mine'), undoable: 'the import of Mine.sql' });
    expect(preferences.store.get().dropped).toEqual([]);
    databases.set(READY);
    databases.set({ ...READY, source: workspace(SAMPLES[0]?.title ?? '', 'b') });
    expect(preferences.store.get().dropped).toEqual([]);
  });

  it('forgets what was deleted while it was not looking', () => {
    localStorage.setItem(
      `expert-sql/tables/${SAMPLES[0]?.id}`,
      JSON.stringify({ pinned: [{ namespace: 'public', name: 'gone' }, ORDERS], dropped: [] }),
    );
    expect(open().preferences.store.get().pinned).toEqual([ORDERS]);
  });
});
