/** Makes the grammar of the current schema ready before the first question, so that no question waits for it. */
import type { AskPorts, EnginePort } from '../ask/ports.ts';
import type { EngineStatus } from '../engine/client.ts';
import { cancelled } from '../platform/errors.ts';
import type { Schema } from '../schema/model.ts';
import type { DatabaseView } from './database-view.ts';
import type { Readable } from './store.ts';

export interface PrefetchSources {
  readonly database: Readable<Pick<DatabaseView, 'status' | 'schema'>>;
  readonly model: Readable<EngineStatus>;
  readonly engine: Pick<EnginePort, 'expected' | 'prepareGrammar'>;
  readonly grammar: AskPorts['grammar'];
}

export class GrammarPrefetch {
  readonly #sources: PrefetchSources;
  /** What was begun last. */
  #schema: Schema | null = null;
  #modelId: string | null = null;
  #running: AbortController | null = null;

  constructor(sources: PrefetchSources) {
    this.#sources = sources;
  }

  /** Follows the database and the model from now on. */
  start(): void {
    this.#sources.database.subscribe(() => this.#update());
    this.#sources.model.subscribe(() => this.#update());
    this.#update();
  }

  #update(): void {
    const schema = wholeSchema(this.#sources.database.get(), this.#sources.engine.expected().maxTables);
    const modelId = readyModelId(this.#sources.model.get());
    if (schema === this.#schema && modelId === this.#modelId) return;
    this.#schema = schema;
    this.#modelId = modelId;
    this.#running?.abort(cancelled());
    this.#running = new AbortController();
    if (schema) void this.#prepare(schema, modelId !== null, this.#running.signal);
  }

  async #prepare(schema: Schema, isModelReady: boolean, signal: AbortSignal): Promise<void> {
    const { engine, grammar } = this.#sources;
    try {
      const text = await grammar(schema, engine.expected().grammarDialect, signal);
      if (isModelReady) await engine.prepareGrammar(text, signal);
    } catch {
      // A question prepares the same, and shows what is wrong with it.
    }
  }
}

/** The schema, when every question is asked about all of its tables. */
function wholeSchema({ status, schema }: Pick<DatabaseView, 'status' | 'schema'>, maxTables: number): Schema | null {
  const { length } = schema.tables;
  return status.kind === 'ready' && length > 0 && length <= maxTables ? schema : null;
}

function readyModelId(status: EngineStatus): string | null {
  return status.kind === 'ready' || status.kind === 'generating' ? status.model.id : null;
}
