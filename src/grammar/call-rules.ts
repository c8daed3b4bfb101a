import { EXTRACT_FIELDS, INTERVAL_ARGUMENTS } from './functions.ts';
import { textChoice } from './prefix-tree.ts';
import {
  charClass,
  choice,
  oneOrMore,
  optional,
  type Rule,
  reference,
  rule,
  sequence,
  zeroOrMore,
} from './rule-tree.ts';
import type { SchemaNames } from './schema-names.ts';
import { listedCases } from './value-list-rules.ts';
import { wordRules } from './word-rules.ts';

/** What follows the name of a call that is more than a list of arguments. */
export function callRules(names: SchemaNames): Rule[] {
  const argument = sequence(textChoice(INTERVAL_ARGUMENTS), ' =>', reference('spaced-expression'));
  const row = sequence('(', reference('all-columns'));
  return [
    rule('extract', textChoice(EXTRACT_FIELDS), ' FROM', reference('spaced-expression'), ')'),
    // No AT TIME ZONE before IN, which Postgres would not read.
    rule(
      'position',
      reference('operand'),
      zeroOrMore(reference('operation')),
      ' IN',
      reference('spaced-operand'),
      zeroOrMore(reference('operation')),
      ')',
    ),
    rule('unit-arguments', "'", reference('next-expression'), optional(reference('next-expression')), ')'),
    rule(
      'interval-arguments',
      choice(
        sequence(argument, zeroOrMore(', ', argument)),
        sequence(reference('expression'), zeroOrMore(reference('next-expression')), zeroOrMore(', ', argument)),
      ),
      ')',
    ),
    rule('precision', optional('(', charClass('0-6'), ')')),
    rule(
      'case',
      choice(
        reference('branches'),
        sequence(reference('spaced-free-value'), reference('branches')),
        ...listedCases(names),
      ),
    ),
    rule(
      'branches',
      oneOrMore(reference('when'), reference('spaced-expression'), reference('then')),
      reference('case-end'),
    ),
    ...wordRules('when', 'WHEN'),
    rule('then', ' THEN', reference('spaced-expression')),
    rule('case-end', optional(' ELSE', reference('spaced-expression')), ' END'),
    rule('row-arguments', choice(reference('open-expression'), row), ')'),
    rule(
      'row-aggregate',
      choice(reference('open-argument'), row),
      optional(reference('argument-order')),
      ')',
      reference('aggregate-rest'),
    ),
    rule('count', choice('(*', reference('open-argument'), row), ')', reference('aggregate-rest')),
    ...aggregateRules(),
  ];
}

/** Aggregates and windows: `SUM(DISTINCT x ORDER BY y) FILTER (WHERE z) OVER (PARTITION BY …)`. */
function aggregateRules(): Rule[] {
  return [
    rule('open-argument', choice(reference('open-expression'), sequence('(DISTINCT', reference('spaced-expression')))),
    rule('argument-order', ' ORDER BY', reference('orders')),
    rule('aggregate-rest', optional(reference('filter')), optional(reference('over'))),
    rule('filter', ' FILTER (WHERE', reference('spaced-expression'), ')'),
    rule('within-group', ' WITHIN GROUP (ORDER BY', reference('orders'), ')', optional(reference('filter'))),
    rule(
      'ranking',
      choice(sequence('()', reference('over')), sequence(reference('expressions'), reference('within-group'))),
    ),
    rule('orders', reference('spaced-order'), zeroOrMore(',', reference('spaced-order'))),
    rule('spaced-order', reference('spaced-expression'), reference('direction')),
    rule('direction', optional(' DESC'), optional(' NULLS ', choice('FIRST', 'LAST'))),
    rule('over', ' OVER ', choice(reference('window-name'), sequence('(', reference('window'), ')'))),
    ...windowRules(),
  ];
}

/** A window and its frame. */
function windowRules(): Rule[] {
  const forward = choice('CURRENT ROW', 'UNBOUNDED FOLLOWING', sequence(reference('offset'), ' FOLLOWING'));
  const anyEnd = choice(
    'CURRENT ROW',
    'UNBOUNDED FOLLOWING',
    sequence(reference('offset'), choice(' PRECEDING', ' FOLLOWING')),
  );
  return [
    rule(
      'window',
      optional(
        choice(sequence(reference('window-name'), optional(' ', reference('window-parts'))), reference('window-parts')),
      ),
    ),
    rule(
      'window-parts',
      choice(
        sequence(
          'PARTITION BY',
          reference('spaced-expression'),
          zeroOrMore(reference('next-expression')),
          optional(' ', reference('window-order')),
        ),
        reference('window-order'),
      ),
    ),
    rule(
      'window-order',
      choice(sequence('ORDER BY', reference('orders'), optional(' ', reference('frame'))), reference('frame')),
    ),
    // Only what Postgres can read: a frame does not end before it starts.
    rule(
      'frame',
      choice('ROWS', 'RANGE', 'GROUPS'),
      ' BETWEEN ',
      choice(
        sequence('UNBOUNDED PRECEDING AND ', anyEnd),
        sequence('CURRENT ROW AND ', forward),
        sequence(
          reference('offset'),
          choice(
            sequence(' PRECEDING AND ', anyEnd),
            sequence(' FOLLOWING AND ', choice('UNBOUNDED FOLLOWING', sequence(reference('offset'), ' FOLLOWING'))),
          ),
        ),
      ),
      optional(' EXCLUDE ', choice('CURRENT ROW', 'GROUP', 'TIES')),
    ),
    rule('offset', choice(reference('number'), reference('interval'), sequence(reference('open-expression'), ')'))),
  ];
}
