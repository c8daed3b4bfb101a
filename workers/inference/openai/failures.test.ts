/** What a person reads when a server does not answer as it should. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../../src/platform/errors.ts';
import type { Fault } from './testing/answers.ts';
import { load, never, QUESTION, serve, settingsOf } from './testing/ask.ts';
import { browserFetch } from './testing/browser-fetch.ts';

const KEY = 'sk-secret-1';
const started = (text: string) => `data: ${JSON.stringify({ choices: [{ delta: { content: text } }] })}\n\n`;
const LIMITS = { answerMilliseconds: 300, silenceMilliseconds: 300, answerBytes: 2 ** 20, lookUpMilliseconds: 1000 };

afterEach(() => vi.unstubAllGlobals());

async function failureOf(promise: Promise<unknown>): Promise<AppError> {
  return await promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: AppError) => error,
  );
}

describe('an answer', () => {
  const rows: readonly [string, Fault, Record<string, unknown>][] = [
    [
      'with a message of the server',
      { kind: 'status', status: 400, body: '{"error":{"message":"seed must be positive"}}' },
      { code: 'server/refused', message: expect.stringContaining('seed must be positive'), details: { status: 400 } },
    ],
    [
      'that the prompt is too long',
      {
        kind: 'status',
        status: 400,
        body: '{"error":{"message":"This model\'s maximum context length is 2048 tokens. However, you requested 3000."}}',
      },
      { code: 'engine/generation-failed', hint: expect.stringContaining('fewer tables') },
    ],
    [
      'that repeats the key',
      { kind: 'status', status: 401, body: `{"error":{"message":"Incorrect API key provided: ${KEY}."}}` },
      { code: 'server/unauthorised', details: { why: 'Incorrect API key provided: ….' } },
    ],
    ['that the key may not do this', { kind: 'status', status: 403, body: '{}' }, { code: 'server/unauthorised' }],
    [
      'that there were too many questions',
      { kind: 'status', status: 429, body: '{"error":{"message":"Rate limit"}}', headers: { 'retry-after': '7' } },
      { code: 'server/busy', hint: 'Ask again in 7 seconds.', details: { retryAfterSeconds: 7 } },
    ],
    [
      'that the model is still loaded',
      { kind: 'status', status: 503, body: '{"error":{"message":"Loading model"}}' },
      { code: 'server/busy', message: expect.stringContaining('Loading model') },
    ],
    ['without a reason', { kind: 'status', status: 500, body: '' }, { code: 'server/refused', details: { why: '' } }],
    [
      'from a proxy that cannot reach it',
      { kind: 'status', status: 502, body: '<html>Bad gateway</html>', headers: { 'content-type': 'text/html' } },
      { code: 'server/not-openai', message: expect.stringContaining('status 502') },
    ],
    [
      'that is a sign-in page',
      { kind: 'instead', type: 'text/html; charset=utf-8', body: '<!doctype html><title>Sign in</title>' },
      { code: 'server/not-openai', message: expect.stringContaining('an HTML page') },
    ],
    [
      'that is other JSON',
      { kind: 'instead', type: 'application/json', body: '{"hello":"world"}' },
      { code: 'server/not-openai', message: expect.stringContaining('JSON of another kind') },
    ],
    [
      'that is an error with status 200',
      { kind: 'instead', type: 'application/json', body: '{"error":{"message":"out of memory"}}' },
      { code: 'server/refused', message: expect.stringContaining('out of memory') },
    ],
    [
      'of events that are not JSON',
      { kind: 'cut', sent: 'data: hello\n\n', ending: 'end' },
      { code: 'server/not-openai', message: expect.stringContaining('events of another kind') },
    ],
    [
      'that leads elsewhere',
      { kind: 'redirect', location: 'https://elsewhere.example/' },
      { code: 'server/not-openai', details: { location: 'https://elsewhere.example/' } },
    ],
    [
      'that never begins',
      { kind: 'silent' },
      { code: 'server/timeout', message: expect.stringContaining('did not begin') },
    ],
    [
      'that falls silent',
      { kind: 'cut', sent: started('SELECT'), ending: 'silence' },
      { code: 'server/timeout', message: expect.stringContaining('fell silent') },
    ],
    [
      'whose connection drops',
      { kind: 'cut', sent: started('SELECT'), ending: 'drop' },
      { code: 'server/interrupted' },
    ],
    ['that ends too early', { kind: 'cut', sent: started('SELECT'), ending: 'end' }, { code: 'server/interrupted' }],
    [
      'cut within an event',
      { kind: 'cut', sent: started('SELECT 1').slice(0, 20), ending: 'end' },
      { code: 'server/interrupted' },
    ],
    [
      'that the server gives up',
      {
        kind: 'cut',
        sent: 'data: {"choices":[{"delta":{},"finish_reason":"abort"}]}\n\ndata: [DONE]\n\n',
        ending: 'end',
      },
      { code: 'server/interrupted', message: expect.stringContaining('gave up') },
    ],
    [
      'with an error in its midst',
      { kind: 'cut', sent: `${started('SELECT')}data: {"error":{"message":"CUDA error"}}\n\n`, ending: 'end' },
      { code: 'server/refused', message: expect.stringContaining('CUDA error') },
    ],
    [
      'with an error of an older llama.cpp',
      { kind: 'cut', sent: `${started('SELECT')}error: {"code":500,"message":"no slot"}\n\n`, ending: 'end' },
      { code: 'server/refused', message: expect.stringContaining('no slot') },
    ],
    [
      'without an end',
      { kind: 'cut', sent: started('SELECT'), ending: 'endless' },
      { code: 'server/not-openai', message: expect.stringContaining('more than 1 MiB') },
    ],
  ];

  it.each(rows)('%s is told as such', async (_, fault, expected) => {
    const server = await serve({ flavour: 'other', key: KEY, fault });
    const runtime = await load(settingsOf(server.address, 'other', { key: KEY }), LIMITS);
    const error = await failureOf(runtime.generate(QUESTION, () => undefined, never()));
    expect(error).toMatchObject(expected);
    expect(error.message).toContain(new URL(server.address).host);
    expect(error.hint).toBeTruthy();
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain(KEY);
    if (fault.kind === 'cut' && fault.ending !== 'end') await expect.poll(() => server.abandoned()).toBe(1);
  });
});

describe('a name that the server does not know', () => {
  it.each(['vllm', 'ollama', 'other'] as const)('is told with the names that %s has', async (flavour) => {
    const server = await serve({ flavour, models: ['expert', 'nano'] });
    const settings = settingsOf(server.address, flavour, { model: 'exprt' });
    const asking = load(settings).then((runtime) => runtime.generate(QUESTION, () => undefined, never()));
    expect(await failureOf(asking)).toMatchObject({
      code: 'model/missing',
      message: expect.stringContaining('exprt'),
      hint: 'It offers: expert, nano',
    });
  });

  it('may be without its tag for Ollama, and any for llama.cpp', async () => {
    const ollama = await serve({ flavour: 'ollama', models: ['expert:latest'] });
    const llamaCpp = await serve({ flavour: 'llama.cpp', models: ['/models/a.gguf'] });
    for (const [server, flavour] of [
      [ollama, 'ollama'],
      [llamaCpp, 'llama.cpp'],
    ] as const) {
      const runtime = await load(settingsOf(server.address, flavour));
      expect((await runtime.generate(QUESTION, () => undefined, never())).text).toBe('SELECT 1');
      expect(runtime.loaded.contextTokens).toBe(flavour === 'ollama' ? 2048 : 4096);
    }
  });
});

describe('in a browser', () => {
  const visit = (origin: string) => {
    vi.stubGlobal('location', { origin });
    vi.stubGlobal('fetch', browserFetch(origin));
  };
  const PAGE = 'https://sql.example.org';

  it.each([
    ['vllm', `--allowed-origins '["${PAGE}"]'`],
    ['ollama', `OLLAMA_ORIGINS=${PAGE}`],
  ] as const)('a page that %s does not let in is told how', async (flavour, setting) => {
    const server = await serve({ flavour, allowedOrigins: ['https://another.example.org'] });
    visit(PAGE);
    expect(await failureOf(load(settingsOf(server.address, flavour)))).toMatchObject({
      code: 'server/unreachable',
      hint: expect.stringContaining(setting),
    });
  });

  it.each(['vllm', 'llama.cpp', 'ollama', 'other'] as const)(
    'a page that %s lets in gets its answer',
    async (flavour) => {
      const server = await serve({ flavour, allowedOrigins: [PAGE], key: KEY });
      visit(PAGE);
      const runtime = await load(settingsOf(server.address, flavour, { key: KEY }));
      expect((await runtime.generate(QUESTION, () => undefined, never())).text).toBe('SELECT 1');
    },
  );

  it.each([
    ['vllm', null, 'wants a key'],
    ['vllm', 'wrong', 'refuses the key'],
    ['llama.cpp', null, 'wants a key'],
    ['llama.cpp', 'wrong', 'refuses the key'],
    ['other', 'wrong', 'refuses the key'],
  ] as const)('%s with the key %s says that it %s, also where browsers hide that', async (flavour, key, told) => {
    const server = await serve({ flavour, key: KEY });
    visit(PAGE);
    expect(await failureOf(load(settingsOf(server.address, flavour, { key })))).toMatchObject({
      code: 'server/unauthorised',
      message: expect.stringContaining(told),
    });
  });

  it('no server at all is told as one that may not be there', async () => {
    const server = await serve({ flavour: 'llama.cpp' });
    await server.close();
    visit(PAGE);
    const error = await failureOf(load(settingsOf(server.address, 'llama.cpp')));
    expect(error).toMatchObject({ code: 'server/unreachable', hint: expect.stringContaining('--cors-origins') });
    expect(error.hint).toContain('devices in your network');
  });

  it('a secure page and a server without https are told apart from the rest', async () => {
    visit(PAGE);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const error = await failureOf(load(settingsOf('http://gpu.example.org:8000', 'vllm')));
    expect(error).toMatchObject({ code: 'server/mixed-content', hint: expect.stringContaining('https') });
  });
});
