/**
 * What the checker costs while a model writes: microseconds a step, for steps of a character and of a model's token,
 * beside checking the whole text so far from its start each time. Run it with `npx tsx bench/checker/speed.ts`.
 */
import { type Checker, createChecker } from '../../src/checker/check.ts';
import { SHOP_QUERIES, STAFF_QUERIES } from '../../src/grammar/testing/corpus.ts';
import { SHOP, STAFF } from '../../src/grammar/testing/example-schemas.ts';
import type { Schema } from '../../src/schema/model.ts';

/** Characters of SQL that a token of a usual vocabulary stands for. */
const CHARACTERS_PER_TOKEN = 4;
const SECONDS_PER_MEASUREMENT = 2;
/** Copies of the shop under other names, for a schema of about two hundred tables. */
const COPIES = 22;

interface Load {
  readonly name: string;
  readonly schema: Schema;
  readonly queries: readonly string[];
}

const LOADS: readonly Load[] = [
  { name: 'shop, 9 tables', schema: SHOP, queries: SHOP_QUERIES },
  { name: 'staff, 4 tables', schema: STAFF, queries: STAFF_QUERIES },
  { name: 'shop, 207 tables', schema: manyTables(SHOP), queries: SHOP_QUERIES },
];

function manyTables(schema: Schema): Schema {
  const copies = Array.from({ length: COPIES }, (_, copy) =>
    schema.tables.map((table) => ({ ...table, name: `${table.name}_of_${copy}` })),
  );
  return { ...schema, tables: [...schema.tables, ...copies.flat()] };
}

function pieces(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  );
}

/** Reads the query piece by piece; returns how many steps that were. */
function readOn(checker: Checker, parts: readonly string[]): number {
  let state = checker.start;
  for (const part of parts) {
    const next = checker.advance(state, part);
    if (!next.ok) throw new Error(`${next.message} in ${parts.join('')}`);
    state = next;
  }
  return parts.length;
}

/** As `readOn`, without the state of the step before. */
function readAgain(checker: Checker, parts: readonly string[]): number {
  let text = '';
  for (const part of parts) {
    text += part;
    checker.advance(checker.start, text);
  }
  return parts.length;
}

function microsecondsPerStep(
  { queries, schema }: Load,
  length: number,
  read: (checker: Checker, parts: readonly string[]) => number,
): number {
  const checker = createChecker(schema);
  const split = queries.map((query) => pieces(query, length));
  for (const parts of split) read(checker, parts);
  let steps = 0;
  const start = performance.now();
  while (performance.now() - start < SECONDS_PER_MEASUREMENT * 1000) {
    for (const parts of split) steps += read(checker, parts);
  }
  return ((performance.now() - start) * 1000) / steps;
}

for (const load of LOADS) {
  const start = performance.now();
  createChecker(load.schema);
  console.log(`${load.name}: made in ${(performance.now() - start).toFixed(1)} ms`);
  for (const [step, length] of [
    ['character', 1],
    ['token', CHARACTERS_PER_TOKEN],
  ] as const) {
    const on = microsecondsPerStep(load, length, readOn);
    const again = microsecondsPerStep(load, length, readAgain);
    const ratio = (again / on).toFixed(0);
    console.log(
      `  ${step}: ${on.toFixed(2)} µs a step; ${again.toFixed(1)} µs from the start each time (${ratio} times)`,
    );
  }
}
