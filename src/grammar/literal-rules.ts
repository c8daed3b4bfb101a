import type { Schema } from '../schema/model.ts';
import { callableName, textLiteral } from '../schema/names.ts';
import { type PrefixTreeEntry, prefixTree, textChoice } from './prefix-tree.ts';
import {
  charClass,
  charClassExcept,
  choice,
  type GrammarNode,
  oneOrMore,
  optional,
  type Rule,
  reference,
  rule,
  sequence,
  zeroOrMore,
} from './rule-tree.ts';
import type { SchemaNames } from './schema-names.ts';

const INTERVAL_UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

const PLAIN_TYPES = `
  bigint boolean box bytea cidr date datemultirange daterange inet int4multirange int4range int8range integer json jsonb
  jsonpath name nummultirange numrange point real smallint text tsquery tsrange tstzrange tsvector uuid`
  .trim()
  .split(/\s+/);
/** Those that a length may follow, or a precision. */
const SIZED_TYPES = ['varchar', 'char', 'bit', 'interval', 'varbit', 'time', 'timetz', 'timestamp', 'timestamptz'];

/** Texts, numbers and intervals. Signs belong to expressions. */
export function literalRules(): Rule[] {
  const digit = charClass('0-9');
  const hexDigit = charClass('0-9', 'A-F');
  const controls = ['\0-\x1f', '\x7f'];
  return [
    // Anything but control characters (those of ASCII: a class can name no others). No length limit, since `{0,n}` makes
    // a grammar slow to compile: whoever generates has to end a runaway text.
    rule('string', choice(reference('plain-string'), reference('escape-string'))),
    rule('plain-string', "'", zeroOrMore(choice(charClassExcept("'", ...controls), "''")), "'"),
    // Control characters alone: the rest of a text is concatenated. A second place where any character may stand would
    // add an eighth to the time to compile.
    rule('escape-string', "E'", oneOrMore('\\', reference('escaped')), "'"),
    // ASCII but NUL: other bytes would have to add up to UTF-8.
    rule(
      'escaped',
      choice(
        charClass('n', 'r', 't'),
        sequence('x', choice(sequence('0', charClass('1-9', 'A-F')), sequence(charClass('1-7'), hexDigit))),
      ),
    ),
    rule('integer', choice('0', sequence(charClass('1-9'), zeroOrMore(digit)))),
    rule(
      'number',
      reference('integer'),
      optional('.', oneOrMore(digit)),
      optional('e', optional('-'), reference('integer')),
    ),
    rule('interval', "INTERVAL '", reference('interval-rest')),
    rule('interval-rest', choice(reference('interval-spans'), reference('interval-time')), "'"),
    rule(
      'interval-spans',
      reference('interval-span'),
      zeroOrMore(' ', reference('interval-span')),
      optional(' ', reference('interval-time')),
    ),
    rule('interval-span', optional('-'), reference('interval-number'), ' ', textChoice(INTERVAL_UNITS), optional('s')),
    rule('interval-number', reference('integer'), optional('.', oneOrMore(digit))),
    rule('interval-time', digit, optional(digit), ':', charClass('0-5'), digit, optional(':', charClass('0-5'), digit)),
  ];
}

/** Types that a value can be cast to: Postgres' own, the user's enums and domains, and arrays of each. */
export function typeRules(schema: Schema, names: SchemaNames): Rule[] {
  const enums = names.enums.flatMap(({ types }) => types);
  const own = [...schema.enums, ...schema.domains].map(callableName).filter((text) => !enums.includes(text));
  const plain = sequence(plainTypes(own), optional('[]'));
  const digit = charClass('0-9');
  return [
    rule('cast', '::', reference('type')),
    rule('casts', zeroOrMore(reference('cast'))),
    // Postgres reads no more than 31 bits here.
    rule('size', digit, optional(digit, optional(digit, optional(digit, optional(digit))))),
    // What a text is cast to first. An enum takes its own texts alone (`enum-text`).
    ...(enums.length > 0
      ? [
          rule('type', choice(reference('plain-type'), sequence(textChoice(enums), optional('[]')))),
          rule('plain-type', plain),
          rule('text-casts', optional('::', reference('plain-type'), reference('casts'))),
        ]
      : [rule('type', plain), rule('text-casts', reference('casts'))]),
  ];
}

function plainTypes(own: readonly string[]): GrammarNode {
  const size = optional('(', reference('size'), ')');
  const entries: PrefixTreeEntry[] = [
    ...[...new Set(['double precision', ...PLAIN_TYPES, ...own])].map((text) => ({ text })),
    ...SIZED_TYPES.map((text) => ({ text, next: size })),
    { text: 'numeric', next: optional('(', reference('size'), optional(', ', reference('size')), ')') },
  ];
  return prefixTree(entries);
}

/** One of the texts, as literals. */
export function textLiteralChoice(texts: readonly string[]): GrammarNode {
  return textChoice(texts.map(textLiteral));
}
