import fc from 'fast-check';
import { loadModule } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Schema } from '../schema/model.ts';
import { selfJoinAlias } from '../schema/names.ts';
import { accepts } from './accepts.ts';
import { buildGrammar } from './build-grammar.ts';
import { printEbnf } from './print-ebnf.ts';
import { printGbnf } from './print-gbnf.ts';
import { arbitrarySchema } from './testing/arbitrary-schema.ts';
import { SHOP, STAFF } from './testing/example-schemas.ts';
import { type NamesInQuery, namesInQuery, type TableInQuery } from './testing/names-in-query.ts';
import { readGrammar } from './testing/read-grammar.ts';
import { sampler, seededRandom } from './testing/sample.ts';

const FIXED_SEED = 20_260_101;
const SAMPLES_PER_SCHEMA = 8;

beforeAll(loadModule);

/** The names by which a query may call tables, with their columns; a name is written as its parts in JSON. */
function knownNames(schema: Schema): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const table of schema.tables) {
    const alias = bare(selfJoinAlias(table, schema));
    const qualified = table.namespace === 'public' ? [table.name] : [table.namespace, table.name];
    for (const name of [JSON.stringify(qualified), JSON.stringify([alias])]) {
      const columns = known.get(name) ?? new Set(['*']);
      for (const column of table.columns) columns.add(column.name);
      known.set(name, columns);
    }
  }
  return known;
}

function bare(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

function unknownNames({ tables, columns }: NamesInQuery, schema: Schema): unknown[] {
  const known = knownNames(schema);
  return [
    ...tables.filter((table) => !isKnownTable(table, schema)),
    ...columns.filter((parts) => {
      // A single name is one of the query's own, in ORDER BY, or the star.
      if (parts.length === 1) return !/^(?:[a-z][a-z0-9_]*|\*)$/.test(parts[0] ?? '');
      return !known.get(JSON.stringify(parts.slice(0, -1)))?.has(parts.at(-1) ?? '');
    }),
  ];
}

function isKnownTable(found: TableInQuery, schema: Schema): boolean {
  return schema.tables.some(
    (table) =>
      table.name === found.name &&
      table.namespace === (found.namespace ?? 'public') &&
      (found.alias === null || found.alias === bare(selfJoinAlias(table, schema))),
  );
}

function checkSamples(schema: Schema, seed: number, count: number): void {
  const grammar = buildGrammar(schema);
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
