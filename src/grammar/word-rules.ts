import { choice, type Rule, reference, rule } from './rule-tree.ts';

/**
 * A blank and one of the words, compiled once for all the rules that begin with them. It is two rules, since xgrammar
 * (0.1.27) copies a rule that refers to no other to every place where a sequence begins with it.
 */
export function wordRules(name: string, ...words: readonly string[]): Rule[] {
  return [rule(name, ' ', reference(`${name}-word`)), rule(`${name}-word`, choice(...words))];
}
