import { describe, expect, it } from 'vitest';
import { GRAMMAR_FIELDS } from './chat-body.ts';
import { load, never, QUESTION, serve, settingsOf } from './testing/ask.ts';

const SQL = 'SELECT count(*) AS “Größe” FROM "Käufer" -- 🚲';
const GRAMMAR = 'root ::= "SELECT 2"\n';

describe('a model on a server', () => {
  it.each(['vllm', 'llama.cpp', 'ollama', 'other'] as const)(
    '%s answers as it writes, without its thoughts',
    async (flavour) => {
      const server = await serve({ flavour, answer: SQL, byteByByte: true, key: 'sk-1' });
      const runtime = await load(settingsOf(server.address, flavour, { key: 'sk-1' }));
      const pieces: string[] = [];
      const generation = await runtime.generate(QUESTION, (piece) => pieces.push(piece), never());
      expect(pieces.join('')).toBe(SQL);
      expect(pieces.length).toBeGreaterThan(5);
      expect(generation).toMatchObject({ text: SQL, finish: 'stop', promptTokens: 42, outputTokens: pieces.length });
      expect(server.questions.at(-1)?.body).toMatchObject({
        model: 'expert',
        max_tokens: 200,
        temperature: 0,
        seed: 7,
      });
    },
  );

  it('tells what it loaded', async () => {
    const vllm = await serve({ flavour: 'vllm' });
    const llamaCpp = await serve({ flavour: 'llama.cpp' });
    const ollama = await serve({ flavour: 'ollama' });
    const host = (address: string) => new URL(address).host;
    expect((await load(settingsOf(vllm.address, 'vllm'))).loaded).toMatchObject({
      modelId: 'server',
      backend: `vLLM 0.26.0 · ${host(vllm.address)}`,
      contextTokens: 8192,
    });
    expect((await load(settingsOf(llamaCpp.address, 'llama.cpp'))).loaded).toMatchObject({
      backend: `llama.cpp b9455-1a2b3c4 · ${host(llamaCpp.address)}`,
      contextTokens: 4096,
    });
    expect((await load(settingsOf(ollama.address, 'ollama'))).loaded).toMatchObject({
      backend: `Ollama 0.33.0 · ${host(ollama.address)} · no grammar`,
      contextTokens: 2048,
    });
  });

  it('ends at a stop, and tells when the limit cut it off', async () => {
    const server = await serve({ flavour: 'llama.cpp', answer: 'SELECT 1; SELECT 2' });
    const runtime = await load(settingsOf(server.address, 'llama.cpp'));
    expect(await runtime.generate({ ...QUESTION, stop: [';'] }, () => undefined, never())).toMatchObject({
      text: 'SELECT 1',
      finish: 'stop',
    });
    expect(await runtime.generate({ ...QUESTION, maxTokens: 2 }, () => undefined, never())).toMatchObject({
      text: 'SELECT 1',
      finish: 'length',
      outputTokens: 2,
    });
  });

  it('gives log-probabilities when they are asked for', async () => {
    const server = await serve({ flavour: 'vllm', answer: 'SELECT 1' });
    const runtime = await load(settingsOf(server.address, 'vllm'));
    const without = await runtime.generate(QUESTION, () => undefined, never());
    const { logProbabilities } = await runtime.generate(
      { ...QUESTION, topLogProbabilities: 1 },
      () => undefined,
      never(),
    );
    expect(without.logProbabilities).toEqual([]);
    expect(logProbabilities).toEqual(
      ['SELE', 'CT 1'].map((token) => ({
        token,
        logProbability: -0.5,
        likeliest: [{ token, logProbability: -0.5 }],
      })),
    );
  });

  it('continues a text prompt', async () => {
    const server = await serve({ flavour: 'llama.cpp', answer: 'SELECT 1' });
    const runtime = await load(settingsOf(server.address, 'llama.cpp'));
    const prompt = { kind: 'text', text: 'schema question' } as const;
    expect((await runtime.generate({ ...QUESTION, prompt }, () => undefined, never())).text).toBe('SELECT 1');
    expect(server.questions.at(-1)).toMatchObject({ path: '/v1/completions', body: { prompt: 'schema question' } });
  });

  it('keeps control tokens out of messages', async () => {
    const server = await serve({ flavour: 'vllm' });
    const runtime = await load(settingsOf(server.address, 'vllm'));
    const prompt = { kind: 'chat', system: 's', user: 'x<|im_end|>y' } as const;
    await runtime.generate({ ...QUESTION, prompt }, () => undefined, never());
    expect(server.questions.at(-1)?.body.messages?.[1]?.content).toBe('x y');
  });

  it('reads an answer that a proxy gathered into one piece', async () => {
    const body = JSON.stringify({
      choices: [{ message: { content: '<think>\n\n</think>\n\nSELECT 1' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 5, completion_tokens: 3 },
    });
    const server = await serve({ flavour: 'other', fault: { kind: 'instead', type: 'application/json', body } });
    const runtime = await load(settingsOf(server.address, 'other'));
    expect(await runtime.generate(QUESTION, () => undefined, never())).toMatchObject({
      text: 'SELECT 1',
      promptTokens: 5,
    });
  });
});

describe('a grammar', () => {
  it.each(['vllm', 'llama.cpp'] as const)('binds %s', async (flavour) => {
    const server = await serve({ flavour, answer: 'I cannot say.' });
    const runtime = await load(settingsOf(server.address, flavour));
    expect(await runtime.prepareGrammar(GRAMMAR)).toMatchObject({ kind: 'per-request' });
    const generation = await runtime.generate({ ...QUESTION, grammar: GRAMMAR }, () => undefined, never());
    expect(generation.text).toBe('SELECT 2');
    expect(server.questions.at(-1)?.body).toMatchObject(GRAMMAR_FIELDS[flavour][0]?.(GRAMMAR) ?? {});
  });

  it('goes where an older vLLM looks for it', async () => {
    const server = await serve({ flavour: 'vllm', answer: 'I cannot say.', grammarFields: ['guided_grammar'] });
    const runtime = await load(settingsOf(server.address, 'vllm'));
    expect((await runtime.generate({ ...QUESTION, grammar: GRAMMAR }, () => undefined, never())).text).toBe('SELECT 2');
    expect(server.questions.at(-1)?.body).not.toHaveProperty('structured_outputs');
  });

  it.each([
    ['ollama', undefined],
    ['other', undefined],
    // A proxy that drops fields.
    ['vllm', []],
    ['llama.cpp', []],
  ] as const)('is refused, not forgotten, where %s does not take it', async (flavour, grammarFields) => {
    const server = await serve({ flavour, answer: 'SELECT 1', ...(grammarFields && { grammarFields }) });
    const runtime = await load(settingsOf(server.address, flavour));
    const unsupported = { code: 'grammar/unsupported' };
    await expect(runtime.prepareGrammar(GRAMMAR)).rejects.toMatchObject(unsupported);
    const constrained = runtime.generate({ ...QUESTION, grammar: GRAMMAR }, () => undefined, never());
    await expect(constrained).rejects.toMatchObject(unsupported);
    expect((await runtime.generate(QUESTION, () => undefined, never())).text).toBe('SELECT 1');
    expect(runtime.loaded.backend).toContain('no grammar');
  });

  it.each(['vllm', 'llama.cpp'] as const)('that %s cannot read is named so', async (flavour) => {
    const server = await serve({ flavour });
    const runtime = await load(settingsOf(server.address, flavour));
    const generation = runtime.generate({ ...QUESTION, grammar: 'start: "lark"' }, () => undefined, never());
    await expect(generation).rejects.toMatchObject({ code: 'grammar/unsupported', details: { status: 400 } });
  });
});

describe('Cancel', () => {
  it.each([
    ['while the server is silent', { kind: 'silent' }],
    ['in the midst of an answer', undefined],
    ['after the server has stalled', { kind: 'cut', sent: ': ping\n\n', ending: 'silence' }],
  ] as const)('ends the request within 300 ms %s', async (_, fault) => {
    const server = await serve({
      flavour: 'other',
      answer: SQL.repeat(20),
      pauseMilliseconds: 20,
      ...(fault && { fault }),
    });
    const runtime = await load(settingsOf(server.address, 'other'));
    const controller = new AbortController();
    const generation = runtime.generate(QUESTION, () => undefined, controller.signal);
    await expect.poll(() => server.questions.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const aborted = performance.now();
    controller.abort();
    await expect(generation).rejects.toMatchObject({ code: 'cancelled' });
    expect(performance.now() - aborted).toBeLessThan(300);
    await expect.poll(() => server.abandoned()).toBe(1);
  });

  it('ends loading', async () => {
    const server = await serve({ flavour: 'vllm', fault: { kind: 'silent' } });
    const controller = new AbortController();
    const loading = load(settingsOf(server.address, 'vllm'), {}, controller.signal);
    await expect.poll(() => server.questions.length).toBe(1);
    controller.abort();
    await expect(loading).rejects.toMatchObject({ code: 'cancelled' });
  });
});
