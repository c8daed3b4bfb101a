import type { ModelEntry } from '../../src/engine/catalogue.ts';
import type {
  EngineContract,
  GenerateRequest,
  Generation,
  GrammarPreparation,
  LoadedModel,
  LoadProgress,
} from '../../src/engine/contract.ts';
import { AppError } from '../../src/platform/errors.ts';
import { SerialQueue } from '../../src/platform/serial-queue.ts';
import type { LoadRuntime, Runtime } from './runtime.ts';

/** The engine behind the contract: at most one model at a time, one call at a time. */
export class InferenceEngine implements EngineContract {
  readonly #queue = new SerialQueue();
  #runtime: Runtime | null = null;

  load(model: ModelEntry, onProgress: (progress: LoadProgress) => void, signal: AbortSignal): Promise<LoadedModel> {
    return this.#queue.run(async () => {
      await this.#close();
      const loadRuntime = await runtimeOf(model);
      this.#runtime = await loadRuntime(model, onProgress, signal);
      return this.#runtime.loaded;
    }, signal);
  }

  prepareGrammar(grammar: string, signal: AbortSignal): Promise<GrammarPreparation> {
    return this.#onRuntime((runtime) => runtime.prepareGrammar(grammar), signal);
  }

  generate(request: GenerateRequest, onText: (piece: string) => void, signal: AbortSignal): Promise<Generation> {
    return this.#onRuntime((runtime) => runtime.generate(request, onText, signal), signal);
  }

  unload(): Promise<void> {
    return this.#queue.run(() => this.#close());
  }

  #onRuntime<Result>(run: (runtime: Runtime) => Promise<Result>, signal: AbortSignal): Promise<Result> {
    return this.#queue.run(async () => {
      if (this.#runtime === null) throw new AppError({ code: 'engine/not-loaded', message: 'No model is loaded.' });
      try {
        return await run(this.#runtime);
      } catch (error) {
        if (error instanceof AppError && IS_FATAL.has(error.code)) await this.#close();
        throw error;
      }
    }, signal);
  }

  async #close(): Promise<void> {
    const runtime = this.#runtime;
    this.#runtime = null;
    await runtime?.close();
  }
}

/** After these the runtime cannot answer any more. */
const IS_FATAL: ReadonlySet<string> = new Set(['engine/crashed', 'webgpu/device-lost']);

/** Each runtime is a chunk of its own, fetched when a model asks for it. */
async function runtimeOf(model: ModelEntry): Promise<LoadRuntime> {
  try {
    switch (model.engine) {
      case 'wllama':
        return (await import('./wllama.ts')).loadWllama;
      case 'webllm':
        return (await import('./webllm.ts')).loadWebLlm;
    }
  } catch (error) {
    throw new AppError({
      code: 'model/missing',
      message: 'A part of the engine could not be loaded.',
      hint: 'Reload the page: a newer version may have been published.',
      details: { why: String(error) },
    });
  }
}
