import { must } from '../platform/assert.ts';
import type { ForeignKey } from '../schema/model.ts';
import { quoteName } from '../schema/names.ts';
import { type PrefixTreeEntry, prefixTree, textChoice } from './prefix-tree.ts';
import {
  choice,
  type GrammarNode,
  literal,
  optional,
  type Rule,
  reference,
  rule,
  sequence,
  zeroOrMore,
} from './rule-tree.ts';
import type { NamedTable } from './schema-names.ts';

/** A foreign key seen from the table that a JOIN adds. */
interface Link {
  /** Rule of what follows the added table's name. */
  readonly rule: string;
  readonly added: NamedTable;
  readonly other: NamedTable;
  readonly columns: readonly ColumnPair[];
}

/** As SQL text, without their tables. */
interface ColumnPair {
  readonly added: string;
  readonly other: string;
}

/**
 * FROM and its joins, along foreign keys in either direction. What is joined first must be a neighbour of the table
 * in FROM; what is joined later, of any table: which ones came before is more than a context-free grammar can know.
 * (A copy of the rules for each set of tables would know it: 10 tables made 18 s and 292 MiB of that.)
 */
export function joinRules(tables: readonly NamedTable[]): Rule[] {
  const links = tables.flatMap((table) => linksOf(table, tables));
  if (links.length === 0) return fromRules(tables, new Set());
  const linked = new Set(links.map((link) => link.other));
  return [
    ...fromRules(tables, linked),
    ...Array.from(linked, (table) =>
      rule(
        `${table.id}-joins`,
        optional(
          reference('join'),
          joinedTables(links.filter((link) => link.other === table)),
          zeroOrMore(reference('join'), reference('joined-table')),
        ),
      ),
    ),
    rule('join', optional(' LEFT'), ' JOIN '),
    rule('joined-table', joinedTables(links)),
    ...Array.from(linked, (table) => rule(`${table.id}-name`, textChoice([table.text, table.alias]))),
    ...links.map((link) => rule(link.rule, onConditions(link))),
  ];
}

/** `from` for a whole query; `subquery-from`, where the table may be the outer query's again, under its alias. */
function fromRules(tables: readonly NamedTable[], linked: ReadonlySet<NamedTable>): Rule[] {
  const entries = (table: NamedTable, texts: readonly string[]): PrefixTreeEntry[] => {
    const next = reference(`${table.id}-joins`);
    return texts.map((text) => (linked.has(table) ? { text, next } : { text }));
  };
  return [
    rule('from', ' FROM ', prefixTree(tables.flatMap((table) => entries(table, [table.text])))),
    rule(
      'subquery-from',
      ' FROM ',
      prefixTree(tables.flatMap((table) => entries(table, [table.text, `${table.text} AS ${table.alias}`]))),
    ),
  ];
}

function joinedTables(links: readonly Link[]): GrammarNode {
  return prefixTree(links.map((link) => ({ text: link.added.text, next: reference(link.rule) })));
}

/** Each foreign key twice: adding the table that holds it, and adding the table that it refers to. */
function linksOf(child: NamedTable, tables: readonly NamedTable[]): Link[] {
  return child.table.foreignKeys.flatMap((key, index) => {
    const parent = tables.find((each) => isReferenced(each, key));
    if (!parent) return [];
    const own = key.columns.map(quoteName);
    const referenced = key.referencedColumns.map(quoteName);
    const name = `${child.id}-key${index}`;
    return [
      { rule: `${name}-child`, added: child, other: parent, columns: columnPairs(own, referenced) },
      { rule: `${name}-parent`, added: parent, other: child, columns: columnPairs(referenced, own) },
    ];
  });
}

function isReferenced({ table }: NamedTable, key: ForeignKey): boolean {
  return table.namespace === key.referencedNamespace && table.name === key.referencedTable;
}

function columnPairs(added: readonly string[], other: readonly string[]): ColumnPair[] {
  return added.map((column, index) => ({ added: column, other: must(other[index], 'a key of as many columns') }));
}

/** The added table as itself or under its alias; a key to its own table joins the alias to the table. */
function onConditions(link: Link): GrammarNode {
  const aliased = sequence(` AS ${link.added.alias} ON `, onCondition(link, link.added.alias));
  return link.added === link.other ? aliased : choice(sequence(' ON ', onCondition(link, link.added.text)), aliased);
}

/** Equality of all of the key's columns, either way round. */
function onCondition(link: Link, added: string): GrammarNode {
  const conditions = otherNames(link).flatMap((other) => [
    link.columns.map((pair) => sequence(`${added}.${pair.added} = `, other, `.${pair.other}`)),
    link.columns.map((pair) => sequence(other, `.${pair.other} = ${added}.${pair.added}`)),
  ]);
  return choice(
    ...conditions.map((all) => sequence(...all.flatMap((each, index) => (index > 0 ? [' AND ', each] : [each])))),
  );
}

/** A key of several columns has an option for each name, so that all of its columns take the same one. */
function otherNames({ added, other, columns }: Link): GrammarNode[] {
  if (added === other) return [literal(other.text)];
  return columns.length === 1 ? [reference(`${other.id}-name`)] : [literal(other.text), literal(other.alias)];
}
