/** The inference worker with the real runtimes, on the page that has nothing but the clients. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { nanoQuestionText, nanoSchemaText } from '../../src/prompt/nano-1.ts';
import { type OpenHarness, openHarness, SOFTWARE_WEBGPU_ARGS } from './open.ts';

const MODEL_FILE = '**/*.gguf';
const OTHER_HOSTS = /huggingface\.co|githubusercontent\.com/;
const CANCEL_LIMIT_MS = 300;
const QUERY_GRAMMAR = 'root ::= "SELECT " name " FROM " name ";"\nname ::= "id" | "orders" | "city"';
const WORD_GRAMMAR = 'root ::= [a-z]+';

let opened: OpenHarness;
const requests: string[] = [];

test.beforeAll(async () => {
  // The build alone takes a minute when the machine is busy.
  test.setTimeout(300_000);
  opened = await openHarness({ args: SOFTWARE_WEBGPU_ARGS });
  opened.context.on('request', (request) => requests.push(request.url()));
  await opened.page.evaluate(async () => {
    const { engine, catalogue } = harness;
    const nano = catalogue.find(({ id }) => id === 'nano');
    if (nano) await engine.load(nano, () => undefined, new AbortController().signal);
  });
});
test.afterAll(() => opened?.close());
test.afterEach(() => opened.context.unrouteAll());

interface Request {
  readonly prompt: string | { readonly system: string; readonly user: string };
  readonly grammar?: string;
  readonly maxTokens?: number;
  readonly temperature?: number;
  readonly seed?: number;
  /** Milliseconds after which it is cancelled. */
  readonly cancelAfter?: number;
}

interface Outcome {
  readonly text?: string;
  readonly finish?: string;
  readonly promptTokens?: number;
  readonly outputTokens?: number;
  readonly pieces: readonly string[];
  readonly code?: string;
  readonly message?: string;
  /** From the cancel to the end of the call. */
  readonly stoppedAfter: number;
}

/** Asks the loaded model; errors come back as data. */
function generate(request: Request): Promise<Outcome> {
  return opened.page.evaluate(async ({ prompt, cancelAfter, ...settings }) => {
    const controller = new AbortController();
    let cancelledAt = performance.now();
    const cancel = () => {
      cancelledAt = performance.now();
      controller.abort();
    };
    if (cancelAfter !== undefined) setTimeout(cancel, cancelAfter);
    const pieces: string[] = [];
    const outcome = await harness.engine
      .generate(
        {
          prompt: typeof prompt === 'string' ? { kind: 'text', text: prompt } : { kind: 'chat', ...prompt },
          maxTokens: 60,
          temperature: 0,
          seed: 1,
          ...settings,
        },
        (piece) => pieces.push(piece),
        controller.signal,
      )
      .catch((error) => ({ code: String(error.code), message: String(error.message) }));
    return { ...outcome, pieces, stoppedAfter: performance.now() - cancelledAt };
  }, request);
}

/** Loads a model of the catalogue in a fresh worker; tells how that failed, or that it did not. */
function loadAnew(id: string): Promise<{ code: string; message: string }> {
  return opened.page.evaluate(async (modelId) => {
    const client = new harness.EngineClient();
    const model = harness.catalogue.find((entry) => entry.id === modelId);
    if (model === undefined) throw new Error(`no model ${modelId}`);
    const outcome = await client
      .load(model, () => undefined, new AbortController().signal)
      .then(
        ({ backend }) => ({ code: 'loaded', message: backend }),
        (error) => ({ code: String(error.code), message: String(error.message) }),
      );
    await client.unload();
    return outcome;
  }, id);
}

