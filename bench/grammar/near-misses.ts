/**
 * `npx tsx bench/grammar/near-misses.ts [--out FILE]`
 * What each layer is worth: one column reference of a query that is right is replaced at random by another that the
 * layer still allows, and Postgres is asked to prepare the result. The share that it prepares is the chance that a slip
 * of the model, once let through, is at least a query.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Checker, createChecker } from '../../src/checker/check.ts';
import type { Reason } from '../../src/checker/rejection.ts';
import { accepts } from '../../src/grammar/accepts.ts';
import { buildGrammar } from '../../src/grammar/build-grammar.ts';
import type { Grammar } from '../../src/grammar/rule-tree.ts';
import { type RandomNumber, seededRandom } from '../../src/grammar/testing/sample.ts';
import { must } from '../../src/platform/assert.ts';
import type { Schema, Table } from '../../src/schema/model.ts';
import { quoteName, tableName } from '../../src/schema/names.ts';
import { corpusDatabases } from '../../src/sql/testing/corpus/index.ts';
import { type CanonicalToken, canonicalTokens } from '../../src/sql/testing/corpus/mutation/canonical-tokens.ts';
import { columnReferences, tableReferences } from '../../src/sql/testing/corpus/mutation/table-references.ts';
import { nodeRuntime } from '../../workers/database/node-runtime.ts';
import { PostgresDatabase } from '../../workers/database/postgres.ts';
import { canonicalCorpora } from '../support/canonical-corpus.ts';

const SEED = 20_261_123;
/** Draws before a layer is taken to allow nothing else there. */
const MAX_DRAWS = 400;

interface Candidate {
  readonly sql: string;
  readonly table: Table;
}

/** Whether a candidate passes; `original` are the tables that the query reads. */
interface Layer {
  readonly name: string;
  passes(candidate: Candidate, world: World): boolean;
}

interface World {
  readonly checker: Checker;
  readonly grammar: Grammar;
  readonly ownTables: ReadonlySet<Table>;
}

const TYPE_REASONS: readonly Reason[] = ['type'];
const GROUPING_REASONS: readonly Reason[] = ['grouping', 'aggregate-place'];

const ofOwnTables = ({ table }: Candidate, { ownTables }: World) => ownTables.has(table);
/** The checker without what it would say for one of these reasons. */
const checkedBut =
  (ignored: readonly Reason[]) =>
  (candidate: Candidate, world: World): boolean => {
    const verdict = world.checker.check(candidate.sql);
    return ofOwnTables(candidate, world) && (verdict.ok || ignored.includes(verdict.reason));
  };

const LAYERS: readonly Layer[] = [
  { name: 'grammar: any column of the schema behind its table', passes: () => true },
  { name: '+ the tables of the query alone', passes: ofOwnTables },
  { name: '+ scope', passes: checkedBut([...TYPE_REASONS, ...GROUPING_REASONS]) },
  { name: '+ types', passes: checkedBut(GROUPING_REASONS) },
  { name: '+ grouping', passes: checkedBut([]) },
];

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const runtime = await nodeRuntime();
const counts = LAYERS.map(() => ({ tried: 0, prepared: 0 }));
for (const { database: name, schema, entries } of await canonicalCorpora()) {
  const database = new PostgresDatabase();
  await database.open(runtime);
  await database.applyScript(await readFile(corpusDatabases[name], 'utf8'), { dialect: 'postgres' }, () => undefined);
  const random = seededRandom(SEED);
  const checker = createChecker(schema);
  const grammar = buildGrammar(schema);
  for (const { sql, writes } of entries) {
    if (writes) continue;
    for (const [index, layer] of LAYERS.entries()) {
      const candidate = draw(sql, schema, layer, { checker, grammar }, random);
      const count = must(counts[index], 'the layer’s count');
      if (!candidate) continue;
      count.tried++;
      if (await isPrepared(candidate.sql, database)) count.prepared++;
    }
  }
  await database.close();
}

const lines = LAYERS.map(({ name }, index) => {
  const { tried, prepared } = must(counts[index], 'the layer’s count');
  return `| ${name} | ${tried} | ${((100 * prepared) / tried).toFixed(0)} % |`;
});
const report = `| layer | replaced | still prepares |\n|---|---|---|\n${lines.join('\n')}\n\nCorpus of src/sql/testing/corpus, seed ${SEED}. Node ${process.versions.node} on ${cpus()[0]?.model.trim() ?? 'unknown processor'}.\n`;
console.log(report);
if (values.out) await writeFile(values.out, report);
// PGlite keeps Node running.
process.exit();

/** A reference, drawn at random, replaced by a random one that the layer lets through; undefined when it lets none. */
function draw(
  sql: string,
  schema: Schema,
  layer: Layer,
  { checker, grammar }: Pick<World, 'checker' | 'grammar'>,
  random: RandomNumber,
): Candidate | undefined {
  const tokens = canonicalTokens(sql);
  const tables = tableReferences(tokens, schema);
  const references = columnReferences(tokens, tables).flatMap(({ table, at }) => {
    const reference = tables.find((each) => each.at === at - 2);
    return reference ? [{ table, from: reference.from, at }] : [];
  });
  const reference = references[Math.floor(random() * references.length)];
  if (!reference) return undefined;
  const world = { checker, grammar, ownTables: new Set(tables.map(({ table }) => table)) };
  const columns = schema.tables.flatMap((table) => table.columns.map((column) => ({ table, column })));
  for (let drawn = 0; drawn < MAX_DRAWS; drawn++) {
    const { table, column } = must(columns[Math.floor(random() * columns.length)], 'a column');
    const name = `${tableName(table)}.${quoteName(column.name)}`;
    const candidate = { sql: replaced(tokens, reference.from, reference.at, name), table };
    if (candidate.sql === sql || !layer.passes(candidate, world)) continue;
    if (accepts(grammar, candidate.sql).ok) return candidate;
  }
  return undefined;
}

function replaced(tokens: readonly CanonicalToken[], from: number, to: number, text: string): string {
  return [...tokens.slice(0, from), { text }, ...tokens.slice(to + 1)].map((token) => token.text).join('');
}

async function isPrepared(sql: string, database: PostgresDatabase): Promise<boolean> {
  try {
    await database.prepare(sql);
    return true;
  } catch {
    return false;
  }
}
