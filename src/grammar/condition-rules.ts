import type { Level } from './expression-rules.ts';
import { choice, optional, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';

/** Conditions of one level: predicates joined by AND and OR in one flat chain, each with at most one NOT. */
export function conditionRules(level: Level): Rule[] {
  const own = (name: string) => reference(`${level}-${name}`);
  return [
    rule(`${level}-spaced-condition`, own('spaced-term'), own('condition-rest')),
    rule(`${level}-condition-rest`, zeroOrMore(choice(' AND', ' OR'), own('spaced-term'))),
    rule(`${level}-spaced-term`, optional(' NOT'), own('spaced-predicate')),
    rule(`${level}-spaced-predicate`, ' ', own('predicate')),
    rule(
      `${level}-predicate`,
      choice(
        sequence(own('text-operand'), own('concatenation'), choice(own('comparison'), reference('pattern-match'))),
        sequence(own('other-operand'), own('concatenation'), own('comparison')),
        sequence('EXISTS ', reference('subquery')),
        sequence('(', choice(own('predicate'), sequence('NOT', own('spaced-predicate'))), own('condition-rest'), ')'),
      ),
    ),
    rule(
      `${level}-comparison`,
      choice(
        sequence(' ', choice('=', '<>', '<', '<=', '>', '>='), own('spaced-expression')),
        sequence(
          optional(' NOT'),
          choice(
            sequence(' IN ', choice(reference('constants'), reference('subquery'))),
            sequence(' BETWEEN', own('spaced-expression'), ' AND', own('spaced-expression')),
          ),
        ),
        sequence(' IS', optional(' NOT'), ' NULL'),
      ),
    ),
  ];
}

/** What both levels share. */
export function patternRules(): Rule[] {
  return [rule('pattern-match', optional(' NOT'), choice(' LIKE ', ' ILIKE '), reference('string'))];
}
