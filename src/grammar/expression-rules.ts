import { enumArrays, enumTexts } from './enum-rules.ts';
import { textChoice } from './prefix-tree.ts';
import { choice, oneOrMore, optional, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';
import type { SchemaNames } from './schema-names.ts';
import { testRules, textRules } from './test-rules.ts';
import { listedPredicates } from './value-list-rules.ts';

/**
 * One token each, so that a text has one way to be read. Those of JSON, arrays, ranges, networks, full text search
 * and of well-known extensions (trigrams, vectors) are in.
 */
const OPERATORS = `
  + - * / % ^ || & | # << >> ~ ~* !~ !~* @> <@ && -> ->> #> #>> #- ? ?| ?& @? @@ <-> <=> <#> -|- &< &> <<= >>= <% %> ^@`
  .trim()
  .split(/\s+/);
const PREFIX_OPERATORS = ['-', '~', '@', '|/', '||/'];
const COLLATIONS = ['"C"', '"POSIX"', '"en_US"', '"en-x-icu"', '"und-x-icu"', 'unicode', 'pg_c_utf8', 'ucs_basic'];

/**
 * Expressions, flat: one chain of AND and OR over predicates, one chain of operators over terms. Postgres' precedence
 * reads them; types are beyond the grammar.
 *
 * A blank belongs to what follows it (`spaced-…`), and so does an opening parenthesis or a comma (`open-…`, `next-…`):
 * shared by all the places that need it, such a rule is compiled once. And a parenthesis is opened in one place for
 * all that it may hold: each further way to read it would double what llama.cpp follows, at every level.
 */
export function expressionRules(names: SchemaNames): Rule[] {
  return [
    rule('expression', optional('NOT '), reference('predicate'), reference('conditions')),
    rule('spaced-expression', reference('spaced-condition'), reference('conditions')),
    rule('conditions', zeroOrMore(choice(' AND', ' OR'), reference('spaced-condition'))),
    rule('open-expression', '(', reference('expression')),
    rule('next-expression', ',', reference('spaced-expression')),
    rule('expressions', reference('open-expression'), zeroOrMore(reference('next-expression')), ')'),
    rule('spaced-condition', optional(' NOT'), reference('spaced-predicate')),
    rule('spaced-predicate', ' ', reference('predicate')),
    rule(
      'predicate',
      choice(
        sequence(reference('column'), reference('column-rest')),
        ...listedPredicates(names),
        sequence(reference('string'), reference('text-rest')),
        sequence(
          choice(reference('other-constant'), reference('array'), sequence(reference('prefix'), reference('term'))),
          reference('value-rest'),
        ),
        sequence('(', reference('parenthesis-predicate')),
      ),
    ),
    rule('column-rest', reference('path'), reference('value-rest')),
    rule('value-rest', zeroOrMore(reference('step')), optional(reference('test'))),
    rule(
      'parenthesis-predicate',
      choice(
        sequence(reference('query'), ')', reference('field-path'), reference('value-rest')),
        sequence(
          reference('expression'),
          choice(
            sequence(')', reference('field-path'), reference('value-rest')),
            sequence(
              reference('next-expression'),
              choice(
                sequence(')', choice(sequence(' OVERLAPS ', reference('pair')), reference('row-rest'))),
                sequence(oneOrMore(reference('next-expression')), ')', reference('row-rest')),
              ),
            ),
          ),
        ),
      ),
    ),
    rule('row-rest', reference('casts'), reference('value-rest')),
    rule('pair', reference('open-expression'), reference('next-expression'), ')'),
    ...testRules(),
    ...textRules(names),
    ...valueRules(names),
  ];
}

/** Terms joined by operators. */
function valueRules(names: SchemaNames): Rule[] {
  const slice = choice(
    sequence(reference('expression'), optional(':', optional(reference('expression')))),
    sequence(':', optional(reference('expression'))),
  );
  return [
    rule('spaced-value', reference('spaced-operand'), zeroOrMore(reference('step'))),
    rule('operand', optional(reference('prefix')), reference('term')),
    rule('spaced-operand', ' ', reference('operand')),
    rule('prefix', textChoice(PREFIX_OPERATORS)),
    rule(
      'step',
      choice(
        reference('operation'),
        sequence(' AT ', choice('LOCAL', sequence('TIME ZONE', reference('spaced-operand')))),
        sequence(' COLLATE ', textChoice(COLLATIONS)),
      ),
    ),
    rule('operation', ' ', reference('operator'), reference('spaced-operand')),
    rule('operator', textChoice(OPERATORS)),
    rule('term', choice(reference('text'), reference('other-term'))),
    rule(
      'other-term',
      choice(
        sequence(reference('any-term-column'), reference('path')),
        reference('other-constant'),
        reference('array'),
        sequence('(', reference('parenthesis-rest')),
      ),
    ),
    // A value by its own word or sign, but a text.
    rule(
      'other-constant',
      choice(reference('word-term'), reference('number'), ...enumTexts(names)),
      reference('casts'),
    ),
    rule('array', 'ARRAY[', reference('array-rest')),
    rule(
      'array-rest',
      choice(
        sequence(']', reference('casts')),
        sequence(reference('expression'), zeroOrMore(reference('next-expression')), ']', reference('text-casts')),
        ...enumArrays(names),
      ),
    ),
    rule(
      'parenthesis-rest',
      choice(
        sequence(reference('query'), ')', reference('field-path')),
        sequence(
          reference('expression'),
          choice(
            sequence(')', reference('field-path')),
            sequence(oneOrMore(reference('next-expression')), ')', reference('casts')),
          ),
        ),
      ),
    ),
    rule('path', zeroOrMore(reference('subscript')), reference('casts')),
    rule('field-path', optional(reference('dotted-name')), reference('path')),
    rule('subscript', '[', slice, ']'),
  ];
}
