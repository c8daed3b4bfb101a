/** Rules for whole statements: WITH, MERGE, questions to the catalogue. */
import { done, type Group, isParenthesised, isSymbol, isWord, type Node } from '../node.ts';
import type { ClauseRule } from '../rules.ts';
import { isName } from '../sources.ts';

/** A WITH query that reads itself says so in Postgres. */
export const recursiveNames: ClauseRule = (nodes) => {
  const at = nodes.findIndex((node) => isWord(node, 'with'));
  const withWord = nodes[at];
  if (!withWord || !(at === 0 || isSymbol(nodes[at - 1], ';')) || isWord(nodes[at + 1], 'recursive')) return nodes;
  const isRecursive = nodes.some((node, index) => {
    const query = nodes.slice(index + 1, index + 4).find((next) => isParenthesised(next) && isQuery(next));
    const isNamed = isName(node) && nodes.slice(index + 1, index + 3).some((next) => isWord(next, 'as'));
    return isNamed && isParenthesised(query) && namesInside(query, node.value.toLowerCase());
  });
  return isRecursive
    ? [...nodes.slice(0, at + 1), done('RECURSIVE', { before: ' ', binds: 'operator' }), ...nodes.slice(at + 1)]
    : nodes;
};

function isQuery({ nodes: [first] }: Group): boolean {
  return isWord(first, 'select', 'with') || isParenthesised(first);
}

function namesInside({ nodes }: Group, name: string): boolean {
  return nodes.some((node, index) => {
    if (node.kind === 'group') return namesInside(node, name);
    return (
      isName(node) &&
      node.value.toLowerCase() === name &&
      (isWord(nodes[index - 1], 'from', 'join') || isSymbol(nodes[index - 1], ','))
    );
  });
}

/** MERGE: what is set is a column of the target, which Postgres does not let one say. */
export const mergeSets: ClauseRule = (nodes) => {
  if (!isWord(nodes[0], 'merge')) return nodes;
  const output: Node[] = [];
  let isSet = false;
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (!node) break;
    if (isWord(node, 'set')) isSet = true;
    if (isWord(node, 'when', 'output')) isSet = false;
    const isTarget = isWord(node, 'by') && isWord(nodes[index + 1], 'target');
    const startsItem = isWord(nodes[index - 1], 'set') || isSymbol(nodes[index - 1], ',');
    const column = nodes[index + 2];
    if (isTarget) {
      index++;
    } else if (isSet && startsItem && isSymbol(nodes[index + 1], '.') && column) {
      output.push({ ...column, before: node.before });
      index += 2;
    } else {
      output.push(node);
    }
  }
  return output;
};

/** Names of SQL Server's own views: there is no telling which of Postgres' would be asked. */
export const catalogueNote: ClauseRule = (nodes, rewriter) => {
  const isAsked = nodes.some(
    (node, index) => isWord(node, 'sys', 'information_schema') && isSymbol(nodes[index + 1], '.'),
  );
  if (isAsked)
    rewriter.note(
      'Questions to the catalogue stay as written: Postgres answers them from pg_catalog and information_schema, in small letters.',
    );
  return nodes;
};
