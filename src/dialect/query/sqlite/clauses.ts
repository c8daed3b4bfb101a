import { NOTHING_KNOWN } from '../known-names.ts';
import { type Group, isParenthesised, isSymbol, isWord, type Leaf, type Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { ClauseRule } from '../rules.ts';
import { sourcesOf } from '../sources.ts';

/** SQLite reads "a" as a text where no column is called so. */
export const quotedTexts: ClauseRule = (nodes, rewriter) => {
  const [only] = nodes;
  // An argument that is no column of a database that is known.
  if (only && nodes.length === 1 && rewriter.known !== NOTHING_KNOWN && isUnknownName(only, rewriter))
    return [textOf(only)];
  const results = resultsOfKnownTables(nodes, rewriter);
  return nodes.map((node, index) =>
    results.has(index) && isUnknownName(node, rewriter)
      ? textOf(node)
      : asText(node, nodes[index - 1], nodes[index + 1], rewriter),
  );
};

/**
 * Places in `SELECT a, "b" FROM t` where one name is a result by itself; none unless the columns of every table are
 * known.
 */
function resultsOfKnownTables(nodes: readonly Node[], rewriter: Rewriter): ReadonlySet<number> {
  const places = new Set<number>();
  if (rewriter.known === NOTHING_KNOWN || !isWord(nodes[0], 'select')) return places;
  const isKnown = (table: string | undefined) => table !== undefined && rewriter.known.table(table) !== undefined;
  const from = nodes.findIndex((node) => isWord(node, 'from'));
  const readsQuery = nodes.some(
    (node, index) =>
      from >= 0 &&
      index > from &&
      isParenthesised(node) &&
      (isWord(nodes[index - 1], 'from', 'join') || isSymbol(nodes[index - 1], ',')),
  );
  if (readsQuery || !sourcesOf(nodes).every(({ table }) => isKnown(table))) return places;
  for (let index = 1; index < (from < 0 ? nodes.length : from); index++) {
    const begins = isWord(nodes[index - 1], 'select', 'distinct', 'all') || isSymbol(nodes[index - 1], ',');
    const next = nodes[index + 1];
    if (begins && (next === undefined || isSymbol(next, ',', ';') || isWord(next, 'from', 'as'))) places.add(index);
  }
  return places;
}

const ROW_NUMBERS = /^(?:rowid|_rowid_|oid)$/i;
const COMPARISONS = ['=', '==', '<>', '!=', '<', '>', '<=', '>='];

function asText(node: Node, previous: Node | undefined, next: Node | undefined, rewriter: Rewriter): Node {
  const isCompared = isSymbol(previous, ...COMPARISONS) || isWord(previous, 'like', 'glob', 'regexp');
  if (isCompared && !isSymbol(next, '.') && isUnknownName(node, rewriter)) return textOf(node);
  if (node.kind === 'group' && isWord(previous, 'in') && isListOfTexts(node, rewriter)) {
    return { ...node, nodes: node.nodes.map((item) => (isUnknownName(item, rewriter) ? textOf(item) : item)) };
  }
  return node;
}

function isUnknownName(node: Node, rewriter: Rewriter): node is Leaf {
  return (
    node.kind === 'leaf' &&
    node.token === 'name' &&
    node.text.startsWith('"') &&
    rewriter.known.spelling(node.value) === undefined &&
    !ROW_NUMBERS.test(node.value)
  );
}

function isListOfTexts({ nodes }: Group, rewriter: Rewriter): boolean {
  return nodes.every((node) => isSymbol(node, ',') || isUnknownName(node, rewriter));
}

function textOf(leaf: Leaf): Leaf {
  return { ...leaf, token: 'string' };
}

/** INDEXED BY name, NOT INDEXED. */
export const withoutIndexHints: ClauseRule = (nodes) => {
  const index = nodes.findIndex((node) => isWord(node, 'indexed'));
  if (index < 0) return nodes;
  const isNot = isWord(nodes[index - 1], 'not');
  const start = isNot ? index - 1 : index;
  const end = isNot ? index + 1 : index + 3;
  return [...nodes.slice(0, start), ...nodes.slice(end)];
};

/** LIMIT -1 is no limit. */
export const withoutNegativeLimit: ClauseRule = (nodes) => {
  const limit = nodes.findLastIndex((node) => isWord(node, 'limit'));
  if (limit < 0 || !isSymbol(nodes[limit + 1], '-')) return nodes;
  return [...nodes.slice(0, limit), ...nodes.slice(limit + 3)];
};

/** What has no equal. */
export const notesOfClauses: ClauseRule = (nodes, rewriter) => {
  if (nodes.some((node) => isWord(node, 'sqlite_master', 'sqlite_schema')))
    rewriter.note('sqlite_master stays as written: Postgres lists its tables in information_schema.tables.');
  if (isWord(nodes[0], 'update') && isWord(nodes[1], 'or'))
    rewriter.note('UPDATE OR … stays as written: Postgres refuses the whole UPDATE where a row clashes.');
  return nodes;
};
