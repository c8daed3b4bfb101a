import type { Schema } from '../schema/model.ts';
import { type OutputNames, outputNameRules } from './output-name-rules.ts';
import { isListName } from './output-names.ts';
import { textChoice } from './prefix-tree.ts';
import { charClass, choice, literal, optional, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';
import { type NamedColumn, type NamedTable, qualifiedTree, type SchemaNames } from './schema-names.ts';
import { listedColumns } from './value-list-rules.ts';

export interface NameRuleOptions {
  readonly outputNames: OutputNames;
  /** Rows that only a statement that writes knows: EXCLUDED, OLD, NEW. */
  readonly writes: boolean;
}

/** Rows of a write that share the names of its table's columns; which table that is, is beyond the grammar. */
const WRITTEN_ROWS = ['EXCLUDED', 'OLD', 'NEW'];

/**
 * Columns with their whole table name, the stars, and the names that a query gives. Many rules begin with the sign
 * before a name: a model's token often holds both, and is then looked at once for all uses of the rule.
 */
export function nameRules(names: SchemaNames, schema: Schema, options: NameRuleOptions): Rule[] {
  const columnTexts = [...new Set(names.tables.flatMap((table) => table.columns.map((column) => column.text)))];
  const oddTexts = columnTexts.filter((text) => !isListName(text, schema));
  const odd = oddTexts.length > 0 ? [reference('odd-column')] : [];
  const written = options.writes
    ? WRITTEN_ROWS.map((text) => ({ text, next: sequence('.', reference('any-column')) }))
    : [];
  const free = names.tables.filter((table) => table.columns.some(isFree));
  const freeColumns = (table: NamedTable) =>
    reference(`${table.id}-${table.columns.every(isFree) ? 'column' : 'free-column'}`);
  return [
    // Columns with a list of allowed texts have rules of their own.
    rule(
      'column',
      choice(
        ...(free.length + written.length > 0 ? [qualifiedTree(free, freeColumns, written)] : []),
        sequence(reference('derived-name'), reference('dotted-name')),
      ),
    ),
    rule('any-term-column', choice(reference('column'), ...listedColumns(names))),
    ...names.tables.flatMap(columnRules),
    rule('any-column', textChoice(columnTexts)),
    ...(oddTexts.length > 0 ? [rule('odd-column', textChoice(oddTexts))] : []),
    rule('dotted-name', '.', choice(reference('alias'), ...odd)),
    rule(
      'all-columns',
      choice(
        qualifiedTree(names.tables, () => literal('*')),
        sequence(reference('derived-name'), '.*'),
      ),
    ),
    rule('table', textChoice(names.tables.map((table) => table.text))),
    rule('derived-name', names.derivedPrefix, charClass('1-9'), optional(charClass('0-9'))),
    rule('window-name', 'w', optional(charClass('2-9'))),
    ...outputNameRules(schema, options.outputNames),
    rule('spaced-alias', ' ', reference('alias')),
    // Lists stand where Postgres takes no reserved word.
    rule('spaced-name', ' ', reference('output-name')),
    rule('open-name', '(', reference('output-name')),
    rule('more-names', zeroOrMore(',', reference('spaced-name'))),
    rule('names', reference('open-name'), reference('more-names'), ')'),
    rule('spaced-column-name', choice(reference('spaced-name'), ...odd.map((each) => sequence(' ', each)))),
    rule('spaced-column-names', reference('spaced-column-name'), zeroOrMore(',', reference('spaced-column-name'))),
    rule(
      'column-list',
      choice(reference('open-name'), ...odd.map((each) => sequence('(', each))),
      zeroOrMore(',', reference('spaced-column-name')),
      ')',
    ),
  ];
}

function columnRules(table: NamedTable): Rule[] {
  const texts = (columns: readonly NamedColumn[]) => textChoice(columns.map((column) => column.text));
  const free = table.columns.filter(isFree);
  return [
    rule(`${table.id}-column`, texts(table.columns)),
    ...(free.length > 0 && free.length < table.columns.length ? [rule(`${table.id}-free-column`, texts(free))] : []),
  ];
}

function isFree({ allowedTexts }: NamedColumn): boolean {
  return allowedTexts.length === 0;
}
