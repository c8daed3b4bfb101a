import { describe, expect, it } from 'vitest';
import { must } from '../platform/assert.ts';
import { AppError } from '../platform/errors.ts';
import { ScriptedWorker } from '../platform/testing/scripted-worker.ts';
import { EMPTY_SCHEMA } from '../schema/model.ts';
import { SqlToolsClient } from './client.ts';
import type { Explanation, GrammarRequest, GrammarText, SqlToolsContract } from './contract.ts';

const REQUEST: GrammarRequest = { schema: EMPTY_SCHEMA, dialect: 'gbnf' };
const TEXT: GrammarText = {
  text: 'root ::= "a"',
  key: '00',
  bytes: 12,
  rules: 1,
  tables: 1,
  buildMilliseconds: 1,
  fromCache: false,
};
const STUCK = new Promise<never>(() => {});
const SILENT: SqlToolsContract = {
  grammar: () => STUCK,
  explain: () => STUCK,
  friendly: () => STUCK,
  tablesUsed: () => STUCK,
  previewFile: () => STUCK,
  smartQueryResult: () => STUCK,
  warmUp: () => STUCK,
};

/** A client whose n-th worker is served by the n-th script; a method that a script leaves out is never answered. */
function clientOf(...scripts: Partial<SqlToolsContract>[]) {
  const workers: ScriptedWorker[] = [];
  const client = new SqlToolsClient(() => {
    const worker = new ScriptedWorker({ ...SILENT, ...must(scripts[workers.length], 'a script') });
    workers.push(worker);
    return worker;
  });
  return { client, workers };
}

function never(): AbortSignal {
  return new AbortController().signal;
}

describe('SqlToolsClient', () => {
  it('starts its worker with the first call, and only one', async () => {
    const { client, workers } = clientOf({ grammar: async () => TEXT });
    expect(workers).toHaveLength(0);
    expect(await client.grammar(REQUEST, never())).toEqual(TEXT);
    expect(await client.grammar(REQUEST, never())).toEqual(TEXT);
    expect(workers).toHaveLength(1);
  });

  it('carries errors over whole', async () => {
    const error = { code: 'ask/empty-schema', message: 'No table.', hint: 'Paste one.' } as const;
    const { client } = clientOf({
      async grammar() {
        throw new AppError(error);
      },
    });
    await expect(client.grammar(REQUEST, never())).rejects.toMatchObject(error);
  });

  it('rejects a cancelled call at once', async () => {
    const { client } = clientOf({ grammar: () => STUCK });
    const controller = new AbortController();
    const call = client.grammar(REQUEST, controller.signal);
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('lets the worker know that an explanation is not wanted any more', async () => {
    const heard = new Promise<string>((resolve) => {
      const explain = async (_: unknown, signal: AbortSignal): Promise<Explanation> => {
        signal.addEventListener('abort', () => resolve('aborted'));
        return await STUCK;
      };
      const { client } = clientOf({ explain });
      const controller = new AbortController();
      client.explain({ sql: 'SELECT 1', schema: EMPTY_SCHEMA }, controller.signal).catch(() => undefined);
      setTimeout(() => controller.abort(), 10);
    });
    expect(await heard).toBe('aborted');
  });

  it('tells of a crash, and starts another worker with the next call', async () => {
    const { client, workers } = clientOf({ grammar: () => STUCK }, { grammar: async () => TEXT });
    const call = client.grammar(REQUEST, never());
    workers[0]?.crash();
    await expect(call).rejects.toMatchObject({ code: 'internal', details: { why: 'boom' } });
    expect(await client.grammar(REQUEST, never())).toEqual(TEXT);
  });
});
