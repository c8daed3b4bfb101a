/**
 * A context-free grammar as data: small immutable nodes that the printers write as text and the recogniser runs.
 * Nothing here knows SQL.
 */
import { assert } from '../platform/assert.ts';

export type GrammarNode = LiteralNode | ClassNode | ReferenceNode | SequenceNode | ChoiceNode | RepeatNode;

/** Exactly this text; never empty. */
export interface LiteralNode {
  readonly kind: 'literal';
  readonly text: string;
}

/**
 * One code point inside the ranges, or outside all of them when `negated`. The ranges themselves are ASCII: xgrammar
 * 0.1.27 takes any ASCII character for `[é-ü]` and no other, while `[^a-z]` lets all of Unicode in.
 */
export interface ClassNode {
  readonly kind: 'class';
  readonly ranges: readonly CodePointRange[];
  readonly negated: boolean;
}

/** Both ends belong to the range. */
export interface CodePointRange {
  readonly from: number;
  readonly to: number;
}

export interface ReferenceNode {
  readonly kind: 'reference';
  readonly rule: string;
}

interface SequenceNode {
  readonly kind: 'sequence';
  readonly items: readonly GrammarNode[];
}

interface ChoiceNode {
  readonly kind: 'choice';
  readonly options: readonly GrammarNode[];
}

/** Larger bounds than these are avoided on purpose: they are what makes a grammar slow to compile. */
export interface RepeatNode {
  readonly kind: 'repeat';
  readonly item: GrammarNode;
  readonly times: '?' | '*' | '+';
}

export interface Rule {
  /** Lower-case letters, digits and dashes, which both printed dialects take. */
  readonly name: string;
  readonly body: GrammarNode;
}

export interface Grammar {
  readonly root: string;
  /** Every rule that `root` reaches and no other, in the order they were given. */
  readonly rules: readonly Rule[];
}

export function literal(text: string): LiteralNode {
  assert(text !== '', 'a literal with text');
  return Object.freeze({ kind: 'literal', text });
}

/** Each span is one ASCII character (`_`) or two with a dash between (`a-z`). */
export function charClass(...spans: readonly string[]): ClassNode {
  return Object.freeze({ kind: 'class', ranges: Object.freeze(spans.map(toRange)), negated: false });
}

/** Any code point but those of the spans, which are written as for `charClass`. */
export function charClassExcept(...spans: readonly string[]): ClassNode {
  return Object.freeze({ kind: 'class', ranges: Object.freeze(spans.map(toRange)), negated: true });
}

export function reference(rule: string): ReferenceNode {
  return Object.freeze({ kind: 'reference', rule });
}

/** What stands one after the other. A string is a literal; a sequence of one is that one. */
export function sequence(...parts: readonly (GrammarNode | string)[]): GrammarNode {
  const items = parts.map(toNode);
  const [only] = items;
  return items.length === 1 && only ? only : Object.freeze({ kind: 'sequence', items: Object.freeze(items) });
}

/** One of the options. A string is a literal; a choice of one is that one. */
export function choice(...options: readonly (GrammarNode | string)[]): GrammarNode {
  const nodes = options.map(toNode);
  assert(nodes.length > 0, 'a choice of at least one option');
  const [only] = nodes;
  return nodes.length === 1 && only ? only : Object.freeze({ kind: 'choice', options: Object.freeze(nodes) });
}

export function optional(...parts: readonly (GrammarNode | string)[]): RepeatNode {
  return Object.freeze({ kind: 'repeat', item: sequence(...parts), times: '?' });
}

export function zeroOrMore(...parts: readonly (GrammarNode | string)[]): RepeatNode {
  return Object.freeze({ kind: 'repeat', item: sequence(...parts), times: '*' });
}

export function oneOrMore(...parts: readonly (GrammarNode | string)[]): RepeatNode {
  return Object.freeze({ kind: 'repeat', item: sequence(...parts), times: '+' });
}

export function rule(name: string, ...parts: readonly (GrammarNode | string)[]): Rule {
  assert(/^[a-z][a-z0-9-]*$/.test(name), `a rule name that both dialects take, not ${name}`);
  return Object.freeze({ name, body: sequence(...parts) });
}

/** Checks that each name is defined once and each reference leads somewhere, and leaves out what `root` never reaches. */
export function createGrammar(root: string, rules: readonly Rule[]): Grammar {
  const byName = new Map<string, Rule>();
  for (const each of rules) {
    assert(!byName.has(each.name), `one definition of rule ${each.name}`);
    byName.set(each.name, each);
  }
  const reached = new Set<string>();
  const pending = [root];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (reached.has(name)) continue;
    const found = byName.get(name);
    assert(found !== undefined, `a definition of rule ${name}`);
    reached.add(name);
    pending.push(...referencedRules(found.body));
  }
  return Object.freeze({ root, rules: Object.freeze(rules.filter((each) => reached.has(each.name))) });
}

function referencedRules(node: GrammarNode): string[] {
  switch (node.kind) {
    case 'literal':
    case 'class':
      return [];
    case 'reference':
      return [node.rule];
    case 'sequence':
      return node.items.flatMap(referencedRules);
    case 'choice':
      return node.options.flatMap(referencedRules);
    case 'repeat':
      return referencedRules(node.item);
  }
}

function toNode(part: GrammarNode | string): GrammarNode {
  return typeof part === 'string' ? literal(part) : part;
}

function toRange(span: string): CodePointRange {
  assert(/^[\0-\x7f](?:-[\0-\x7f])?$/.test(span), `an ASCII span such as a-z, not ${span}`);
  return Object.freeze({ from: span.charCodeAt(0), to: span.charCodeAt(span.length - 1) });
}
