/**
 * What every language-model engine offers, whichever runtime computes it. The inference worker serves it;
 * the page's client derives from it.
 */
import type { Schema } from '../schema/model.ts';
import type { ModelEntry } from './catalogue.ts';

export type GrammarDialect = 'gbnf' | 'ebnf';

export interface EngineContract {
  /** Loads a model, replacing the one that is loaded. Rejects with `model/…`, `webgpu/…` or `engine/…`. */
  load(model: ModelEntry, onProgress: (progress: LoadProgress) => void, signal: AbortSignal): Promise<LoadedModel>;
  /**
   * Makes a grammar ready, so that `generate` with the same text need not wait for it. Rejects with
   * `grammar/unsupported` when the engine cannot read it.
   */
  prepareGrammar(grammar: string, signal: AbortSignal): Promise<GrammarPreparation>;
  /** Continues a prompt. `onText` is called with each new piece of text, in order. */
  generate(request: GenerateRequest, onText: (piece: string) => void, signal: AbortSignal): Promise<Generation>;
  unload(): Promise<void>;
}

export type LoadProgress =
  | { readonly phase: 'download'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly phase: 'start'; readonly note: string };

export interface LoadedModel {
  readonly modelId: string;
  /** The backend that truly computes, as people name it: `CPU · 1 thread`, `WebGPU`. */
  readonly backend: string;
  readonly contextTokens: number;
  readonly loadMilliseconds: number;
}

export interface GrammarPreparation {
  /** llama.cpp has no form of a grammar that outlives a request: it reads the text `per-request`, in milliseconds. */
  readonly kind: 'compiled' | 'per-request';
  /** True when it was compiled before and is still there. */
  readonly fromCache: boolean;
  readonly compileMilliseconds: number;
}

export interface GenerateRequest {
  /** Either a finished text prompt or chat messages for the model's own template; the model's entry says which. */
  readonly prompt: Prompt;
  /** Text of a grammar in the dialect that the model's engine takes; the output is unconstrained when absent. */
  readonly grammar?: string;
  /**
   * Makes tokens less likely with which the text, SQL over this schema, becomes a query that Postgres would not prepare
   * (src/checker). For use with that schema's grammar; WebLLM only, other engines have no place for it. Off when absent,
   * since it costs time at each token: docs/decisions/006-checker.md.
   */
  readonly checkAgainst?: Schema;
  readonly maxTokens: number;
  /** 0 is greedy. */
  readonly temperature: number;
  readonly seed: number;
}

export type Prompt =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'chat'; readonly system: string; readonly user: string };

export interface Generation {
  readonly text: string;
  /** `length` means that the token limit cut it off: the text is incomplete. */
  readonly finish: 'stop' | 'length';
  readonly promptTokens: number;
  readonly outputTokens: number;
  /** Milliseconds until the first output token. */
  readonly prefillMilliseconds: number;
  /** Milliseconds from the first output token to the last. */
  readonly decodeMilliseconds: number;
}
