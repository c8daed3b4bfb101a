import { functionRules } from './function-rules.ts';
import { choice, oneOrMore, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';
import type { ColumnKind } from './schema-names.ts';

/**
 * Where an expression stands. Aggregates are for `group` alone (SELECT, HAVING, ORDER BY): Postgres takes none in
 * `row` places (WHERE, GROUP BY, inside another aggregate).
 */
export type Level = 'row' | 'group';

/**
 * Expressions of one level. Terms are sorted by what may be done with them, so that text is not added up and numbers
 * have no pattern; where Postgres alone can tell the type (`generic`) everything is allowed. Every text has one way
 * to be read, since each further one costs llama.cpp a copy of all that follows.
 *
 * A blank belongs to what follows it (`spaced-…`), and so does an opening parenthesis (`open-…`): shared by all the
 * places that need it, such a rule is compiled once.
 */
export function expressionRules(level: Level, kinds: ReadonlySet<ColumnKind>): Rule[] {
  const own = (name: string) => reference(`${level}-${name}`);
  const column = (kind: ColumnKind) => (kinds.has(kind) ? [reference(`${kind}-column`)] : []);
  return [
    rule(`${level}-expression`, own('operand'), own('concatenation')),
    rule(`${level}-spaced-expression`, ' ', own('expression')),
    rule(`${level}-open-expression`, '(', own('expression')),
    rule(`${level}-concatenation`, zeroOrMore(' || ', own('operand'))),
    rule(`${level}-operand`, choice(own('text-operand'), own('other-operand'))),
    // What a pattern or a text function may take.
    rule(`${level}-text-operand`, choice(own('text'), sequence(own('generic'), zeroOrMore(own('arithmetic-step'))))),
    rule(
      `${level}-other-operand`,
      choice(
        sequence(choice(own('number'), own('temporal')), zeroOrMore(own('arithmetic-step'))),
        'TRUE',
        'FALSE',
        'NULL',
        ...column('plain'),
      ),
    ),
    // A text constant may stand for a date: `orders.shipped_on - '2024-01-31'`.
    rule(
      `${level}-arithmetic-step`,
      ' ',
      choice('+', '-', '*', '/'),
      ' ',
      choice(own('number'), own('temporal'), own('generic'), reference('string')),
    ),
    rule(
      `${level}-number`,
      choice(own('unsigned-number'), sequence('-', choice(own('unsigned-number'), own('generic')))),
    ),
    rule(`${level}-unsigned-number`, choice(reference('number'), own('number-function'), ...column('number'))),
    rule(`${level}-temporal`, choice(own('date'), reference('interval'), own('temporal-function'))),
    rule(`${level}-date`, choice('CURRENT_DATE', ...column('temporal'))),
    rule(`${level}-text`, choice(reference('string'), own('text-function'), ...column('text'))),
    rule(
      `${level}-generic`,
      choice(
        reference('subquery'),
        sequence(own('open-expression'), ')'),
        own('case'),
        own('generic-function'),
        ...column('any'),
      ),
    ),
    rule(`${level}-open-text-expression`, '(', own('text-operand'), own('concatenation')),
    // What adds up to a number or an interval: a date alone does not, a difference of dates does.
    rule(
      `${level}-number-expression`,
      choice(
        sequence(choice(own('number'), own('generic')), zeroOrMore(own('arithmetic-step'))),
        sequence(own('temporal'), oneOrMore(own('arithmetic-step'))),
      ),
    ),
    rule(`${level}-spaced-number-expression`, ' ', own('number-expression')),
    rule(`${level}-open-number-expression`, '(', own('number-expression')),
    rule(
      `${level}-spaced-temporal-expression`,
      ' ',
      choice(own('temporal'), own('generic')),
      zeroOrMore(own('arithmetic-step')),
    ),
    ...functionRules(level),
  ];
}
