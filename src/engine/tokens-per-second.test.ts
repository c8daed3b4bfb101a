import { describe, expect, it } from 'vitest';
import { tokensPerSecond } from './tokens-per-second.ts';

const GENERATION = { text: '', finish: 'stop', promptTokens: 10, prefillMilliseconds: 50 } as const;

describe('tokensPerSecond', () => {
  it('counts the intervals between tokens', () => {
    expect(tokensPerSecond({ ...GENERATION, outputTokens: 21, decodeMilliseconds: 500 })).toBe(40);
  });

  it.each([0, 1])('does not tell for %i tokens', (outputTokens) => {
    expect(tokensPerSecond({ ...GENERATION, outputTokens, decodeMilliseconds: 500 })).toBeNull();
  });
});
