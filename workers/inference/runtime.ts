/** What a runtime (wllama, WebLLM) gives the inference engine: one loaded model. */
import type { ModelEntry } from '../../src/engine/catalogue.ts';
import type {
  GenerateRequest,
  Generation,
  GrammarPreparation,
  LoadedModel,
  LoadProgress,
} from '../../src/engine/contract.ts';

export interface Runtime {
  readonly loaded: LoadedModel;
  /** Calls never overlap, here and below: the engine queues them. */
  prepareGrammar(grammar: string): Promise<GrammarPreparation>;
  generate(request: GenerateRequest, onText: (piece: string) => void, signal: AbortSignal): Promise<Generation>;
  /** Frees the model's memory. */
  close(): Promise<void>;
}

export type LoadRuntime = (
  model: ModelEntry,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
) => Promise<Runtime>;
