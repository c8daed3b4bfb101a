import { describe, expect, it } from 'vitest';
import type { QueryResult } from '../database/contract.ts';
import type { ModelEntry } from '../engine/catalogue.ts';
import type { GenerateRequest, Generation } from '../engine/contract.ts';
import { AppError, cancelled } from '../platform/errors.ts';
import { unlessAborted } from '../platform/unless-aborted.ts';
import type { Column, Schema, Table } from '../schema/model.ts';
import { ask, MAX_QUESTION_CHARACTERS, runByHand } from './ask.ts';
import type { AskPorts } from './ports.ts';
import type { AskState } from './states.ts';

const RESULT: QueryResult = {
  columns: [{ name: 'count', type: 'bigint' }],
  rows: [['3']],
  hasMore: false,
  milliseconds: 1,
};

describe('ask', () => {
  it('goes from a question to rows', async () => {
    const { states, requests, prepared } = await run('How many customers are there?', {
      answers: ['SELECT COUNT(*) FROM customers'],
    });
    expect(states.map((state) => state.kind)).toEqual([
      'preparing',
      'generating',
      'generating',
      'generating',
      'checking',
      'running',
      'answered',
    ]);
    expect(states.at(-1)).toMatchObject({
      kind: 'answered',
      sql: 'SELECT COUNT(*) FROM customers',
      result: RESULT,
      generation: { modelId: 'nano', attempts: 1, outputTokens: 20, tokensPerSecond: 38 },
    });
    expect(requests).toMatchObject([{ grammar: 'gbnf of customers', temperature: 0 }]);
    expect(prepared).toEqual(['gbnf of customers']);
    expect(requests[0]?.prompt).toMatchObject({ kind: 'text' });
  });

  it('shows the query as it grows', async () => {
    const { states } = await run('How many customers?', { answers: ['SELECT COUNT(*) FROM customers'] });
    const grown = states.flatMap((state) => (state.kind === 'generating' ? [state.sql] : []));
    expect(grown).toEqual(['', 'SELECT COUNT(*)', 'SELECT COUNT(*) FROM customers']);
  });

  it.each([
    ['', 'ask/empty-question'],
    [' \n ', 'ask/empty-question'],
    ['customers '.repeat(MAX_QUESTION_CHARACTERS), 'ask/question-too-long'],
  ])('refuses %j before anything else happens', async (question, code) => {
    const { states, requests } = await run(question, {});
    expect(states).toMatchObject([{ kind: 'failed', stage: 'preparing', error: { code } }]);
    expect(requests).toEqual([]);
  });

  it.each([
    'delete all orders',
    'DROP TABLE customers;',
    'please update the prices',
    'insert into customers values (1)',
  ])('says that it only reads: %s', async (question) => {
    const { states, requests } = await run(question, { answers: [] });
    expect(states.at(-1)).toMatchObject({ kind: 'failed', error: { code: 'ask/read-only' } });
    expect(requests).toEqual([]);
  });

  it('says that an empty schema has nothing to ask about', async () => {
    const { states } = await run('How many customers?', {
      schema: { tables: [], enums: [], domains: [], functions: [] },
    });
    expect(states.at(-1)).toMatchObject({ kind: 'failed', error: { code: 'ask/empty-schema' } });
  });

  it('stops at a question about nothing in the schema, unless asked anyway', async () => {
    const first = await run('What will the weather be?', {});
    expect(first.states.at(-1)).toEqual({ kind: 'unlinked', tables: ['customers'] });
    expect(first.requests).toEqual([]);
    const anyway = await run('What will the weather be?', {
      answers: ['SELECT COUNT(*) FROM customers'],
      askAnyway: true,
    });
    expect(anyway.states.at(-1)).toMatchObject({ kind: 'answered' });
  });

  it('tries once more, differently, when Postgres refuses the query', async () => {
    const { states, requests } = await run('How many customers?', {
      answers: ['SELECT nope FROM customers', 'SELECT COUNT(*) FROM customers'],
    });
    expect(states.at(-1)).toMatchObject({ kind: 'answered', generation: { attempts: 2 } });
    expect(requests.map(({ temperature }) => temperature)).toEqual([0, 0.6]);
    expect(requests[0]?.seed).not.toBe(requests[1]?.seed);
  });

  it('mends the last query when Postgres refuses it and only one thing can be meant', async () => {
    const forgetful = 'SELECT customers.id, COUNT(*) FROM customers';
    const { states } = await run('How many customers?', {
      answers: [1, 2, 3].map((n) => `SELECT nope, ${n} FROM customers`).concat(forgetful),
      refuses: (sql) => !sql.includes('GROUP BY'),
    });
    expect(states.at(-1)).toMatchObject({
      kind: 'answered',
      sql: `${forgetful} GROUP BY customers.id`,
      generation: { attempts: 4, corrections: ['grouped by customers.id'] },
    });
  });

  it('shows Postgres’ error and the last query when all of them are refused', async () => {
    const { states, requests } = await run('How many customers?', {
      answers: [1, 2, 3].map((n) => `SELECT nope, ${n} FROM customers`).concat('SELECT nope, id FROM customers'),
    });
    expect(requests).toHaveLength(4);
    expect(states.at(-1)).toMatchObject({
      kind: 'failed',
      stage: 'checking',
      sql: 'SELECT nope, id FROM customers',
      error: { code: 'pg/42703', details: { position: 8 } },
    });
  });

  it('stops a query as soon as nothing can make Postgres prepare it, and draws another', async () => {
    const { states, requests, written } = await run('How many customers?', {
      answers: [
        'SELECT COUNT(*) FROM customers JOIN customers ON customers.id = customers.id WHERE customers.id > 3',
        'SELECT COUNT(*) FROM customers',
      ],
    });
    expect(requests).toHaveLength(2);
    expect(written[0]).not.toContain('WHERE');
    expect(states).toContainEqual({ kind: 'generating', sql: '', retry: 'refused' });
    expect(states.at(-1)).toMatchObject({ kind: 'answered', generation: { attempts: 2 } });
  });

  it('leaves it to Postgres to judge what is not canonical SQL', async () => {
    const sql = 'select count(*) from customers c join customers d using (id)';
    const { states, requests } = await run('How many customers?', { answers: [sql] });
    expect(requests).toHaveLength(1);
    expect(states.at(-1)).toMatchObject({ kind: 'answered', sql });
  });

  it('lets the last attempt come to its end', async () => {
    const sql = 'SELECT COUNT(*) FROM customers JOIN customers ON customers.id = customers.id WHERE nope > 3';
    const { states, written } = await run('How many customers?', { answers: [sql, sql, sql, sql] });
    expect(written.map((text) => text === sql)).toEqual([false, false, false, true]);
    expect(states.at(-1)).toMatchObject({ kind: 'failed', stage: 'checking', sql, error: { code: 'pg/42703' } });
  });

  it('does not try again when the database itself is gone', async () => {
    const { states, requests } = await run('How many customers?', {
      answers: ['SELECT id FROM customers'],
      prepareError: new AppError({ code: 'database/crashed', message: 'The database stopped.' }),
    });
    expect(states.at(-1)).toMatchObject({ kind: 'failed', stage: 'checking', error: { code: 'database/crashed' } });
    expect(requests).toHaveLength(1);
  });

  it('keeps what was written when the token limit cut it off', async () => {
    const { states } = await run('How many customers?', { answers: ['SELECT COUNT(*) FROM'], finish: 'length' });
    expect(states.at(-1)).toMatchObject({
      kind: 'failed',
      stage: 'generating',
      sql: 'SELECT COUNT(*) FROM',
      error: { code: 'ask/truncated' },
    });
  });

  it('does not run an answer that is not a query', async () => {
    const { states } = await run('How many customers?', { answers: ['I am sorry'] });
    expect(states.at(-1)).toMatchObject({ kind: 'failed', error: { code: 'ask/not-a-query' }, sql: 'I am sorry' });
  });

  it('ends as cancelled, with the query so far, when cancelled while it is written', async () => {
    const controller = new AbortController();
    const { states } = await run('How many customers?', {
      answers: ['SELECT COUNT(*) FROM customers'],
      controller,
      onState: (state) => {
        if (state.kind === 'generating' && state.sql !== '') controller.abort(cancelled());
      },
    });
    expect(states.at(-1)).toEqual({ kind: 'cancelled', sql: 'SELECT COUNT(*)' });
  });

  it('ends as cancelled when cancelled while the database still starts', async () => {
    const controller = new AbortController();
    const { states } = await run('How many customers?', { controller, onState: () => controller.abort(cancelled()) });
    expect(states.at(-1)).toEqual({ kind: 'cancelled' });
  });

  it('makes the grammar’s text while the model loads, and compiles it before the model writes', async () => {
    const order: string[] = [];
    await run('How many customers?', {
      answers: ['SELECT COUNT(*) FROM customers'],
      log: order,
      loadAfter: 20,
    });
    expect(order).toEqual(['text of gbnf', 'loaded', 'compiled', 'generated']);
  });

  it('makes another text when another model than expected was loaded', async () => {
    const { requests, prepared } = await run('How many customers?', {
      answers: ['SELECT COUNT(*) FROM customers'],
      expected: { ...nano, grammarDialect: 'ebnf' },
    });
    expect(prepared).toEqual(['gbnf of customers']);
    expect(requests).toMatchObject([{ grammar: 'gbnf of customers' }]);
  });

  it('says what it waits for once that takes long, and not before', async () => {
    const { states } = await run('How many customers?', {
      answers: ['SELECT COUNT(*) FROM customers'],
      loadAfter: 350,
      compileAfter: 350,
    });
    expect(states.flatMap((state) => (state.kind === 'preparing' ? [state.waitingFor] : []))).toEqual([
      null,
      { kind: 'model' },
      { kind: 'grammar', tables: 1 },
    ]);
    const quick = await run('How many customers?', {
      answers: ['SELECT COUNT(*) FROM customers'],
      loadAfter: 100,
      compileAfter: 100,
    });
    expect(quick.states.flatMap((state) => (state.kind === 'preparing' ? [state.waitingFor] : []))).toEqual([null]);
  });

  it('ends as cancelled when cancelled while the grammar is prepared', async () => {
    const controller = new AbortController();
    const { states, requests } = await run('How many customers?', {
      answers: ['SELECT COUNT(*) FROM customers'],
      compileAfter: 5_000,
      controller,
      onState: (state) => {
        if (state.kind === 'preparing' && state.waitingFor?.kind === 'grammar') controller.abort(cancelled());
      },
    });
    expect(states.at(-1)).toEqual({ kind: 'cancelled' });
    expect(requests).toEqual([]);
  });

  it('says why when the engine cannot read the grammar', async () => {
    const { states, requests } = await run('How many customers?', {
      prepareGrammarError: new AppError({ code: 'grammar/unsupported', message: 'No.' }),
    });
    expect(states.at(-1)).toMatchObject({ kind: 'failed', stage: 'preparing', error: { code: 'grammar/unsupported' } });
    expect(requests).toEqual([]);
  });

  it('stops a query that goes round in circles, and draws another', async () => {
    const { states, requests, written } = await run('How many customers?', {
      answers: [`SELECT ${'customers.id, '.repeat(500)}`, 'SELECT COUNT(*) FROM customers'],
    });
    expect(requests).toHaveLength(2);
    expect(requests[1]?.temperature).toBeGreaterThan(0);
    expect(written[0]?.length).toBeLessThan(400);
    expect(states).toContainEqual({ kind: 'generating', sql: '', retry: 'looping' });
    expect(states.at(-1)).toMatchObject({ kind: 'answered', generation: { attempts: 2 } });
  });

  it('says that the model repeats itself when it always does', async () => {
    const { states, requests } = await run('How many customers?', {
      answers: Array.from(
        { length: 4 },
        () => `SELECT * FROM customers WHERE customers.id = 1${' OR TRUE'.repeat(500)}`,
      ),
    });
    expect(requests).toHaveLength(4);
    expect(states.at(-1)).toMatchObject({
      kind: 'failed',
      stage: 'generating',
      error: { code: 'ask/looping', message: expect.stringContaining('OR TRUE') },
      sql: expect.stringMatching(/^SELECT \* FROM customers WHERE customers\.id = 1 OR TRUE/),
    });
  });

  it('ends as cancelled, not as a loop, when cancelled in the middle of one', async () => {
    const controller = new AbortController();
    const { states } = await run('How many customers?', {
      answers: [`SELECT ${'customers.id, '.repeat(500)}`],
      controller,
      onState: (state) => {
        if (state.kind === 'generating' && state.sql.length > 100) controller.abort(cancelled());
      },
    });
    expect(states.at(-1)).toMatchObject({ kind: 'cancelled' });
  });

  it('says why when the model cannot be loaded', async () => {
    const { states } = await run('How many customers?', {
      loadError: new AppError({ code: 'model/missing', message: 'The model’s file is missing.' }),
    });
    expect(states.at(-1)).toMatchObject({ kind: 'failed', stage: 'preparing', error: { code: 'model/missing' } });
  });
});

