/**
 * `npx tsx bench/grammar/decode.ts [--out FILE]`
 * How much slower the bundled model writes under the grammar: the same prompts, greedy, with and without it, in turn,
 * in headless Chromium. What is compared is the time of a token, since the texts can differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { openHarness } from '../../e2e/harness/open.ts';
import { buildGrammar } from '../../src/grammar/build-grammar.ts';
import { printGbnf } from '../../src/grammar/print-gbnf.ts';
import { nanoQuestionText, nanoSchemaText } from '../../src/prompt/nano-1.ts';
import type { Schema } from '../../src/schema/model.ts';
import { corpusSchemas } from '../support/corpus-schemas.ts';
import { schemaOfSize } from './make-schema.ts';

const ROUNDS = 9;
const MAX_TOKENS = 80;

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const { shop, hr } = await corpusSchemas();
const QUESTIONS: readonly { readonly name: string; readonly schema: Schema; readonly questions: readonly string[] }[] =
  [
    { name: 'shop', schema: shop, questions: questionsOf('shop') },
    {
      name: 'hr',
      schema: hr,
      questions: [
        'How many employees does each department have?',
        'Who are the five employees with the highest salary?',
      ],
    },
    {
      name: '12 tables',
      schema: schemaOfSize(12),
      questions: [
        'How many accounts are there in each city?',
        'Show the names of the assets with the highest unit price',
      ],
    },
  ];

const { page, close } = await openHarness();
await page.evaluate(async () => {
  const { engine, catalogue } = harness;
  const nano = catalogue.find(({ id }) => id === 'nano');
  if (nano) await engine.load(nano, () => undefined, new AbortController().signal);
});

/** Milliseconds a token, after the first. */
function decode(prompt: string, grammar: string | null): Promise<{ tokens: number; milliseconds: number }> {
  return page.evaluate(
    async ({ prompt, grammar, maxTokens }) => {
      const request = {
        prompt: { kind: 'text', text: prompt } as const,
        maxTokens,
        temperature: 0,
        seed: 1,
        ...(grammar !== null && { grammar }),
      };
      const { outputTokens, decodeMilliseconds } = await harness.engine.generate(
        request,
        () => undefined,
        new AbortController().signal,
      );
      return { tokens: outputTokens - 1, milliseconds: decodeMilliseconds };
    },
    { prompt, grammar, maxTokens: MAX_TOKENS },
  );
}

const lines = ['| schema | grammar kB | ms a token, free | ms a token, grammar | slower |', '|---|---|---|---|---|'];
for (const { name, schema, questions } of QUESTIONS) {
  const grammar = printGbnf(buildGrammar(schema));
  let free = 0;
  let bound = 0;
  for (const question of questions) {
    const prompt = nanoSchemaText(schema) + nanoQuestionText(question);
    // The least of the rounds: other work on the machine can only make one slower.
    const least = { free: Number.POSITIVE_INFINITY, bound: Number.POSITIVE_INFINITY };
    for (let round = 0; round < ROUNDS; round++) {
      for (const [kind, text] of [
        ['free', null],
        ['bound', grammar],
      ] as const) {
        const { tokens, milliseconds } = await decode(prompt, text);
        if (tokens > 0) least[kind] = Math.min(least[kind], milliseconds / tokens);
      }
    }
    free += least.free / questions.length;
    bound += least.bound / questions.length;
  }
  lines.push(
    `| ${name} | ${(grammar.length / 1000).toFixed(0)} | ${free.toFixed(2)} | ${bound.toFixed(2)} | ${((bound / free - 1) * 100).toFixed(1)} % |`,
  );
}
await close();
const report = `${lines.join('\n')}\n\nMean over the questions of the least of ${ROUNDS} rounds; bundled model, one thread, headless Chromium on ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}.\n`;
console.log(report);
if (values.out) writeFileSync(values.out, report);
process.exit();

function questionsOf(sample: string): string[] {
  const suite: { cases: { question: string }[] } = JSON.parse(
    readFileSync(new URL(`../../e2e/questions/${sample}.json`, import.meta.url), 'utf8'),
  );
  return suite.cases.slice(0, 4).map(({ question }) => question);
}
