import { textLiteralChoice } from './literal-rules.ts';
import { textChoice } from './prefix-tree.ts';
import { choice, type GrammarNode, optional, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';
import { type NamedTable, qualifiedTree, type SchemaNames } from './schema-names.ts';

/**
 * Columns that take one of a few texts (an enum, a CHECK list): `=`, `<>` and `IN` compare them with those texts and
 * no other. Columns with the same texts share their rules.
 */
export function valueListRules(names: SchemaNames): Rule[] {
  const lists = valueLists(names);
  if (lists.length === 0) return [];
  return [
    ...lists.flatMap((list) => [...columnRules(list), ...comparisonRules(list)]),
    // Anything but a text.
    rule('spaced-other-value', ' ', reference('other-value')),
    rule(
      'other-value',
      choice(sequence(reference('prefix'), reference('term')), reference('other-term')),
      zeroOrMore(reference('step')),
    ),
  ];
}

/** Predicates that begin with such a column. */
export function listedPredicates(names: SchemaNames): GrammarNode[] {
  return valueLists(names).map(({ id }) => sequence(reference(`${id}-column`), reference(`${id}-rest`)));
}

/** Such columns where anything may follow. */
export function listedColumns(names: SchemaNames): GrammarNode[] {
  return valueLists(names).map(({ id }) => reference(`${id}-column`));
}

interface ValueList {
  /** Begins the names of its rules: `v0`. */
  readonly id: string;
  readonly texts: readonly string[];
  readonly tables: readonly NamedTable[];
}

function valueLists({ tables }: SchemaNames): ValueList[] {
  const lists = new Map<string, { texts: readonly string[]; tables: Set<NamedTable> }>();
  for (const table of tables) {
    for (const { allowedTexts } of table.columns) {
      if (allowedTexts.length === 0) continue;
      const list = lists.get(JSON.stringify(allowedTexts)) ?? { texts: allowedTexts, tables: new Set() };
      lists.set(JSON.stringify(allowedTexts), list);
      list.tables.add(table);
    }
  }
  return Array.from(lists.values(), ({ texts, tables: having }, index) => ({
    id: `v${index}`,
    texts,
    tables: [...having],
  }));
}

function columnRules({ id, texts, tables }: ValueList): Rule[] {
  const key = JSON.stringify(texts);
  const columnsOf = (table: NamedTable) =>
    textChoice(
      table.columns.filter(({ allowedTexts }) => JSON.stringify(allowedTexts) === key).map(({ text }) => text),
    );
  return [rule(`${id}-column`, qualifiedTree(tables, columnsOf))];
}

function comparisonRules({ id, texts }: ValueList): Rule[] {
  const own = (name: string) => reference(`${id}-${name}`);
  return [
    rule(
      `${id}-rest`,
      optional(
        choice(
          sequence(reference('step'), reference('value-rest')),
          sequence(reference('cast'), reference('casts'), reference('value-rest')),
          own('test'),
        ),
      ),
    ),
    rule(
      `${id}-test`,
      choice(
        sequence(
          choice(' =', ' <>'),
          choice(sequence(' ', own('text')), reference('spaced-other-value'), reference('spaced-any-or-all')),
        ),
        sequence(
          optional(' NOT'),
          ' IN ',
          choice(reference('subquery'), sequence('(', own('member'), zeroOrMore(', ', own('member')), ')')),
        ),
        reference('other-test'),
      ),
    ),
    rule(`${id}-member`, choice(own('text'), reference('other-value'))),
    rule(`${id}-text`, textLiteralChoice(texts), reference('casts')),
  ];
}
