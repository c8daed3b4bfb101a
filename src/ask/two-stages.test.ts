import { afterEach, describe, expect, it, vi } from 'vitest';
import { MODEL_CATALOGUE, type ModelEntry } from '../engine/catalogue.ts';
import type { GenerateRequest } from '../engine/contract.ts';
import { must } from '../platform/assert.ts';
import { AppError, cancelled } from '../platform/errors.ts';
import { unlessAborted } from '../platform/unless-aborted.ts';
import type { Schema, Table } from '../schema/model.ts';
import { testColumn } from '../schema/testing/test-column.ts';
import { ask } from './ask.ts';
import { MAX_CHOSEN_TABLES, TABLE_LIST_TIMEOUT_MS } from './ask-for-tables.ts';
import type { AskPorts } from './ports.ts';
import type { AskState } from './states.ts';
import type { TablePreferences } from './table-preferences.ts';

const nano = entry((model) => model.tableChoice === 'linking');
const chat = { ...entry((model) => model.tableChoice === 'model'), maxTables: 12 };

const QUESTION = 'How many customers are there?';
const QUERY = 'SELECT COUNT(*) FROM customers';
/** Of 40 tables the question names one; nothing joins them but what is said. */
const SCHEMA: Schema = {
  enums: [],
  domains: [],
  functions: [],
  tables: [
    table('customers'),
    table('crm_contacts', 'crm_links'),
    table('crm_links', 'ledger'),
    table('ledger'),
    ...Array.from({ length: 36 }, (_, index) => table(`noise${index}`)),
  ],
};

afterEach(() => {
  vi.useRealTimers();
});

describe('a model that chooses tables', () => {
  it('lists them under a small grammar, and writes the query over them and what joins them', async () => {
    const { requests, grammars, states } = await run({ list: 'crm_contacts, ledger' });
    expect(requests).toHaveLength(2);
    expect(requests[0]).toMatchObject({
      temperature: 0,
      grammar: expect.stringMatching(/^root ::= table \(", " table\)\*/),
    });
    expect(requests[0]?.maxTokens).toBeLessThanOrEqual(64);
    expect(systemOf(requests[0])).toContain('\nnoise35');
    expect(grammars).toEqual([['customers', 'crm_contacts', 'crm_links', 'ledger']]);
    expect(systemOf(requests[1]).match(/CREATE TABLE \w+/g)).toHaveLength(4);
    expect(states.at(-1)).toMatchObject({ kind: 'answered', sql: QUERY });
  });

  it('says so while it chooses', async () => {
    const { states } = await run({ list: 'noise3' });
    expect(states.map(({ kind }) => kind)).toEqual([
      'preparing',
      'preparing',
      'preparing',
      'generating',
      'checking',
      'running',
      'answered',
    ]);
    expect(states[1]).toEqual({ kind: 'preparing', waitingFor: null, choosingFrom: 40 });
    const tables = ['customers', 'noise3'].map((name) => ({ namespace: 'public', name }));
    expect(states[2]).toEqual({ kind: 'preparing', waitingFor: null, shown: { tables, of: 40 } });
  });

  it('is not asked about a schema that it is shown whole', async () => {
    const { requests, grammars } = await run({ schema: { ...SCHEMA, tables: SCHEMA.tables.slice(0, 12) } });
    expect(requests).toHaveLength(1);
    expect(grammars[0]).toHaveLength(12);
  });

  it('is asked about the likeliest tables when not even the names of all fit its context', async () => {
    const many = Array.from({ length: 900 }, (_, index) => table(`an_archive_of_customers_${index}`));
    const { requests, states } = await run({
      list: 'customers',
      schema: { ...SCHEMA, tables: [...SCHEMA.tables, ...many] },
    });
    const choosing = states.find((state) => 'choosingFrom' in state);
    expect(choosing?.kind === 'preparing' && 'choosingFrom' in choosing && choosing.choosingFrom).toBeLessThan(500);
    expect(systemOf(requests[0])).toMatch(/\ncustomers/);
  });

  it.each([
    ['fails', new AppError({ code: 'engine/generation-failed', message: 'No.' })],
    ['crashes', new AppError({ code: 'engine/crashed', message: 'No.' })],
  ])('leaves it to linking when it %s', async (_what, listError) => {
    const { grammars, states } = await run({ listError });
    expect(grammars).toEqual([['customers']]);
    expect(states.at(-1)).toMatchObject({ kind: 'answered' });
  });

  it('leaves it to linking when it takes too long', async () => {
    vi.useFakeTimers();
    const running = run({ list: 'ledger', listAfter: 10 * TABLE_LIST_TIMEOUT_MS });
    await vi.advanceTimersByTimeAsync(TABLE_LIST_TIMEOUT_MS);
    const { grammars, states } = await running;
    expect(grammars).toEqual([['customers']]);
    expect(states.at(-1)).toMatchObject({ kind: 'answered' });
  });

  it('does not crowd out what linking finds, however much it lists', async () => {
    const list = SCHEMA.tables.slice(4).map(({ name }) => name);
    const { grammars } = await run({ list: list.join(', ') });
    expect(grammars).toEqual([['customers', ...list.slice(0, MAX_CHOSEN_TABLES)]]);
  });

  it('takes the names before the one that was cut off', async () => {
    const { grammars } = await run({ list: 'noise7, crm_con' });
    expect(grammars).toEqual([['customers', 'noise7']]);
  });

  it('ends as cancelled when cancelled while it chooses', async () => {
    const controller = new AbortController();
    const { states, requests, grammars } = await run({
      list: 'ledger',
      listAfter: 5_000,
      controller,
      onState: (state) => {
        if ('choosingFrom' in state) controller.abort(cancelled());
      },
    });
    expect(states.at(-1)).toEqual({ kind: 'cancelled' });
    expect([requests.length, grammars.length]).toEqual([1, 0]);
  });

  it('does not hide a fault of the program', async () => {
    const { states } = await run({ listError: new TypeError('a bug') });
    expect(states.at(-1)).toMatchObject({ kind: 'failed', error: { code: 'internal', message: 'a bug' } });
  });
});

