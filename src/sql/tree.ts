/** Small readers of libpg-query's trees, in which a node is an object with one key, its kind: `{ A_Const: { … } }`. */
import type { A_Const, Node } from 'libpg-query';

type NodeKind = Node extends infer Each ? (Each extends unknown ? keyof Each : never) : never;
type NodeOf<Kind extends NodeKind> = Extract<Node, Readonly<Record<Kind, unknown>>>;

/** What `node` holds, where Postgres' grammar lets it be of one kind only. */
export function under<Kind extends NodeKind>(node: Node | undefined, kind: Kind): NodeOf<Kind>[Kind] {
  if (!node || !(kind in node)) throw new Error(`expected ${kind} instead of ${node && kindOf(node)}`);
  return (node as NodeOf<Kind>)[kind];
}

/** A statement that writes, MERGE aside. */
export type WriteNode = Extract<Node, { InsertStmt: unknown } | { UpdateStmt: unknown } | { DeleteStmt: unknown }>;

export function isWrite(node: Node): node is WriteNode {
  return 'InsertStmt' in node || 'UpdateStmt' in node || 'DeleteStmt' in node;
}

/** Every node under `value`, outermost first. What lies under a node for which `visit` returns false is left out. */
export function walk(value: unknown, visit: (node: Node) => boolean): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value) && !visit(value)) return;
  for (const inner of Object.values(value)) walk(inner, visit);
}

/** Fields are in lower case, kinds are not; an empty object stands for nothing at all. */
function isNode(value: object): value is Node {
  const keys = Object.keys(value);
  return keys.length === 1 && /^[A-Z]/.test(keys[0] ?? '');
}

/** Equal for trees that were read from the same tokens, wherever they stood. */
export function textOf(tree: unknown): string {
  return JSON.stringify(tree, (key, value) => (/(?:^|_)location$|^rexpr_list_|^list_/.test(key) ? undefined : value));
}

/** The kind of a node: `SelectStmt`. */
export function kindOf(node: Node): string {
  return Object.keys(node)[0] ?? '';
}

/** What a list of names holds: `['pg_catalog', 'substring']`. */
export function namesIn(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).map(nameIn);
}

export function nameIn(node: Node | undefined): string {
  return node && 'String' in node ? (node.String.sval ?? '') : '';
}

/** The whole number that a constant is, or null. */
export function integerIn(constant: A_Const): number | null {
  return constant.ival ? (constant.ival.ival ?? 0) : null;
}

export function itemsOf(node: Node | undefined): readonly Node[] {
  return node && 'List' in node ? (node.List.items ?? []) : [];
}

/** A function of Postgres itself, as the parser names those that have a syntax of their own. */
export function isSystemFunction(names: readonly string[], name: string): boolean {
  return names.length === 2 && names[0] === 'pg_catalog' && names[1] === name;
}
