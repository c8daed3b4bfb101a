/** With the pipeline and the xgrammar of the installed WebLLM: an upgrade that moves what we reach for fails here. */
import { beforeEach, describe, expect, it } from 'vitest';
import { byteLevelText } from '../../models/format/byte-level.ts';
import { buildGrammar } from '../../src/grammar/build-grammar.ts';
import { printEbnf } from '../../src/grammar/print-ebnf.ts';
import { SHOP } from '../../src/grammar/testing/example-schemas.ts';
import { PENALTY } from './checked-logits.ts';
import { WebLlmLogits } from './checked-logits-webllm.ts';
import { type PipelineSteps, pipelineSteps } from './testing/checked-logits-steps.ts';
import { type TestPipeline, webLlmPipeline } from './testing/webllm-pipeline.ts';

const STOP = 0;
const BEGINNING = 'SELECT customers.name FROM orders';
const TEXTS = [BEGINNING, ' JOIN customers ON orders.customer_id = customers.id', ' WHERE', 'not SQL'];
const [BEGIN, JOIN] = [1, 2];
const WIDTH = TEXTS.length + 1;
/** Of a model that knows how the query begins, and then would rather not join. */
const AT_FIRST = [0, 5, 0, 0, 9];
const THEN = [6, 0, 4, 5, 9];
const GRAMMAR = printEbnf(buildGrammar(SHOP));

let pipeline: TestPipeline;
let engine: { loadedModelIdToPipeline: Map<string, object> };
let steps: PipelineSteps;

beforeEach(async () => {
  const inner = await webLlmPipeline(['<|im_end|>', ...TEXTS.map(byteLevelText)]);
  // Fields that the library's constructor sets.
  pipeline = Object.assign(inner, { token_postproc_method: 'byte_level', logitProcessor: undefined });
  engine = { loadedModelIdToPipeline: new Map([['a model', pipeline]]) };
  steps = pipelineSteps(pipeline, GRAMMAR, WIDTH);
  await pipeline.prepareGrammarMatcherForSampling({ response_format: { type: 'grammar', grammar: GRAMMAR } });
});

async function write(): Promise<number[]> {
  return [await steps.step(AT_FIRST), await steps.step(THEN)];
}

describe('WebLlmLogits', () => {
  it('has the library draw from checked logits, after the grammar’s mask', async () => {
    expect(await new WebLlmLogits(engine).checked(SHOP, write)).toEqual([BEGIN, JOIN]);
    const masked = Number.NEGATIVE_INFINITY;
    expect(steps.drawnFrom).toEqual([6 - PENALTY, masked, 4, 5 - PENALTY, masked]);
  });

  it('leaves requests alone that ask for no check, before and after one that does', async () => {
    expect(await write()).toEqual([BEGIN, STOP]);
    pipeline.grammarMatcher.reset();
    await new WebLlmLogits(engine).checked(SHOP, write);
    pipeline.grammarMatcher.reset();
    expect(await write()).toEqual([BEGIN, STOP]);
  });

  it('leaves nothing behind after a request that failed', async () => {
    const failing = new WebLlmLogits(engine).checked(SHOP, () => Promise.reject(new Error('lost')));
    await expect(failing).rejects.toThrow('lost');
    expect(await write()).toEqual([BEGIN, STOP]);
  });

  it('begins each request anew', async () => {
    const logits = new WebLlmLogits(engine);
    for (let request = 0; request < 2; request++) {
      expect(await logits.checked(SHOP, write)).toEqual([BEGIN, JOIN]);
      pipeline.grammarMatcher.reset();
    }
  });

  it.each([
    ['the map of loaded models', () => ({ loadedModelIdToPipeline: undefined })],
    ['the pipeline', () => ({ loadedModelIdToPipeline: new Map() })],
    ['the field of the processor', () => withPipeline({ stopTokens: [], token_postproc_method: 'byte_level' })],
    ['the stop tokens', () => withPipeline({ logitProcessor: undefined, token_postproc_method: 'byte_level' })],
    ['the tokenizer', () => withPipeline({ ...pipeline, logitProcessor: undefined, tokenizer: {} })],
    ['a byte-level vocabulary', () => withPipeline({ ...pipeline, token_postproc_method: 'raw' })],
  ])('says so when WebLLM lacks %s', (_what, changed) => {
    expect(() => new WebLlmLogits(changed())).toThrow(
      expect.objectContaining({ code: 'internal', message: expect.stringContaining('0.2.86') }),
    );
  });
});

function withPipeline(changed: object): object {
  return { loadedModelIdToPipeline: new Map([['a model', changed]]) };
}
