/**
 * The scope-and-type checker beside a model that writes: of the likeliest next tokens, those after which the text could
 * no longer become a query that Postgres would prepare are made less likely. docs/decisions/006-checker.md says why less
 * likely and not impossible.
 */
import type { LogitProcessor } from '@mlc-ai/web-llm';
import type { Checker, CheckState } from '../../src/checker/check.ts';
import { likeliestTokens } from './checked-logits-likeliest.ts';
import { decodeUtf8 } from './checked-logits-text.ts';
import type { TokenTable } from './checked-logits-tokens.ts';

/**
 * Tokens that are judged at a step. A column reference is where the checker has most to say, and a dozen columns is what
 * a table of a usual schema has: with as many tokens the right column is among them when all the likelier are wrong.
 */
export const JUDGED_TOKENS = 16;

/**
 * What a rejected token loses, in nats: its odds fall to a four hundredth. A model that is up to 99.7 % sure of it
 * against the best of the others then writes the other. One that is surer knows of no other way on, and anything else
 * would come from the tail of what it knows: better a text that is refused as a whole and repaired.
 */
export const PENALTY = 6;

/** After some text that the checker has not rejected. Kept with what each token that was asked about leads to. */
interface Place {
  readonly state: CheckState;
  /** The beginning of a character. */
  readonly undecoded: Uint8Array;
  readonly after: Map<number, Outcome>;
}

type Outcome =
  | { readonly kind: 'accepted'; readonly place: Place }
  | { readonly kind: 'rejected' }
  /** The token ends the text, or what it stands for is not known. */
  | { readonly kind: 'unjudged' };

const REJECTED: Outcome = { kind: 'rejected' };
const UNJUDGED: Outcome = { kind: 'unjudged' };

export class CheckedLogits implements LogitProcessor {
  readonly #checker: Checker;
  readonly #tokens: TokenTable;
  readonly #start: Place;
  /** Null once the text cannot be judged: the model went on with a rejected token, or ended. */
  #place: Place | null;

  constructor(checker: Checker, tokens: TokenTable) {
    this.#checker = checker;
    this.#tokens = tokens;
    this.#start = placeAt(checker.start, new Uint8Array());
    this.#place = this.#start;
  }

  /** Changes the logits in place. When all of the likeliest are rejected, none of them tells a better way: all stay. */
  processLogits(logits: Float32Array): Float32Array {
    const place = this.#place;
    if (place === null) return logits;
    const judged = likeliestTokens(logits, JUDGED_TOKENS);
    const rejected = judged.filter(({ token }) => this.#after(place, token).kind === 'rejected');
    if (rejected.length === judged.length) return logits;
    for (const { token, logit } of rejected) logits[token] = logit - PENALTY;
    return logits;
  }

  processSampledToken(token: number): void {
    if (this.#place === null) return;
    const outcome = this.#after(this.#place, token);
    this.#place = outcome.kind === 'accepted' ? outcome.place : null;
  }

  resetState(): void {
    this.#place = this.#start;
  }

  #after(place: Place, token: number): Outcome {
    const found = place.after.get(token);
    if (found !== undefined) return found;
    const outcome = this.#judge(place, token);
    place.after.set(token, outcome);
    return outcome;
  }

  #judge({ state, undecoded }: Place, token: number): Outcome {
    if (this.#tokens.stops.has(token)) return this.#checker.finish(state).ok ? UNJUDGED : REJECTED;
    const bytes = this.#tokens.bytesOf(token);
    const decoded = bytes && decodeUtf8(undecoded, bytes);
    if (decoded === null) return UNJUDGED;
    const next = decoded.text === '' ? state : this.#checker.advance(state, decoded.text);
    return next.ok ? { kind: 'accepted', place: placeAt(next, decoded.undecoded) } : REJECTED;
  }
}

function placeAt(state: CheckState, undecoded: Uint8Array): Place {
  return { state, undecoded, after: new Map() };
}
