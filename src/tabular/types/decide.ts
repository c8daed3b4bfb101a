/** From the counts of a column to its type, with the reason in words. */
import { counted, countText } from '../refusal.ts';
import { TEXT } from './column-type.ts';
import { momentType } from './decide-moment.ts';
import { numberType } from './decide-number.ts';
import { allRows, type TypeDecision } from './decision.ts';
import type { FileHabits } from './habits.ts';
import type { Shape } from './shapes.ts';
import type { ColumnTally } from './tally.ts';

/** Undefined when a rule has nothing to say about such cells. */
type Rule = (tally: ColumnTally, habits: FileHabits) => TypeDecision | undefined;

const RULES: readonly Rule[] = [
  noValues,
  numberType,
  momentType,
  plainType('time', 'times of day', ['time']),
  plainType('uuid', 'UUIDs', ['uuid']),
  booleanType,
  plainType('jsonb', 'JSON objects or arrays', ['document']),
  jsonOfSeveralKinds,
];

export function decideType(tally: ColumnTally, habits: FileHabits): TypeDecision {
  for (const rule of RULES) {
    const decision = rule(tally, habits);
    if (decision) return decision;
  }
  return { type: TEXT, evidence: whyText(tally) };
}

function noValues(tally: ColumnTally): TypeDecision | undefined {
  return tally.values === 0 ? { type: TEXT, evidence: 'no values' } : undefined;
}

function plainType(kind: 'time' | 'uuid' | 'jsonb', noun: string, shapes: readonly Shape[]): Rule {
  return (tally) =>
    tally.countOf(...shapes) === tally.values
      ? { type: { kind }, evidence: `${noun} in ${allRows(tally)}` }
      : undefined;
}

/**
 * Both values have to come up, in the same two words: a column of nothing but `f` may well be of women, and one of `no`
 * of Norwegians. `true` and `false` mean nothing else.
 */
function booleanType(tally: ColumnTally): TypeDecision | undefined {
  for (const family of ['true', 't', 'yes', 'y'] as const) {
    const yes = tally.countOf(`${family} true`);
    const no = tally.countOf(`${family} false`);
    if (yes + no !== tally.values || (family !== 'true' && (yes === 0 || no === 0))) continue;
    return { type: { kind: 'boolean' }, evidence: `truth values in ${allRows(tally)}` };
  }
  return undefined;
}

/** An object in one row and a number in the next: only JSON itself holds both without loss. */
function jsonOfSeveralKinds(tally: ColumnTally): TypeDecision | undefined {
  if (!tally.isStorableAsJson || tally.countOf('document') === 0) return undefined;
  return { type: { kind: 'jsonb' }, evidence: 'values of several kinds, some of them objects or arrays' };
}

const NOUNS: ReadonlyMap<string, string> = new Map([
  ['integer', 'whole numbers'],
  ['time', 'times of day'],
  ['uuid', 'UUIDs'],
  ['document', 'JSON'],
]);

/** Says which cell stands in the way where nearly all of them have a type. */
function whyText(tally: ColumnTally): string {
  const groups = new Map<string, number>();
  for (const [shape, { count }] of tally.shapes) {
    if (shape !== 'text' && shape !== 'weak null') groups.set(nounOf(shape), (groups.get(nounOf(shape)) ?? 0) + count);
  }
  const [noun, count] = [...groups].reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0]);
  if (count * 2 < tally.values) return 'words';
  const odd = [...tally.shapes].find(([shape]) => shape !== 'weak null' && nounOf(shape) !== noun);
  if (!odd) return `${noun}, written in more than one way`;
  const { line, value } = odd[1].first;
  return `${countText(count)} of ${counted(tally.values, 'value')} are ${noun}, but line ${line} has “${shortened(value)}”`;
}

function nounOf(shape: Shape): string {
  const named = NOUNS.get(shape);
  if (named !== undefined) return named;
  if (/^(?:point|comma|mark|exponent)/.test(shape)) return 'numbers';
  if (/ (?:day|naive|zoned)$/.test(shape)) return 'dates';
  if (/ (?:true|false)$/.test(shape)) return 'truth values';
  return 'words';
}

function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 39)}…` : value;
}
