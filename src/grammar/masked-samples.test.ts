/**
 * What a model without any knowledge writes under the grammar: random tokens of the bundled model's vocabulary, masked
 * by the engine that runs inside WebLLM.
 */
import fc from 'fast-check';
import { loadModule } from 'libpg-query';
import { beforeAll, expect, test } from 'vitest';
import { loadXGrammar, tokenizerInfo } from '../../bench/support/load-xgrammar.ts';
import { nanoVocabulary, tokenBytes } from '../../bench/support/vocabulary.ts';
import type { Schema } from '../schema/model.ts';
import { accepts } from './accepts.ts';
import { buildGrammar, type GrammarOptions } from './build-grammar.ts';
import { printEbnf } from './print-ebnf.ts';
import { arbitrarySchema } from './testing/arbitrary-schema.ts';
import { SHOP, STAFF } from './testing/example-schemas.ts';
import { maskedSample } from './testing/masked-sampler.ts';
import { namesInQuery } from './testing/names-in-query.ts';
import { type RandomNumber, seededRandom } from './testing/sample.ts';
import { unknownNames } from './testing/unknown-names.ts';

const SCHEMAS = 64;
const SAMPLES_PER_SCHEMA = 80;
const WRAP_UP_AFTER = 60;
/** What the ask loop lets a model write. */
const MAX_TOKENS = 320;
const FIXED_SEED = 20_261_123;

const xgrammar = loadXGrammar();
const vocabulary = nanoVocabulary();
const sampled = { bytes: tokenBytes(vocabulary), stopTokens: vocabulary.stopTokens };

beforeAll(loadModule);

async function checkSamples(schema: Schema, options: GrammarOptions, random: RandomNumber, count: number) {
  const grammar = buildGrammar(schema, options);
  const tokenizer = await tokenizerInfo(vocabulary);
  const compiler = await xgrammar.GrammarCompiler.createGrammarCompiler(tokenizer, false);
  const compiled = await compiler.compileGrammar(printEbnf(grammar), grammar.root);
  const matcher = await xgrammar.GrammarMatcher.createGrammarMatcher(compiled);
  for (let index = 0; index < count; index++) {
    const { text, tokens } = await maskedSample(matcher, grammar, sampled, random, WRAP_UP_AFTER);
    expect(tokens, text).toBeLessThan(MAX_TOKENS);
    expect(accepts(grammar, text), text).toEqual({ ok: true });
    const sql = options.json ? sqlInJson(text) : text;
    expect(unknownNames(namesInQuery(sql), schema), sql).toEqual([]);
  }
  for (const handle of [matcher, compiled, compiler, tokenizer]) handle.dispose();
}

function sqlInJson(text: string): string {
  const { sql, ...others }: { sql: string } = JSON.parse(text);
  expect(others).toEqual({});
  return sql;
}

/** A mixture of what the grammar can be asked for. */
function optionsOf(index: number): GrammarOptions {
  return { writes: index % 2 === 1, json: index % 8 === 6, outputNames: index % 16 === 5 ? 'any' : 'shaped' };
}

test(`${SCHEMAS * SAMPLES_PER_SCHEMA} random statements over ${SCHEMAS} schemas end, parse, and name nothing that is not there`, async () => {
  const generated = fc.sample(arbitrarySchema, { numRuns: SCHEMAS - 2, seed: FIXED_SEED });
  const random = seededRandom(FIXED_SEED);
  for (const [index, schema] of [SHOP, STAFF, ...generated].entries()) {
    await checkSamples(schema, optionsOf(index), random, SAMPLES_PER_SCHEMA);
  }
}, 240_000);

test('so do some from a seed of the day', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = seededRandom(seed);
  for (const [index, schema] of fc.sample(arbitrarySchema, { numRuns: 6, seed }).entries()) {
    await checkSamples(schema, optionsOf(seed + index), random, 40).catch((error: unknown) => {
      throw new Error(`seed ${seed}, schema ${index}`, { cause: error });
    });
  }
}, 60_000);
