import { isParenthesised, isSymbol, isWord, type Leaf, type Node } from '../node.ts';
import { isName } from '../sources.ts';

/** A table of FROM and the condition that joins it to those before it. */
export interface JoinedSource {
  /** As written, its alias included. */
  readonly nodes: readonly Node[];
  /** Without its alias. */
  readonly table: readonly Node[];
  /** What its columns are qualified with; undefined for a subquery that has no name. */
  readonly name: Leaf | undefined;
  readonly on: readonly Node[];
}

export interface JoinTree {
  readonly nodes: readonly Node[];
  readonly sources: readonly JoinedSource[];
  /** Rows without a match are left out everywhere, and every condition is written with ON. */
  readonly isInner: boolean;
}

const JOIN_WORDS = ['join', 'inner', 'left', 'right', 'full', 'cross', 'natural', 'outer', 'apply', 'straight_join'];
const PLAIN_WORDS = ['join', 'inner', 'cross', 'straight_join'];

/** What stands behind FROM, or in MySQL between UPDATE and SET. */
export function readJoins(nodes: readonly Node[]): JoinTree {
  const sources: JoinedSource[] = [];
  let isInner = true;
  let index = 0;
  while (index < nodes.length) {
    while (isJoinWord(nodes, index) || isSymbol(nodes[index], ',')) {
      if (!isSymbol(nodes[index], ',') && !isWord(nodes[index], ...PLAIN_WORDS))
        isInner = isHint(nodes[index]) && isInner;
      if (isWord(nodes[index + 1], 'apply')) isInner = false;
      index++;
    }
    const start = index;
    while (
      index < nodes.length &&
      !isJoinWord(nodes, index) &&
      !isWord(nodes[index], 'on', 'using') &&
      !isSymbol(nodes[index], ',')
    )
      index++;
    const source = nodes.slice(start, index);
    if (isWord(nodes[index], 'using')) isInner = false;
    const isConditional = isWord(nodes[index], 'on', 'using');
    if (isConditional) index++;
    const from = index;
    if (isConditional)
      while (index < nodes.length && !isJoinWord(nodes, index) && !isSymbol(nodes[index], ',')) index++;
    sources.push({ ...readSource(source), on: nodes.slice(from, index) });
    // What is neither a source nor a condition: not understood.
    if (index === start) index++;
  }
  return { nodes, sources, isInner };
}

/** STRAIGHT_JOIN is written as JOIN by now. */
function isHint(node: Node | undefined): boolean {
  return node?.kind === 'done' && node.text === 'JOIN';
}

function isJoinWord(nodes: readonly Node[], index: number): boolean {
  // LEFT(name, 3) is a function.
  return (isWord(nodes[index], ...JOIN_WORDS) && !isFunction(nodes, index)) || isHint(nodes[index]);
}

function isFunction(nodes: readonly Node[], index: number): boolean {
  return isWord(nodes[index], 'left', 'right') && isParenthesised(nodes[index + 1]);
}

function readSource(nodes: readonly Node[]): Omit<JoinedSource, 'on'> {
  let end = 1;
  while (isSymbol(nodes[end], '.')) end += 2;
  const table = nodes.slice(0, end);
  const alias = nodes.slice(end).find((node) => isName(node));
  const last = table.at(-1);
  return { nodes, table, name: isName(alias) ? alias : isName(last) ? last : undefined };
}

/** The source that a statement calls so: by its alias, or else by its name. */
export function sourceNamed({ sources }: JoinTree, name: string): JoinedSource | undefined {
  const key = name.toLowerCase();
  return (
    sources.find((source) => source.name?.value.toLowerCase() === key) ??
    sources.find(({ table }) => {
      const last = table.at(-1);
      return last?.kind === 'leaf' && last.value.toLowerCase() === key;
    })
  );
}
