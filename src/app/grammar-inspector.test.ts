import { beforeAll, describe, expect, it } from 'vitest';
import { nodeRuntime } from '../../workers/database/node-runtime.ts';
import { PostgresDatabase } from '../../workers/database/postgres.ts';
import { SqlTools } from '../../workers/sql/sql-tools.ts';
import type { DatabasePort } from '../ask/ports.ts';
import { MODEL_CATALOGUE } from '../engine/catalogue.ts';
import { SHOP } from '../grammar/testing/example-schemas.ts';
import { makeSchema } from '../grammar/testing/make-schema.ts';
import { must } from '../platform/assert.ts';
import { AppError } from '../platform/errors.ts';
import { linkTables } from '../schema/linking.ts';
import type { ExplainRequest, Explanation, GrammarRequest, GrammarText } from '../sql-tools/contract.ts';
import { type DatabaseState, GrammarInspector, type GrammarScope, grammarScope } from './grammar-inspector.ts';

const NANO = must(
  MODEL_CATALOGUE.find(({ id }) => id === 'nano'),
  'the bundled model',
);
const LARGE = makeSchema(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => ({ name: `${letter}things`, columns: { id: 'integer' } })),
);
const TEXT: GrammarText = {
  text: 'root ::= "a"',
  key: '00',
  bytes: 12,
  rules: 1,
  tables: 1,
  buildMilliseconds: 1,
  fromCache: false,
};

const READY = { get: () => ({ status: { kind: 'ready' } as const }), subscribe: () => () => undefined };

/** Notes what the tools are asked. */
function inspect() {
  const asked: (GrammarRequest | ExplainRequest)[] = [];
  const inspector = new GrammarInspector({
    tools: {
      async grammar(request) {
        asked.push(request);
        return TEXT;
      },
      async explain(request): Promise<Explanation> {
        asked.push(request);
        return { kind: 'empty' };
      },
    },
    models: {
      chosen: NANO,
      prepareGrammar: async () => ({ kind: 'per-request', fromCache: false, compileMilliseconds: 0 }),
    },
    databases: { store: READY, port: { prepare: async () => undefined } },
  });
  return { inspector, asked, signal: new AbortController().signal };
}

describe('grammarScope', () => {
  it('is all of a small schema, whatever was asked', () => {
    expect(grammarScope(SHOP, 'How many zthings?', NANO)).toEqual({ whole: SHOP, schema: SHOP, question: null });
  });

  it('is what a question picks of a large one, as for the question itself', () => {
    const question = 'How many zthings are there?';
    const scope = grammarScope(LARGE, question, NANO);
    expect(scope.schema).toEqual(linkTables(question, LARGE).schema);
    expect(scope.schema.tables.map(({ name }) => name)).toContain('zthings');
    expect(scope.question).toBe(question);
  });

  it('is the first tables of a large one before there is a question', () => {
    const { schema, question } = grammarScope(LARGE, null, NANO);
    expect(schema.tables).toEqual(LARGE.tables.slice(0, NANO.maxTables));
    expect(question).toBeNull();
  });
});

describe('GrammarInspector', () => {
  it('asks for the very grammar that a question gets', async () => {
    const { inspector, asked, signal } = inspect();
    const scope = grammarScope(LARGE, 'How many zthings are there?', NANO);
    expect(await inspector.text(scope, 'ebnf', signal)).toEqual(TEXT);
    expect(asked).toEqual([{ schema: scope.schema, dialect: 'ebnf', options: { joins: 'keys' } }]);
  });

  it('has queries explained against it, knowing what else there is', async () => {
    const { inspector, asked, signal } = inspect();
    await inspector.explain('select 1', grammarScope(SHOP, null, NANO), signal);
    await inspector.explain('select 1', grammarScope(LARGE, null, NANO), signal);
    const tables = LARGE.tables.slice(0, NANO.maxTables).map(({ namespace, name }) => ({ namespace, name }));
    expect(asked).toEqual([
      { sql: 'select 1', schema: SHOP, options: { joins: 'keys' } },
      { sql: 'select 1', schema: LARGE, options: { joins: 'keys', tables } },
    ]);
  });
});

