import type { ForeignKey } from '../schema/model.ts';
import { quoteName } from '../schema/names.ts';
import { type PrefixTreeEntry, prefixTree } from './prefix-tree.ts';
import { choice, type GrammarNode, optional, type Rule, rule, sequence } from './rule-tree.ts';
import { type NamedTable, qualifierEntries, type SchemaNames } from './schema-names.ts';

/** A foreign key seen from the table that a JOIN adds. */
interface Link {
  readonly other: NamedTable;
  /** As SQL text, without their tables. */
  readonly pairs: readonly { readonly added: string; readonly other: string }[];
}

/**
 * JOIN along declared foreign keys alone, in either direction, the added table under its own name or its first alias;
 * null when the tables have no keys. For models that know no other joins: they then cannot invent one.
 */
export function keyJoinRule(names: SchemaNames): Rule | null {
  const entries = names.tables.flatMap((added) => {
    const links = linksOf(added, names);
    return links.length === 0 ? [] : addedEntries(added, links);
  });
  return entries.length === 0 ? null : rule('join', optional(' LEFT'), ' JOIN ', prefixTree(entries));
}

/** A key to the table itself joins its alias to it. */
function addedEntries(added: NamedTable, links: readonly Link[]): PrefixTreeEntry[] {
  const [alias] = added.aliases;
  const others = links.filter(({ other }) => other !== added);
  return [
    ...(others.length > 0 ? [{ text: `${added.text} ON `, next: conditions(added.text, others) }] : []),
    ...(alias === undefined ? [] : [{ text: `${added.text} AS ${alias} ON `, next: conditions(alias, links) }]),
  ];
}

/** Equality of all of a key's columns, either way round. */
function conditions(added: string, links: readonly Link[]): GrammarNode {
  return choice(
    ...links.flatMap(({ other, pairs }) => [
      all(pairs.map((pair) => sequence(`${added}.${pair.added} = `, columnOf(other, pair.other)))),
      all(pairs.map((pair) => sequence(columnOf(other, pair.other), ` = ${added}.${pair.added}`))),
    ]),
  );
}

function all(equalities: readonly GrammarNode[]): GrammarNode {
  return sequence(...equalities.flatMap((each, index) => (index > 0 ? [' AND ', each] : [each])));
}

function columnOf(table: NamedTable, column: string): GrammarNode {
  return prefixTree(qualifierEntries(table, sequence(`.${column}`)));
}

function linksOf(added: NamedTable, { tables }: SchemaNames): Link[] {
  const keys = (child: NamedTable, parent: NamedTable) => child.table.foreignKeys.filter((key) => isTo(key, parent));
  return tables.flatMap((other) => [
    ...keys(added, other).map((key) => ({ other, pairs: pairsOf(key.columns, key.referencedColumns) })),
    ...keys(other, added).map((key) => ({ other, pairs: pairsOf(key.referencedColumns, key.columns) })),
  ]);
}

function isTo(key: ForeignKey, { table }: NamedTable): boolean {
  return key.referencedNamespace === table.namespace && key.referencedTable === table.name;
}

function pairsOf(added: readonly string[], other: readonly string[]): Link['pairs'] {
  return added.map((column, index) => ({ added: quoteName(column), other: quoteName(other[index] ?? column) }));
}
