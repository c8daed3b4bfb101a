import { textLiteralChoice } from './literal-rules.ts';
import {
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
import { type ValueList, valueLists } from './value-lists.ts';

/**
 * Columns that take one of a few texts (an enum, a CHECK list): they are compared with those texts and no other.
 * Columns with the same texts share their rules, and all of them the words between (`comparison`, `in`): a blank costs
 * more to compile than a short list, wherever it stands once more.
 */
export function valueListRules(names: SchemaNames): Rule[] {
  const lists = valueLists(names);
  if (lists.length === 0) return [];
  const cases = lists.flatMap(({ id, columns }) =>
    columns ? [sequence(reference(`${id}-column`), reference(`${id}-case`))] : [],
  );
  return [
    ...lists.flatMap(listRules),
    ...(cases.length > 0 ? [rule('spaced-listed-case', ' ', choice(...cases))] : []),
    ...(lists.some(({ arrays }) => arrays) ? [arrayRule()] : []),
    rule('listed-cast', choice(...listedColumns(names)), reference('cast'), reference('casts')),
    rule('listed-value', choice(...listedColumns(names)), reference('path'), zeroOrMore(reference('operation'))),
    rule('spaced-listed-value', ' ', reference('listed-value')),
    // Anything but a text.
    rule('other-value', choice(reference('free-value'), reference('listed-value'))),
    rule('spaced-other-value', choice(reference('spaced-free-value'), reference('spaced-listed-value'))),
    rule(
      'spaced-other-any-or-all',
      reference('any-or-all'),
      choice(
        reference('subquery'),
        sequence(
          '(',
          choice(
            reference('free-term'),
            reference('other-array'),
            reference('listed-value'),
            sequence('(', reference('parenthesis-rest')),
          ),
          ')',
        ),
      ),
    ),
    rule('other-array', 'ARRAY[', reference('other-values'), ']', reference('casts')),
    rule('other-values', reference('other-value'), zeroOrMore(',', reference('spaced-other-value'))),
  ];
}

/** Predicates that begin with such a column. The element of an array is one of the texts. */
export function listedPredicates(names: SchemaNames): GrammarNode[] {
  return valueLists(names).flatMap(({ id, columns, arrays }) => {
    const element = sequence(oneOrMore(reference('subscript')), reference(`${id}-rest`));
    return [
      ...(columns ? [sequence(reference(`${id}-column`), reference(`${id}-rest`))] : []),
      ...(arrays ? [sequence(reference(`${id}-array`), choice(element, reference('enum-array-rest')))] : []),
    ];
  });
}

/** Such columns where anything may follow. */
export function listedColumns(names: SchemaNames): GrammarNode[] {
  return valueLists(names).flatMap(({ id, columns, arrays }) => [
    ...(columns ? [reference(`${id}-column`)] : []),
    ...(arrays ? [reference(`${id}-array`)] : []),
  ]);
}

/** The same as something else: `orders.moods::text[]`. */
export function listedCasts(names: SchemaNames): GrammarNode[] {
  return valueLists(names).length > 0 ? [reference('listed-cast')] : [];
}

/** What follows CASE where it is such a column. */
export function listedCases(names: SchemaNames): GrammarNode[] {
  return valueLists(names).some(({ columns }) => columns) ? [reference('spaced-listed-case')] : [];
}

function listRules({ id, texts, columns, arrays }: ValueList): Rule[] {
  const own = (name: string) => reference(`${id}-${name}`);
  const members = sequence(
    '(',
    choice(sequence(own('text'), reference('casts')), reference('other-value')),
    zeroOrMore(',', own('value')),
    ')',
  );
  const anyOrAll = choice(
    reference('spaced-other-any-or-all'),
    sequence(
      reference('any-or-all'),
      '(ARRAY[',
      own('text'),
      reference('casts'),
      zeroOrMore(',', own('value')),
      ']',
      reference('casts'),
      ')',
    ),
  );
  return [
    ...(columns ? [rule(`${id}-column`, columns)] : []),
    ...(arrays ? [rule(`${id}-array`, arrays)] : []),
    rule(
      `${id}-rest`,
      optional(
        choice(
          sequence(reference('step'), reference('value-rest')),
          sequence(reference('cast'), reference('casts'), reference('value-rest')),
          sequence(reference('comparison'), choice(own('value'), anyOrAll)),
          sequence(reference('distinct-from'), own('value')),
          reference('is'),
          sequence(reference('in'), choice(reference('subquery'), members)),
          sequence(reference('between'), own('value'), reference('and'), own('value')),
          reference('pattern'),
        ),
      ),
    ),
    ...(columns
      ? [
          rule(
            `${id}-case`,
            reference('when'),
            own('value'),
            reference('then'),
            choice(own('case'), reference('case-end')),
          ),
        ]
      : []),
    rule(`${id}-value`, choice(sequence(own('spaced-text'), reference('casts')), reference('spaced-other-value'))),
    rule(`${id}-spaced-text`, ' ', own('text')),
    rule(`${id}-text`, textLiteralChoice(texts)),
  ];
}

/** An array of an enum is compared and joined with anything but a text: with `ARRAY['new']::state[]`. */
function arrayRule(): Rule {
  return rule(
    'enum-array-rest',
    optional(
      choice(
        sequence(reference('cast'), reference('casts'), reference('value-rest')),
        sequence(' ', reference('operator'), reference('spaced-other-value'), optional(reference('test'))),
        sequence(reference('comparison'), choice(reference('spaced-other-value'), reference('spaced-any-or-all'))),
        sequence(reference('distinct-from'), reference('spaced-other-value')),
        reference('is'),
        sequence(reference('in'), choice(reference('subquery'), sequence('(', reference('other-values'), ')'))),
      ),
    ),
  );
}
