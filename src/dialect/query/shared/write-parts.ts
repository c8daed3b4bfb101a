import { isSymbol, isWord, type Node, splitAtCommas } from '../node.ts';
import type { Rewriter } from '../rewriter.ts';
import { isName } from '../sources.ts';
import { inParentheses } from './build-nodes.ts';
import type { JoinedSource, JoinTree } from './join-tree.ts';
import { sourceNamed } from './join-tree.ts';
import type { Assignment, WriteTail } from './row-writes.ts';

/** @param nodes from WHERE, ORDER BY or LIMIT on */
export function readTail(nodes: readonly Node[]): WriteTail {
  const end = isSymbol(nodes.at(-1), ';') ? nodes.length - 1 : nodes.length;
  const at = (words: readonly string[]) => {
    const index = nodes.findIndex(
      (node) => isWord(node, ...words) || (node.kind === 'done' && words.includes(node.text.toLowerCase())),
    );
    return index < 0 ? end : index;
  };
  const returning = at(['returning']);
  const limit = Math.min(at(['order', 'limit']), returning);
  const where = isWord(nodes[0], 'where') ? nodes.slice(1, limit) : [];
  return { where, limit: nodes.slice(limit, returning), returning: nodes.slice(returning, end) };
}

interface ReadAssignments {
  readonly assignments: readonly Assignment[];
  /** What the changed columns are qualified with, in lower case. */
  readonly qualifiers: ReadonlySet<string>;
  /** `total += 1`. */
  readonly hasOperators: boolean;
}

/** `a.total = 1, name = 'x'`; undefined where it is written in another way. */
export function readAssignments(nodes: readonly Node[]): ReadAssignments | undefined {
  const qualifiers = new Set<string>();
  const assignments: Assignment[] = [];
  let hasOperators = false;
  for (const item of splitAtCommas(nodes)) {
    const equals = item.findIndex((node) => isSymbol(node, '='));
    // T-SQL: `total += 1`.
    const operator = isSymbol(item[equals - 1], '+', '-', '*', '/', '%', '&', '|', '^') ? item[equals - 1] : undefined;
    const name = item.slice(0, operator ? equals - 1 : equals);
    const column = name.at(-1);
    if (equals < 1 || !isName(column)) return undefined;
    const qualifier = name.at(-3);
    if (qualifier?.kind === 'leaf') qualifiers.add(qualifier.value.toLowerCase());
    hasOperators ||= operator !== undefined;
    const right = item.slice(equals + 1);
    const value = operator ? [...name, operator, right.length === 1 ? right : inParentheses(right)].flat() : right;
    assignments.push({ column: { ...column, before: ' ' }, value });
  }
  return { assignments, qualifiers, hasOperators };
}

/** The table that SET changes; undefined where it changes several. */
export function changedSource(
  joins: JoinTree,
  { assignments, qualifiers }: ReadAssignments,
  rewriter: Rewriter,
): JoinedSource | undefined {
  const [qualifier, ...more] = qualifiers;
  if (more.length > 0) return undefined;
  if (qualifier !== undefined) return sourceNamed(joins, qualifier);
  const names = assignments.flatMap(({ column }) => (column.kind === 'leaf' ? [column.value.toLowerCase()] : []));
  const has = ({ table }: JoinedSource) => {
    const last = table.at(-1);
    const known = last?.kind === 'leaf' ? rewriter.known.table(last.value) : undefined;
    return names.every((name) => known?.columns.some((column) => column.name.toLowerCase() === name));
  };
  return joins.sources.find(has) ?? joins.sources[0];
}
