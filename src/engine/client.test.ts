import { describe, expect, it, vi } from 'vitest';
import { must } from '../platform/assert.ts';
import { AppError } from '../platform/errors.ts';
import { ScriptedWorker } from '../platform/testing/scripted-worker.ts';
import { MODEL_CATALOGUE } from './catalogue.ts';
import { EngineClient } from './client.ts';
import type { EngineContract, Generation, GrammarPreparation, LoadedModel } from './contract.ts';

const MODEL = must(MODEL_CATALOGUE[0], 'a model');
const LOADED: LoadedModel = { modelId: MODEL.id, backend: 'test', contextTokens: 2048, loadMilliseconds: 1 };
const GENERATION: Generation = {
  text: 'SELECT 1',
  finish: 'stop',
  promptTokens: 5,
  outputTokens: 3,
  prefillMilliseconds: 1,
  decodeMilliseconds: 1,
};
const COMPILED: GrammarPreparation = { kind: 'compiled', fromCache: false, compileMilliseconds: 9 };
const REQUEST = { prompt: { kind: 'text', text: 'q' }, maxTokens: 10, temperature: 0, seed: 1 } as const;
/** A signal that is not used. */
function never(): AbortSignal {
  return new AbortController().signal;
}

/** A client whose n-th worker is served by the n-th engine; the last one serves all later workers. */
function clientOf(...engines: Partial<EngineContract>[]) {
  const workers: ScriptedWorker[] = [];
  const client = new EngineClient(() => {
    const worker = new ScriptedWorker(must(engines[workers.length] ?? engines.at(-1), 'an engine'));
    workers.push(worker);
    return worker;
  });
  const statuses: string[] = [];
  client.subscribe(() => statuses.push(client.getStatus().kind));
  return { client, workers, statuses };
}

const WORKING = { load: async () => LOADED, generate: async () => GENERATION } satisfies Partial<EngineContract>;
const STUCK = new Promise<never>(() => {});

