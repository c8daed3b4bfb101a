import { must } from '../platform/assert.ts';
import type { Automaton, State } from './automaton.ts';
import { type Acceptance, END_OF_TEXT, Frontier } from './frontier.ts';
import type { ClassNode } from './rule-tree.ts';

/** A rule that waits for another to end: the state it goes on in, and the position where it began itself. */
interface Caller {
  readonly target: number;
  readonly origin: number;
}

/** What is known at one position of the text. */
export interface Column {
  /** States reached, each with the position where its rule began: the pair as one number. */
  readonly items: Set<number>;
  /** Who waits for each rule that begins here. */
  readonly callers: Map<number, Caller[]>;
}

/** Earley's algorithm ("An efficient context-free parsing algorithm", 1970) on a transition network. */
export class Recogniser {
  readonly automaton: Automaton;
  /** By position; a position that nothing reaches has none. */
  readonly columns = new Map<number, Column>();
  private readonly text: string;
  private readonly positions: number;
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
        const { state, origin } = this.itemOf(item);
        this.read(state, origin, position);
        this.call(state, origin, position, column);
        if (state.final) this.complete(state.rule, origin, position);
      }
    }
    return this.isComplete ? { ok: true } : this.frontier.rejection();
  }

  /** What a number among a column's items stands for. */
  itemOf(item: number): { state: State; origin: number } {
    const state = must(this.automaton.states[Math.floor(item / this.positions)], 'a state');
    return { state, origin: item % this.positions };
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

/** How much of `expected` stands in `text` at `position`, in whole code points. */
export function commonLength(expected: string, text: string, position: number): number {
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
