/**
 * UPDATE and DELETE that read more than the table they change, or change a limited number of its rows. Where all joins
 * are inner ones Postgres has FROM and USING for it. Everything else goes by the rows' own addresses (`ctid`), which
 * every table has: the statement reads as it was written, inside a subquery that gives the addresses.
 */
import { done, isSymbol, isWord, type Node } from '../node.ts';
import { inParentheses, leaf, list, spaced, word } from './build-nodes.ts';
import type { JoinedSource, JoinTree } from './join-tree.ts';

const EQUALS = leaf('=', 'symbol');

/** What stands behind the tables of an UPDATE or a DELETE. */
export interface WriteTail {
  /** Without the word WHERE. */
  readonly where: readonly Node[];
  /** ORDER BY … LIMIT …, as Postgres writes it. */
  readonly limit: readonly Node[];
  /** RETURNING …. */
  readonly returning: readonly Node[];
}

/** `column = value` of SET; the column without the name of its table. */
export interface Assignment {
  readonly column: Node;
  readonly value: readonly Node[];
}

export function updateJoined(
  update: Node,
  { target, joins, assignments, tail }: JoinedWrite & { readonly assignments: readonly Assignment[] },
): readonly Node[] {
  const others = joins.sources.filter((source) => source !== target);
  if (joins.isInner && tail.limit.length === 0) {
    return [
      update,
      ...target.nodes,
      word('SET'),
      ...list(assignments.map(({ column, value }) => [column, EQUALS, ...value])),
      ...(others.length > 0 ? [word('FROM'), ...list(others.map(({ nodes }) => nodes))] : []),
      ...where(joinConditions(joins, tail)),
      ...tail.returning,
    ];
  }
  // A literal takes the type of its column only where it is assigned itself.
  const isLiteral = ({ value: [only, ...more] }: Assignment) =>
    more.length === 0 && only?.kind === 'leaf' && ['string', 'number'].includes(only.token);
  const computed = assignments.filter((assignment) => !isLiteral(assignment));
  const sets = assignments.map((assignment) => [
    assignment.column,
    EQUALS,
    ...(isLiteral(assignment) ? assignment.value : [word(`changed.new_${computed.indexOf(assignment) + 1}`)]),
  ]);
  const values = computed.map(({ value }, index) => [...value, word(`AS new_${index + 1}`)]);
  return [
    update,
    ...target.table,
    word('AS target'),
    word('SET'),
    ...list(sets),
    word('FROM'),
    inParentheses([
      word('SELECT'),
      ...list([[...addressOf(target), word('AS row_id')], ...values]),
      leaf('FROM'),
      ...spaced(joins.nodes),
      ...where(tail.where),
      ...tail.limit,
    ]),
    word('AS changed'),
    word('WHERE'),
    word('target.ctid = changed.row_id'),
    ...tail.returning,
  ];
}

/** @param remove the word DELETE, which begins what is written */
export function deleteJoined(remove: Node, { target, joins, tail }: JoinedWrite): readonly Node[] {
  const others = joins.sources.filter((source) => source !== target);
  if (joins.isInner && others.length > 0 && tail.limit.length === 0) {
    return [
      remove,
      word('FROM'),
      ...spaced(target.nodes),
      word('USING'),
      ...list(others.map(({ nodes }) => nodes)),
      ...where(joinConditions(joins, tail)),
      ...tail.returning,
    ];
  }
  return [
    remove,
    word('FROM'),
    ...spaced(target.table),
    word('WHERE'),
    word('ctid IN'),
    inParentheses(addressQuery({ target, joins, tail })),
    ...tail.returning,
  ];
}

/** Rows of several tables: all are found before the first is gone. */
export function deleteFromSeveral(
  remove: Node,
  targets: readonly JoinedSource[],
  write: Omit<JoinedWrite, 'target'>,
): readonly Node[] {
  const last = targets.at(-1);
  if (!last) return [remove];
  const plain = { ...write, joins: { ...write.joins, isInner: false } };
  const parts = targets
    .slice(0, -1)
    .map((target, index): readonly Node[] => [
      word(`gone_${index + 1}`),
      word('AS'),
      inParentheses(deleteJoined(word('DELETE'), { ...plain, target })),
    ]);
  return [
    done('WITH', { before: remove.before, binds: 'operator' }),
    ...list(parts),
    ...deleteJoined(word('DELETE'), { ...plain, target: last }),
  ];
}

export interface JoinedWrite {
  readonly target: JoinedSource;
  readonly joins: JoinTree;
  readonly tail: WriteTail;
}

function addressQuery({ target, joins, tail }: JoinedWrite): readonly Node[] {
  return [
    word('SELECT'),
    ...addressOf(target),
    leaf('FROM'),
    ...spaced(joins.nodes),
    ...where(tail.where),
    ...tail.limit,
  ];
}

function addressOf({ name }: JoinedSource): readonly Node[] {
  return name
    ? [
        { ...name, before: ' ' },
        { ...leaf('.', 'symbol'), before: '' },
        { ...leaf('ctid'), before: '' },
      ]
    : [word('ctid')];
}

function joinConditions({ sources }: JoinTree, tail: WriteTail): readonly Node[] {
  const conditions = [...sources.map(({ on }) => on), tail.where].filter((condition) => condition.length > 0);
  if (conditions.length < 2) return conditions.flat();
  return conditions.flatMap((condition, index): readonly Node[] => {
    // AND binds closer than OR: whatever is in there stays together.
    const isSimple = !condition.some((node) => isWord(node, 'or', 'xor', 'between') || isSymbol(node, '||'));
    const part = isSimple ? spaced(condition) : [inParentheses(condition)];
    return index === 0 ? part : [leaf('AND'), ...part];
  });
}

function where(condition: readonly Node[]): readonly Node[] {
  return condition.length === 0 ? [] : [leaf('WHERE'), ...spaced(condition)];
}
