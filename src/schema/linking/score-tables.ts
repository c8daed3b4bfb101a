import type { Schema, Table } from '../model.ts';
import { stems } from '../stem.ts';
import type { JoinGraph } from './join-graph.ts';
import { CLEAR_KINSHIP, kinship } from './kinship.ts';
import { type Occurrence, type SchemaWords, schemaWords, stemsOf } from './schema-words.ts';

export interface TableScores {
  /** How likely the question needs each table; 0 when nothing speaks for it. */
  readonly relevance: ReadonlyMap<Table, number>;
  /** Tables whose whole name stands in the question. */
  readonly named: ReadonlySet<Table>;
  /** Whether a word of the question occurs in the schema, or one that is clearly akin. */
  readonly hasEvidence: boolean;
}

/** What of a name's weight depends on the rest of the name: “orders” names `archived_orders` only in part. */
const WHOLE_NAME_SHARE = 0.7;
/** For a table whose whole name stands in the question, word by word. */
const NAMED_FACTOR = 3;
/** What a table has of the score of each of its two best neighbours: what lies between two of them is needed itself. */
const NEIGHBOUR_SHARE = 0.35;

/** A word of the schema that a word of the question may mean. */
interface Evidence {
  readonly stem: string;
  /** Above 0; 1 for the same word. */
  readonly likeness: number;
  readonly occurrences: readonly Occurrence[];
}

export function scoreTables(question: string, schema: Schema): TableScores {
  const index = schemaWords(schema);
  const evidence = evidenceOf(question, index);
  const coverage = nameCoverage(question, evidence.flat(), index);
  const scores = schema.tables.map(() => 0);
  for (const each of evidence) {
    const hits = hitsOf(each, coverage);
    // A word that half the tables have (`created`) tells little.
    const rarity = Math.log(1 + schema.tables.length / Math.max(1, hits.size));
    for (const [table, hit] of hits) scores[table] = (scores[table] ?? 0) + hit * rarity;
  }
  const asked = ` ${stems(question).join(' ')} `;
  const named = new Set(schema.tables.filter((_, at) => asked.includes(` ${index.names[at]?.join(' ')} `)));
  const own = new Map(
    schema.tables.map((table, at) => [table, (scores[at] ?? 0) * (named.has(table) ? NAMED_FACTOR : 1)]),
  );
  return {
    // Twice: it reaches the neighbours' neighbours.
    relevance: withNeighbours(own, withNeighbours(own, own, index.joins), index.joins),
    named,
    hasEvidence: evidence.flat().some(({ likeness }) => likeness >= CLEAR_KINSHIP),
  };
}

/** For each word of the question what it may mean. */
function evidenceOf(question: string, { singles, pairs }: SchemaWords): Evidence[][] {
  const asked = stemsOf(question);
  const same = (stem: string, occurrences: readonly Occurrence[] | undefined): Evidence[] =>
    occurrences === undefined ? [] : [{ stem, likeness: 1, occurrences }];
  const akin = (word: string) =>
    Array.from(singles, ([stem, occurrences]) => ({ stem, likeness: kinship(word, stem), occurrences })).filter(
      ({ likeness }) => likeness > 0,
    );
  return [
    ...Array.from(asked.singles, (word) => [...akin(word), ...same(word, pairs.get(word))]),
    ...Array.from(asked.pairs, (pair) => same(pair, singles.get(pair))),
  ];
}

/** For each table the part of its name that the question holds. */
function nameCoverage(question: string, evidence: readonly Evidence[], { names }: SchemaWords): readonly number[] {
  const best = new Map(stems(question).map((stem) => [stem, 1]));
  for (const { stem, likeness } of evidence) best.set(stem, Math.max(likeness, best.get(stem) ?? 0));
  return names.map((name) => name.reduce((sum, stem) => sum + (best.get(stem) ?? 0), 0) / Math.max(1, name.length));
}

/** What one word of the question says for each table. */
function hitsOf(evidence: readonly Evidence[], coverage: readonly number[]): ReadonlyMap<number, number> {
  const hits = new Map<number, number>();
  for (const { likeness, occurrences } of evidence) {
    for (const { table, weight, inName } of occurrences) {
      const missing = inName ? 1 - (coverage[table] ?? 0) : 0;
      const hit = likeness * weight * (1 - WHOLE_NAME_SHARE * missing);
      hits.set(table, Math.max(hit, hits.get(table) ?? 0));
    }
  }
  return hits;
}

/** The tables' own scores and a share of what `scores` says of their neighbours. */
function withNeighbours(
  own: ReadonlyMap<Table, number>,
  scores: ReadonlyMap<Table, number>,
  joins: JoinGraph,
): ReadonlyMap<Table, number> {
  return new Map(
    Array.from(own, ([table, score]) => {
      const neighbours = Array.from(joins.get(table) ?? [], ([other, sureness]) => sureness * (scores.get(other) ?? 0));
      const [first = 0, second = 0] = neighbours.sort((a, b) => b - a);
      return [table, score + NEIGHBOUR_SHARE * (first + second)];
    }),
  );
}
