/**
 * The corpus of `src/sql/testing/corpus`, hundreds of statements as people write them, in canonical SQL: the grammar and
 * xgrammar, the engine inside WebLLM, take all of them and nothing that is spoilt. llama.cpp is asked in
 * `e2e/harness/grammar-acceptance.spec.ts`.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { acceptedByXGrammar } from '../../bench/support/accepted-by-xgrammar.ts';
import { BEYOND_THE_GRAMMAR } from '../../bench/support/beyond-the-grammar.ts';
import { type CanonicalCorpus, canonicalCorpora } from '../../bench/support/canonical-corpus.ts';
import { READ_CORPUS, WRITE_CORPUS } from '../sql/testing/corpus/index.ts';
import { accepts } from './accepts.ts';
import { buildGrammar } from './build-grammar.ts';

let corpora: readonly CanonicalCorpus[];

beforeAll(async () => {
  corpora = await canonicalCorpora();
});

test('the corpus is large', () => {
  const count = (of: (corpus: CanonicalCorpus) => number) => corpora.reduce((sum, corpus) => sum + of(corpus), 0);
  expect(count(({ entries }) => entries.filter(({ writes }) => !writes).length)).toBeGreaterThanOrEqual(500);
  expect(count(({ entries }) => entries.filter(({ writes }) => writes).length)).toBeGreaterThanOrEqual(70);
  expect(count(({ mutated }) => mutated.length)).toBeGreaterThanOrEqual(5_000);
});

test('what is known to be beyond the grammar is in the corpus, and is not much', () => {
  const all = [...READ_CORPUS, ...WRITE_CORPUS];
  const examples = BEYOND_THE_GRAMMAR.flatMap((each) => each.examples);
  for (const example of examples)
    expect(
      all.filter(({ sql }) => sql.includes(example)),
      example,
    ).toHaveLength(1);
  expect(examples.length).toBeLessThan(all.length * 0.02);
});

describe.each(['shop', 'hr', 'library', 'telemetry'] as const)('over the %s database', (database) => {
  const corpusOf = () => corpora.filter((corpus) => corpus.database === database);

  test('queries are accepted without the right to write, and statements that write with it alone', () => {
    for (const { schema, entries } of corpusOf()) {
      const reading = buildGrammar(schema);
      const writing = buildGrammar(schema, { writes: true });
      for (const { sql, original, writes } of entries) {
        expect(accepts(writing, sql), `${original}\n${sql}`).toEqual({ ok: true });
        expect(accepts(reading, sql).ok, sql).toBe(!writes);
      }
    }
  });

  test('xgrammar accepts the same', async () => {
    for (const { schema, entries } of corpusOf()) {
      const texts = entries.map(({ sql }) => sql);
      expect(await acceptedByXGrammar(buildGrammar(schema, { writes: true }), texts)).toEqual(texts);
    }
  });

  test('neither accepts what is spoilt', async () => {
    for (const { schema, mutated } of corpusOf()) {
      const grammar = buildGrammar(schema, { writes: true });
      expect(mutated.filter((text) => accepts(grammar, text).ok)).toEqual([]);
      expect(await acceptedByXGrammar(grammar, mutated)).toEqual([]);
    }
  });

  test('in JSON they are accepted as JSON writes them', () => {
    for (const { schema, entries } of corpusOf()) {
      const grammar = buildGrammar(schema, { writes: true, json: true });
      for (const { sql } of entries) {
        // A blank after the colon, which JSON.stringify leaves out.
        const text = JSON.stringify({ sql }).replace('{"sql":', '{"sql": ');
        expect(accepts(grammar, text), text).toEqual({ ok: true });
        expect(accepts(grammar, sql).ok).toBe(false);
      }
    }
  });
});