describe('runByHand', () => {
  it('checks, runs and answers', async () => {
    const states: AskState[] = [];
    const { ports } = scripted({});
    await runByHand(
      'SELECT id FROM customers',
      ports.database,
      (state) => states.push(state),
      new AbortController().signal,
    );
    expect(states.map((state) => state.kind)).toEqual(['preparing', 'checking', 'running', 'answered']);
    expect(states.at(-1)).toMatchObject({ generation: null });
  });

  it('shows Postgres’ error', async () => {
    const states: AskState[] = [];
    const { ports } = scripted({});
    await runByHand('SELECT nope', ports.database, (state) => states.push(state), new AbortController().signal);
    expect(states.at(-1)).toMatchObject({ kind: 'failed', stage: 'checking', sql: 'SELECT nope' });
  });
});

interface Script {
  readonly schema?: Schema;
  readonly answers?: readonly string[];
  readonly finish?: Generation['finish'];
  readonly prepareError?: AppError;
  /** Queries that Postgres does not prepare, besides those that say `nope`. */
  readonly refuses?: (sql: string) => boolean;
  readonly loadError?: AppError;
  readonly prepareGrammarError?: AppError;
  /** Milliseconds that it takes. */
  readonly loadAfter?: number;
  readonly compileAfter?: number;
  /** What is thought to be loaded, until it is. */
  readonly expected?: ModelEntry;
  /** Gets what happens, in order. */
  readonly log?: string[];
  readonly askAnyway?: boolean;
  readonly controller?: AbortController;
  readonly onState?: (state: AskState) => void;
}

