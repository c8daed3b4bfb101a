import { describe, expect, it } from 'vitest';
import { NO_PREFERENCES, type TablePreferences } from '../ask/table-preferences.ts';
import { MODEL_CATALOGUE } from '../engine/catalogue.ts';
import type { EngineStatus } from '../engine/client.ts';
import type { LoadedModel } from '../engine/contract.ts';
import { makeSchema } from '../grammar/testing/make-schema.ts';
import { must } from '../platform/assert.ts';
import { AppError } from '../platform/errors.ts';
import { DEFAULT_MAX_TABLES } from '../schema/linking.ts';
import { EMPTY_SCHEMA, type Schema } from '../schema/model.ts';
import type { DatabaseView } from './database-view.ts';
import { GrammarPrefetch } from './grammar-prefetch.ts';
import { Store } from './store.ts';

const MODEL = must(MODEL_CATALOGUE[0], 'a model');
const LOADED: LoadedModel = { modelId: MODEL.id, backend: 'test', contextTokens: 2048, loadMilliseconds: 1 };
const READY: EngineStatus = { kind: 'ready', model: MODEL, loaded: LOADED };

function schemaOf(...tables: string[]): Schema {
  return makeSchema(tables.map((name) => ({ name, columns: { id: 'integer' } })));
}

const nameOf = (schema: Schema) => schema.tables.map(({ name }) => name).join(' ');

/** A prefetch over stores; `done` lists what it had made, in order. */
function prefetch({ failing = false } = {}) {
  const done: string[] = [];
  const database = new Store<Pick<DatabaseView, 'status' | 'schema'>>({
    status: { kind: 'starting', progress: null },
    schema: EMPTY_SCHEMA,
  });
  const preferences = new Store<TablePreferences>(NO_PREFERENCES);
  const model = new Store<EngineStatus>({ kind: 'loading', model: MODEL, progress: null });
  new GrammarPrefetch({
    database,
    preferences,
    model,
    engine: {
      expected: () => MODEL,
      async prepareGrammar(text, signal) {
        await Promise.resolve();
        signal.throwIfAborted();
        done.push(`compile ${text}`);
      },
    },
    async grammar(schema, dialect, signal) {
      await Promise.resolve();
      signal.throwIfAborted();
      if (failing) throw new AppError({ code: 'ask/empty-schema', message: 'No.' });
      const text = `${dialect} of ${nameOf(schema)}`;
      done.push(`build ${text}`);
      return text;
    },
  }).start();
  const openDatabase = (schema: Schema) => database.set({ status: { kind: 'ready' }, schema });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { database, preferences, model, done, openDatabase, settled };
}

describe('GrammarPrefetch', () => {
  it('builds the text once the schema is there, and compiles it once the model is', async () => {
    const { model, done, openDatabase, settled } = prefetch();
    await settled();
    expect(done).toEqual([]);
    openDatabase(schemaOf('customers'));
    await settled();
    expect(done).toEqual(['build gbnf of customers']);
    model.set(READY);
    await settled();
    expect(done.at(-1)).toBe('compile gbnf of customers');
  });

  it('does nothing again while schema and model are the same', async () => {
    const { database, model, done, openDatabase, settled } = prefetch();
    model.set(READY);
    const schema = schemaOf('customers');
    openDatabase(schema);
    await settled();
    const before = [...done];
    model.set({ ...READY, kind: 'generating' });
    model.set(READY);
    database.set({ status: { kind: 'ready' }, schema });
    await settled();
    expect(done).toEqual(before);
  });

  it('compiles again in a worker that loaded the model anew', async () => {
    const { model, done, openDatabase, settled } = prefetch();
    model.set(READY);
    openDatabase(schemaOf('customers'));
    await settled();
    model.set({ kind: 'loading', model: MODEL, progress: null });
    model.set(READY);
    await settled();
    expect(done.filter((step) => step.startsWith('compile'))).toHaveLength(2);
  });

  it('gives up on a schema that another one replaces', async () => {
    const { model, done, openDatabase, settled } = prefetch();
    model.set(READY);
    openDatabase(schemaOf('customers'));
    openDatabase(schemaOf('orders'));
    await settled();
    expect(done).toEqual(['build gbnf of orders', 'compile gbnf of orders']);
  });

  it('leaves a schema alone of which each question takes a part', async () => {
    const { model, done, openDatabase, settled } = prefetch();
    model.set(READY);
    const names = Array.from({ length: DEFAULT_MAX_TABLES + 1 }, (_, index) => `t${index}`);
    openDatabase(schemaOf(...names));
    await settled();
    expect(done).toEqual([]);
    openDatabase(schemaOf(...names.slice(1)));
    await settled();
    expect(done).toHaveLength(2);
  });

  it('makes it of the tables that are not left out, as questions do', async () => {
    const { preferences, model, done, openDatabase, settled } = prefetch();
    model.set(READY);
    openDatabase(schemaOf('customers', 'orders', 'logs'));
    preferences.set({ pinned: [], dropped: [{ namespace: 'public', name: 'logs' }] });
    await settled();
    expect(done).toEqual(['build gbnf of customers orders', 'compile gbnf of customers orders']);
    preferences.set({
      pinned: [],
      dropped: ['customers', 'orders', 'logs'].map((name) => ({ namespace: 'public', name })),
    });
    await settled();
    expect(done).toHaveLength(2);
  });

  it('takes a schema whole once enough of it is left out', async () => {
    const { preferences, model, done, openDatabase, settled } = prefetch();
    model.set(READY);
    const names = Array.from({ length: DEFAULT_MAX_TABLES + 1 }, (_, index) => `t${index}`);
    openDatabase(schemaOf(...names));
    await settled();
    expect(done).toEqual([]);
    preferences.set({ pinned: [], dropped: [{ namespace: 'public', name: 't0' }] });
    await settled();
    expect(done[0]).toBe(`build gbnf of ${names.slice(1).join(' ')}`);
  });

  it('has nothing to do anew for a pin where all tables are shown', async () => {
    const { preferences, model, done, openDatabase, settled } = prefetch();
    model.set(READY);
    openDatabase(schemaOf('customers', 'orders'));
    await settled();
    preferences.set({ pinned: [{ namespace: 'public', name: 'orders' }], dropped: [] });
    await settled();
    expect(done).toHaveLength(2);
  });

  it('leaves alone what does not fit the model with all its columns', async () => {
    const { model, done, openDatabase, settled } = prefetch();
    model.set(READY);
    const columns = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`column_${index}`, 'integer' as const]),
    );
    openDatabase(makeSchema(['a', 'b', 'c', 'd'].map((name) => ({ name, columns }))));
    await settled();
    expect(done).toEqual([]);
  });

  it('leaves errors to the question that meets them', async () => {
    const { model, done, openDatabase, settled } = prefetch({ failing: true });
    model.set(READY);
    openDatabase(schemaOf('customers'));
    await settled();
    expect(done).toEqual([]);
  });
});
