import { HEX } from '../random.ts';
import { word } from '../words/sentences.ts';
import type { Cell } from './cell.ts';
import type { TextForm } from './text-meaning.ts';

export type MakeText = (cell: Cell) => string;

/** What columns of such names, as words, hold. */
export type TextRule = readonly [names: RegExp, form: TextForm, make: MakeText];

export function from(list: readonly string[]): MakeText {
  return ({ random }) => word(random, list);
}

/** Some come more often than others. */
export function mostly(list: readonly string[]): MakeText {
  return ({ random }) => list[random.skewed(list.length)] ?? '';
}

/** One of several patterns, of which `#` is a digit and `?` a letter. */
export function mask(...masks: readonly string[]): MakeText {
  return ({ random }) => random.pattern(word(random, masks));
}

export function hex(length: number): MakeText {
  return ({ random }) => random.characters(HEX, length);
}
