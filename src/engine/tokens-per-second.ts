import type { Generation } from './contract.ts';

/** Speed of decoding; null when there were too few tokens to tell. */
export function tokensPerSecond({ outputTokens, decodeMilliseconds }: Generation): number | null {
  // The first token is the prompt's: decoding goes from it to the last.
  const intervals = outputTokens - 1;
  return intervals < 1 || decodeMilliseconds <= 0 ? null : (intervals * 1000) / decodeMilliseconds;
}
