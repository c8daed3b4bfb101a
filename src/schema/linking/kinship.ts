import { areSynonyms } from './synonyms.ts';

/** At least this much says that a word of the question names something of the schema; less may be chance. */
export const CLEAR_KINSHIP = 0.5;

/** `departmental` to `department`, “categorias” to `category`. */
const SAME_BEGINNING = 0.5;
const SYNONYM = 0.6;
/** `qty` to `quantity`. */
const ABBREVIATION = 0.45;
/** `username` to `user`. */
const PART = 0.4;

/** Words begin the same when they share this many letters, so that `car` and `card` do not, … */
const SHARED_LETTERS = 5;
/** … and this part of the longer word, so that `international` and `internet` do not. */
const SHARED_PART = 0.7;

/** `qty`, `dept`, `acct`, `descr`. */
const LONGEST_ABBREVIATION = 5;
const LETTERS_LEFT_OUT = 2;

/** A word within another has this many letters at its beginning or end, … */
const PART_LETTERS = 4;
/** … and this many anywhere. */
const INNER_PART_LETTERS = 5;

/** How likely two stems name the same thing: 1 when they are equal, 0 when nothing speaks for it. */
export function kinship(a: string, b: string): number {
  if (a === b) return 1;
  if (areSynonyms(a, b)) return SYNONYM;
  if (beginTheSame(a, b)) return SAME_BEGINNING;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (abbreviates(short, long)) return ABBREVIATION;
  return isPart(short, long) ? PART : 0;
}

function beginTheSame(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a.charAt(same) === b.charAt(same)) same++;
  return same >= SHARED_LETTERS && same >= SHARED_PART * Math.max(a.length, b.length);
}

/** Its beginning (`cust`), or its first and last letter and consonants between them in their order (`qty`, `acct`). */
function abbreviates(short: string, long: string): boolean {
  if (short.length < 2 || short.length > LONGEST_ABBREVIATION) return false;
  if (long.length < short.length + LETTERS_LEFT_OUT || short.charAt(0) !== long.charAt(0)) return false;
  if (short.length > 2 && long.startsWith(short)) return true;
  return !/[aeiou]/.test(short.slice(2)) && short.at(-1) === long.at(-1) && isSubsequence(short, long);
}

function isSubsequence(short: string, long: string): boolean {
  let found = 0;
  for (const letter of long) if (letter === short.charAt(found)) found++;
  return found === short.length;
}

function isPart(short: string, long: string): boolean {
  if (short.length < PART_LETTERS || long.length < short.length + LETTERS_LEFT_OUT) return false;
  return long.startsWith(short) || long.endsWith(short) || (short.length >= INNER_PART_LETTERS && long.includes(short));
}
