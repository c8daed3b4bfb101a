/**
 * The installed WebLLM's own pipeline class with xgrammar inside, in Node and without a model: only what has to do with
 * grammars works. The library exports neither, so this loads a copy of its file that does.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { assert } from '../../../src/platform/assert.ts';

const require = createRequire(import.meta.url);
/** Inside the repository, so that the copy finds what it imports. */
const COPY = new URL('../../../node_modules/.cache/webllm/index.mjs', import.meta.url);

export interface TestPipeline {
  readonly grammarCompiler: {
    compileGrammar(grammar: string): Promise<{ readonly handle: { isDeleted(): boolean } }>;
    dispose(): void;
  };
  readonly grammarMatcher: {
    acceptToken(token: number): boolean;
    reset(): void;
    _acceptString(text: string): boolean;
  };
  prepareGrammarMatcherForSampling(config: { response_format: { type: 'grammar'; grammar: string } }): Promise<void>;
}

/** @param tokens texts of the vocabulary; the first is the stop token */
export async function webLlmPipeline(tokens: readonly string[]): Promise<TestPipeline> {
  const { LLMChatPipeline } = await import(/* @vite-ignore */ writeCopy());
  return Object.assign(Object.create(LLMChatPipeline.prototype), {
    tokenizer: { getVocabSize: () => tokens.length, idToToken: (id: number) => tokens[id], dispose: () => undefined },
    token_postproc_method: 'raw',
    prepend_space_in_encode: false,
    fullVocabSize: tokens.length,
    stopTokens: [0],
  });
}

function writeCopy(): string {
  const library = readFileSync(require.resolve('@mlc-ai/web-llm'), 'utf8');
  const exporting = library.replace(/^export \{/m, 'export { LLMChatPipeline,');
  // Where the bundler left what its modules know about themselves in Node.
  const located = exporting.replaceAll('"MLC_DUMMY_PATH"', 'import.meta.url');
  assert(exporting !== library && located !== exporting, 'a WebLLM that is bundled as 0.2.86 is');
  mkdirSync(new URL('.', COPY), { recursive: true });
  writeFileSync(COPY, `import { createRequire } from 'node:module';\n${located}`);
  return fileURLToPath(COPY);
}
