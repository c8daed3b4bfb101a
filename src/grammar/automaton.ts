import { must } from '../platform/assert.ts';
import type { ClassNode, Grammar, GrammarNode } from './rule-tree.ts';

/**
 * A grammar as a recursive transition network: one small automaton a rule, all states numbered together. Empty
 * transitions are resolved beforehand, so that a state lists everything that can be read or called next.
 */
export interface Automaton {
  readonly states: readonly State[];
  /** First state of each rule. */
  readonly starts: readonly number[];
  readonly rootRule: number;
}

export interface State {
  readonly rule: number;
  /** The rule may end here. */
  readonly final: boolean;
  readonly literals: readonly LiteralEdge[];
  readonly classes: readonly ClassEdge[];
  readonly calls: readonly CallEdge[];
}

export interface LiteralEdge {
  readonly text: string;
  readonly target: number;
}

export interface ClassEdge {
  readonly node: ClassNode;
  readonly target: number;
}

export interface CallEdge {
  readonly rule: number;
  readonly target: number;
}

interface Draft {
  readonly rule: number;
  final: boolean;
  readonly literals: LiteralEdge[];
  readonly classes: ClassEdge[];
  readonly calls: CallEdge[];
  readonly empty: number[];
}

export function buildAutomaton(grammar: Grammar): Automaton {
  const ruleNumbers = new Map(grammar.rules.map((rule, index) => [rule.name, index]));
  const numberOf = (name: string) => must(ruleNumbers.get(name), `rule ${name}`);
  const nullable = nullableRules(grammar);
  const drafts: Draft[] = [];

  const newState = (rule: number): number =>
    drafts.push({ rule, final: false, literals: [], classes: [], calls: [], empty: [] }) - 1;
  const draft = (state: number): Draft => must(drafts[state], 'a drafted state');

  /** Adds what `node` reads after state `from`; returns the state behind it. */
  const add = (node: GrammarNode, from: number, rule: number): number => {
    if (node.kind === 'sequence') return node.items.reduce((state, item) => add(item, state, rule), from);
    const target = newState(rule);
    switch (node.kind) {
      case 'literal':
        draft(from).literals.push({ text: node.text, target });
        break;
      case 'class':
        draft(from).classes.push({ node, target });
        break;
      case 'reference':
        draft(from).calls.push({ rule: numberOf(node.rule), target });
        if (nullable.has(node.rule)) draft(from).empty.push(target);
        break;
      case 'choice':
        for (const option of node.options) draft(add(option, from, rule)).empty.push(target);
        break;
      case 'repeat': {
        // A state of its own, so that going round again does not pass through what else leaves `from`.
        const start = newState(rule);
        draft(from).empty.push(start);
        const end = add(node.item, start, rule);
        draft(end).empty.push(target);
        if (node.times !== '?') draft(end).empty.push(start);
        if (node.times !== '+') draft(start).empty.push(target);
      }
    }
    return target;
  };

  const starts = grammar.rules.map(({ body }, rule) => {
    const start = newState(rule);
    draft(add(body, start, rule)).final = true;
    return start;
  });
  return { states: drafts.map((_, state) => withoutEmpty(state, draft)), starts, rootRule: numberOf(grammar.root) };
}

function withoutEmpty(state: number, draft: (state: number) => Draft): State {
  const reached = new Set([state]);
  for (const each of reached) for (const next of draft(each).empty) reached.add(next);
  const all = Array.from(reached, draft);
  return {
    rule: draft(state).rule,
    final: all.some((each) => each.final),
    literals: all.flatMap((each) => each.literals),
    classes: all.flatMap((each) => each.classes),
    calls: all.flatMap((each) => each.calls),
  };
}

/** Rules that match the empty text: repeated passes until none is added. */
function nullableRules(grammar: Grammar): ReadonlySet<string> {
  const nullable = new Set<string>();
  const isNullable = (node: GrammarNode): boolean => {
    switch (node.kind) {
      case 'literal':
      case 'class':
        return false;
      case 'reference':
        return nullable.has(node.rule);
      case 'sequence':
        return node.items.every(isNullable);
      case 'choice':
        return node.options.some(isNullable);
      case 'repeat':
        return node.times !== '+' || isNullable(node.item);
    }
  };
  for (let before = -1; before < nullable.size; ) {
    before = nullable.size;
    for (const { name, body } of grammar.rules) if (isNullable(body)) nullable.add(name);
  }
  return nullable;
}
