import { choice, optional, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';
import type { SchemaNames } from './schema-names.ts';
import { listedCasts } from './value-list-rules.ts';
import { wordRules } from './word-rules.ts';

/** What makes a value a predicate. Its words are rules of their own, which columns with a list of texts share. */
export function testRules(): Rule[] {
  return [
    rule(
      'test',
      choice(
        sequence(reference('comparison'), choice(reference('spaced-value'), reference('spaced-any-or-all'))),
        sequence(reference('distinct-from'), reference('spaced-value')),
        reference('is'),
        sequence(reference('in'), choice(reference('subquery'), reference('expressions'))),
        sequence(reference('between'), reference('bounds')),
        reference('pattern'),
      ),
    ),
    ...wordRules('comparison', '=', '<>', '<', '>', '<=', '>='),
    rule(
      'spaced-any-or-all',
      reference('any-or-all'),
      choice(reference('subquery'), sequence(reference('open-expression'), ')')),
    ),
    ...wordRules('any-or-all', 'ANY ', 'ALL '),
    rule('distinct-from', ' IS', optional(' NOT'), ' DISTINCT FROM'),
    rule(
      'is',
      ' IS',
      optional(' NOT'),
      choice(
        ' NULL',
        ' TRUE',
        ' FALSE',
        ' UNKNOWN',
        sequence(' JSON', optional(choice(' OBJECT', ' ARRAY', ' SCALAR', ' VALUE'))),
      ),
    ),
    rule('in', optional(' NOT'), ' IN '),
    rule('between', optional(' NOT'), ' BETWEEN', optional(' SYMMETRIC')),
    rule(
      'bounds',
      reference('spaced-operand'),
      zeroOrMore(reference('operation')),
      reference('and'),
      reference('spaced-value'),
    ),
    rule('and', ' AND'),
    rule(
      'pattern',
      optional(' NOT'),
      choice(
        sequence(
          choice(' LIKE', ' ILIKE'),
          choice(sequence(reference('spaced-value'), optional(reference('escape'))), reference('spaced-any-or-all')),
        ),
        sequence(' SIMILAR TO', reference('spaced-value'), optional(reference('escape'))),
      ),
    ),
    rule('escape', ' ESCAPE ', reference('string')),
  ];
}

/**
 * Texts, and predicates that begin with one: it is compared with another text or with the elements of something, since
 * canonical SQL has it second wherever it can be second. Otherwise a column with a list of texts would come too late to
 * say which of them may stand there.
 */
export function textRules(names: SchemaNames): Rule[] {
  return [
    rule('text', reference('string'), reference('text-casts')),
    rule('spaced-text', ' ', reference('text')),
    rule(
      'text-rest',
      reference('text-casts'),
      choice(sequence(reference('step'), reference('value-rest')), optional(reference('text-test'))),
    ),
    rule(
      'text-test',
      choice(
        sequence(reference('comparison'), choice(reference('spaced-text'), reference('spaced-text-any-or-all'))),
        sequence(reference('distinct-from'), reference('spaced-text')),
        reference('is'),
        sequence(reference('in'), choice(reference('subquery'), reference('text-set'))),
        sequence(reference('between'), reference('bounds')),
        reference('pattern'),
      ),
    ),
    rule(
      'text-set',
      '(',
      choice(sequence(reference('text'), zeroOrMore(reference('operation'))), reference('free-value')),
      zeroOrMore(
        ',',
        choice(sequence(reference('spaced-text'), zeroOrMore(reference('operation'))), reference('spaced-free-value')),
      ),
      ')',
    ),
    rule(
      'spaced-text-any-or-all',
      reference('any-or-all'),
      choice(
        reference('subquery'),
        sequence('(', choice(reference('free-value'), reference('text'), ...listedCasts(names)), ')'),
      ),
    ),
    // No text, and no column with a list of them.
    rule('free-term', choice(sequence(reference('column'), reference('path')), reference('other-constant'))),
    rule(
      'free-operand',
      choice(
        sequence(reference('prefix'), reference('term')),
        reference('free-term'),
        reference('array'),
        sequence('(', reference('parenthesis-rest')),
      ),
    ),
    rule('spaced-free-operand', ' ', reference('free-operand')),
    rule('free-value', reference('free-operand'), zeroOrMore(reference('operation'))),
    rule('spaced-free-value', reference('spaced-free-operand'), zeroOrMore(reference('operation'))),
  ];
}
