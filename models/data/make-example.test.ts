import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepts } from '../../src/grammar/accepts.ts';
import { buildGrammar } from '../../src/grammar/build-grammar.ts';
import { nanoSchemaText } from '../../src/prompt/nano-1.ts';
import { makeDrafts, PATTERNS, randomWorld } from './make-example.ts';
import { parseDomains } from './parse-domains.ts';
import { Prover } from './prove.ts';
import { Random } from './random.ts';

const domains = parseDomains();

/** Worlds and drafts of one seed. */
function sample(seed: number, count: number) {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const world = randomWorld(domains, random);
    return { world, drafts: makeDrafts(world, 10, random) };
  });
}

describe('training examples', () => {
  let prover: Prover;
  beforeAll(async () => {
    prover = await Prover.open();
  });
  afterAll(() => prover.close());

  it('are equal for equal seeds and differ between seeds', () => {
    const texts = (seed: number) => JSON.stringify(sample(seed, 5).map(({ drafts }) => drafts));
    expect(texts(1)).toBe(texts(1));
    expect(texts(1)).not.toBe(texts(2));
  });

  it('run in Postgres, nearly all with rows', async () => {
    const verdicts = [];
    for (const { world, drafts } of sample(3, 40)) verdicts.push(...(await prover.judge(world, drafts)));
    expect(verdicts.filter((verdict) => verdict.verdict === 'error')).toEqual([]);
    const kept = verdicts.filter((verdict) => verdict.verdict === 'kept').length;
    expect(kept / verdicts.length).toBeGreaterThan(0.9);
  });

  it('are accepted by the grammar of their own schema', () => {
    for (const { world, drafts } of sample(4, 60)) {
      const grammar = buildGrammar(world.schema);
      for (const { sql } of drafts) expect(accepts(grammar, sql), sql).toEqual({ ok: true });
    }
  });

  it('use every pattern, and thousands of wordings', () => {
    const drafts = sample(5, 600).flatMap((entry) => entry.drafts);
    expect(new Set(drafts.map((draft) => draft.pattern))).toEqual(new Set(PATTERNS.map((pattern) => pattern.id)));
    const wordings = drafts.filter((draft) => draft.pattern === 'list-filtered').map((draft) => draft.question);
    expect(new Set(wordings).size).toBeGreaterThan(wordings.length * 0.9);
  });

  it('name every table and column of the schema in the prompt', () => {
    for (const { world } of sample(6, 30)) {
      const lines = nanoSchemaText(world.schema).trimEnd().split('\n').slice(1);
      expect(lines).toHaveLength(world.schema.tables.length);
    }
  });
});
