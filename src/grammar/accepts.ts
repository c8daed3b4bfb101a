import { type Automaton, buildAutomaton } from './automaton.ts';
import type { Acceptance } from './frontier.ts';
import { Recogniser } from './recogniser.ts';
import type { Grammar } from './rule-tree.ts';

export { END_OF_TEXT } from './frontier.ts';

/**
 * Whether the whole of `text` is accepted, and where and why not: ambiguity costs time, never the answer; nesting costs
 * no stack. The grammar's automaton is kept for as long as the grammar is.
 */
export function accepts(grammar: Grammar, text: string): Acceptance {
  return new Recogniser(automatonOf(grammar), text).run();
}

const automata = new WeakMap<Grammar, Automaton>();

export function automatonOf(grammar: Grammar): Automaton {
  const known = automata.get(grammar);
  if (known) return known;
  const automaton = buildAutomaton(grammar);
  automata.set(grammar, automaton);
  return automaton;
}
