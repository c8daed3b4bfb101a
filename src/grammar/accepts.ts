import { must } from '../platform/assert.ts';
import { type Automaton, buildAutomaton } from './automaton.ts';
import { escapeForGbnf } from './print-gbnf.ts';
import { printNode } from './print-rules.ts';
import type { ClassNode, Grammar } from './rule-tree.ts';

export type Acceptance =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** Where the text stops being the beginning of anything accepted: an index into it; its length when it is only unfinished. */
      readonly position: number;
      /** What could stand there: literal texts, classes as `[0-9]`, and `END_OF_TEXT`. */
      readonly expected: readonly string[];
    };

export const END_OF_TEXT = 'end of text';

/** A rule that is waiting for another one to end: where it goes on, and the item it belongs to. */
interface Caller {
  readonly target: number;
  readonly origin: number;
}

/** All that is known at one position of the text. */
interface Column {
  /** States with the position where their rule began, each pair as one number. */
  readonly items: Set<number>;
  readonly callers: Map<number, Caller[]>;
}

/**
 * Whether the whole of `text` is accepted. Earley's algorithm ("An efficient context-free parsing algorithm", 1970) on
 * a transition network: ambiguity costs time, never the answer; nesting costs no stack.
 * The grammar's automaton is kept for as long as the grammar is.
 */
export function accepts(grammar: Grammar, text: string): Acceptance {
  const automaton = automatonOf(grammar);
  const positions = text.length + 1;
  const columns = new Map<number, Column>();
  const frontier = new Frontier();
  const add = (position: number, state: number, origin: number) => {
    columnAt(columns, position).items.add(state * positions + origin);
  };
  add(0, startOf(automaton, automaton.rootRule), 0);
  let complete = false;
  for (let position = 0; position < positions; position++) {
    const column = columns.get(position);
    if (!column) continue;
    // A Set is walked in the order of insertion, what is inserted meanwhile included.
    for (const item of column.items) {
      const state = must(automaton.states[Math.floor(item / positions)], 'a state');
      const origin = item % positions;
      for (const { text: expected, target } of state.literals) {
        const length = commonLength(expected, text, position);
        if (length === expected.length) add(position + length, target, origin);
        else frontier.failed(position + length, expected);
      }
      for (const { node, target } of state.classes) {
        const codePoint = text.codePointAt(position);
        if (codePoint !== undefined && inClass(node, codePoint))
          add(position + (codePoint > 0xffff ? 2 : 1), target, origin);
        else frontier.failed(position, node);
      }
      for (const { rule, target } of state.calls) {
        const callers = column.callers.get(rule);
        if (callers) callers.push({ target, origin });
        else {
          column.callers.set(rule, [{ target, origin }]);
          add(position, startOf(automaton, rule), position);
        }
      }
      if (!state.final) continue;
      if (state.rule === automaton.rootRule && origin === 0) {
        if (position === text.length) complete = true;
        else frontier.failed(position, END_OF_TEXT);
      }
      // A rule that ends where it began was passed over by the automaton's empty transitions.
      if (origin === position) continue;
      for (const caller of columns.get(origin)?.callers.get(state.rule) ?? [])
        add(position, caller.target, caller.origin);
    }
  }
  return complete ? { ok: true } : frontier.acceptance();
}

/** The furthest position at which something was expected in vain. */
class Frontier {
  private position = 0;
  private readonly expected = new Set<string | ClassNode>();

  failed(position: number, expected: string | ClassNode): void {
    if (position < this.position) return;
    if (position > this.position) this.expected.clear();
    this.position = position;
    this.expected.add(expected);
  }

  acceptance(): Acceptance {
    const texts = Array.from(this.expected, (each) =>
      typeof each === 'string' ? each : printNode(each, escapeForGbnf),
    );
    return { ok: false, position: this.position, expected: [...new Set(texts)] };
  }
}

const automata = new WeakMap<Grammar, Automaton>();

function automatonOf(grammar: Grammar): Automaton {
  const known = automata.get(grammar);
  if (known) return known;
  const automaton = buildAutomaton(grammar);
  automata.set(grammar, automaton);
  return automaton;
}

function startOf(automaton: Automaton, rule: number): number {
  return must(automaton.starts[rule], 'the first state of a rule');
}

function columnAt(columns: Map<number, Column>, position: number): Column {
  const known = columns.get(position);
  if (known) return known;
  const column = { items: new Set<number>(), callers: new Map<number, Caller[]>() };
  columns.set(position, column);
  return column;
}

/** How much of `expected` stands in `text` at `position`, in whole code points. */
function commonLength(expected: string, text: string, position: number): number {
  if (text.startsWith(expected, position)) return expected.length;
  let length = 0;
  for (const character of expected) {
    if (!text.startsWith(character, position + length)) break;
    length += character.length;
  }
  return length;
}

function inClass({ ranges }: ClassNode, codePoint: number): boolean {
  return ranges.some(({ from, to }) => codePoint >= from && codePoint <= to);
}