describe('what a person says about tables', () => {
  const named = (...names: string[]) => names.map((name) => ({ namespace: 'public', name }));

  it('comes before what the model lists and linking finds', async () => {
    const tables = { pinned: named('noise9'), dropped: named('customers', 'noise8') };
    const { requests, grammars, states } = await run({ list: 'noise3', tables });
    expect(systemOf(requests[0])).not.toMatch(/\n(customers|noise8)\b/);
    expect(grammars).toEqual([['noise3', 'noise9']]);
    expect(states).toContainEqual({
      kind: 'preparing',
      waitingFor: null,
      shown: { tables: named('noise3', 'noise9'), of: 40 },
    });
  });

  it('leaves nothing to ask about when all tables are dropped', async () => {
    const { states } = await run({ tables: { pinned: [], dropped: SCHEMA.tables } });
    expect(states.at(-1)).toMatchObject({ kind: 'failed', error: { code: 'ask/empty-schema' } });
  });

  it('is not spoken of where the model is shown all', async () => {
    const schema = { ...SCHEMA, tables: SCHEMA.tables.slice(0, 12) };
    const { states } = await run({ schema, tables: { pinned: named('ledger'), dropped: [] } });
    expect(states.some((state) => 'shown' in state)).toBe(false);
  });
});

describe('a model that does not choose tables', () => {
  it('is shown what linking finds, and its grammar is made before it is there', async () => {
    const { requests, grammars, log } = await run({ model: nano });
    expect(requests).toHaveLength(1);
    expect(grammars).toEqual([['customers']]);
    expect(log).toEqual(['grammar', 'loaded', 'generated']);
  });

  it('does not choose in the place of another that was expected', async () => {
    const { requests, grammars } = await run({ model: nano, expected: chat });
    expect(requests).toHaveLength(1);
    expect(grammars).toEqual([['customers']]);
  });

  it('is replaced by one that does', async () => {
    const { requests, grammars } = await run({ model: chat, expected: nano, list: 'noise7' });
    expect(requests).toHaveLength(2);
    expect(grammars).toEqual([['customers'], ['customers', 'noise7']]);
  });
});

