import type * as XGrammar from '@mlc-ai/web-xgrammar';
import { must } from '../../platform/assert.ts';
import type { Grammar } from '../rule-tree.ts';
import type { RandomNumber } from './sample.ts';
import { shortestContinuation } from './shortest-continuation.ts';

/** What a sampler needs to know of a model's vocabulary. */
export interface SampledVocabulary {
  /** The bytes of each token, by id. */
  readonly bytes: readonly Uint8Array[];
  readonly stopTokens: readonly number[];
}

export interface Sample {
  readonly text: string;
  /** At most so many tokens: what was added to end the text counts a token a character. */
  readonly tokens: number;
}

/** How often a text is left where it may be, and a text in quotes. */
const LEAVE = 0.2;

/**
 * A model that knows nothing: at each step any token that the engine's mask allows, tokens that begin differently being
 * equally likely. After `wrapUpAfter` tokens it takes the shortest way to the end.
 */
export async function maskedSample(
  matcher: XGrammar.GrammarMatcher,
  grammar: Grammar,
  vocabulary: SampledVocabulary,
  random: RandomNumber,
  wrapUpAfter: number,
): Promise<Sample> {
  matcher.reset();
  const bytes: number[] = [];
  for (let tokens = 0; ; tokens++) {
    if (tokens >= wrapUpAfter && endsWithWholeCharacter(bytes)) {
      return wrapUp(matcher, grammar, vocabulary, textOf(bytes), tokens);
    }
    const allowed = allowedTokens(await matcher.getNextTokenBitmask(), vocabulary.bytes.length);
    const token = pickToken(allowed, vocabulary, random);
    if (!matcher.acceptToken(token)) throw new Error(`token ${token} was in the mask and is refused`);
    if (vocabulary.stopTokens.includes(token)) return { text: textOf(bytes), tokens };
    bytes.push(...must(vocabulary.bytes[token], 'the bytes of a token'));
  }
}

function wrapUp(
  matcher: XGrammar.GrammarMatcher,
  grammar: Grammar,
  { stopTokens }: SampledVocabulary,
  beginning: string,
  tokens: number,
): Sample {
  const rest = must(shortestContinuation(grammar, beginning), 'a way to the end');
  const [stop] = stopTokens;
  if (!matcher._acceptString(rest) || !matcher.acceptToken(must(stop, 'a stop token'))) {
    throw new Error(`the engine refuses ${JSON.stringify(rest)} after ${JSON.stringify(beginning)}`);
  }
  return { text: beginning + rest, tokens: tokens + rest.length };
}

function pickToken(allowed: readonly number[], { bytes, stopTokens }: SampledVocabulary, random: RandomNumber): number {
  const stop = allowed.find((id) => stopTokens.includes(id));
  if (stop !== undefined && random() < LEAVE) return stop;
  // Where nearly anything may stand it is a text in quotes, and most of them should end.
  const quote = allowed.length > bytes.length / 2 ? allowed.find((id) => isQuote(bytes[id])) : undefined;
  if (quote !== undefined && random() < LEAVE) return quote;
  const byFirstByte = new Map<number, number[]>();
  for (const id of allowed) {
    const [first] = bytes[id] ?? [];
    if (first === undefined) continue;
    const group = byFirstByte.get(first);
    if (group) group.push(id);
    else byFirstByte.set(first, [id]);
  }
  const group = pickOf([...byFirstByte.values()], random);
  return group ? must(pickOf(group, random), 'a token') : must(stop, 'a token that the mask allows');
}

function isQuote(bytes: Uint8Array | undefined): boolean {
  return bytes?.length === 1 && bytes[0] === 0x27;
}

function allowedTokens(mask: Int32Array, count: number): number[] {
  const allowed: number[] = [];
  for (const [word, value] of mask.entries()) {
    for (let bits = value; bits !== 0; bits &= bits - 1) {
      const id = word * 32 + (31 - Math.clz32(bits & -bits));
      if (id < count) allowed.push(id);
    }
  }
  return allowed;
}

function pickOf<T>(options: readonly T[], random: RandomNumber): T | undefined {
  return options[Math.floor(random() * options.length)];
}

/** As the runtimes decode it: xgrammar lets bytes through that are no character (above U+10FFFF), which become U+FFFD. */
function textOf(bytes: readonly number[]): string {
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** Whether the last character has all of the bytes that its first one announces. */
function endsWithWholeCharacter(bytes: readonly number[]): boolean {
  const start = bytes.findLastIndex((byte) => byte < 0x80 || byte >= 0xc0);
  const first = bytes[start] ?? 0;
  const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  return bytes.length - start >= length;
}
