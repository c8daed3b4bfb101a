import { textChoice } from './prefix-tree.ts';
import {
  charClass,
  charClassExcept,
  choice,
  type GrammarNode,
  optional,
  type Rule,
  reference,
  rule,
  sequence,
  zeroOrMore,
} from './rule-tree.ts';

const INTERVAL_UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'];

/** Digits before and after the point: enough for any `bigint` or sum of money, and an end for a model that repeats. */
const MAX_DIGITS = 19;
const MAX_DECIMALS = 9;

/** Constants: `'text'`, `12`, `12.5`, `TRUE`, `NULL`, `INTERVAL '7 days'`. */
export function literalRules(): Rule[] {
  const digit = charClass('0-9');
  return [
    // Anything but control characters (those of ASCII: a class can name no others). No length limit, since `{0,n}` makes
    // a grammar slow to compile: the token limit of the generation ends a runaway text.
    rule('string', "'", zeroOrMore(choice(charClassExcept("'", '\0-\x1f', '\x7f'), "''")), "'"),
    rule('integer', choice('0', sequence(charClass('1-9'), upTo(MAX_DIGITS - 1, digit)))),
    rule('number', reference('integer'), optional('.', digit, upTo(MAX_DECIMALS - 1, digit))),
    // What a list of IN holds: the one place where the sign belongs to the number.
    rule(
      'constant',
      choice(reference('string'), sequence(optional('-'), reference('number')), textChoice(['TRUE', 'FALSE', 'NULL'])),
    ),
    rule('constants', '(', reference('constant'), zeroOrMore(', ', reference('constant')), ')'),
    rule('interval', "INTERVAL '", reference('interval-part'), optional(' ', reference('interval-part')), "'"),
    rule('interval-part', reference('number'), ' ', textChoice(INTERVAL_UNITS), optional('s')),
  ];
}

/** At most so many of `item`, nested, which both engines compile faster than a counted repetition. */
function upTo(times: number, item: GrammarNode): GrammarNode {
  return times <= 1 ? optional(item) : optional(item, upTo(times - 1, item));
}
