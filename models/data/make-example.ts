/** One world and its questions, before any of it has been run. */

import type { TableSpec } from './parse-domains.ts';
import { GROUP_PATTERNS } from './patterns/groups.ts';
import { JOIN_PATTERNS } from './patterns/joins.ts';
import type { Draft, Pattern } from './patterns/pattern.ts';
import { SINGLE_TABLE_PATTERNS } from './patterns/single-table.ts';
import type { Random } from './random.ts';
import { capitalise } from './words.ts';
import { makeWorld, type World } from './world.ts';

export const PATTERNS: readonly Pattern[] = [...SINGLE_TABLE_PATTERNS, ...GROUP_PATTERNS, ...JOIN_PATTERNS];

export interface PatternDraft extends Draft {
  readonly pattern: string;
}

/** Picks some tables of one domain (joined where they can be), and now and then a stranger from another. */
function chooseTables(domains: ReadonlyMap<string, readonly TableSpec[]>, random: Random): TableSpec[] {
  const names = [...domains.keys()];
  const specs = domains.get(random.pick(names)) ?? [];
  const wanted = random.weighted([
    [1, 8],
    [2, 18],
    [3, 20],
    [4, 18],
    [5, 14],
    [6, 10],
    [7, 7],
    [8, 5],
  ]);
  const chosen = [random.pick(specs)];
  while (chosen.length < Math.min(wanted, specs.length)) {
    const neighbours = specs.filter((spec) => !chosen.includes(spec) && chosen.some((other) => areLinked(spec, other)));
    const others = specs.filter((spec) => !chosen.includes(spec));
    chosen.push(random.pick(neighbours.length > 0 && random.chance(0.9) ? neighbours : others));
  }
  while (chosen.length < wanted) {
    const stranger = random.pick(domains.get(random.pick(names)) ?? specs);
    if (!chosen.includes(stranger)) chosen.push(stranger);
  }
  return chosen;
}

function areLinked(a: TableSpec, b: TableSpec): boolean {
  return (
    a.references.some((reference) => reference.target === b.id) ||
    b.references.some((reference) => reference.target === a.id)
  );
}

export function makeDrafts(world: World, count: number, random: Random): PatternDraft[] {
  const weighted = PATTERNS.map((pattern) => [pattern, pattern.weight] as const);
  const drafts: PatternDraft[] = [];
  for (let attempt = 0; attempt < count * 4 && drafts.length < count; attempt++) {
    const pattern = random.weighted(weighted);
    const draft = pattern.make(world, random);
    if (draft === null || drafts.some((other) => other.sql === draft.sql || other.question === draft.question))
      continue;
    drafts.push({ pattern: pattern.id, sql: draft.sql, question: withNoise(draft.question, random) });
  }
  return drafts;
}

const BEFORE = 'hi,|hey,|ok,|so|please|pls|now|and|hello,|I wonder|quick question:|for the report,'.split('|');
const AFTER =
  `please|thanks|for me|right now|currently|in the database|in our system|on record|that we have|we have|we know of|in the data
  |at the moment|so far|if any|as a list|do we have|on file|in our database`.split(/\s*\|/);
const AFTER_COUNT =
  'in total|altogether|overall|in all|have we got|have we got in total|are there altogether|do we have in total'.split(
    '|',
  );

/** How people really type: a capital or none, a missing article, a word too many. */
function withNoise(question: string, random: Random): string {
  let text = random.chance(0.12) ? question.replace(/\b(?:the|a|an) /g, '') : question;
  if (random.chance(0.08)) text = `${random.pick(BEFORE)} ${text}`;
  const isCount = /^(?:how many|count|number of)/i.test(text) && !/ (?:are there|do we have|exist)/.test(text);
  if (random.chance(0.12)) text = `${text} ${random.pick(isCount && random.chance(0.7) ? AFTER_COUNT : AFTER)}`;
  if (random.chance(0.05)) text = text.replace(/\bwhat is\b/i, "what's").replace(/\bwho is\b/i, "who's");
  return random.chance(0.45) ? capitalise(text) : text;
}

export function randomWorld(domains: ReadonlyMap<string, readonly TableSpec[]>, random: Random): World {
  return makeWorld(chooseTables(domains, random), [...domains.values()].flat(), random);
}
