/** Whatever the bundled model is driven to write under the grammar, PostgreSQL's own parser reads it. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { loadModule, parseSync } from 'libpg-query';
import { buildGrammar } from '../../src/grammar/build-grammar.ts';
import { printGbnf } from '../../src/grammar/print-gbnf.ts';
import { nanoQuestionText, nanoSchemaText } from '../../src/prompt/nano-1.ts';
import type { Schema } from '../../src/schema/model.ts';
import { nodeRuntime } from '../../workers/database/node-runtime.ts';
import { PostgresDatabase } from '../../workers/database/postgres.ts';
import { openHarness } from './open.ts';

/** Finished samples that are judged, and how many more are drawn because a few run into the limit of tokens. */
const SAMPLES = 200;
const SAMPLES_A_SCHEMA = 60;
/** Hot enough that what the model learnt hardly matters: the grammar alone decides what is possible. */
const TEMPERATURE = 5;
const MAX_TOKENS = 1_000;

const AWKWARD = `
CREATE TABLE "Order" ("select" integer PRIMARY KEY, "group by" text, "naïve größe" numeric, "it's" date);
CREATE TABLE "order lines" (id integer PRIMARY KEY, "orderId" integer REFERENCES "Order" ("select"), "UPPER" boolean,
  parent integer REFERENCES "order lines" (id));
CREATE SCHEMA other;
CREATE TABLE other."Order" (a integer, b integer, PRIMARY KEY (a, b));`;

const QUESTIONS = [
  'how many are there',
  'list everything with names',
  'the largest per group',
  'none of them in 2024',
  '🙂',
];

test('200 samples at a high temperature parse as PostgreSQL', async () => {
  test.setTimeout(900_000);
  await loadModule();
  const harness = await openHarness();
  try {
    const prompts = [];
    for (const script of ['public/samples/shop.sql', 'public/samples/hr.sql', null, 'CREATE TABLE t (a text)']) {
      const sql = script === null ? AWKWARD : script.endsWith('.sql') ? readFileSync(script, 'utf8') : script;
      prompts.push(promptsOf(await schemaOf(sql)));
    }
    const texts = await harness.page.evaluate(
      async ({ prompts, temperature, maxTokens }) => {
        const { engine, catalogue } = globalThis.harness;
        const { signal } = new AbortController();
        const nano = catalogue.find(({ id }) => id === 'nano');
        if (nano === undefined) throw new Error('no nano model');
        await engine.load(nano, () => undefined, signal);
        const written: { text: string; finish: string }[] = [];
        for (const { grammar, texts } of prompts) {
          for (const [seed, text] of texts.entries()) {
            const prompt = { kind: 'text', text } as const;
            const request = { prompt, grammar, maxTokens, temperature, seed };
            written.push(await engine.generate(request, () => undefined, signal));
          }
        }
        return written.map(({ text, finish }) => ({ text, finish }));
      },
      { prompts, temperature: TEMPERATURE, maxTokens: MAX_TOKENS },
    );
    // What is cut off is never shown as an answer: the page says that the model reached its limit.
    const finished = texts.filter(({ finish }) => finish === 'stop').map(({ text }) => text);
    expect(finished.length).toBeGreaterThanOrEqual(SAMPLES);
    const judged = finished.slice(0, SAMPLES);
    expect(judged.filter((text) => !parses(text))).toEqual([]);
    expect(new Set(judged).size).toBeGreaterThan(SAMPLES / 2);
  } finally {
    await harness.close();
  }
});

async function schemaOf(script: string): Promise<Schema> {
  const database = new PostgresDatabase();
  await database.open(await nodeRuntime());
  await database.applyScript(script, { dialect: 'postgres' }, () => undefined);
  return await database.introspect();
}

function promptsOf(schema: Schema): { grammar: string; texts: string[] } {
  const texts = Array.from(
    { length: SAMPLES_A_SCHEMA },
    (_, index) => nanoSchemaText(schema) + nanoQuestionText(QUESTIONS[index % QUESTIONS.length] ?? ''),
  );
  return { grammar: printGbnf(buildGrammar(schema)), texts };
}

function parses(sql: string): boolean {
  try {
    return parseSync(sql).stmts?.length === 1;
  } catch {
    return false;
  }
}
