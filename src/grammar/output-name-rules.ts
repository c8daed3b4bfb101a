import type { Schema } from '../schema/model.ts';
import { RESERVED_BEGINNINGS, singleWordNames } from './output-names.ts';
import { textChoice } from './prefix-tree.ts';
import { reservedWordComplement } from './reserved-word-complement.ts';
import {
  charClass,
  choice,
  type GrammarNode,
  oneOrMore,
  type Rule,
  reference,
  rule,
  sequence,
  zeroOrMore,
} from './rule-tree.ts';

/** What a query may call its own columns: shaped names, which compile fast, or any name that Postgres takes bare. */
export type OutputNames = 'shaped' | 'any';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const LETTERS_AND_DIGITS = [...LETTERS, ...'0123456789'];

/** Names in lists (`output-name`), and after AS, where some more can stand (`alias`). */
export function outputNameRules(schema: Schema, outputNames: OutputNames): Rule[] {
  if (outputNames === 'any') return [...reservedWordComplement('output-name'), rule('alias', reference('output-name'))];
  const firstOfReserved = [...new Set(RESERVED_BEGINNINGS.map((text) => text.charAt(0)))];
  return [
    rule('alias', choice(reference('output-name'), sequence(charClass(...firstOfReserved), reference('rest-of-name')))),
    rule(
      'output-name',
      choice(
        sequence(
          charClass(...LETTERS.filter((letter) => !firstOfReserved.includes(letter))),
          reference('rest-of-name'),
        ),
        reservedAvoided(),
        textChoice(singleWordNames(schema)),
      ),
    ),
    // With `("_" [a-z0-9]+)+` at its end the whole grammar would take a tenth more time to compile.
    rule('rest-of-name', zeroOrMore(charClass('a-z', '0-9')), '_', oneOrMore(charClass('a-z', '0-9', '_'))),
  ];
}

/**
 * A name that begins with the letter of a reserved beginning, and not with all of it: that much is spelt out, as a tree
 * of literals, which costs less than classes of characters.
 */
function reservedAvoided(): GrammarNode {
  const begun = new Set(RESERVED_BEGINNINGS.flatMap((text) => [text.slice(0, 1), text.slice(0, 2)]));
  const isReserved = (text: string) => RESERVED_BEGINNINGS.some((beginning) => beginning.startsWith(text));
  const others = [...begun].flatMap((text) => LETTERS_AND_DIGITS.map((character) => text + character));
  return sequence(textChoice(others.filter((text) => !isReserved(text))), reference('rest-of-name'));
}