describe('EngineClient', () => {
  it('tells what it is doing', async () => {
    const { client, statuses } = clientOf({
      async load(_, onProgress) {
        await onProgress({ phase: 'download', loadedBytes: 1, totalBytes: 2 });
        return LOADED;
      },
      generate: WORKING.generate,
    });
    expect(client.getStatus()).toEqual({ kind: 'empty' });
    await client.load(MODEL, () => {}, never());
    await client.generate(REQUEST, () => {}, never());
    await client.unload();
    expect(statuses).toEqual(['loading', 'loading', 'ready', 'generating', 'ready', 'empty']);
  });

  it('gives all of the text to the listener, whatever has arrived when the result does', async () => {
    const { client } = clientOf({
      load: WORKING.load,
      async generate(_, onText) {
        onText('SEL');
        return GENERATION;
      },
    });
    await client.load(MODEL, () => {}, never());
    const pieces: string[] = [];
    await client.generate(REQUEST, (piece) => pieces.push(piece), never());
    expect(pieces.join('')).toBe(GENERATION.text);
  });

  it('carries errors over whole', async () => {
    const error = { code: 'grammar/unsupported', message: 'No.', hint: 'Try.', details: { line: 3 } } as const;
    const { client } = clientOf({
      load: WORKING.load,
      async generate() {
        throw new AppError(error);
      },
    });
    await client.load(MODEL, () => {}, never());
    await expect(client.generate(REQUEST, () => {}, never())).rejects.toMatchObject(error);
    expect(client.getStatus().kind).toBe('ready');
  });

  it('wants a model before it generates', async () => {
    const { client } = clientOf(WORKING);
    await expect(client.generate(REQUEST, () => {}, never())).rejects.toMatchObject({ code: 'engine/not-loaded' });
  });

  it('shows why a load failed, and ends the worker', async () => {
    const { client, workers } = clientOf({
      async load() {
        throw new AppError({ code: 'model/missing', message: 'Gone.' });
      },
    });
    await expect(client.load(MODEL, () => {}, never())).rejects.toMatchObject({ code: 'model/missing' });
    expect(client.getStatus()).toMatchObject({ kind: 'failed', error: { code: 'model/missing' } });
    expect(workers[0]?.isTerminated).toBe(true);
  });

  it('ends a worker that does not stop, and loads the model again with the next request', async () => {
    const { client, workers, statuses } = clientOf({ load: WORKING.load, generate: () => STUCK }, WORKING);
    await client.load(MODEL, () => {}, never());
    const controller = new AbortController();
    const generated = client.generate(REQUEST, () => {}, controller.signal);
    setTimeout(() => controller.abort(), 10);
    await expect(generated).rejects.toMatchObject({ code: 'cancelled' });
    await expect.poll(() => client.getStatus().kind, { timeout: 10_000 }).toBe('ready');
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);

    await expect(client.generate(REQUEST, () => {}, never())).resolves.toEqual(GENERATION);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    expect(statuses).toEqual(['loading', 'ready', 'generating', 'ready', 'loading', 'ready', 'generating', 'ready']);
  });

  it('keeps the model when the load after such an end is cancelled', async () => {
    const stuck = { load: WORKING.load, generate: () => STUCK };
    const { client } = clientOf(stuck, { load: () => STUCK }, WORKING);
    await client.load(MODEL, () => {}, never());
    for (let i = 0; i < 2; i++) {
      const controller = new AbortController();
      const generated = client.generate(REQUEST, () => {}, controller.signal);
      setTimeout(() => controller.abort(), 50);
      await expect(generated).rejects.toMatchObject({ code: 'cancelled' });
      await expect.poll(() => client.getStatus().kind, { timeout: 10_000 }).toBe('ready');
    }
    await expect(client.generate(REQUEST, () => {}, never())).resolves.toEqual(GENERATION);
  });

  it('rejects a cancelled request at once, however long the worker takes to stop', async () => {
    const { client } = clientOf({ load: WORKING.load, generate: () => STUCK }, WORKING);
    await client.load(MODEL, () => {}, never());
    const controller = new AbortController();
    const generated = client.generate(REQUEST, () => {}, controller.signal);
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    await expect(generated).rejects.toMatchObject({ code: 'cancelled' });
    expect(client.getStatus().kind).toBe('generating');
  });

  it('keeps a worker that stops by itself', async () => {
    const { client, workers } = clientOf({
      load: WORKING.load,
      generate: (_, __, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    await client.load(MODEL, () => {}, never());
    const controller = new AbortController();
    const generated = client.generate(REQUEST, () => {}, controller.signal);
    setTimeout(() => controller.abort(), 10);
    await expect(generated).rejects.toMatchObject({ code: 'cancelled' });
    await expect.poll(() => client.getStatus().kind).toBe('ready');
    expect(workers[0]?.isTerminated).toBe(false);
  });

  it('tells of a crash, and recovers from it', async () => {
    const { client, workers } = clientOf({ load: WORKING.load, generate: () => STUCK }, WORKING);
    await client.load(MODEL, () => {}, never());
    const generated = client.generate(REQUEST, () => {}, never());
    setTimeout(() => workers[0]?.crash(), 10);
    await expect(generated).rejects.toMatchObject({ code: 'engine/crashed', details: { why: 'boom' } });
    expect(client.getStatus()).toMatchObject({ kind: 'failed', error: { code: 'engine/crashed' } });
    await expect(client.generate(REQUEST, () => {}, never())).resolves.toEqual(GENERATION);
  });

  it('prepares a grammar for the model, after the load that is under way', async () => {
    const { client } = clientOf({ ...WORKING, prepareGrammar: async () => COMPILED });
    const loaded = client.load(MODEL, () => {}, never());
    expect(await client.prepareGrammar('root ::= "a"', never())).toEqual(COMPILED);
    await loaded;
  });

  it('says that the engine cannot read a grammar, and goes on', async () => {
    const error = { code: 'grammar/unsupported', message: 'No.' } as const;
    const { client } = clientOf({
      ...WORKING,
      async prepareGrammar() {
        throw new AppError(error);
      },
    });
    await client.load(MODEL, () => {}, never());
    await expect(client.prepareGrammar('?', never())).rejects.toMatchObject(error);
    await expect(client.generate(REQUEST, () => {}, never())).resolves.toEqual(GENERATION);
  });

  it('lets a compilation that is cancelled come to its end: it has the model, and the next call waits', async () => {
    const order: string[] = [];
    const { client, workers } = clientOf({
      load: WORKING.load,
      async prepareGrammar() {
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        order.push('compiled');
        return COMPILED;
      },
      async generate() {
        order.push('generated');
        return GENERATION;
      },
    });
    await client.load(MODEL, () => {}, never());
    const controller = new AbortController();
    const prepared = client.prepareGrammar('root ::= "a"', controller.signal);
    setTimeout(() => controller.abort(), 10);
    await expect(prepared).rejects.toMatchObject({ code: 'cancelled' });
    expect(order).toEqual([]);
    await expect(client.generate(REQUEST, () => {}, never())).resolves.toEqual(GENERATION);
    expect(order).toEqual(['compiled', 'generated']);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false]);
  });

  it('ends a worker whose compilation has no end, and loads the model again with the next request', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { client, workers } = clientOf({ load: WORKING.load, prepareGrammar: () => STUCK }, WORKING);
    await client.load(MODEL, () => {}, never());
    const prepared = client.prepareGrammar('root ::= "a"', never());
    const outcome = expect(prepared).rejects.toMatchObject({ code: 'grammar/unsupported' });
    await vi.advanceTimersByTimeAsync(60_000);
    await outcome;
    vi.useRealTimers();
    expect(client.getStatus().kind).toBe('ready');
    await expect(client.generate(REQUEST, () => {}, never())).resolves.toEqual(GENERATION);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });
});
