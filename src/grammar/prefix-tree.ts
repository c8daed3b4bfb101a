import { choice, type GrammarNode, literal, optional, sequence } from './rule-tree.ts';

/** A text and, where there is one, what follows it. Give entries with the same continuation the same node. */
export interface PrefixTreeEntry {
  readonly text: string;
  readonly next?: GrammarNode;
}

interface Branch {
  readonly children: Map<string, Branch>;
  readonly continuations: GrammarNode[];
  /** Some entry ends here and nothing follows it. */
  ends: boolean;
}

/**
 * A choice between texts with common beginnings written once: `name | names` becomes `"name" "s"?`.
 * llama.cpp follows every option that is still open one by one, so fewer of them is time saved at each token.
 * Splits between code points, never inside one. Entries must not be empty as a list or as a text.
 */
export function prefixTree(entries: readonly PrefixTreeEntry[]): GrammarNode {
  const root = newBranch();
  for (const entry of entries) {
    let branch = root;
    for (const character of entry.text) branch = childOf(branch, character);
    if (entry.next) branch.continuations.push(entry.next);
    else branch.ends = true;
  }
  return choice(...childNodes(root));
}

export function textChoice(texts: readonly string[]): GrammarNode {
  return prefixTree(texts.map((text) => ({ text })));
}

function newBranch(): Branch {
  return { children: new Map(), continuations: [], ends: false };
}

function childOf(branch: Branch, character: string): Branch {
  const known = branch.children.get(character);
  if (known) return known;
  const child = newBranch();
  branch.children.set(character, child);
  return child;
}

function childNodes(branch: Branch): GrammarNode[] {
  return Array.from(branch.children, (child) => {
    const [text, end] = longest(child);
    const rest = restNode(end);
    return rest ? sequence(literal(text), rest) : literal(text);
  });
}

/** The text down to the next branch where something ends or parts, and that branch. */
function longest([character, child]: [string, Branch]): [string, Branch] {
  let text = character;
  let end = child;
  for (let next = onlyChild(end); next; next = onlyChild(end)) {
    text += next[0];
    end = next[1];
  }
  return [text, end];
}

/** The one child of a branch where nothing ends, which can be written into the same literal. */
function onlyChild(branch: Branch): [string, Branch] | undefined {
  if (branch.ends || branch.continuations.length > 0 || branch.children.size !== 1) return undefined;
  const [child] = branch.children;
  return child;
}

function restNode(branch: Branch): GrammarNode | undefined {
  const skippable = skippableText(branch);
  if (skippable) return sequence(optional(skippable.text), skippable.next);
  const options = [...branch.continuations, ...childNodes(branch)];
  if (options.length === 0) return undefined;
  return branch.ends ? optional(choice(...options)) : choice(...options);
}

/** The text of the only child when what follows it also follows without it, as in `"orders" "2"? next`. */
function skippableText(branch: Branch): { text: string; next: GrammarNode } | undefined {
  const [next, other] = branch.continuations;
  const [child, otherChild] = branch.children;
  if (!next || other || !child || otherChild || branch.ends) return undefined;
  const [text, end] = longest(child);
  const isSame =
    end.continuations.length === 1 && end.continuations[0] === next && end.children.size === 0 && !end.ends;
  return isSame ? { text, next } : undefined;
}
