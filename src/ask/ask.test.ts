import { describe, expect, it } from 'vitest';
import type { QueryResult } from '../database/contract.ts';
import type { ModelEntry } from '../engine/catalogue.ts';
import type { GenerateRequest, Generation } from '../engine/contract.ts';
import { AppError, cancelled } from '../platform/errors.ts';
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
    const { states, requests } = await run('How many customers are there?', {
      answers: ['SELECT COUNT(*) FROM customers'],
    });
    expect(states.map((state) => state.kind)).toEqual([
      'preparing',
      'preparing',
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
    const { states } = await run('How many customers?', { schema: { tables: [], enums: [] } });
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
  readonly loadError?: AppError;
  readonly askAnyway?: boolean;
  readonly controller?: AbortController;
  readonly onState?: (state: AskState) => void;
}

async function run(question: string, script: Script) {
  const states: AskState[] = [];
  const { ports, requests } = scripted(script);
  const show = (state: AskState) => {
    states.push(state);
    script.onState?.(state);
  };
  const signal = (script.controller ?? new AbortController()).signal;
  await ask({ question, askAnyway: script.askAnyway ?? false }, ports, show, signal);
  return { states, requests };
}

/** Ports that follow a script: the engine gives the answers in turn; the database refuses queries that say `nope`. */
function scripted(script: Script): { ports: AskPorts; requests: GenerateRequest[] } {
  const requests: GenerateRequest[] = [];
  const ports: AskPorts = {
    database: {
      schema: async (signal) => {
        signal.throwIfAborted();
        return script.schema ?? { tables: [customers], enums: [] };
      },
      prepare: async (sql) => {
        if (script.prepareError) throw script.prepareError;
        const position = sql.indexOf('nope') + 1;
        if (position > 0) throw new AppError({ code: 'pg/42703', message: 'no such column', details: { position } });
      },
      runReadOnly: async () => RESULT,
    },
    engine: {
      loaded: async () => {
        if (script.loadError) throw script.loadError;
        return nano;
      },
      generate: async (request, onText, signal) => {
        const text = script.answers?.[requests.length] ?? '';
        requests.push(request);
        for (const piece of text.split(/(?= FROM)/)) {
          signal.throwIfAborted();
          onText(piece);
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
    grammar: (schema, dialect) => `${dialect} of ${schema.tables.map((table) => table.name).join(', ')}`,
    layOut: async (sql) => sql,
  };
  return { ports, requests };
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
  requiresShaderF16: false,
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
