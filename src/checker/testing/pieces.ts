import type { RandomNumber } from '../../grammar/testing/sample.ts';
import type { Checker, CheckState } from '../check.ts';
import type { Rejection } from '../rejection.ts';

/** The longest token of a model's vocabulary that matters here. */
const LONGEST = 8;

/** The text cut at random, as a model's tokens would cut it. */
export function randomPieces(text: string, random: RandomNumber): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = from + 1 + Math.floor(random() * LONGEST);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

export function readPieces(checker: Checker, pieces: readonly string[]): CheckState | Rejection {
  let state: CheckState | Rejection = checker.start;
  for (const piece of pieces) {
    if (!state.ok) break;
    state = checker.advance(state, piece);
  }
  return state;
}
