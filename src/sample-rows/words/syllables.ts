import type { Random } from '../random.ts';

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
/** Letters of a made-up name. */
const MOST = 6;
export const LEAST_LETTERS = 3;

/** `Tavi`, `Lomer`: as short names are, where there are no more real ones. At least `LEAST_LETTERS` have to fit. */
export function speakable(random: Random, maxLength: number): string {
  const length = random.integer(LEAST_LETTERS, Math.min(maxLength, MOST));
  const letters = Array.from({ length }, (_, at) => random.characters(at % 2 === 0 ? CONSONANTS : VOWELS, 1));
  return letters.join('').replace(/^./, (initial) => initial.toUpperCase());
}
