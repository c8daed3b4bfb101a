import { must } from '../platform/assert.ts';
import { type Automaton, buildAutomaton, type State } from './automaton.ts';
import { escapeForGbnf } from './print-gbnf.ts';
import { printNode } from './print-rules.ts';
import type { ClassNode, Grammar } from './rule-tree.ts';

export type Acceptance =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** Index into the text where it stops being the beginning of anything accepted; its length when unfinished. */
      readonly position: number;
      /** What could stand there: literal texts, classes as `[0-9]`, and `END_OF_TEXT`. */
      readonly expected: readonly string[];
    };

export const END_OF_TEXT = 'end of text';

/**
 * Whether the whole of `text` is accepted, and where and why not. Earley's algorithm ("An efficient context-free
 * parsing algorithm", 1970) on a transition network: ambiguity costs time, never the answer; nesting costs no stack.
 * The grammar's automaton is kept for as long as the grammar is.
 */
export function accepts(grammar: Grammar, text: string): Acceptance {
  return new Recogniser(automatonOf(grammar), text).run();
}

const automata = new WeakMap<Grammar, Automaton>();

function automatonOf(grammar: Grammar): Automaton {
  const known = automata.get(grammar);
  if (known) return known;
  const automaton = buildAutomaton(grammar);
  automata.set(grammar, automaton);
  return automaton;
}

/** A rule that waits for another to end: the state it goes on in, and the position where it began itself. */
interface Caller {
  readonly target: number;
  readonly origin: number;
}

/** What is known at one position of the text. */
interface Column {
  /** States reached, each with the position where its rule began: the pair as one number. */
  readonly items: Set<number>;
  /** Who waits for each rule that begins here. */
  readonly callers: Map<number, Caller[]>;
}

class Recogniser {
  private readonly automaton: Automaton;
  private readonly text: string;
  private readonly positions: number;
  private readonly columns = new Map<number, Column>();
  private readonly frontier = new Frontier();
  private isComplete = false;

  constructor(automaton: Automaton, text: string) {
    this.automaton = automaton;
    this.text = text;
    this.positions = text.length + 1;
  }

  run(): Acceptance {
    this.begin(this.automaton.rootRule, 0);
    for (let position = 0; position < this.positions; position++) {
      const column = this.columns.get(position);
      if (!column) continue;
      // A Set is walked in the order of insertion, with what is inserted meanwhile.
      for (const item of column.items) {
        const state = must(this.automaton.states[Math.floor(item / this.positions)], 'a state');
        const origin = item % this.positions;
        this.read(state, origin, position);
        this.call(state, origin, position, column);
        if (state.final) this.complete(state.rule, origin, position);
      }
    }
    return this.isComplete ? { ok: true } : this.frontier.rejection();
  }

  private read(state: State, origin: number, position: number): void {
    for (const { text, target } of state.literals) {
      const length = commonLength(text, this.text, position);
      if (length === text.length) this.add(position + length, target, origin);
      else this.frontier.expect(position + length, text);
    }
    const codePoint = state.classes.length > 0 ? this.text.codePointAt(position) : undefined;
    for (const { node, target } of state.classes) {
      if (codePoint === undefined || !isInClass(node, codePoint)) this.frontier.expect(position, node);
      else this.add(position + String.fromCodePoint(codePoint).length, target, origin);
    }
  }

  private call(state: State, origin: number, position: number, column: Column): void {
    for (const { rule, target } of state.calls) {
      const callers = column.callers.get(rule);
      if (callers) {
        callers.push({ target, origin });
      } else {
        column.callers.set(rule, [{ target, origin }]);
        this.begin(rule, position);
      }
    }
  }

  private complete(rule: number, origin: number, position: number): void {
    if (rule === this.automaton.rootRule && origin === 0) {
      if (position === this.text.length) this.isComplete = true;
      else this.frontier.expect(position, END_OF_TEXT);
    }
    // A rule that ends where it began was already passed over by the automaton's empty transitions.
    if (origin === position) return;
    const callers = this.columns.get(origin)?.callers.get(rule) ?? [];
    for (const caller of callers) this.add(position, caller.target, caller.origin);
  }

  private begin(rule: number, position: number): void {
    this.add(position, must(this.automaton.starts[rule], 'the first state of a rule'), position);
  }

  private add(position: number, state: number, origin: number): void {
    const item = state * this.positions + origin;
    const column = this.columns.get(position);
    if (column) column.items.add(item);
    else this.columns.set(position, { items: new Set([item]), callers: new Map() });
  }
}

/** What was expected in vain at the furthest position. */
class Frontier {
  private position = 0;
  private readonly expected = new Set<string | ClassNode>();

  expect(position: number, expected: string | ClassNode): void {
    if (position < this.position) return;
    if (position > this.position) this.expected.clear();
    this.position = position;
    this.expected.add(expected);
  }

  rejection(): Acceptance {
    const texts = Array.from(this.expected, (each) =>
      typeof each === 'string' ? each : printNode(each, escapeForGbnf),
    );
    return { ok: false, position: this.position, expected: [...new Set(texts)] };
  }
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

function isInClass({ ranges, negated }: ClassNode, codePoint: number): boolean {
  return ranges.some(({ from, to }) => codePoint >= from && codePoint <= to) !== negated;
}
