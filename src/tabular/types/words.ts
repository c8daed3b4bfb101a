/** Words that stand for a truth value or for no value. */

/** Cells that are no value in any column, unless they are in quotes. */
export const NULL_WORDS: readonly string[] = ['', 'NULL', 'null', '\\N', 'n/a', 'N/A', '#N/A'];
/**
 * Cells that are no value among numbers, dates and the like. Among texts they stay what they are: `NA` is Namibia, and
 * `-` a blood group's half.
 */
const WEAK_NULL_WORDS: ReadonlySet<string> = new Set([
  ...NULL_WORDS,
  'NA',
  'na',
  '-',
  '–',
  '—',
  'None',
  'NaN',
  'nan',
  '?',
]);
const LONGEST_WEAK_NULL = 4;

/** @param text without blanks around it */
export function isWeakNull(text: string): boolean {
  return text.length <= LONGEST_WEAK_NULL && WEAK_NULL_WORDS.has(text);
}

export type TruthFamily = 'true' | 't' | 'yes' | 'y';

interface TruthWord {
  readonly family: TruthFamily;
  readonly value: boolean;
}

const TRUTH_WORDS: ReadonlyMap<string, TruthWord> = new Map([
  ['true', { family: 'true', value: true }],
  ['false', { family: 'true', value: false }],
  ['t', { family: 't', value: true }],
  ['f', { family: 't', value: false }],
  ['yes', { family: 'yes', value: true }],
  ['no', { family: 'yes', value: false }],
  ['y', { family: 'y', value: true }],
  ['n', { family: 'y', value: false }],
]);
const LONGEST_TRUTH_WORD = 5;

export function truthWord(text: string): TruthWord | undefined {
  return text.length <= LONGEST_TRUTH_WORD ? TRUTH_WORDS.get(text.toLowerCase()) : undefined;
}