async function run(question: string, script: Script) {
  const states: AskState[] = [];
  const { ports, ...seen } = scripted(script);
  const show = (state: AskState) => {
    states.push(state);
    script.onState?.(state);
  };
  const signal = (script.controller ?? new AbortController()).signal;
  await ask({ question, askAnyway: script.askAnyway ?? false }, ports, show, signal);
  return { states, ...seen };
}

/** Ports that follow a script: the engine gives the answers in turn; the database refuses queries that say `nope`. */
function scripted(script: Script) {
  const requests: GenerateRequest[] = [];
  /** What the engine came to write for each request. */
  const written: string[] = [];
  const prepared: string[] = [];
  const log = script.log ?? [];
  const ports: AskPorts = {
    database: {
      schema: async (signal) => {
        signal.throwIfAborted();
        return script.schema ?? { tables: [customers], enums: [], domains: [], functions: [] };
      },
      prepare: async (sql) => {
        if (script.prepareError) throw script.prepareError;
        if (script.refuses?.(sql)) throw new AppError({ code: 'pg/42803', message: 'not grouped' });
        const position = sql.indexOf('nope') + 1;
        if (position > 0) throw new AppError({ code: 'pg/42703', message: 'no such column', details: { position } });
      },
      runReadOnly: async () => RESULT,
    },
    engine: {
      expected: () => script.expected ?? nano,
      loaded: async (signal) => {
        await after(script.loadAfter, signal);
        if (script.loadError) throw script.loadError;
        log.push('loaded');
        return nano;
      },
      prepareGrammar: async (grammar, signal) => {
        await after(script.compileAfter, signal);
        if (script.prepareGrammarError) throw script.prepareGrammarError;
        log.push('compiled');
        prepared.push(grammar);
      },
      generate: async (request, onText, signal) => {
        const text = script.answers?.[requests.length] ?? '';
        requests.push(request);
        log.push('generated');
        const index = written.push('') - 1;
        for (const piece of text.split(/(?= FROM| WHERE|, | OR)/)) {
          signal.throwIfAborted();
          onText(piece);
          written[index] += piece;
        }
        return {
          text,
          finish: script.finish ?? 'stop',
          promptTokens: 100,
          outputTokens: 20,
          prefillMilliseconds: 300,
          decodeMilliseconds: 500,
        };
      },
    },
    grammar: async (schema, dialect) => {
      log.push(`text of ${dialect}`);
      return `${dialect} of ${schema.tables.map((table) => table.name).join(', ')}`;
    },
    layOut: async (sql) => sql,
  };
  return { ports, requests, written, prepared };
}

async function after(milliseconds: number | undefined, signal: AbortSignal): Promise<void> {
  if (milliseconds === undefined) return;
  await unlessAborted(new Promise<void>((resolve) => setTimeout(resolve, milliseconds)), signal);
}

const nano: ModelEntry = {
  id: 'nano',
  title: 'Nano',
  description: '',
  engine: 'wllama',
  source: 'bundled:nano.gguf',
  sizeBytes: 1,
  sha256: null,
  promptTemplate: 'nano-1',
  grammarDialect: 'gbnf',
  contextTokens: 2048,
  maxTables: 12,
  tableChoice: 'linking',
  joins: 'keys',
  requiresShaderF16: false,
  gpu: null,
  licence: 'MIT',
};

const id: Column = {
  name: 'id',
  type: 'integer',
  typeClass: 'integer',
  nullable: false,
  defaultExpression: null,
  generated: false,
  allowedValues: [],
  comment: null,
};

const customers: Table = {
  namespace: 'public',
  name: 'customers',
  kind: 'table',
  comment: null,
  columns: [id, { ...id, name: 'name', type: 'text', typeClass: 'text' }],
  primaryKey: ['id'],
  uniqueKeys: [],
  foreignKeys: [],
  checks: [],
  rowCount: 3,
};
