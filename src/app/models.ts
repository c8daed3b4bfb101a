/** Which model answers, and its loading. The engine's client is the one source of what it is doing. */
import type { EnginePort } from '../ask/ports.ts';
import { MODEL_CATALOGUE, type ModelEntry } from '../engine/catalogue.ts';
import type { EngineClient, EngineStatus } from '../engine/client.ts';
import type { GrammarPreparation } from '../engine/contract.ts';
import { must } from '../platform/assert.ts';
import { AppError, cancelled } from '../platform/errors.ts';
import { LruCache } from '../platform/lru-cache.ts';
import { unlessAborted } from '../platform/unless-aborted.ts';
import type { Readable } from './store.ts';

/** Characters of the grammars whose time to compile is remembered: some large ones, more than engines keep compiled. */
const MAX_REMEMBERED_CHARACTERS = 1024 * 1024;

interface Loading {
  readonly model: ModelEntry;
  readonly controller: AbortController;
  /** Resolves however the load ends: `status` has the outcome. */
  readonly done: Promise<void>;
}

export class Models {
  readonly status: Readable<EngineStatus>;
  readonly engine: EnginePort;
  readonly #client: EngineClient;
  #chosen: ModelEntry = must(MODEL_CATALOGUE[0], 'a model in the registry');
  #loading: Loading | null = null;
  /** Milliseconds, by the grammar's text. */
  readonly #compileTimes = new LruCache<number>({ maxSize: MAX_REMEMBERED_CHARACTERS });

  constructor(client: EngineClient) {
    this.#client = client;
    this.status = { get: client.getStatus, subscribe: client.subscribe };
    this.engine = {
      expected: () => this.#chosen,
      loaded: (signal) => this.#loaded(signal),
      prepareGrammar: (grammar, signal) => this.prepareGrammar(grammar, signal),
      generate: (request, onText, signal) => client.generate(request, onText, signal),
    };
  }

  /** The model that is loaded, or will be next. */
  get chosen(): ModelEntry {
    return this.#chosen;
  }

  /** Loads a model, the chosen one when none is named, unless that is done or under way. */
  async load(model: ModelEntry = this.#chosen): Promise<void> {
    this.#chosen = model;
    if (this.#loading?.model.id === model.id) return await this.#loading.done;
    if (readyModel(this.status.get())?.id === model.id) return;
    this.cancelLoad();
    const controller = new AbortController();
    const loading = { model, controller, done: this.#load(model, controller.signal) };
    this.#loading = loading;
    await loading.done;
    if (this.#loading === loading) this.#loading = null;
  }

  cancelLoad(): void {
    this.#loading?.controller.abort(cancelled());
    this.#loading = null;
  }

  /** As the engine does; of a grammar that was compiled before, the time is what it took then. */
  async prepareGrammar(grammar: string, signal: AbortSignal): Promise<GrammarPreparation> {
    const preparation = await this.#client.prepareGrammar(grammar, signal);
    const { fromCache, compileMilliseconds } = preparation;
    if (!fromCache) this.#compileTimes.set(grammar, compileMilliseconds, grammar.length);
    return { ...preparation, compileMilliseconds: this.#compileTimes.get(grammar) ?? compileMilliseconds };
  }

  async #load(model: ModelEntry, signal: AbortSignal): Promise<void> {
    try {
      await this.#client.load(model, () => undefined, signal);
    } catch {
      // `status` keeps the error for as long as it holds.
    }
  }

  /** A question is also a request to try again what failed before. */
  async #loaded(signal: AbortSignal): Promise<ModelEntry> {
    for (;;) {
      await unlessAborted(this.load(), signal);
      const status = this.status.get();
      const model = readyModel(status);
      if (model) return model;
      if (status.kind === 'failed') throw new AppError(status.error);
      if (status.kind === 'empty') throw cancelled();
    }
  }
}

function readyModel(status: EngineStatus): ModelEntry | undefined {
  return status.kind === 'ready' || status.kind === 'generating' ? status.model : undefined;
}
