import { must } from '../../../src/platform/assert.ts';

/** A node and the identifiers of those that have to come before it. */
export interface Dependent {
  readonly id: string;
  readonly needs: ReadonlySet<string>;
}

export interface Order<Node extends Dependent> {
  readonly ordered: readonly Node[];
  /** Nodes that need each other. They stand in `ordered` all the same, the first as if it needed none of them. */
  readonly circular: ReadonlySet<string>;
}

/** Each node after those that it needs, and otherwise in the order given. What is needed and not given is ignored. */
export function inDependencyOrder<Node extends Dependent>(nodes: readonly Node[]): Order<Node> {
  const left = new Map(nodes.map((node) => [node.id, node]));
  const ordered: Node[] = [];
  const circular = new Set<string>();
  /** Those that were looked at and had to wait, each under one that it waits for. */
  const waiting = new Map<string, Node[]>();
  const place = (node: Node): void => {
    // A stack, so that a long chain of waiting nodes does not overrun the call stack.
    const stack = [node];
    for (let next = stack.pop(); next; next = stack.pop()) {
      // Of a cycle, one is placed while it still waits.
      if (!left.has(next.id)) continue;
      const missing = firstMissing(next, left);
      if (missing !== undefined) {
        waiting.set(missing, [...(waiting.get(missing) ?? []), next]);
        continue;
      }
      left.delete(next.id);
      ordered.push(next);
      stack.push(...(waiting.get(next.id) ?? []).toReversed());
      waiting.delete(next.id);
    }
  };
  for (const node of nodes) place(node);
  while (left.size > 0) {
    const cycle = someCycle(must([...left.values()][0], 'a node that is left'), left);
    for (const { id } of cycle) circular.add(id);
    const first = must(
      nodes.find((node) => cycle.includes(node)),
      'a node of the cycle',
    );
    left.delete(first.id);
    ordered.push(first);
    for (const node of waiting.get(first.id) ?? []) place(node);
    waiting.delete(first.id);
  }
  return { ordered, circular };
}

function firstMissing<Node extends Dependent>(
  { id, needs }: Node,
  left: ReadonlyMap<string, Node>,
): string | undefined {
  for (const needed of needs) if (needed !== id && left.has(needed)) return needed;
  return undefined;
}

/** Follows what is missing until something comes again: from there on it is a cycle. */
function someCycle<Node extends Dependent>(start: Node, left: ReadonlyMap<string, Node>): readonly Node[] {
  const path: Node[] = [];
  let node = start;
  while (!path.includes(node)) {
    path.push(node);
    node = must(left.get(must(firstMissing(node, left), 'something to wait for')), 'a node that is left');
  }
  return path.slice(path.indexOf(node));
}
