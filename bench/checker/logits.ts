/**
 * `npx tsx bench/checker/logits.ts [--out FILE]`
 * The checker as a processor of logits, along the corpus in canonical SQL cut into tokens of the bundled model: at each
 * step the token that comes next and, drawn from those that the grammar allows there, as many others as are judged. How
 * many of the others are rejected, whether the right one ever is, and the time of a step over logits of the Qwen
 * family's width. What the copies between the graphics card and the CPU cost can only be measured on such a card.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { createChecker } from '../../src/checker/check.ts';
import { buildGrammar } from '../../src/grammar/build-grammar.ts';
import { printEbnf } from '../../src/grammar/print-ebnf.ts';
import { type RandomNumber, seededRandom } from '../../src/grammar/testing/sample.ts';
import { must } from '../../src/platform/assert.ts';
import { CheckedLogits, JUDGED_TOKENS } from '../../workers/inference/checked-logits.ts';
import { byteLevelTokens } from '../../workers/inference/checked-logits-tokens.ts';
import { type CanonicalCorpus, canonicalCorpora } from '../support/canonical-corpus.ts';
import { loadXGrammar, tokenizerInfo } from '../support/load-xgrammar.ts';
import { nanoVocabulary, tokenBytes } from '../support/vocabulary.ts';

/** Of the Qwen family's logits. */
const WIDTH = 151_936;
const BYTES_PER_LOGIT = 4;
const SEED = 20_261_123;
const COPY_RUNS = 200;
/** Steps by how much the grammar leaves open: a column or a keyword, many words, the inside of a text. */
const OPENNESS: readonly { readonly name: string; readonly atMost: number }[] = [
  { name: 'at most 100 tokens allowed', atMost: 100 },
  { name: '101 to 1,000', atMost: 1000 },
  { name: 'more', atMost: Number.POSITIVE_INFINITY },
];

interface Tally {
  steps: number;
  others: number;
  rejectedOthers: number;
}

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const vocabulary = nanoVocabulary();
const stop = must(vocabulary.stopTokens[0], 'the token that ends');
const tokens = byteLevelTokens((token) => vocabulary.tokens[token] ?? '', vocabulary.stopTokens);
/** By their bytes, one character each. */
const tokenByText = new Map(tokenBytes(vocabulary).map((bytes, token) => [String.fromCharCode(...bytes), token]));
const longestToken = Math.max(...[...tokenByText.keys()].map((text) => text.length));
const xgrammar = loadXGrammar();
const tokenizer = await tokenizerInfo(vocabulary);
const compiler = await xgrammar.GrammarCompiler.createGrammarCompiler(tokenizer, false);

const tallies = OPENNESS.map((): Tally => ({ steps: 0, others: 0, rejectedOthers: 0 }));
const penalised: string[] = [];
const notOfGrammar: string[] = [];
const times: number[] = [];
let queries = 0;
for (const corpus of await canonicalCorpora()) await measure(corpus);

const report = `${[
  '| step | steps | other tokens | rejected | share |',
  '|---|---|---|---|---|',
  ...OPENNESS.map(({ name }, index) => row(name, [must(tallies[index], 'a tally')])),
  row('all', tallies),
].join('\n')}

${queries} queries; the right token was penalised ${penalised.length} times. ${notOfGrammar.length} queries were left out, which the grammar does not take.
A step over ${WIDTH.toLocaleString('en')} logits: ${distribution(times)} µs (median / mean / p95 / max).
Logits: ${(WIDTH * BYTES_PER_LOGIT).toLocaleString('en')} bytes; the copies of them that WebLLM makes in JavaScript: ${distribution(copyTimes())} µs.
Node ${process.versions.node} on ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}.
`;
console.log(report);
for (const each of penalised.slice(0, 20)) console.log(`penalised: ${each}`);
if (values.out) writeFileSync(values.out, report);
process.exit(penalised.length > 0 ? 1 : 0);