interface Script {
  readonly model?: ModelEntry;
  /** What is thought to be loaded, until it is. */
  readonly expected?: ModelEntry;
  readonly schema?: Schema;
  readonly tables?: TablePreferences;
  /** The model's answer when it is asked for tables, and how many milliseconds that takes. */
  readonly list?: string;
  readonly listAfter?: number;
  readonly listError?: Error;
  readonly controller?: AbortController;
  readonly onState?: (state: AskState) => void;
}

async function run({ model = chat, expected = model, schema = SCHEMA, ...script }: Script) {
  const states: AskState[] = [];
  const requests: GenerateRequest[] = [];
  /** Tables of each query grammar. */
  const grammars: string[][] = [];
  const log: string[] = [];
  const ports: AskPorts = {
    database: {
      schema: async () => schema,
      prepare: async () => undefined,
      runReadOnly: async () => ({ columns: [], rows: [], hasMore: false, milliseconds: 1 }),
    },
    engine: {
      expected: () => expected,
      loaded: async () => {
        log.push('loaded');
        return model;
      },
      prepareGrammar: async () => undefined,
      generate: async (request, onText, signal) => {
        requests.push(request);
        log.push('generated');
        const isList = request.grammar?.startsWith('query') === false;
        if (isList && script.listError) throw script.listError;
        if (isList && script.listAfter) {
          await unlessAborted(new Promise((resolve) => setTimeout(resolve, script.listAfter)), signal);
        }
        const text = isList ? (script.list ?? '') : QUERY;
        onText(text);
        return {
          text,
          finish: 'stop',
          promptTokens: 1,
          outputTokens: 1,
          prefillMilliseconds: 1,
          decodeMilliseconds: 1,
        };
      },
    },
    grammar: async ({ tables }, dialect) => {
      grammars.push(tables.map(({ name }) => name));
      log.push('grammar');
      return `query grammar in ${dialect}`;
    },
    layOut: async (sql) => sql,
  };
  const show = (state: AskState) => {
    states.push(state);
    script.onState?.(state);
  };
  const { signal } = script.controller ?? new AbortController();
  await ask(
    { question: QUESTION, askAnyway: false, ...(script.tables && { tables: script.tables }) },
    ports,
    show,
    signal,
  );
  return { states: distinctKinds(states), requests, grammars, log };
}

/** The query grows in several states of one kind. */
function distinctKinds(states: readonly AskState[]): readonly AskState[] {
  return states.filter((state, index) => state.kind !== 'generating' || states[index - 1]?.kind !== 'generating');
}

function systemOf(request: GenerateRequest | undefined): string {
  return request?.prompt.kind === 'chat' ? request.prompt.system : '';
}

function entry(fits: (model: ModelEntry) => boolean): ModelEntry {
  return must(MODEL_CATALOGUE.find(fits), 'such a model in the registry');
}

function table(name: string, references?: string): Table {
  const key = testColumn('id', { type: 'integer', typeClass: 'integer' });
  return {
    namespace: 'public',
    name,
    kind: 'table',
    comment: null,
    columns: [key, { ...key, name: 'amount' }, ...(references ? [{ ...key, name: 'x' }] : [])],
    primaryKey: ['id'],
    uniqueKeys: [],
    foreignKeys: references
      ? [{ columns: ['x'], referencedNamespace: 'public', referencedTable: references, referencedColumns: ['id'] }]
      : [],
    checks: [],
    rowCount: 1,
  };
}
