import type { Schema, SchemaFunction } from '../schema/model.ts';
import { callableName } from '../schema/names.ts';
import {
  AGGREGATES,
  DATE_PARTS,
  type FunctionGroup,
  HYPOTHETICAL_SET_AGGREGATES,
  KEYWORD_TIMES,
  KEYWORD_VALUES,
  ORDERED_SET_AGGREGATES,
  ROW_AGGREGATES,
  ROW_FUNCTIONS,
  SCALAR_FUNCTIONS,
  SET_FUNCTIONS,
  TRUNCATION_UNITS,
  WINDOW_FUNCTIONS,
} from './functions.ts';
import { type PrefixTreeEntry, prefixTree, textChoice } from './prefix-tree.ts';
import { choice, type GrammarNode, optional, type Rule, reference, rule, sequence, zeroOrMore } from './rule-tree.ts';

/**
 * Every term that begins with a word of its own: calls, CASE, EXISTS, keywords. One tree of all the words, so that a
 * word has one way to be read.
 */
export function functionRules(schema: Schema): Rule[] {
  return [
    rule('word-term', choice(reference('word'), reference('set-call'))),
    rule(
      'word',
      prefixTree([
        ...['NULL', 'TRUE', 'FALSE', ...KEYWORD_VALUES].map((text) => ({ text })),
        // With parentheses it is a function as well.
        { text: 'CURRENT_SCHEMA', next: optional('()') },
        ...KEYWORD_TIMES.map((text) => ({ text, next: reference('precision') })),
        { text: 'CASE', next: reference('case') },
        { text: 'EXISTS ', next: reference('subquery') },
        { text: 'ARRAY', next: reference('subquery') },
        { text: "INTERVAL '", next: reference('interval-rest') },
        { text: 'EXTRACT(', next: reference('extract') },
        { text: 'POSITION(', next: reference('position') },
        { text: "DATE_TRUNC('", next: sequence(textChoice(TRUNCATION_UNITS), reference('unit-arguments')) },
        { text: "DATE_PART('", next: sequence(textChoice(DATE_PARTS), reference('unit-arguments')) },
        { text: 'MAKE_INTERVAL(', next: reference('interval-arguments') },
        { text: 'GROUPING', next: reference('expressions') },
        { text: 'COUNT', next: reference('count') },
        ...entries(SCALAR_FUNCTIONS, argumentsOf),
        ...entries(AGGREGATES, aggregateArgumentsOf),
        ...entries(WINDOW_FUNCTIONS, (group) => sequence(argumentsOf(group), reference('over'))),
        ...HYPOTHETICAL_SET_AGGREGATES.map((text) => ({ text, next: reference('ranking') })),
        ...entries(ORDERED_SET_AGGREGATES, (group) => sequence(argumentsOf(group), reference('within-group'))),
        ...ROW_FUNCTIONS.map((text) => ({ text, next: reference('row-arguments') })),
        ...ROW_AGGREGATES.map((text) => ({ text, next: reference('row-aggregate') })),
        ...ownFunctions(schema, ['aggregate', 'window']),
      ]),
    ),
    // What FROM can read from.
    rule('set-call', prefixTree([...entries(SET_FUNCTIONS, argumentsOf), ...ownFunctions(schema, ['scalar', 'set'])])),
  ];
}

function entries(
  groups: readonly FunctionGroup[],
  next: (group: Pick<FunctionGroup, 'least' | 'most'>) => GrammarNode,
): PrefixTreeEntry[] {
  return groups.flatMap((group) => {
    const rest = next(group);
    return group.names.map((text) => ({ text, next: rest }));
  });
}

/** Those of the user and of extensions, under their own names. Overloads are one: fewest to most arguments. */
function ownFunctions(schema: Schema, kinds: readonly SchemaFunction['kind'][]): PrefixTreeEntry[] {
  const byName = new Map<string, { kind: SchemaFunction['kind']; least: number; most: number }>();
  for (const each of schema.functions.filter(({ kind }) => kinds.includes(kind))) {
    const text = callableName(each);
    const known = byName.get(text);
    const most = each.isVariadic ? Number.POSITIVE_INFINITY : each.argumentTypes.length;
    byName.set(text, {
      kind: each.kind,
      least: Math.min(known?.least ?? each.requiredArguments, each.requiredArguments),
      most: Math.max(known?.most ?? most, most),
    });
  }
  return Array.from(byName, ([text, { kind, ...counts }]) => ({ text, next: ownArguments(kind, counts) }));
}

function ownArguments(kind: SchemaFunction['kind'], counts: { least: number; most: number }): GrammarNode {
  switch (kind) {
    case 'scalar':
    case 'set':
      return callArguments(counts);
    case 'aggregate':
      return counts.most === 0
        ? sequence('(*)', reference('aggregate-rest'))
        : sequence(aggregateArguments(counts), reference('aggregate-rest'));
    case 'window':
      return sequence(callArguments(counts), reference('over'));
  }
}

const CALL_GROUPS = [SCALAR_FUNCTIONS, SET_FUNCTIONS, WINDOW_FUNCTIONS, ORDERED_SET_AGGREGATES].flat();

/** A rule for each number of arguments that some function of Postgres takes. */
export function argumentRules(): Rule[] {
  const calls = new Map(CALL_GROUPS.map((group) => [argumentsOf(group).rule, group]));
  const aggregates = new Map(AGGREGATES.map((group) => [aggregateArgumentsOf(group).rule, group]));
  return [
    ...Array.from(calls, ([name, group]) => rule(name, callArguments(group))),
    ...Array.from(aggregates, ([name, group]) => rule(name, aggregateArguments(group), reference('aggregate-rest'))),
  ];
}

function argumentsOf(group: Pick<FunctionGroup, 'least' | 'most'>) {
  return reference(`arguments-${countsText(group)}`);
}

function aggregateArgumentsOf(group: Pick<FunctionGroup, 'least' | 'most'>) {
  return reference(`aggregate-${countsText(group)}`);
}

function countsText({ least, most }: Pick<FunctionGroup, 'least' | 'most'>): string {
  return Number.isFinite(most) ? `${least}-${most}` : `${least}-or-more`;
}

/** In parentheses. */
function callArguments({ least, most }: Pick<FunctionGroup, 'least' | 'most'>): GrammarNode {
  if (most === 0) return sequence('()');
  const some = sequence(reference('open-expression'), ...moreArguments(Math.max(least, 1), most), ')');
  return least === 0 ? choice('()', some) : some;
}

function aggregateArguments({ least, most }: Pick<FunctionGroup, 'least' | 'most'>): GrammarNode {
  return sequence(
    reference('open-argument'),
    ...moreArguments(Math.max(least, 1), most),
    optional(reference('argument-order')),
    ')',
  );
}

/** After the first. */
function moreArguments(least: number, most: number): GrammarNode[] {
  const next = reference('next-expression');
  const required = Array.from({ length: least - 1 }, () => next);
  if (!Number.isFinite(most)) return [...required, zeroOrMore(next)];
  return most > least ? [...required, upTo(most - least, next)] : required;
}

/** At most so many of `item`, nested, which both engines compile faster than a counted repetition. */
function upTo(times: number, item: GrammarNode): GrammarNode {
  return times <= 1 ? optional(item) : optional(item, upTo(times - 1, item));
}
