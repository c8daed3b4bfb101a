import { describe, expect, it } from 'vitest';
import { MODEL_CATALOGUE } from '../engine/catalogue.ts';
import { SHOP, STAFF } from '../grammar/testing/example-schemas.ts';
import { must } from '../platform/assert.ts';
import { estimatedTokens } from '../prompt/prompt-size.ts';
import { fitsContext, promptFor } from './prompt-for.ts';

const QUESTION = 'How many orders did each customer place in 2024?';

describe('the size of a prompt', () => {
  // Counted with each model's own tokenizer.
  it.each([
    { template: 'nano-1', schema: SHOP, tokens: 300 },
    { template: 'nano-1', schema: STAFF, tokens: 146 },
    { template: 'chat-1', schema: SHOP, tokens: 340 },
    { template: 'chat-1', schema: STAFF, tokens: 195 },
  ] as const)('is estimated as rather too large: $template, $tokens tokens', ({ template, schema, tokens }) => {
    const estimated = estimatedTokens(promptFor(template, schema, QUESTION));
    expect(estimated).toBeGreaterThanOrEqual(tokens);
    expect(estimated).toBeLessThan(1.75 * tokens);
  });

  it('grows by a token for each character that vocabularies hardly know', () => {
    const text = (count: number) => ({ kind: 'text', text: '数'.repeat(count) }) as const;
    expect(estimatedTokens(text(100)) - estimatedTokens(text(50))).toBe(50);
  });

  it('is held against the context together with the answer', () => {
    const model = must(MODEL_CATALOGUE[0], 'a model');
    const prompt = promptFor(model.promptTemplate, SHOP, QUESTION);
    const room = model.contextTokens - estimatedTokens(prompt);
    expect(fitsContext(prompt, model, room)).toBe(true);
    expect(fitsContext(prompt, model, room + 1)).toBe(false);
  });
});
