import { prefixTree } from './prefix-tree.ts';
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
import type { NamedTable, SchemaNames } from './schema-names.ts';

/** INSERT, UPDATE and DELETE, at the top or in a CTE of the top. Columns that are written are those of the table. */
export function writeRules(names: SchemaNames): Rule[] {
  return [
    rule('statement', optional(reference('write-with'), ' '), choice(reference('set-query'), reference('write'))),
    rule(
      'write-with',
      'WITH ',
      optional('RECURSIVE '),
      reference('write-common-table'),
      zeroOrMore(', ', reference('write-common-table')),
    ),
    rule(
      'write-common-table',
      reference('common-table-head'),
      '(',
      choice(reference('query'), reference('write')),
      ')',
      reference('common-table-end'),
    ),
    rule(
      'write',
      choice(reference('insert'), reference('update'), reference('delete')),
      optional(' RETURNING', reference('items')),
    ),
    rule('insert', 'INSERT INTO ', tableTree(names, 'insert')),
    rule('update', 'UPDATE ', tableTree(names, 'update'), optional(' FROM', reference('from')), reference('where')),
    rule('delete', 'DELETE FROM ', reference('table'), optional(' USING', reference('from')), reference('where')),
    rule(
      'insert-source',
      optional(' OVERRIDING ', choice('SYSTEM', 'USER'), ' VALUE'),
      ' ',
      choice(
        sequence('VALUES ', reference('default-row'), zeroOrMore(', ', reference('default-row'))),
        sequence(reference('with'), ' ', reference('set-query')),
        sequence(reference('select'), zeroOrMore(reference('set-operation')), reference('query-end')),
        sequence(reference('subquery'), oneOrMore(reference('set-operation')), reference('query-end')),
      ),
    ),
    rule('default-row', '(', reference('default-value'), zeroOrMore(', ', reference('default-value')), ')'),
    rule('default-value', choice('DEFAULT', reference('expression'))),
    ...names.tables.flatMap(tableRules),
  ];
}

function tableTree({ tables }: SchemaNames, verb: 'insert' | 'update'): GrammarNode {
  return prefixTree(tables.map((table) => ({ text: table.text, next: reference(`${table.id}-${verb}`) })));
}

function tableRules({ id }: NamedTable): Rule[] {
  const column = reference(`${id}-column`);
  const columns = sequence(column, zeroOrMore(', ', column));
  const assignments = reference(`${id}-assignments`);
  return [
    rule(`${id}-columns`, '(', columns, ')'),
    rule(
      `${id}-insert`,
      choice(
        ' DEFAULT VALUES',
        sequence(' ', reference(`${id}-columns`), reference('insert-source'), optional(reference(`${id}-conflict`))),
      ),
    ),
    rule(
      `${id}-conflict`,
      ' ON CONFLICT',
      choice(
        ' DO NOTHING',
        sequence(
          ' ',
          reference(`${id}-columns`),
          ' DO ',
          choice('NOTHING', sequence('UPDATE SET ', assignments, reference('where'))),
        ),
      ),
    ),
    rule(`${id}-update`, ' SET ', assignments),
    rule(`${id}-assignments`, reference(`${id}-assignment`), zeroOrMore(', ', reference(`${id}-assignment`))),
    rule(
      `${id}-assignment`,
      choice(
        sequence(column, ' =', choice(reference('spaced-expression'), ' DEFAULT')),
        sequence(reference(`${id}-columns`), ' = ', reference('subquery')),
      ),
    ),
  ];
}
