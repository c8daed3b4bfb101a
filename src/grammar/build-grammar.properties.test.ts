import fc from 'fast-check';
import { loadModule } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Schema } from '../schema/model.ts';
import { RESERVED_WORDS } from '../schema/names.ts';
import { accepts } from './accepts.ts';
import { buildGrammar } from './build-grammar.ts';
import { isListName } from './output-names.ts';
import { printEbnf } from './print-ebnf.ts';
import { printGbnf } from './print-gbnf.ts';
import { arbitrarySchema } from './testing/arbitrary-schema.ts';
import { SHOP, STAFF } from './testing/example-schemas.ts';
import { namesInQuery } from './testing/names-in-query.ts';
import { readGrammar } from './testing/read-grammar.ts';
import { sampler, seededRandom } from './testing/sample.ts';
import { unknownNames } from './testing/unknown-names.ts';

const FIXED_SEED = 20_260_101;
const SAMPLES_PER_SCHEMA = 8;

beforeAll(loadModule);

function checkSamples(schema: Schema, seed: number, count: number): void {
  const grammar = buildGrammar(schema, { writes: seed % 2 === 0 });
  const sample = sampler(grammar);
  const random = seededRandom(seed);
  for (let index = 0; index < count; index++) {
    const sql = sample(random);
    expect(unknownNames(namesInQuery(sql), schema), sql).toEqual([]);
    expect(accepts(grammar, sql), sql).toEqual({ ok: true });
  }
}

describe('random queries parse as PostgreSQL and name nothing that is not in the schema', () => {
  test.each([
    { name: 'the shop', schema: SHOP },
    { name: 'the staff', schema: STAFF },
  ])('of $name', ({ schema }) => checkSamples(schema, FIXED_SEED, 150));

  test('of schemas with any names, from a fixed seed', () => {
    fc.assert(
      fc.property(arbitrarySchema, fc.nat(), (schema, seed) => checkSamples(schema, seed, SAMPLES_PER_SCHEMA)),
      { seed: FIXED_SEED, numRuns: 40 },
    );
  });

  test('of schemas with any names, from a seed of the day', () => {
    fc.assert(
      fc.property(arbitrarySchema, fc.nat(), (schema, seed) => checkSamples(schema, seed, SAMPLES_PER_SCHEMA)),
      { numRuns: 20 },
    );
  });
});

/** Near those that are reserved, and any others. */
const arbitraryName = fc.oneof(
  fc
    .tuple(fc.constantFrom(...RESERVED_WORDS), fc.nat({ max: 12 }), fc.stringMatching(/^[a-z0-9_]{0,3}$/))
    .map(([word, length, end]) => word.slice(0, length) + end),
  fc.constantFrom(...RESERVED_WORDS),
  fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/),
);

test('a name in a list is what the canonical printer takes for one, and Postgres too', () => {
  const grammar = buildGrammar(SHOP);
  fc.assert(
    fc.property(arbitraryName, (name) => {
      const sql = `WITH q1(${name}) AS (SELECT 1) SELECT * FROM q1`;
      const isAccepted = accepts(grammar, sql).ok;
      expect(isAccepted, name).toBe(isListName(name, SHOP));
      if (isAccepted) expect(() => namesInQuery(sql), sql).not.toThrow();
    }),
    { numRuns: 2_000 },
  );
});

describe('printed grammars', () => {
  test('are the grammar: what is read back accepts and rejects the same', () => {
    fc.assert(
      fc.property(arbitrarySchema, fc.nat(), (schema, seed) => {
        const grammar = buildGrammar(schema);
        const sql = sampler(grammar)(seededRandom(seed));
        for (const text of [printGbnf(grammar), printEbnf(grammar)]) {
          const readBack = readGrammar(text);
          expect(readBack.rules.map((each) => each.name)).toEqual(grammar.rules.map((each) => each.name));
          expect(accepts(readBack, sql), sql).toEqual({ ok: true });
          const spoilt = `${sql.slice(0, -1)}\u0001`;
          expect(accepts(readBack, spoilt)).toEqual(accepts(grammar, spoilt));
        }
      }),
      { numRuns: 25 },
    );
  });
});
