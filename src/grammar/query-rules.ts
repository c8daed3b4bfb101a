import { choice, optional, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';

/** SELECT and its clauses. A subquery differs from the whole query in FROM alone. */
export function queryRules(): Rule[] {
  return [
    rule('root', reference('select'), reference('from'), reference('clauses')),
    rule('subquery', '(', reference('select'), reference('subquery-from'), reference('clauses'), ')'),
    rule(
      'select',
      'SELECT',
      optional(' DISTINCT'),
      choice(' *', sequence(reference('spaced-item'), zeroOrMore(',', reference('spaced-item')))),
    ),
    rule(
      'spaced-item',
      ' ',
      choice(
        reference('all-columns'),
        sequence(reference('group-expression'), optional(' AS ', reference('output-name'))),
      ),
    ),
    rule(
      'clauses',
      optional(' WHERE', reference('row-spaced-condition')),
      optional(' GROUP BY', reference('row-spaced-expression'), zeroOrMore(',', reference('row-spaced-expression'))),
      optional(' HAVING', reference('group-spaced-condition')),
      optional(' ORDER BY', reference('spaced-sort'), zeroOrMore(',', reference('spaced-sort'))),
      optional(' LIMIT ', reference('integer')),
    ),
    rule(
      'spaced-sort',
      ' ',
      choice(reference('group-expression'), reference('output-name')),
      optional(' DESC'),
      optional(' NULLS ', choice('FIRST', 'LAST')),
    ),
  ];
}
