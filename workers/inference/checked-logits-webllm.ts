/**
 * Puts a processor of logits into WebLLM for one request. The library takes one when a model is loaded and then copies
 * all logits to the CPU and back at each token, of every request. So this file reaches for parts of 0.2.86 that are not
 * its interface: the pipeline of the loaded model, its tokenizer and stop tokens, and the field in which it looks for the
 * processor at each token.
 */
import type { LogitProcessor } from '@mlc-ai/web-llm';
import { createChecker } from '../../src/checker/check.ts';
import { AppError } from '../../src/platform/errors.ts';
import type { Schema } from '../../src/schema/model.ts';
import { CheckedLogits } from './checked-logits.ts';
import { byteLevelTokens, type TokenTable } from './checked-logits-tokens.ts';

export class WebLlmLogits {
  readonly #pipeline: Pipeline;
  readonly #tokens: TokenTable;

  /**
   * Of the model that `engine`, an `MLCEngine`, has loaded.
   *
   * @throws AppError `internal` when the library is not made as 0.2.86 is, or the vocabulary is not byte-level
   */
  constructor(engine: object) {
    this.#pipeline = pipelineOf(engine);
    const { tokenizer, stopTokens } = this.#pipeline;
    this.#tokens = byteLevelTokens((token) => tokenizer.idToToken(token), stopTokens);
  }

  /** Runs one request with what it writes checked against the schema. Requests must not run beside each other. */
  async checked<Result>(schema: Schema, request: () => Promise<Result>): Promise<Result> {
    this.#pipeline.logitProcessor = new CheckedLogits(createChecker(schema), this.#tokens);
    try {
      return await request();
    } finally {
      this.#pipeline.logitProcessor = undefined;
    }
  }
}

interface Pipeline {
  readonly tokenizer: { idToToken(token: number): string };
  readonly stopTokens: readonly number[];
  logitProcessor: LogitProcessor | undefined;
}

function pipelineOf(engine: object): Pipeline {
  const pipelines: unknown = Reflect.get(engine, 'loadedModelIdToPipeline');
  if (!(pipelines instanceof Map)) throw missing('loadedModelIdToPipeline');
  const [pipeline]: unknown[] = [...pipelines.values()];
  if (!isObject(pipeline)) throw missing('LLMChatPipeline');
  if (!Reflect.has(pipeline, 'logitProcessor')) throw missing('logitProcessor');
  if (!Array.isArray(Reflect.get(pipeline, 'stopTokens'))) throw missing('stopTokens');
  if (Reflect.get(pipeline, 'token_postproc_method') !== 'byte_level') throw missing('byte-level vocabulary');
  const tokenizer: unknown = Reflect.get(pipeline, 'tokenizer');
  if (!isObject(tokenizer) || typeof Reflect.get(tokenizer, 'idToToken') !== 'function') throw missing('idToToken');
  return pipeline as Pipeline;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function missing(what: string): AppError {
  return new AppError({
    code: 'internal',
    message: `This version of WebLLM has no ${what}, which 0.2.86 has: the answer cannot be checked as it is written.`,
  });
}
