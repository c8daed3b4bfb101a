import { must } from '../../platform/assert.ts';
import { automatonOf } from '../accepts.ts';
import type { Automaton, CallEdge, ClassEdge, LiteralEdge, State } from '../automaton.ts';
import { commonLength, Recogniser } from '../recogniser.ts';
import type { ClassNode, Grammar } from '../rule-tree.ts';

/**
 * The shortest text (one of them) that makes `beginning` a text that the grammar accepts; null when nothing does.
 * Length is counted in UTF-16 code units.
 */
export function shortestContinuation(grammar: Grammar, beginning: string): string | null {
  const automaton = automatonOf(grammar);
  const recogniser = new Recogniser(automaton, beginning);
  const { ok } = recogniser.run();
  return ok ? '' : new Continuation(automaton, recogniser, beginning).shortest();
}

/** A text still to come. */
interface Way {
  readonly length: number;
  readonly text: () => string;
}

const NO_WAY: Way = { length: Number.POSITIVE_INFINITY, text: () => '' };
const NOTHING: Way = { length: 0, text: () => '' };

class Continuation {
  private readonly ends: readonly Way[];
  /** To the end of the whole text from where a rule that began at a position ends, by position and rule. */
  private readonly ways = new Map<number, Map<number, Way>>();

  constructor(
    private readonly automaton: Automaton,
    private readonly recogniser: Recogniser,
    private readonly beginning: string,
  ) {
    this.ends = endsOf(automaton);
    for (let position = 0; position <= beginning.length; position++) this.findWays(position);
  }

  /** From all that is open at the end: states that are reached there, and literals that are half written. */
  shortest(): string | null {
    let best = NO_WAY;
    for (const [position, column] of this.recogniser.columns) {
      for (const item of column.items) {
        const { state, origin } = this.recogniser.itemOf(item);
        const out = this.wayOut(state.rule, origin);
        for (const { text, target } of state.literals) {
          const written = commonLength(text, this.beginning, position);
          if (position + written !== this.beginning.length || written === text.length) continue;
          best = shorter(best, joined(textWay(text.slice(written)), this.end(target), out));
        }
        if (position !== this.beginning.length) continue;
        if (state.final) best = shorter(best, out);
        for (const { node, target } of state.classes) {
          best = shorter(best, joined(textWay(exampleOf(node)), this.end(target), out));
        }
      }
    }
    return best === NO_WAY ? null : best.text();
  }

  private end(state: number): Way {
    return must(this.ends[state], 'the shortest end of a state');
  }

  private wayOut(rule: number, origin: number): Way {
    if (rule === this.automaton.rootRule && origin === 0) return NOTHING;
    return this.ways.get(origin)?.get(rule) ?? NO_WAY;
  }

  /** Callers may wait for each other at one position, so that it takes passes until nothing gets shorter. */
  private findWays(position: number): void {
    const callers = this.recogniser.columns.get(position)?.callers ?? new Map();
    const ways = new Map<number, Way>();
    this.ways.set(position, ways);
    for (let isSettled = false; !isSettled; ) {
      isSettled = true;
      for (const [rule, waiting] of callers) {
        for (const { target, origin } of waiting) {
          const { rule: caller } = must(this.automaton.states[target], 'a state');
          const way = joined(this.end(target), this.wayOut(caller, origin));
          if (way.length >= (ways.get(rule)?.length ?? Number.POSITIVE_INFINITY)) continue;
          ways.set(rule, way);
          isSettled = false;
        }
      }
    }
  }
}

const known = new WeakMap<Automaton, readonly Way[]>();

function endsOf(automaton: Automaton): readonly Way[] {
  const ends = known.get(automaton) ?? shortestEnds(automaton);
  known.set(automaton, ends);
  return ends;
}

/** From each state to the end of its rule. */
function shortestEnds({ states, starts }: Automaton): readonly Way[] {
  const ends: Way[] = states.map(({ final }) => (final ? NOTHING : NO_WAY));
  const end = (state: number) => must(ends[state], 'a state');
  const edges = ({ literals, classes, calls }: State): Way[] => [
    ...literals.map(({ text, target }: LiteralEdge) => joined(textWay(text), end(target))),
    ...classes.map(({ node, target }: ClassEdge) => joined(textWay(exampleOf(node)), end(target))),
    ...calls.map(({ rule, target }: CallEdge) => joined(end(must(starts[rule], 'a start')), end(target))),
  ];
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const [index, state] of states.entries()) {
      const best = edges(state).reduce(shorter, end(index));
      if (best === ends[index]) continue;
      ends[index] = best;
      isSettled = false;
    }
  }
  return ends;
}

function joined(...ways: readonly Way[]): Way {
  const length = ways.reduce((sum, way) => sum + way.length, 0);
  return Number.isFinite(length) ? { length, text: () => ways.map((way) => way.text()).join('') } : NO_WAY;
}

function textWay(text: string): Way {
  return { length: text.length, text: () => text };
}

function shorter(left: Way, right: Way): Way {
  return right.length < left.length ? right : left;
}

/** A character of the class, a plain one if it has any. */
function exampleOf({ ranges, negated }: ClassNode): string {
  if (!negated) return String.fromCodePoint(must(ranges[0], 'a range').from);
  const isExcluded = (codePoint: number) => ranges.some(({ from, to }) => codePoint >= from && codePoint <= to);
  const free = Array.from({ length: ranges.length + 0x7f }, (_, index) => index + 0x61).find(
    (each) => !isExcluded(each),
  );
  return String.fromCodePoint(must(free, 'a character outside the ranges'));
}
