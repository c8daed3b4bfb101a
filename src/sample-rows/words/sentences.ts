/** Titles and sentences, put together from word lists. */
import type { Random } from '../random.ts';
import { ADJECTIVES, NOUNS, TOPICS, VERBS } from './things.ts';

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function word(random: Random, list: readonly string[]): string {
  return random.pick(list) ?? '';
}

const TITLES: readonly ((random: Random) => string)[] = [
  (random) => `The ${word(random, ADJECTIVES)} ${capitalised(word(random, NOUNS))}`,
  (random) => `${capitalised(word(random, NOUNS))} of the ${capitalised(word(random, NOUNS))}`,
  (random) => `A ${capitalised(word(random, NOUNS))} in the ${capitalised(word(random, NOUNS))}`,
  (random) => `${capitalised(word(random, NOUNS))} and ${capitalised(word(random, NOUNS))}`,
  (random) => `Beyond the ${capitalised(word(random, NOUNS))}`,
  (random) => `Last ${capitalised(word(random, NOUNS))}`,
];

/** Of a book, a film, a song. */
export function workTitle(random: Random): string {
  return random.pick(TITLES)?.(random) ?? '';
}

const HEADLINES: readonly ((random: Random) => string)[] = [
  (random) => `How to ${word(random, VERBS)} with ${word(random, TOPICS)}`,
  (random) => `${random.integer(3, 12)} things to know about ${word(random, TOPICS)}`,
  (random) => `Why ${word(random, TOPICS)} needs ${word(random, TOPICS)}`,
  (random) => `${capitalised(word(random, TOPICS))} for beginners`,
  (random) => `A short guide to ${word(random, TOPICS)}`,
  (random) => `What ${word(random, TOPICS)} can learn from ${word(random, TOPICS)}`,
];

/** Of an article, a talk, a message. */
export function headline(random: Random): string {
  return random.pick(HEADLINES)?.(random) ?? '';
}

/** Of a task or a ticket. */
export function taskTitle(random: Random): string {
  return `${capitalised(word(random, VERBS))} the ${word(random, NOUNS)} for ${word(random, TOPICS)}`;
}

const SENTENCES: readonly ((random: Random) => string)[] = [
  (random) => `Please ${word(random, VERBS)} the ${word(random, NOUNS)} before the ${word(random, NOUNS)}.`,
  (random) => `We ${word(random, VERBS)} every ${word(random, NOUNS)} with care.`,
  (random) =>
    `The ${word(random, NOUNS)} was ${word(random, ADJECTIVES).toLowerCase()} and easy to ${word(random, VERBS)}.`,
  (random) => `It took us a ${word(random, NOUNS)} to ${word(random, VERBS)} it.`,
  (random) => `Nobody wanted to ${word(random, VERBS)} the ${word(random, NOUNS)} again.`,
  (random) => `More about ${word(random, TOPICS)} and ${word(random, TOPICS)} will follow.`,
  (random) => `I would ${word(random, VERBS)} this ${word(random, NOUNS)} at any time.`,
];

export function sentence(random: Random): string {
  return random.pick(SENTENCES)?.(random) ?? '';
}

export function paragraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random)).join(' ');
}
