import type { Column } from '../schema/model.ts';

/** Longer lists (countries, currencies) would cost more in every query than they help in one. */
const MAX_VALUES = 40;
/** A longer text is prose, not a label. */
const MAX_CHARACTERS = 60;
/** What a plain string of canonical SQL cannot hold. */
const CONTROL_CHARACTER = /\p{Cc}/u;

/**
 * The texts that a column of an enum or with a list of allowed values can be compared with. Another text is an error
 * of Postgres' (enum) or never equal (CHECK), so that the grammar does not offer it. Empty when anything goes.
 */
export function allowedTexts({ typeClass, allowedValues }: Column): readonly string[] {
  return (typeClass === 'text' || typeClass === 'other') && isList(allowedValues) ? allowedValues : [];
}

/** Whether the grammar can write them all. */
export function isList(texts: readonly string[]): boolean {
  return (
    texts.length > 0 &&
    texts.length <= MAX_VALUES &&
    texts.every((text) => text.length <= MAX_CHARACTERS && !CONTROL_CHARACTER.test(text))
  );
}
