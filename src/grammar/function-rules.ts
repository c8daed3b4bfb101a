import type { Level } from './expression-rules.ts';
import { textChoice } from './prefix-tree.ts';
import { choice, oneOrMore, optional, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';

const EXTRACT_FIELDS = ['YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY', 'DOW', 'HOUR'];
const TRUNCATION_UNITS = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute'];

/** Calls and CASE, by what they return; the aggregates at the level that has them. */
export function functionRules(level: Level): Rule[] {
  const own = (name: string) => reference(`${level}-${name}`);
  const nextArgument = sequence(',', own('spaced-expression'));
  const numberAggregates = level === 'group' ? [reference('count'), reference('number-aggregate')] : [];
  const genericAggregates = level === 'group' ? [reference('generic-aggregate')] : [];
  return [
    rule(
      `${level}-number-function`,
      choice(
        ...numberAggregates,
        sequence('LENGTH', own('open-text-expression'), ')'),
        sequence('ABS', own('open-number-expression'), ')'),
        sequence('ROUND', own('open-number-expression'), optional(',', own('spaced-number-expression')), ')'),
        sequence('EXTRACT(', textChoice(EXTRACT_FIELDS), ' FROM', own('spaced-temporal-expression'), ')'),
      ),
    ),
    // Of a date or a difference from one, never of another DATE_TRUNC: a model that is unsure would nest without end.
    rule(
      `${level}-temporal-function`,
      "DATE_TRUNC('",
      textChoice(TRUNCATION_UNITS),
      "', ",
      choice(own('date'), own('generic')),
      optional(' ', choice('+', '-'), ' ', reference('interval')),
      ')',
    ),
    rule(
      `${level}-text-function`,
      choice(
        sequence(textChoice(['LOWER', 'UPPER']), own('open-text-expression')),
        sequence('CONCAT', own('open-expression'), zeroOrMore(nextArgument)),
      ),
      ')',
    ),
    rule(
      `${level}-generic-function`,
      choice(
        ...genericAggregates,
        sequence('COALESCE', own('open-expression'), zeroOrMore(nextArgument), ')'),
        sequence('NULLIF', own('open-expression'), nextArgument, ')'),
      ),
    ),
    rule(
      `${level}-case`,
      'CASE',
      oneOrMore(' WHEN', own('spaced-condition'), ' THEN', own('spaced-expression')),
      optional(' ELSE', own('spaced-expression')),
      ' END',
    ),
  ];
}

/** Their arguments are of the `row` level: an aggregate holds no other. */
export function aggregateRules(): Rule[] {
  const argument = choice(reference('row-open-expression'), sequence('(DISTINCT', reference('row-spaced-expression')));
  const numberArgument = choice(
    reference('row-open-number-expression'),
    sequence('(DISTINCT', reference('row-spaced-number-expression')),
  );
  return [
    rule('count', 'COUNT', choice('(*', argument), ')'),
    rule('number-aggregate', textChoice(['SUM', 'AVG']), numberArgument, ')'),
    rule('generic-aggregate', textChoice(['MIN', 'MAX']), argument, ')'),
  ];
}
