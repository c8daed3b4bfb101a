/**
 * `npx tsx bench/grammar/cost.ts [--vocabulary FILE] [--out FILE]`
 * What a grammar costs xgrammar, by the size of the schema: its text, the time to compile it, the time of a mask.
 *
 * `--vocabulary`: the Qwen family's tokens (see `qwenVocabulary`); the bundled model's 4,096 without it, which cost
 * less.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { buildGrammar } from '../../src/grammar/build-grammar.ts';
import { printEbnf } from '../../src/grammar/print-ebnf.ts';
import { printGbnf } from '../../src/grammar/print-gbnf.ts';
import { seededRandom } from '../../src/grammar/testing/sample.ts';
import { must } from '../../src/platform/assert.ts';
import type { Schema } from '../../src/schema/model.ts';
import { loadXGrammar, tokenizerInfo } from '../support/load-xgrammar.ts';
import { nanoVocabulary, qwenVocabulary } from '../support/vocabulary.ts';
import { schemaOfSize } from './make-schema.ts';

const SIZES = [3, 10, 50, 200];
/** The least of so many runs: other work on the machine can only make one slower. */
const RUNS = 5;
const WALKS = 40;
const WALK_TOKENS = 40;

const { values } = parseArgs({
  options: { vocabulary: { type: 'string' }, out: { type: 'string' } },
});
const vocabulary = values.vocabulary ? qwenVocabulary(values.vocabulary) : nanoVocabulary();
const xgrammar = loadXGrammar();
const tokenizer = await tokenizerInfo(vocabulary);

/** Warm, so that the first table does not pay for the engine's start. */
await compileTime(printEbnf(buildGrammar(schemaOfSize(3))));
const lines = [
  '| tables / columns | writes | grammar kB (GBNF) | build ms | compile CPU ms | mask ms: mean / p95 / max |',
  '|---|---|---|---|---|---|',
];
for (const size of SIZES) {
  const schema = schemaOfSize(size);
  for (const writes of [false, true]) lines.push(await line(schema, writes));
}
const report = `${lines.join('\n')}\n\nVocabulary: ${vocabulary.name}, ${vocabulary.tokens.length} tokens; the least of ${RUNS} runs. Node ${process.versions.node} on ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}.\n`;
console.log(report);
if (values.out) writeFileSync(values.out, report);

async function line(schema: Schema, writes: boolean): Promise<string> {
  const started = performance.now();
  const grammar = buildGrammar(schema, { writes });
  const gbnf = printGbnf(grammar);
  const build = performance.now() - started;
  const text = printEbnf(grammar);
  const columns = schema.tables.reduce((sum, table) => sum + table.columns.length, 0);
  const cells = [
    `${schema.tables.length} / ${columns}`,
    writes ? 'yes' : 'no',
    (gbnf.length / 1000).toFixed(0),
    build.toFixed(0),
    (await leastCompileTime(text)).toFixed(0),
    await maskTimes(text),
  ];
  return `| ${cells.join(' | ')} |`;
}

async function leastCompileTime(text: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) least = Math.min(least, await compileTime(text));
  return least;
}

async function compileTime(text: string): Promise<number> {
  const compiler = await xgrammar.GrammarCompiler.createGrammarCompiler(tokenizer, false);
  const before = process.cpuUsage();
  const compiled = await compiler.compileGrammar(text);
  const { user, system } = process.cpuUsage(before);
  compiled.dispose();
  compiler.dispose();
  return (user + system) / 1000;
}

/** Along random walks through what is allowed. */
async function maskTimes(text: string): Promise<string> {
  const compiler = await xgrammar.GrammarCompiler.createGrammarCompiler(tokenizer, false);
  const compiled = await compiler.compileGrammar(text);
  const matcher = await xgrammar.GrammarMatcher.createGrammarMatcher(compiled);
  const random = seededRandom(7);
  const times: number[] = [];
  for (let walk = 0; walk < WALKS; walk++) {
    matcher.reset();
    for (let step = 0; step < WALK_TOKENS; step++) {
      const started = performance.now();
      const mask = await matcher.getNextTokenBitmask();
      times.push(performance.now() - started);
      const allowed = tokensOf(mask).filter((id) => !vocabulary.stopTokens.includes(id));
      if (allowed.length === 0) break;
      matcher.acceptToken(must(allowed[Math.floor(random() * allowed.length)], 'an allowed token'));
    }
  }
  for (const handle of [matcher, compiled, compiler]) handle.dispose();
  const sorted = times.toSorted((left, right) => left - right);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const p95 = must(sorted[Math.floor(sorted.length * 0.95)], 'a time');
  return [mean, p95, must(sorted.at(-1), 'a time')].map((time) => time.toFixed(2)).join(' / ');
}

function tokensOf(mask: Int32Array): number[] {
  const tokens: number[] = [];
  for (const [word, value] of mask.entries()) {
    for (let bits = value; bits !== 0; bits &= bits - 1) tokens.push(word * 32 + 31 - Math.clz32(bits & -bits));
  }
  return tokens.filter((id) => id < vocabulary.tokens.length);
}
