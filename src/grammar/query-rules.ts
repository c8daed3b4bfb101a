import { choice, oneOrMore, optional, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';

/** Queries: SELECT, VALUES, WITH and set operations. */
export function queryRules(): Rule[] {
  const parenthesised = sequence('(', reference('query'), ')');
  return [
    rule('query', optional(reference('with'), ' '), reference('set-query')),
    rule('subquery', parenthesised),
    rule('set-query', reference('body'), reference('query-end')),
    rule(
      'body',
      choice(
        sequence(choice(reference('select'), reference('values')), zeroOrMore(reference('set-operation'))),
        sequence(reference('subquery'), oneOrMore(reference('set-operation'))),
      ),
    ),
    rule(
      'set-operation',
      choice(' UNION', ' INTERSECT', ' EXCEPT'),
      optional(' ALL'),
      ' ',
      choice(reference('select'), reference('values'), reference('subquery')),
    ),
    rule(
      'query-end',
      choice(
        sequence(' ORDER BY', reference('sorts'), optional(choice(reference('limits'), reference('ties')))),
        optional(reference('limits')),
      ),
    ),
    rule('limits', choice(sequence(' LIMIT ', reference('row-count'), optional(reference('skip'))), reference('skip'))),
    rule('skip', ' OFFSET ', reference('row-count')),
    rule('ties', optional(reference('skip')), ' FETCH FIRST ', reference('row-count'), ' ROWS WITH TIES'),
    rule(
      'row-count',
      choice(reference('integer'), sequence('(', choice(reference('query'), reference('expression')), ')')),
    ),
    rule('sorts', reference('spaced-sort'), zeroOrMore(',', reference('spaced-sort'))),
    rule('spaced-sort', choice(reference('spaced-expression'), reference('spaced-alias')), reference('direction')),
    rule('values', 'VALUES ', reference('expressions'), zeroOrMore(', ', reference('expressions'))),
    ...selectRules(),
    ...withRules(),
  ];
}

function selectRules(): Rule[] {
  const group = reference('spaced-group');
  return [
    rule(
      'select',
      'SELECT',
      optional(' DISTINCT', optional(' ON ', reference('expressions'))),
      reference('items'),
      optional(' FROM', reference('from')),
      reference('where'),
      optional(' GROUP BY', optional(' DISTINCT'), group, zeroOrMore(',', group)),
      optional(' HAVING', reference('spaced-expression')),
      optional(' WINDOW ', reference('named-window'), zeroOrMore(', ', reference('named-window'))),
    ),
    rule('where', optional(' WHERE', reference('spaced-expression'))),
    rule('items', reference('spaced-item'), zeroOrMore(',', reference('spaced-item'))),
    rule(
      'spaced-item',
      choice(
        ' *',
        sequence(' ', reference('all-columns')),
        sequence(reference('spaced-expression'), optional(' AS', reference('spaced-alias'))),
      ),
    ),
    rule('spaced-group', ' ', reference('group')),
    rule(
      'group',
      choice(
        '()',
        reference('expression'),
        sequence(choice('ROLLUP ', 'CUBE '), reference('expressions')),
        sequence('GROUPING SETS (', reference('group'), zeroOrMore(', ', reference('group')), ')'),
      ),
    ),
    rule('named-window', reference('window-name'), ' AS (', reference('window'), ')'),
  ];
}

function withRules(): Rule[] {
  return [
    rule(
      'with',
      'WITH ',
      optional('RECURSIVE '),
      reference('common-table'),
      zeroOrMore(', ', reference('common-table')),
    ),
    rule('common-table', reference('common-table-head'), reference('subquery'), reference('common-table-end')),
    rule(
      'common-table-head',
      reference('derived-name'),
      optional(reference('names')),
      ' AS ',
      optional(optional('NOT '), 'MATERIALIZED '),
    ),
    rule(
      'common-table-end',
      optional(
        ' SEARCH ',
        choice('DEPTH', 'BREADTH'),
        ' FIRST BY',
        reference('spaced-column-names'),
        ' SET',
        reference('spaced-name'),
      ),
      optional(
        ' CYCLE',
        reference('spaced-column-names'),
        ' SET',
        reference('spaced-name'),
        ' USING',
        reference('spaced-name'),
      ),
    ),
  ];
}
