/**
 * `expert compare-greedy`: does the file that the page loads answer as the model that was trained? Runs the prompts
 * through the built inference worker in headless Chromium and compares with what PyTorch wrote.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { openHarness } from '../../e2e/harness/open.ts';
import { MODEL_CATALOGUE } from '../../src/engine/catalogue.ts';
import { must } from '../../src/platform/assert.ts';
import { AppError } from '../../src/platform/errors.ts';

const linesSchema = v.array(v.object({ prompt: v.string(), text: v.string() }));

export async function compareGreedy(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      expected: { type: 'string' },
      model: { type: 'string', default: 'models/nano/nano.gguf' },
      limit: { type: 'string', default: '20' },
      // What `nano.py greedy` calls its limit.
      'max-tokens': { type: 'string', default: '200' },
    },
  });
  if (values.expected === undefined) {
    throw new AppError({ code: 'internal', message: 'Say what PyTorch answered: --expected FILE.jsonl' });
  }
  const expected = readLines(values.expected).slice(0, Number(values.limit));
  const maxTokens = Number(values['max-tokens']);
  const weights = readFileSync(values.model);
  const entry = {
    ...must(
      MODEL_CATALOGUE.find(({ id }) => id === 'nano'),
      'the bundled model',
    ),
    sizeBytes: weights.length,
    sha256: createHash('sha256').update(weights).digest('hex'),
  };

  const { context, page, close } = await openHarness();
  try {
    await context.route('**/*.gguf', (route) => route.fulfill({ body: weights }));
    await page.evaluate((model) => harness.engine.load(model, () => undefined, new AbortController().signal), entry);
    let equal = 0;
    for (const { prompt, text } of expected) {
      const request = {
        prompt: { kind: 'text', text: prompt },
        maxTokens,
        temperature: 0,
        seed: 1,
      } as const;
      const received = await page.evaluate(
        (generate) =>
          harness.engine
            .generate(generate, () => undefined, new AbortController().signal)
            .then(
              (generation) => generation.text,
              (error) => `(${error.code}: ${error.message})`,
            ),
        request,
      );
      if (received === text) equal++;
      else console.log(`${JSON.stringify(prompt)}\n  expected ${text}\n  received ${received}`);
    }
    console.log(`${equal} of ${expected.length} answers are equal.`);
    if (equal < expected.length) process.exitCode = 1;
  } finally {
    await close();
  }
}

function readLines(path: string): v.InferOutput<typeof linesSchema> {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return v.parse(
    linesSchema,
    lines.map((line): unknown => JSON.parse(line)),
  );
}