test.describe('wllama', () => {
  test('answers under a grammar, in pieces', async () => {
    const { text, pieces, finish, outputTokens } = await generate({ prompt: 'x', grammar: QUERY_GRAMMAR });
    expect(text).toMatch(/^SELECT (id|orders|city) FROM (id|orders|city);$/);
    expect(pieces.join('')).toBe(text);
    expect(pieces.length).toBeGreaterThan(1);
    expect(finish).toBe('stop');
    expect(outputTokens).toBeGreaterThan(1);
  });

  test('reads the special tokens of the prompt as what they are', async () => {
    const plain = await generate({ prompt: '(schema)', grammar: WORD_GRAMMAR, maxTokens: 1 });
    const special = await generate({ prompt: '<|schema|>', grammar: WORD_GRAMMAR, maxTokens: 1 });
    expect(plain.promptTokens).toBeGreaterThan(1);
    expect(special.promptTokens).toBe(1);
  });

  test('renders chat messages as the text prompt of nano-1', async () => {
    const schemaText = nanoSchemaText({ tables: [], enums: [], domains: [], functions: [] });
    const lines = 'orders id:key total:number\n';
    const question = 'how many orders';
    const asText = await generate({
      prompt: `${schemaText}${lines}${nanoQuestionText(question)}`,
      grammar: WORD_GRAMMAR,
    });
    const asChat = await generate({ prompt: { system: lines, user: question }, grammar: WORD_GRAMMAR });
    expect(asChat.promptTokens).toBe(asText.promptTokens);
    expect(asChat.text).toBe(asText.text);
  });

  test('samples the same for the same seed, and something else for another', async () => {
    // A question with many answers, so that the model is unsure.
    const prompt = `<|schema|>\nt id:key a:text b:text c:int d:int\n${nanoQuestionText('something else')}SELECT t.`;
    const sample = (seed: number) => generate({ prompt, temperature: 5, seed });
    const [first, again] = [await sample(1), await sample(1)];
    expect(again.text).toBe(first.text);
    const others = [await sample(2), await sample(3), await sample(4)];
    expect(others.some(({ text }) => text !== first.text)).toBe(true);
  });

  test('says when the token limit cut the answer off', async () => {
    const { finish, outputTokens } = await generate({ prompt: 'x', grammar: 'root ::= "abc"{50}', maxTokens: 5 });
    expect({ finish, outputTokens }).toEqual({ finish: 'length', outputTokens: 5 });
  });

  test('answers calls that overlap one after the other', async () => {
    const outcomes = await Promise.all(['a', 'b', 'c'].map((prompt) => generate({ prompt, grammar: 'root ::= "ok"' })));
    expect(outcomes.map(({ text }) => text)).toEqual(['ok', 'ok', 'ok']);
  });

  test('stops soon while it reads the prompt', async () => {
    const { code, pieces, stoppedAfter } = await generate({
      prompt: 'prefill '.repeat(240),
      grammar: WORD_GRAMMAR,
      cancelAfter: 50,
    });
    expect({ code, pieces }).toEqual({ code: 'cancelled', pieces: [] });
    expect(stoppedAfter).toBeLessThan(CANCEL_LIMIT_MS);
  });

  test('stops soon while it writes, and answers again', async () => {
    const { code, stoppedAfter } = await generate({
      prompt: 'x',
      grammar: 'root ::= "a" root',
      maxTokens: 1500,
      cancelAfter: 150,
    });
    expect(code).toBe('cancelled');
    expect(stoppedAfter).toBeLessThan(CANCEL_LIMIT_MS);
    expect((await generate({ prompt: 'x', grammar: 'root ::= "ok"' })).text).toBe('ok');
  });

  test('names a grammar that it cannot read', async () => {
    expect(await generate({ prompt: 'x', grammar: 'root ::= missing' })).toMatchObject({ code: 'grammar/unsupported' });
  });

  test('reads the grammar with each request, so that there is nothing to prepare', async () => {
    const prepared = await opened.page.evaluate(
      (grammar) => harness.engine.prepareGrammar(grammar, new AbortController().signal),
      QUERY_GRAMMAR,
    );
    expect(prepared).toEqual({ kind: 'per-request', fromCache: false, compileMilliseconds: 0 });
    expect((await generate({ prompt: 'x', grammar: QUERY_GRAMMAR })).text).toMatch(/^SELECT /);
  });

  test('says how long a prompt may be', async () => {
    const { code, message } = await generate({ prompt: '<|schema|>'.repeat(3000), grammar: WORD_GRAMMAR });
    expect(code).toBe('engine/generation-failed');
    expect(message).toContain('3000 tokens');
  });

  // llama.cpp rounds activations to 8 bits too, so a near-tie may fall the other way.
  test('writes what PyTorch writes from the same weights, but for near-ties', async () => {
    test.setTimeout(300_000);
    const lines = readFileSync(new URL('../../models/nano/greedy.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    expect(lines).toHaveLength(20);
    const differing: unknown[] = [];
    for (const line of lines) {
      const { prompt, text: expected } = JSON.parse(line);
      const { text } = await generate({ prompt, maxTokens: 120 });
      if (text !== expected) differing.push({ expected, text });
    }
    expect(differing.length, JSON.stringify(differing)).toBeLessThanOrEqual(2);
  });

  test('asks no other origin for anything', () => {
    const foreign = requests.map((url) => new URL(url)).filter(({ origin }) => origin !== opened.origin);
    expect(foreign.map(({ href }) => href)).toEqual([]);
  });

  test('runs the compatibility build, from the same origin, where JSPI is missing', async () => {
    await opened.context.route('**/entry-*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `delete WebAssembly.Suspending;${await response.text()}` });
    });
    expect(await loadAnew('nano')).toEqual({ code: 'loaded', message: 'CPU · 1 thread (compatibility build)' });
  });
});

test.describe('a model file', () => {
  const file = readFileSync(new URL('../../models/nano/nano.gguf', import.meta.url));
  const flipped = Buffer.from(file);
  flipped.writeUInt8(file.readUInt8(file.length - 100) ^ 1, file.length - 100);

  for (const [what, code, response] of [
    ['that is not there', 'model/missing', { status: 404 }],
    ['that is a start page', 'model/missing', { body: '<!doctype html>', contentType: 'text/html' }],
    ['that is cut short', 'model/integrity', { body: file.subarray(0, file.length / 2) }],
    ['with a flipped bit', 'model/integrity', { body: flipped }],
  ] as const) {
    test(`${what} is refused`, async () => {
      await opened.context.route(MODEL_FILE, (route) => route.fulfill(response));
      expect(await loadAnew('nano')).toMatchObject({ code });
    });
  }

  test('from a host that does not answer is refused', async () => {
    await opened.context.route(MODEL_FILE, (route) => route.abort());
    expect(await loadAnew('nano')).toMatchObject({ code: 'model/host-unreachable' });
  });
});

test.describe('WebLLM', () => {
  test('is not fetched before it is asked for', () => {
    expect(requests.filter((url) => url.includes('webllm'))).toEqual([]);
  });

  test('is not started on a card without f16 when the model needs it', async () => {
    expect(await opened.page.evaluate(() => harness.probeWebGpu())).toMatchObject({
      kind: 'available',
      shaderF16: false,
      isSoftware: true,
    });
    expect(await loadAnew('qwen3-0.6b-q4f16')).toMatchObject({ code: 'webgpu/no-adapter' });
  });

  test('names the host that cannot be reached', async () => {
    await opened.context.route(OTHER_HOSTS, (route) => route.abort());
    const { code, message } = await loadAnew('qwen3-0.6b-q4f32');
    expect(code).toBe('model/host-unreachable');
    expect(message).toMatch(/huggingface\.co|githubusercontent\.com/);
  });

  test('says that a model has gone', async () => {
    await opened.context.route(OTHER_HOSTS, (route) =>
      route.fulfill({ status: 404, headers: { 'access-control-allow-origin': '*' } }),
    );
    expect(await loadAnew('qwen3-0.6b-q4f32')).toMatchObject({ code: 'model/missing' });
  });
});
