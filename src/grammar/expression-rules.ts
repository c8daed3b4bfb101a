import { textChoice } from './prefix-tree.ts';
import { choice, oneOrMore, optional, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';
import type { SchemaNames } from './schema-names.ts';
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
        sequence(
          choice(reference('constant'), sequence(reference('prefix'), reference('term'))),
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
        sequence(reference('query'), ')', reference('path'), reference('value-rest')),
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
    ...valueRules(),
  ];
}

/** What makes a value a predicate. */
function testRules(): Rule[] {
  const anyOrAll = sequence(
    choice('ANY ', 'ALL '),
    choice(reference('subquery'), sequence(reference('open-expression'), ')')),
  );
  return [
    rule('test', choice(reference('equality'), reference('membership'), reference('other-test'))),
    rule('equality', choice(' =', ' <>'), choice(reference('spaced-value'), reference('spaced-any-or-all'))),
    rule('spaced-any-or-all', ' ', anyOrAll),
    rule('membership', optional(' NOT'), ' IN ', reference('parenthesised-set')),
    rule('parenthesised-set', choice(reference('subquery'), reference('expressions'))),
    rule(
      'other-test',
      choice(
        sequence(choice(' <', ' >', ' <=', ' >='), choice(reference('spaced-value'), reference('spaced-any-or-all'))),
        sequence(
          ' IS',
          optional(' NOT'),
          choice(
            ' NULL',
            ' TRUE',
            ' FALSE',
            ' UNKNOWN',
            sequence(' DISTINCT FROM', reference('spaced-value')),
            sequence(' JSON', optional(choice(' OBJECT', ' ARRAY', ' SCALAR', ' VALUE'))),
          ),
        ),
        sequence(
          optional(' NOT'),
          choice(
            sequence(
              ' BETWEEN',
              optional(' SYMMETRIC'),
              reference('spaced-operand'),
              zeroOrMore(reference('operation')),
              ' AND',
              reference('spaced-value'),
            ),
            sequence(
              choice(' LIKE', ' ILIKE'),
              choice(
                sequence(reference('spaced-value'), optional(reference('escape'))),
                reference('spaced-any-or-all'),
              ),
            ),
            sequence(' SIMILAR TO', reference('spaced-value'), optional(reference('escape'))),
          ),
        ),
      ),
    ),
    rule('escape', ' ESCAPE ', reference('string')),
  ];
}

/** Terms joined by operators. */
function valueRules(): Rule[] {
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
    rule('term', choice(sequence(reference('string'), reference('casts')), reference('other-term'))),
    rule(
      'other-term',
      choice(
        sequence(reference('any-term-column'), reference('path')),
        reference('other-constant'),
        sequence('(', reference('parenthesis-rest')),
      ),
    ),
    // A value by its own word: a literal, a call, CASE.
    rule('constant', choice(sequence(reference('string'), reference('casts')), reference('other-constant'))),
    rule('other-constant', choice(reference('word-term'), reference('number')), reference('casts')),
    rule(
      'parenthesis-rest',
      choice(
        sequence(reference('query'), ')', reference('path')),
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
