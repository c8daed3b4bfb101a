import { describe, expect, it } from 'vitest';
import { refusal } from './refusal.ts';
import { serverOf } from './server.ts';

const SERVER = serverOf({ baseUrl: 'http://gpu:8000/v1', key: 'sk-1', flavour: 'vllm' });

function read(status: number, body: string, { hasGrammar = false, headers = {} } = {}) {
  return refusal(SERVER, new Response(null, { status, headers }), body, { hasGrammar });
}

describe('refusal', () => {
  it('takes 500 without a word for a grammar that vLLM cannot read, if there was one', () => {
    const body = '{"error":{"message":"","type":"InternalServerError","code":500}}';
    expect(read(500, body, { hasGrammar: true }).code).toBe('grammar/unsupported');
    expect(read(500, body)).toMatchObject({ code: 'server/refused', message: 'gpu:8000 failed without saying why.' });
  });

  it.each([
    ['Invalid grammar specification.'],
    ['Failed to initialize samplers: failed to parse grammar'],
    ['The guided decoding backend cannot read this'],
  ])('takes %j for a grammar, if there was one', (message) => {
    expect(read(400, JSON.stringify({ error: { message } }), { hasGrammar: true }).code).toBe('grammar/unsupported');
    expect(read(400, JSON.stringify({ error: { message } })).code).toBe('server/refused');
  });

  it.each([
    ['{"error":{"message":"wrong"}}', 'gpu:8000 refused the question: wrong'],
    ['{"error":"wrong"}', 'gpu:8000 refused the question: wrong'],
    ['{"object":"error","message":"wrong"}', 'gpu:8000 refused the question: wrong'],
    ['wrong', 'gpu:8000 refused the question: wrong'],
    ['', 'gpu:8000 refused the question without saying why.'],
  ])('finds what %j says', (body, message) => {
    expect(read(400, body).message).toBe(message);
  });

  it('shows no key, no line breaks and no endless text', () => {
    const { message } = read(400, JSON.stringify({ error: { message: `key sk-1\nis ${'x'.repeat(10_000)}` } }));
    expect(message).toContain('key … is xxx');
    expect(message.length).toBeLessThan(600);
  });

  it('reads how long to wait, in seconds or as a date', () => {
    const wait = (value: string) => read(429, '{}', { headers: { 'retry-after': value } }).details?.retryAfterSeconds;
    expect(wait('12')).toBe(12);
    expect(wait('0')).toBe(1);
    expect(wait('soon')).toBeUndefined();
    const inAMinute = Number(wait(new Date(Date.now() + 60_000).toUTCString()));
    expect(inAMinute).toBeGreaterThan(57);
    expect(inAMinute).toBeLessThan(62);
  });
});
