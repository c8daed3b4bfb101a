import { isSymbol, isWord, type Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { ClauseRule } from '../rules.ts';
import { readJoins, sourceNamed } from '../shared/join-tree.ts';
import { type Assignment, deleteFromSeveral, deleteJoined, updateJoined } from '../shared/row-writes.ts';
import { changedSource, readAssignments, readTail } from '../shared/write-parts.ts';
import { isName } from '../sources.ts';

/**
 * UPDATE a JOIN b ON … SET …, DELETE a FROM a JOIN b ON …, DELETE FROM a USING a JOIN b …, and both with ORDER BY and
 * LIMIT.
 */
export const joinedWrites: ClauseRule = (nodes, rewriter) => {
  if (isWord(nodes[0], 'update')) return joinedUpdate(nodes, rewriter);
  return isWord(nodes[0], 'delete') ? joinedDelete(nodes, rewriter) : nodes;
};

const TAIL = ['where', 'order', 'limit', 'returning'];

function joinedUpdate(nodes: readonly Node[], rewriter: Rewriter): readonly Node[] {
  const [update] = nodes;
  const set = nodes.findIndex((node) => isWord(node, 'set'));
  if (!update || set < 0) return nodes;
  const end = indexOrEnd(nodes, (node, index) => index > set && isWord(node, ...TAIL));
  const joins = readJoins(nodes.slice(1, set).filter((node) => !isWord(node, 'ignore', 'low_priority')));
  const read = readAssignments(nodes.slice(set + 1, endOfStatement(nodes, end)));
  const target = read && changedSource(joins, read, rewriter);
  if (!read || !target) {
    rewriter.note('An UPDATE that changes several tables stays as written: Postgres changes one at a time.');
    return nodes;
  }
  const tail = readTail(nodes.slice(end));
  // One table, all of its rows that match: the same everywhere.
  const ignores = isWord(nodes[1], 'ignore');
  const isPlain = joins.sources.length === 1 && tail.limit.length === 0 && read.qualifiers.size === 0 && !ignores;
  if (ignores) rewriter.note('UPDATE IGNORE becomes UPDATE: a row that clashes is an error in Postgres.');
  if (readsAssigned(read.assignments))
    rewriter.note('SET: MySQL assigns one after the other; in Postgres every value is that of the row as it was.');
  return isPlain ? nodes : updateJoined(update, { target, joins, assignments: read.assignments, tail });
}

/** A value names a column that was assigned before it. */
function readsAssigned(assignments: readonly Assignment[]): boolean {
  const before = new Set<string>();
  return assignments.some(({ column, value }) => {
    const reads = value.some((node) => namesOf(node).some((name) => before.has(name)));
    if (column.kind === 'leaf') before.add(column.value.toLowerCase());
    return reads;
  });
}

function namesOf(node: Node): readonly string[] {
  if (node.kind === 'group') return node.nodes.flatMap(namesOf);
  return isName(node) ? [node.value.toLowerCase()] : [];
}

function joinedDelete(nodes: readonly Node[], rewriter: Rewriter): readonly Node[] {
  const [remove] = nodes;
  const from = nodes.findIndex((node) => isWord(node, 'from'));
  const using = nodes.findIndex((node) => isWord(node, 'using'));
  const end = indexOrEnd(nodes, (node, index) => index > from && isWord(node, ...TAIL));
  const tail = readTail(nodes.slice(end));
  const isUsing = using > from && using < end && isWord(nodes[1], 'from');
  const named = isUsing ? nodes.slice(from + 1, using) : nodes.slice(1, from);
  const names = named.flatMap((node, index) =>
    node.kind === 'leaf' &&
    node.token !== 'symbol' &&
    !isSymbol(named[index + 1], '.') &&
    !isWord(node, 'quick', 'ignore', 'low_priority')
      ? [node.value]
      : [],
  );
  if (!remove || from < 0 || (names.length === 0 && tail.limit.length === 0)) return nodes;
  const joins = readJoins(nodes.slice((isUsing ? using : from) + 1, endOfStatement(nodes, end)));
  const targets = names.length === 0 ? joins.sources.slice(0, 1) : names.map((name) => sourceNamed(joins, name));
  const found = targets.filter((target) => target !== undefined);
  const [target, ...more] = found;
  if (!target || found.length < targets.length) {
    rewriter.note('DELETE names a table that it does not read: it stays as written.');
    return nodes;
  }
  return more.length === 0
    ? deleteJoined(remove, { target, joins, tail })
    : deleteFromSeveral(remove, found, { joins, tail });
}

function indexOrEnd(nodes: readonly Node[], isEnd: (node: Node, index: number) => boolean): number {
  const index = nodes.findIndex(isEnd);
  return index < 0 ? nodes.length : index;
}

function endOfStatement(nodes: readonly Node[], end: number): number {
  return end === nodes.length && isSymbol(nodes.at(-1), ';') ? end - 1 : end;
}
