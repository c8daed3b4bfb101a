/** Which known names a written one is most likely a misspelling of. */
import { damerauLevenshtein } from './damerau-levenshtein.ts';

export interface KnownName {
  /** What the written name is compared with. */
  readonly name: string;
  /** As SQL text. */
  readonly text: string;
  /** Of two names that are equally near, the smaller one is meant; 0 unless given. */
  readonly rank?: number;
}

/** One letter in so many may be wrong; in short names, one. */
const LETTERS_PER_MISTAKE = 3;
/** As many as are read in passing. */
const MAX_NAMES = 3;

/**
 * The texts of those known names that are nearest to `written`, several where they are equally near; none when all are
 * too far away. Case makes no difference, and accents make less than letters.
 */
export function nearestNames(written: string, known: Iterable<KnownName>): readonly string[] {
  let best: Nearness | null = null;
  let texts: string[] = [];
  for (const { name, text, rank = 0 } of known) {
    const nearness = nearnessOf(written, name, rank);
    if (nearness === null) continue;
    const order = best === null ? -1 : compared(nearness, best);
    if (order < 0) {
      best = nearness;
      texts = [text];
    } else if (order === 0) texts.push(text);
  }
  return [...new Set(texts)].slice(0, MAX_NAMES);
}

/** Mistakes when accents do not count, mistakes when they do, rank. */
type Nearness = readonly [folded: number, exact: number, rank: number];

function nearnessOf(written: string, name: string, rank: number): Nearness | null {
  const most = Math.max(1, Math.floor(Math.max(written.length, name.length) / LETTERS_PER_MISTAKE));
  if (Math.abs(written.length - name.length) > most + MOST_GAINED) return null;
  const distances = foldings(written).flatMap((one) => foldings(name).map((other) => damerauLevenshtein(one, other)));
  const folded = Math.min(...distances);
  // A name that has no letter in common is another name, however short.
  const isOther = folded >= Math.max(written.length, name.length);
  return folded > most || isOther
    ? null
    : [folded, damerauLevenshtein(written.toLowerCase(), name.toLowerCase()), rank];
}

function compared(one: Nearness, other: Nearness): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

/** Letters that a name gains at most when it is written without accents, short of absurd ones: `größe`, `groesse`. */
const MOST_GAINED = 4;

/** Letters that do not fall apart into a letter and an accent. */
const LIGATURES: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' };

/** How people write a name who have no key for its accents: `größe` as `grosse`, and in German as `groesse`. */
function foldings(name: string): readonly string[] {
  const lower = name.toLowerCase().replace(/[ßæœøđłı]/g, (letter) => LIGATURES[letter] ?? letter);
  const german = lower.normalize('NFC').replace(/[äöü]/g, (letter) => `${bare(letter)}e`);
  return [...new Set([bare(lower), bare(german)])];
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '');
}
