/**
 * What the checker costs while a model writes: microseconds a step, for steps of a character and of a model's token,
 * beside checking the whole text so far from its start each time. Run it with `npx tsx bench/checker/speed.ts`.
 */
import { type Checker, createChecker } from '../../src/checker/check.ts';
import { SHOP_QUERIES } from '../../src/grammar/testing/corpus.ts';
import { SHOP } from '../../src/grammar/testing/example-schemas.ts';
import { AppError } from '../../src/platform/errors.ts';
import type { Schema } from '../../src/schema/model.ts';
import { canonicalSql } from '../../src/sql/canonical.ts';
import { loadParser } from '../../src/sql/parse-sql.ts';
import { READ_CORPUS } from '../../src/sql/testing/corpus/index.ts';
import { corpusSchemas } from '../support/corpus-schemas.ts';

/** Characters of SQL that a token of a usual vocabulary stands for. */
const CHARACTERS_PER_TOKEN = 4;
const SECONDS_PER_MEASUREMENT = 2;
/** Of the nine tables of the shop under other names, for a schema of about two hundred. */
const COPIES = 22;

interface Load {
  readonly name: string;
  readonly schema: Schema;
  readonly queries: readonly string[];
}

function manyTables(schema: Schema): Schema {
  const copies = Array.from({ length: COPIES }, (_, copy) =>
    schema.tables.map((table) => ({ ...table, name: `${table.name}_of_${copy}` })),
  );
  return { ...schema, tables: [...schema.tables, ...copies.flat()] };
}

async function loads(): Promise<readonly Load[]> {
  await loadParser();
  const corpora = Object.entries(await corpusSchemas()).map(([name, schema]): Load => {
    const entries = READ_CORPUS.filter((entry) => entry.database === name);
    return { name, schema, queries: entries.flatMap(({ sql }) => canonical(sql, schema)) };
  });
  return [...corpora, { name: 'large shop', schema: manyTables(SHOP), queries: SHOP_QUERIES }];
}

function canonical(sql: string, schema: Schema): readonly string[] {
  try {
    return [canonicalSql(sql, schema).sql];
  } catch (thrown) {
    if (thrown instanceof AppError) return [];
    throw thrown;
  }
}

function pieces(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  );
}

/** Reads a query piece by piece. */
function readOn(checker: Checker, parts: readonly string[]): void {
  let state = checker.start;
  for (const part of parts) {
    const next = checker.advance(state, part);
    if (!next.ok) throw new Error(`${next.message} in ${parts.join('')}`);
    state = next;
  }
}

/** As `readOn`, without the state of the step before. */
function readAgain(checker: Checker, parts: readonly string[]): void {
  let text = '';
  for (const part of parts) {
    text += part;
    checker.advance(checker.start, text);
  }
}

function microsecondsPerStep(
  { queries, schema }: Load,
  length: number,
  read: (checker: Checker, parts: readonly string[]) => void,
): number {
  const checker = createChecker(schema);
  const split = queries.map((query) => pieces(query, length));
  for (const parts of split) read(checker, parts);
  const stepsPerRound = split.reduce((sum, parts) => sum + parts.length, 0);
  let rounds = 0;
  const start = performance.now();
  while (performance.now() - start < SECONDS_PER_MEASUREMENT * 1000) {
    for (const parts of split) read(checker, parts);
    rounds++;
  }
  return ((performance.now() - start) * 1000) / (rounds * stepsPerRound);
}

for (const load of await loads()) {
  const start = performance.now();
  createChecker(load.schema);
  const made = (performance.now() - start).toFixed(1);
  console.log(`${load.name}: ${load.schema.tables.length} tables, ${load.queries.length} queries; made in ${made} ms`);
  for (const [step, length] of [
    ['character', 1],
    ['token', CHARACTERS_PER_TOKEN],
  ] as const) {
    const on = microsecondsPerStep(load, length, readOn);
    const again = microsecondsPerStep(load, length, readAgain);
    const ratio = (again / on).toFixed(1);
    console.log(
      `  ${step}: ${on.toFixed(2)} µs a step; ${again.toFixed(1)} µs from the start each time (${ratio} times)`,
    );
  }
}
