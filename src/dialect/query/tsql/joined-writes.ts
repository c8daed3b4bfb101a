import { isParenthesised, isSymbol, isWord, type Node } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import type { ClauseRule } from '../rules.ts';
import { inParentheses, leaf, word } from '../shared/build-nodes.ts';
import { type JoinTree, readJoins, sourceNamed } from '../shared/join-tree.ts';
import { deleteJoined, updateJoined } from '../shared/row-writes.ts';
import { readAssignments, readTail } from '../shared/write-parts.ts';
import { sourcesOf } from '../sources.ts';

/** UPDATE alias SET … FROM table alias JOIN …, DELETE alias FROM …, and both with TOP (n). */
export const joinedWrites: ClauseRule = (nodes, rewriter) => {
  if (isWord(nodes[0], 'update')) return joinedUpdate(nodes, rewriter);
  if (isWord(nodes[0], 'delete')) return joinedDelete(nodes, rewriter);
  return isWord(nodes[0], 'with') ? writeThroughName(nodes, rewriter) : nodes;
};

function joinedUpdate(nodes: readonly Node[], rewriter: Rewriter): readonly Node[] {
  const [update] = nodes;
  const { top, start } = readTop(nodes);
  const set = nodes.findIndex((node) => isWord(node, 'set'));
  if (!update || set < start) return nodes;
  const from = indexOrEnd(nodes, set, ['from']);
  const tailAt = indexOrEnd(nodes, set, ['where', 'returning']);
  const read = readAssignments(nodes.slice(set + 1, Math.min(from, tailAt)));
  const tail = withTop(nodes.slice(tailAt), top);
  const own = nodes.slice(start, set);
  const joins = readJoins(from < tailAt ? nodes.slice(from + 1, tailAt) : own);
  const target = sourceNamed(joins, lastName(own));
  if (!read) return noted(nodes, rewriter, 'UPDATE … SET @variable stays as written: Postgres has no such variables.');
  // One table, all of its rows that match: the same everywhere.
  const isPlain = from >= tailAt && !top && read.qualifiers.size === 0 && !read.hasOperators;
  if (isPlain) return nodes;
  // Only other tables are named: Postgres reads that as it is.
  if (!target) return [update, ...own, leaf('SET'), ...nodes.slice(set + 1)];
  return updateJoined(update, { target, joins, assignments: read.assignments, tail });
}

function joinedDelete(nodes: readonly Node[], rewriter: Rewriter): readonly Node[] {
  const [remove] = nodes;
  const { top, start } = readTop(nodes);
  const nameAt = isWord(nodes[start], 'from') ? start + 1 : start;
  const from = indexOrEnd(nodes, nameAt, ['from']);
  const tailAt = indexOrEnd(nodes, nameAt, ['where', 'returning']);
  const own = nodes.slice(nameAt, Math.min(from, tailAt)).filter((node) => !isSymbol(node, ';'));
  const tail = withTop(nodes.slice(tailAt), top);
  if (!remove || own.length === 0) return nodes;
  const isJoined = from < tailAt;
  if (!isJoined && tail.limit.length === 0)
    return [
      remove,
      word('FROM'),
      ...own.map((node, index) => (index === 0 ? { ...node, before: ' ' } : node)),
      ...nodes.slice(tailAt),
    ];
  const joins: JoinTree = readJoins(isJoined ? nodes.slice(from + 1, tailAt) : own);
  const target = sourceNamed(joins, lastName(own));
  if (!target) return noted(nodes, rewriter, 'DELETE names a table that it does not read: it stays as written.');
  return deleteJoined(remove, { target, joins, tail });
}

/** WITH rows AS (SELECT …, ROW_NUMBER() … FROM t) DELETE FROM rows WHERE …: the rows are those of t. */
function writeThroughName(nodes: readonly Node[], rewriter: Rewriter): readonly Node[] {
  const at = nodes.findIndex((node) => isWord(node, 'delete', 'update'));
  if (at < 0) return nodes;
  const written = isWord(nodes[at], 'delete') ? joinedDelete(nodes.slice(at), rewriter) : nodes.slice(at);
  const nameAt = isWord(written[1], 'from') || (written[1]?.kind === 'done' && written[1].text === 'FROM') ? 2 : 1;
  const name = written[nameAt];
  const queryAt = nodes.findIndex(
    (node, index) =>
      name?.kind === 'leaf' &&
      node.kind === 'leaf' &&
      node.value.toLowerCase() === name.value.toLowerCase() &&
      isWord(nodes[index + 1], 'as') &&
      isParenthesised(nodes[index + 2]),
  );
  const query = nodes[queryAt + 2];
  if (queryAt < 0 || queryAt > at || !isParenthesised(query) || name?.kind !== 'leaf')
    return [...nodes.slice(0, at), ...joined(nodes.slice(at), rewriter)];
  const [source, ...more] = sourcesOf(query.nodes);
  const select = query.nodes.findIndex((node) => isWord(node, 'select'));
  const isPlain =
    source?.table !== undefined &&
    more.length === 0 &&
    select === 0 &&
    !query.nodes.some((node) => isWord(node, 'group', 'distinct', 'union'));
  if (!isPlain || source.table === undefined || !isWord(nodes[at], 'delete'))
    return noted(
      nodes,
      rewriter,
      'Changing rows through the name of a WITH query stays as written: name the table itself, by its key.',
    );
  const marked = {
    ...query,
    nodes: [
      ...query.nodes.slice(0, 1),
      leaf(source.name),
      { ...leaf('.', 'symbol'), before: '' },
      { ...leaf('ctid'), before: '' },
      word('AS row_id'),
      { ...leaf(',', 'symbol'), before: '' },
      ...query.nodes.slice(1),
    ],
  };
  const tail = written.slice(nameAt + 1);
  return [
    ...nodes.slice(0, queryAt + 2),
    marked,
    ...nodes.slice(queryAt + 3, at),
    { ...leaf('DELETE'), before: nodes[at]?.before ?? ' ' },
    leaf('FROM'),
    leaf(source.table),
    word('WHERE ctid IN'),
    inParentheses([leaf('SELECT'), word('row_id'), leaf('FROM'), { ...name, before: ' ' }, ...tail]),
  ];
}

function joined(nodes: readonly Node[], rewriter: Rewriter): readonly Node[] {
  return isWord(nodes[0], 'update') ? joinedUpdate(nodes, rewriter) : joinedDelete(nodes, rewriter);
}

function readTop(nodes: readonly Node[]): { readonly top: Node | undefined; readonly start: number } {
  return isWord(nodes[1], 'top') ? { top: nodes[2], start: 3 } : { top: undefined, start: 1 };
}

function withTop(nodes: readonly Node[], top: Node | undefined) {
  const tail = readTail(nodes);
  return top ? { ...tail, limit: [...tail.limit, leaf('LIMIT'), { ...top, before: ' ' }] } : tail;
}

function lastName(nodes: readonly Node[]): string {
  const last = nodes.findLast((node) => node.kind === 'leaf' && node.token !== 'symbol');
  return last?.kind === 'leaf' ? last.value : '';
}

function indexOrEnd(nodes: readonly Node[], after: number, words: readonly string[]): number {
  const index = nodes.findIndex((node, place) => place > after && isWord(node, ...words));
  return index < 0 ? nodes.length : index;
}

function noted(nodes: readonly Node[], rewriter: Rewriter, note: string): readonly Node[] {
  rewriter.note(note);
  return nodes;
}
