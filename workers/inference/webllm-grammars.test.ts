/** With the pipeline and the xgrammar of the installed WebLLM: an upgrade that moves what we reach for fails here. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildGrammar } from '../../src/grammar/build-grammar.ts';
import { printEbnf } from '../../src/grammar/print-ebnf.ts';
import { SHOP } from '../../src/grammar/testing/example-schemas.ts';
import { type TestPipeline, webLlmPipeline } from './testing/webllm-pipeline.ts';
import { WebLlmGrammars } from './webllm-grammars.ts';

const STOP = 0;
const TOKENS = ['<stop>', ...'abcdefghijklmnopqrstuvwxyz', 'ab'];
let pipeline: TestPipeline;
let engine: { loadedModelIdToPipeline: Map<string, TestPipeline> };

// xgrammar writes what is wrong with a grammar to the console; it takes hold of it when it starts.
beforeAll(() => void vi.spyOn(console, 'error').mockReturnValue(undefined));
afterAll(() => void vi.restoreAllMocks());

beforeEach(async () => {
  pipeline = await webLlmPipeline(TOKENS);
  engine = { loadedModelIdToPipeline: new Map([['a model', pipeline]]) };
});

/** A grammar of one word; all are equally long. */
function grammarOf(word: string): string {
  return `root ::= "${word}"`;
}

const LENGTH = grammarOf('aaa').length;

/** What WebLLM does at the beginning of a request. */
async function beginRequest(grammar: string): Promise<void> {
  await pipeline.prepareGrammarMatcherForSampling({ response_format: { type: 'grammar', grammar } });
}

function accepts(text: string): boolean {
  const { grammarMatcher } = pipeline;
  grammarMatcher.reset();
  const accepted = grammarMatcher._acceptString(text) && grammarMatcher.acceptToken(STOP);
  grammarMatcher.reset();
  return accepted;
}

describe('WebLlmGrammars', () => {
  it('compiles a grammar that the next request then finds', async () => {
    const grammars = await WebLlmGrammars.of(engine);
    const prepared = await grammars.prepare(grammarOf('abc'));
    expect(prepared).toMatchObject({ kind: 'compiled', fromCache: false });
    expect(prepared.compileMilliseconds).toBeGreaterThan(0);
    const matcher = pipeline.grammarMatcher;
    const compile = vi.spyOn(pipeline.grammarCompiler, 'compileGrammar');
    await beginRequest(grammarOf('abc'));
    expect(pipeline.grammarMatcher).toBe(matcher);
    expect(compile).not.toHaveBeenCalled();
    expect([accepts('abc'), accepts('abd'), accepts('ab')]).toEqual([true, false, false]);
  });

  it('does not compile again what it compiled before, whatever came between', async () => {
    const grammars = await WebLlmGrammars.of(engine);
    const words = ['abc', 'def', 'ghi', 'def', 'abc'];
    const fromCache: boolean[] = [];
    for (const word of words) {
      fromCache.push((await grammars.prepare(grammarOf(word))).fromCache);
      expect(words.filter(accepts)).toEqual(words.filter((each) => each === word));
    }
    expect(fromCache).toEqual([false, false, false, true, true]);
  });

  it('keeps what a request compiled that nothing was prepared for', async () => {
    const grammars = await WebLlmGrammars.of(engine);
    await beginRequest(grammarOf('abc'));
    expect(accepts('abc')).toBe(true);
    expect(await grammars.prepare(grammarOf('abc'))).toMatchObject({ fromCache: true });
  });

  it('drops the grammars that were not used for the longest when they are too many', async () => {
    const grammars = await WebLlmGrammars.of(engine, 2 * LENGTH);
    for (const word of ['abc', 'def', 'abc', 'ghi']) await grammars.prepare(grammarOf(word));
    expect(await grammars.prepare(grammarOf('abc'))).toMatchObject({ fromCache: true });
    expect(await grammars.prepare(grammarOf('def'))).toMatchObject({ fromCache: false });
    expect([accepts('def'), accepts('abc')]).toEqual([true, false]);
  });

  it('frees what it drops, while the matcher made of it still works', async () => {
    const grammars = await WebLlmGrammars.of(engine, LENGTH);
    await grammars.prepare(grammarOf('abc'));
    const { handle } = await pipeline.grammarCompiler.compileGrammar(grammarOf('abc'));
    expect(handle.isDeleted()).toBe(false);
    await pipeline.grammarCompiler.compileGrammar(grammarOf('def'));
    expect(handle.isDeleted()).toBe(true);
    expect(accepts('abc')).toBe(true);
  });

  it('frees everything when the model is unloaded', async () => {
    const grammars = await WebLlmGrammars.of(engine);
    await grammars.prepare(grammarOf('abc'));
    const { handle } = await pipeline.grammarCompiler.compileGrammar(grammarOf('abc'));
    pipeline.grammarCompiler.dispose();
    expect(handle.isDeleted()).toBe(true);
  });

  it('takes the grammar of a schema', async () => {
    const grammars = await WebLlmGrammars.of(engine);
    const grammar = printEbnf(buildGrammar(SHOP));
    expect(await grammars.prepare(grammar)).toMatchObject({ fromCache: false });
    await beginRequest(grammar);
    expect([accepts('SELECT * FROM customers'), accepts('SELECT * FROM nothing')]).toEqual([true, false]);
  });

  it('goes on after a grammar that cannot be read', async () => {
    const grammars = await WebLlmGrammars.of(engine);
    await expect(grammars.prepare('root ::= missing')).rejects.toMatchObject({ name: 'GrammarMatcherInitError' });
    expect(await grammars.prepare(grammarOf('abc'))).toMatchObject({ fromCache: false });
    expect(accepts('abc')).toBe(true);
  });

  it.each([
    ['the map of loaded models', { loadedModelIdToPipeline: undefined }],
    ['the pipeline', { loadedModelIdToPipeline: new Map() }],
    ['the method that readies the matcher', { loadedModelIdToPipeline: new Map([['a model', {}]]) }],
    [
      'the compiler',
      { loadedModelIdToPipeline: new Map([['a model', { prepareGrammarMatcherForSampling: () => undefined }]]) },
    ],
  ])('says so when WebLLM lacks %s', async (_what, changed) => {
    await expect(WebLlmGrammars.of(changed)).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('0.2.86'),
    });
  });

  it('says so when WebLLM no longer asks the compiler that it is given', async () => {
    const grammars = await WebLlmGrammars.of(engine);
    pipeline.prepareGrammarMatcherForSampling = async () => undefined;
    await expect(grammars.prepare(grammarOf('abc'))).rejects.toMatchObject({ code: 'internal' });
  });
});