async function measure({ schema, entries }: CanonicalCorpus): Promise<void> {
  const compiled = await compiler.compileGrammar(printEbnf(buildGrammar(schema, { writes: true })));
  const matcher = await xgrammar.GrammarMatcher.createGrammarMatcher(compiled);
  const checker = createChecker(schema);
  const random = seededRandom(SEED);
  const logits = new Float32Array(WIDTH);
  for (const { sql } of entries) {
    matcher.reset();
    // A processor each, so that no query profits from what was kept of another.
    const processor = new CheckedLogits(checker, tokens);
    queries++;
    const sequence = [...cut(sql), stop];
    for (const [at, next] of sequence.entries()) {
      const allowed = allowedTokens(await matcher.getNextTokenBitmask());
      if (!matcher.acceptToken(next)) {
        notOfGrammar.push(sql);
        queries--;
        break;
      }
      const others = draw(allowed, next, random);
      logits.fill(Number.NEGATIVE_INFINITY);
      for (const token of [next, ...others]) logits[token] = random();
      const before = logits.slice();
      const started = performance.now();
      processor.processLogits(logits);
      processor.processSampledToken(next);
      times.push((performance.now() - started) * 1000);
      if (logits[next] !== before[next]) penalised.push(`${textOf(sequence.slice(0, at))}‸${textOf([next])}`);
      const tally = must(tallies[OPENNESS.findIndex(({ atMost }) => allowed.length <= atMost)], 'a tally');
      tally.steps++;
      tally.others += others.length;
      tally.rejectedOthers += others.filter((token) => logits[token] !== before[token]).length;
    }
  }
  matcher.dispose();
  compiled.dispose();
}

/** The longest token of the vocabulary each time: some way in which the text can be written. */
function cut(sql: string): number[] {
  const bytes = String.fromCharCode(...new TextEncoder().encode(sql));
  const sequence: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    let length = longestToken;
    while (!tokenByText.has(bytes.slice(at, at + length))) length--;
    const text = bytes.slice(at, at + length);
    sequence.push(must(tokenByText.get(text), 'a token for each byte'));
    at += text.length;
  }
  return sequence;
}

function textOf(sequence: readonly number[]): string {
  const bytes = sequence.flatMap((token) => [...(tokens.bytesOf(token) ?? [])]);
  return sequence.at(-1) === stop ? '(the end)' : new TextDecoder().decode(Uint8Array.from(bytes));
}

/** As many others as are judged beside the right one, no two equal. */
function draw(allowed: readonly number[], next: number, random: RandomNumber): number[] {
  const left = allowed.filter((token) => token !== next);
  const count = Math.min(left.length, JUDGED_TOKENS - 1);
  return Array.from({ length: count }, () =>
    must(left.splice(Math.floor(random() * left.length), 1)[0], 'a token that is left'),
  );
}

function allowedTokens(mask: Int32Array): number[] {
  return vocabulary.tokens.flatMap((_, token) => (((mask[token >> 5] ?? 0) >> (token & 31)) & 1 ? [token] : []));
}

/** What `sampleFromRawLogits` does around a processor: out of the heap once, twice into a new array for `copyFrom`. */
function copyTimes(): number[] {
  const heap = new Float32Array(WIDTH).fill(1);
  return Array.from({ length: COPY_RUNS }, () => {
    const started = performance.now();
    const out = heap.slice();
    heap.set(Float32Array.from(out));
    heap.set(Float32Array.from(out));
    return (performance.now() - started) * 1000;
  });
}

function row(name: string, parts: readonly Tally[]): string {
  const sum = (key: keyof Tally) => parts.reduce((total, part) => total + part[key], 0);
  const share = ((100 * sum('rejectedOthers')) / sum('others')).toFixed(1);
  return `| ${name} | ${sum('steps')} | ${sum('others')} | ${sum('rejectedOthers')} | ${share} % |`;
}

function distribution(microseconds: readonly number[]): string {
  const sorted = microseconds.toSorted((left, right) => left - right);
  const at = (part: number) => must(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))], 'a time');
  const mean = sorted.reduce((sum, each) => sum + each, 0) / sorted.length;
  return [at(0.5), mean, at(0.95), at(1)].map((each) => each.toFixed(0)).join(' / ');
}
