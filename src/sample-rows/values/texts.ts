import type { Limits } from '../expressions/limits.ts';
import { compileSampler } from '../expressions/regex-sample.ts';
import type { Cell } from '../meaning/cell.ts';
import { type TextForm, type TextMeaning, withNumber } from '../meaning/text-meaning.ts';
import { CAPITALS, DIGITS, type Random } from '../random.ts';
import { sentence, word } from '../words/sentences.ts';
import { LEAST_LETTERS, speakable } from '../words/syllables.ts';
import { NOUNS } from '../words/things.ts';

/** How often a text is drawn from its regular expression until it meets all else. */
const PATTERN_DRAWS = 30;
/** From this freshness on, a short text is one that is made up. */
const MADE_UP_FROM = 3;
/** From this freshness on, it is any text at all. */
const ANY_TEXT_FROM = 7;

/** What stands between words, by preference: some texts must not have blanks. */
const BETWEEN_WORDS: readonly string[] = [' ', '-', '_', ''];

/** Undefined when no text is found within the limits. */
export function drawText(cell: Cell, meaning: TextMeaning): string | undefined {
  const { limits, random } = cell;
  if (limits.maxLength < limits.minLength) return undefined;
  const natural = distinct(cased(meaning.make(cell), limits), cell, meaning.form);
  const fitted = between(cased(padded(cut(natural, limits.maxLength), limits, random, meaning.form), limits), cell);
  const spelt = BETWEEN_WORDS.map((mark) => fitted.replaceAll(/\s+/g, mark)).find((text) => matchesAll(text, limits));
  return spelt ?? fromPatterns(cell);
}

function distinct(text: string, { random, number, freshness, limits }: Cell, form: TextForm): string {
  if (freshness === 0) return text;
  const isNarrow = limits.maxLength < String(number).length + 3;
  if (isNarrow && freshness < MADE_UP_FROM) return text;
  if (isNarrow && form !== 'code' && limits.maxLength >= LEAST_LETTERS && freshness < ANY_TEXT_FROM)
    return speakable(random, limits.maxLength);
  if (isNarrow) {
    const alphabet = limits.letterCase === 'lower' ? (CAPITALS + DIGITS).toLowerCase() : CAPITALS + DIGITS;
    return random.characters(alphabet, limits.maxLength);
  }
  const suffix = freshness === 1 ? number : number * 100 + random.integer(0, 99);
  // What is cut off has to leave room for the number.
  const room = limits.maxLength - (withNumber('', suffix, form).length || String(suffix).length);
  if (form === 'email') {
    const at = text.indexOf('@');
    const before = [...text.slice(0, at)].slice(0, Math.max(room - (text.length - at), 1)).join('');
    return withNumber(`${before}${text.slice(at)}`, suffix, form);
  }
  return withNumber(cut(text, room - 1), suffix, form);
}

/** With a first letter that lies between those of the limits. */
function between(text: string, { limits: { firstLetter, lastLetter }, random }: Cell): string {
  if (firstLetter === undefined && lastLetter === undefined) return text;
  const initial = text.slice(0, 1);
  const least = firstLetter ?? (isLower(lastLetter) ? 'a' : 'A');
  const most = lastLetter ?? (isLower(firstLetter) ? 'z' : 'Z');
  if (initial >= least && initial <= most) return text;
  return `${String.fromCharCode(random.integer(least.charCodeAt(0), most.charCodeAt(0)))}${text.slice(1)}`;
}

function isLower(letter: string | undefined): boolean {
  return letter !== undefined && letter >= 'a' && letter <= 'z';
}

/** Whole words, where that leaves something. */
function cut(text: string, maxLength: number): string {
  const characters = [...text];
  if (characters.length <= maxLength) return text;
  const short = characters.slice(0, Math.max(maxLength, 0)).join('');
  const words = short.replace(/[\s,.-]+\S*$/, '');
  const kept = words.length > maxLength / 2 ? words : short;
  return (maxLength <= 3 ? kept.toUpperCase() : kept).trimEnd();
}

function padded(text: string, { minLength, maxLength }: Limits, random: Random, form: TextForm): string {
  let longer = text;
  while ([...longer].length < minLength) {
    const more =
      form === 'words'
        ? ` ${longer.endsWith('.') ? sentence(random) : word(random, NOUNS)}`
        : random.characters(form === 'code' ? DIGITS : 'abcdefghijkm', 4);
    longer = form === 'email' ? more + longer : longer + more;
  }
  // Cutting whole words might leave too little again.
  return longer === text ? text : endless([...longer].slice(0, maxLength).join(''));
}

/** A blank at the end is lost in a `char(n)`. */
function endless(text: string): string {
  return text.endsWith(' ') ? `${text.slice(0, -1)}s` : text;
}

function cased(text: string, { letterCase }: Limits): string {
  if (letterCase === undefined) return text;
  return letterCase === 'lower' ? text.toLowerCase() : text.toUpperCase();
}

function matchesAll(text: string, { patterns, minLength, maxLength, excluded }: Limits): boolean {
  const { length } = [...text];
  if (length < minLength || length > maxLength || excluded.includes(text)) return false;
  return patterns.every((pattern) => regexOf(pattern)?.test(text) ?? true);
}

function fromPatterns(cell: Cell): string | undefined {
  const { limits, random } = cell;
  for (const pattern of limits.patterns) {
    const sample = samplerOf(pattern);
    let longer = 0;
    for (let draw = 0; sample && draw < PATTERN_DRAWS; draw++) {
      const text = cased(sample(random, longer), limits);
      if (matchesAll(text, limits)) return text;
      if (text.length < limits.minLength) longer += limits.minLength - text.length;
      else if (text.length > limits.maxLength) longer = Math.max(0, longer - (text.length - limits.maxLength));
    }
  }
  return undefined;
}

const regexes = new Map<string, RegExp | undefined>();
const samplers = new Map<string, ReturnType<typeof compileSampler>>();
/** A database has few patterns; a page may see many databases. */
const MAX_CACHED = 500;

function regexOf(pattern: string): RegExp | undefined {
  if (!regexes.has(pattern)) {
    if (regexes.size >= MAX_CACHED) regexes.clear();
    regexes.set(pattern, compiled(pattern));
  }
  return regexes.get(pattern);
}

function samplerOf(pattern: string): ReturnType<typeof compileSampler> {
  if (!samplers.has(pattern)) {
    if (samplers.size >= MAX_CACHED) samplers.clear();
    samplers.set(pattern, compileSampler(pattern));
  }
  return samplers.get(pattern);
}

function compiled(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 's');
  } catch {
    return undefined;
  }
}
