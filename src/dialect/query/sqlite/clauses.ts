import { NOTHING_KNOWN } from '../known-names.ts';
import { type Group, isSymbol, isWord, type Leaf, type Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { ClauseRule } from '../rules.ts';

/** SQLite reads "a" as a text where no column is called so. */
export const quotedTexts: ClauseRule = (nodes, rewriter) => {
  const [only] = nodes;
  // An argument that is no column of a database that is known.
  if (only && nodes.length === 1 && rewriter.known !== NOTHING_KNOWN && isUnknownName(only, rewriter))
    return [textOf(only)];
  return nodes.map((node, index) => asText(node, nodes[index - 1], nodes[index + 1], rewriter));
};

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
    rewriter.known.spelling(node.value) === undefined
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