describe('what Postgres says of a query that the grammar has', () => {
  const postgres = new PostgresDatabase();
  const never = new AbortController().signal;
  let scope: GrammarScope;

  beforeAll(async () => {
    await postgres.open(await nodeRuntime());
    await postgres.applyScript(
      'CREATE TABLE customers (id int, name text); CREATE TABLE orders (id int, total numeric)',
      { dialect: 'postgres' },
      () => undefined,
    );
    scope = grammarScope(await postgres.introspect(), null, NANO);
    return async () => await postgres.close();
  });

  function inspectorOf(
    prepare: DatabasePort['prepare'] = (sql) => postgres.prepare(sql),
    kind: DatabaseState = 'ready',
  ) {
    return new GrammarInspector({
      tools: new SqlTools(),
      models: {
        chosen: NANO,
        prepareGrammar: async () => ({ kind: 'per-request', fromCache: false, compileMilliseconds: 0 }),
      },
      databases: { store: { ...READY, get: () => ({ status: { kind } }) }, port: { prepare } },
    });
  }

  it.each([
    ['select max(count(*)) from orders', 'aggregate function calls cannot be nested', 12],
    ['select id, sum(total) from orders', /must appear in the GROUP BY clause/, 8],
    ['select name + 1 from customers', /^operator does not exist: text \+ integer/, 23],
    ['SELECT orders.id FROM customers', 'missing FROM-clause entry for table "orders"', 8],
  ])('%j: why it would not run', async (sql, message, position) => {
    const explanation = await inspectorOf().explain(sql, scope, never);
    expect(explanation).toMatchObject({
      kind: 'accepted',
      refusal: { code: expect.stringMatching(/^pg\//), message: expect.stringMatching(message), details: { position } },
    });
  });

  it('is nothing when it would run', async () => {
    expect(await inspectorOf().explain('select max(total) from orders', scope, never)).toMatchObject({ refusal: null });
  });

  it('is not asked about what the grammar does not have', async () => {
    const asked: string[] = [];
    const inspector = inspectorOf(async (sql) => asked.push(sql));
    const explanation = await inspector.explain('select pg_sleep(1) from orders', scope, never);
    expect(explanation.kind).toBe('rejected');
    expect('refusal' in explanation).toBe(false);
    expect(asked).toEqual([]);
  });

  it.each<DatabaseState>(['starting', 'filling', 'restoring', 'failed'])(
    'is not asked of a database that is %s',
    async (kind) => {
      const asked: string[] = [];
      const inspector = inspectorOf(async (sql) => asked.push(sql), kind);
      expect(await inspector.explain('select name + 1 from customers', scope, never)).toMatchObject({ refusal: null });
      expect(asked).toEqual([]);
    },
  );

  it('is not waited for when Postgres is busy, and asked once when it is free', async () => {
    const asked: string[] = [];
    let free = (): void => undefined;
    const busy = new Promise<void>((resolve) => {
      free = resolve;
    });
    const inspector = inspectorOf(async (sql) => {
      asked.push(sql);
      await busy;
    });
    const started = performance.now();
    expect(await inspector.explain('select 1', scope, never)).toMatchObject({ refusal: null });
    expect(await inspector.explain('select 2', scope, never)).toMatchObject({ refusal: null });
    expect(performance.now() - started).toBeLessThan(5_000);
    free();
    expect(await inspector.explain('select 3', scope, never)).toMatchObject({ refusal: null });
    expect(asked).toEqual(['SELECT 1', 'SELECT 3']);
  });

  it('is nothing when the database fails instead of answering', async () => {
    const inspector = inspectorOf(async () => {
      throw new AppError({ code: 'database/crashed', message: 'The database stopped working.' });
    });
    expect(await inspector.explain('select 1', scope, never)).toMatchObject({ kind: 'accepted', refusal: null });
  });

  it('is not waited for by who types on; the statement itself is left to end', async () => {
    const controller = new AbortController();
    const signals: AbortSignal[] = [];
    const inspector = inspectorOf(async (_sql, signal) => {
      signals.push(signal);
      controller.abort();
      await new Promise(() => undefined);
    });
    await expect(inspector.explain('select 1', scope, controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });
});
