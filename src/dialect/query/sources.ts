import { isParenthesised, isSymbol, isWord, type Leaf, type Node } from './node.ts';
import { isGrammarWord } from './words.ts';

/** A table of FROM, JOIN, UPDATE or DELETE, and what the statement calls it. */
export interface Source {
  /** As written, without the schema; undefined for subqueries and functions. */
  readonly table: string | undefined;
  /** What its columns are qualified with, in lower case. */
  readonly alias: string;
  /** The same as it is written. */
  readonly name: string;
  /** Rows without a match on the other side of an outer join give NULL in all of its columns. */
  readonly isOptional: boolean;
}

/** The sources that a list of nodes names itself; those of subqueries are theirs. */
export function sourcesOf(nodes: readonly Node[]): readonly Source[] {
  const sources: Source[] = [];
  let isInFrom = false;
  let othersAreOptional = false;
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (isWord(node, 'where', 'group', 'order', 'having', 'set', 'select', 'on', 'union', 'limit')) isInFrom = false;
    const isApply = isWord(node, 'apply');
    const opens = isWord(node, 'from', 'join', 'update') || isApply;
    if (!opens && !(isInFrom && isSymbol(node, ','))) continue;
    isInFrom = true;
    const before = nodes.slice(Math.max(0, index - 2), index);
    if (isWord(node, 'join') && before.some((word) => isWord(word, 'right', 'full'))) othersAreOptional = true;
    const isOptional =
      before.some((word) => isWord(word, 'left', 'full')) || (isApply && isWord(before.at(-1), 'outer'));
    const source = sourceAt(nodes, index + 1);
    if (source) sources.push({ ...source, isOptional });
  }
  return othersAreOptional ? sources.map((source) => ({ ...source, isOptional: true })) : sources;
}

function sourceAt(nodes: readonly Node[], start: number): Omit<Source, 'isOptional'> | undefined {
  let at = start;
  while (isWord(nodes[at], 'lateral', 'only')) at++;
  let table: string | undefined;
  if (isParenthesised(nodes[at])) {
    at++;
  } else {
    const first = nodes[at];
    if (!isName(first)) return undefined;
    let last = first;
    at++;
    while (isSymbol(nodes[at], '.')) {
      const next = nodes[at + 1];
      if (isName(next)) last = next;
      at += isName(next) ? 2 : 1;
    }
    table = written(last);
    if (isParenthesised(nodes[at])) {
      table = undefined;
      at++;
    }
  }
  if (isWord(nodes[at], 'as')) at++;
  const alias = nodes[at];
  const name = isName(alias) ? written(alias) : table;
  return name === undefined ? undefined : { table, name, alias: name.toLowerCase() };
}

/** A name without its quotes, capitals and all. */
export function written({ token, text, value }: Leaf): string {
  return token === 'word' ? text : value;
}

export function isName(node: Node | undefined): node is Leaf {
  if (node?.kind !== 'leaf') return false;
  return node.token === 'name' || (node.token === 'word' && !isGrammarWord(node.value));
}

/** Stands for every source: where sums of sums are asked for, the rows of those have NULL in what is grouped. */
export const ALL_SOURCES = '*';

/** Names of all sources of a statement, subqueries included, that an outer join may fill with NULLs. */
export function optionalSources(statement: readonly Node[]): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting: (readonly Node[])[] = [statement];
  for (let nodes = waiting.pop(); nodes; nodes = waiting.pop()) {
    for (const { alias, isOptional } of sourcesOf(nodes)) if (isOptional) names.add(alias);
    for (const node of nodes) {
      if (node.kind === 'group') waiting.push(node.nodes);
      else if (isWord(node, 'rollup', 'cube', 'sets')) names.add(ALL_SOURCES);
    }
  }
  return names;
}
