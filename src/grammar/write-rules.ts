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
import { wordRules } from './word-rules.ts';

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
    ...sharedRules(),
    ...names.tables.flatMap(tableRules),
  ];
}

function tableTree({ tables }: SchemaNames, verb: 'insert' | 'update'): GrammarNode {
  return prefixTree(tables.map((table) => ({ text: table.text, next: reference(`${table.id}-${verb}`) })));
}

/** What stands between the names of columns; for every table, it would cost more than they do. */
function sharedRules(): Rule[] {
  return [
    // Two rules for the reason that `wordRules` gives, and before the one that uses them, which xgrammar minds as well.
    rule('blank', reference('blank-sign')),
    rule('blank-sign', ' '),
    rule('comma', ',', reference('blank')),
    ...wordRules('set', 'SET '),
    ...wordRules('default-values', 'DEFAULT VALUES'),
    ...wordRules('on-conflict', 'ON CONFLICT'),
    ...wordRules('do-nothing', 'DO NOTHING'),
    ...wordRules('do-update', 'DO UPDATE SET '),
    rule('assigned-value', ' =', choice(reference('spaced-expression'), ' DEFAULT')),
    rule('assigned-query', ' = ', reference('subquery')),
  ];
}

function tableRules({ id }: NamedTable): Rule[] {
  const column = reference(`${id}-column`);
  const columns = reference(`${id}-columns`);
  const assignments = reference(`${id}-assignments`);
  return [
    rule(`${id}-columns`, '(', column, zeroOrMore(reference('comma'), column), ')'),
    rule(
      `${id}-insert`,
      choice(
        reference('default-values'),
        sequence(reference('blank'), columns, reference('insert-source'), optional(reference(`${id}-conflict`))),
      ),
    ),
    rule(
      `${id}-conflict`,
      reference('on-conflict'),
      choice(
        reference('do-nothing'),
        sequence(
          reference('blank'),
          columns,
          choice(reference('do-nothing'), sequence(reference('do-update'), assignments, reference('where'))),
        ),
      ),
    ),
    rule(`${id}-update`, reference('set'), assignments),
    rule(
      `${id}-assignments`,
      reference(`${id}-assignment`),
      zeroOrMore(reference('comma'), reference(`${id}-assignment`)),
    ),
    rule(
      `${id}-assignment`,
      choice(sequence(column, reference('assigned-value')), sequence(columns, reference('assigned-query'))),
    ),
  ];
}
