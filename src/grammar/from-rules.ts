import { prefixTree } from './prefix-tree.ts';
import { choice, oneOrMore, optional, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';
import { aliasChoice, type SchemaNames } from './schema-names.ts';

/** FROM: tables, derived tables and functions, in any join. Which of them are in reach of what, is beyond the grammar. */
export function fromRules(names: SchemaNames, keyJoin: Rule | null): Rule[] {
  return [
    rule(
      'from',
      reference('spaced-source'),
      zeroOrMore(choice(sequence(',', reference('spaced-source')), reference('join'))),
    ),
    rule('spaced-source', ' ', reference('source')),
    rule(
      'source',
      choice(
        sequence(choice(reference('table'), reference('aliased-table')), reference('sample')),
        sequence(reference('derived-name'), optional(' AS ', reference('derived-name'))),
        sequence(optional('LATERAL '), reference('subquery'), reference('derived-alias')),
        sequence(reference('set-call'), optional(' WITH ORDINALITY'), reference('function-alias')),
        sequence('(', reference('source'), oneOrMore(reference('join')), ')'),
      ),
    ),
    keyJoin ?? anyJoin(),
    // A tree of its own: an alias that may be left out after each name would make the engines look at every token there.
    rule(
      'aliased-table',
      prefixTree(names.tables.map((table) => ({ text: `${table.text} AS `, next: aliasChoice(table) }))),
    ),
    rule(
      'sample',
      optional(
        ' TABLESAMPLE ',
        choice('BERNOULLI', 'SYSTEM'),
        ' (',
        reference('number'),
        ')',
        optional(' REPEATABLE (', reference('number'), ')'),
      ),
    ),
    rule('derived-alias', ' AS ', reference('derived-name'), optional(reference('names'))),
    rule(
      'function-alias',
      ' AS ',
      reference('derived-name'),
      optional(
        reference('open-name'),
        choice(
          reference('more-names'),
          sequence(' ', reference('type'), zeroOrMore(',', reference('spaced-name'), ' ', reference('type'))),
        ),
        ')',
      ),
    ),
  ];
}

function anyJoin(): Rule {
  return rule(
    'join',
    choice(
      sequence(
        optional(choice(' LEFT', ' RIGHT', ' FULL')),
        ' JOIN',
        reference('spaced-source'),
        choice(sequence(' ON', reference('spaced-expression')), sequence(' USING ', reference('column-list'))),
      ),
      sequence(' CROSS JOIN', reference('spaced-source')),
    ),
  );
}
