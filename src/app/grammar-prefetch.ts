/** Makes the grammar of the current schema ready before the first question, so that no question waits for it. */
import type { AskPorts, EnginePort } from '../ask/ports.ts';
import { type TablePreferences, withoutDropped } from '../ask/table-preferences.ts';
import { tablesToShow } from '../ask/tables-to-show.ts';
import type { ModelEntry } from '../engine/catalogue.ts';
import type { EngineStatus } from '../engine/client.ts';
import { cancelled } from '../platform/errors.ts';
import type { Schema } from '../schema/model.ts';
import type { DatabaseView } from './database-view.ts';
import type { Readable } from './store.ts';

export interface PrefetchSources {
  readonly database: Readable<Pick<DatabaseView, 'status' | 'schema'>>;
  readonly model: Readable<EngineStatus>;
  /** What the person says about the tables of that database. */
  readonly preferences: Readable<TablePreferences>;
  readonly engine: Pick<EnginePort, 'expected' | 'prepareGrammar'>;
  readonly grammar: AskPorts['grammar'];
}

/** What the tables of every question depend on. */
interface Inputs {
  readonly whole: Schema | null;
  readonly preferences: TablePreferences;
  readonly model: ModelEntry;
  /** Of the model that is loaded; null while none is. */
  readonly readyModelId: string | null;
}

export class GrammarPrefetch {
  readonly #sources: PrefetchSources;
  /** Of what was begun last. */
  #inputs: Inputs | null = null;
  #schema: Schema | null = null;
  #running: AbortController | null = null;

  constructor(sources: PrefetchSources) {
    this.#sources = sources;
  }

  /** Follows the database, what is said about its tables, and the model from now on. */
  start(): void {
    const { database, preferences, model } = this.#sources;
    for (const store of [database, preferences, model]) store.subscribe(() => this.#update());
    this.#update();
  }

  #update(): void {
    const { database, preferences, model, engine } = this.#sources;
    const { status, schema: whole } = database.get();
    const inputs: Inputs = {
      whole: status.kind === 'ready' ? whole : null,
      preferences: preferences.get(),
      model: engine.expected(),
      readyModelId: readyModelId(model.get()),
    };
    const earlier = this.#inputs;
    if (earlier && isSame(earlier, inputs)) return;
    this.#inputs = inputs;
    const schema = tablesOfEveryQuestion(inputs);
    if (schema === this.#schema && earlier?.readyModelId === inputs.readyModelId) return;
    this.#schema = schema;
    this.#running?.abort(cancelled());
    this.#running = new AbortController();
    if (schema) void this.#prepare(schema, inputs.readyModelId !== null, this.#running.signal);
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

function isSame(a: Inputs, b: Inputs): boolean {
  return (
    a.whole === b.whole && a.preferences === b.preferences && a.model === b.model && a.readyModelId === b.readyModelId
  );
}

/** What the ask loop shows the model, where that is the same for every question; null where each picks its own. */
function tablesOfEveryQuestion({ whole, preferences, model }: Inputs): Schema | null {
  if (whole === null) return null;
  const { length } = withoutDropped(whole, preferences).tables;
  if (length === 0 || length > model.maxTables) return null;
  const shown = tablesToShow('', whole, model, { preferences });
  return shown.tables.length === length ? shown : null;
}

function readyModelId(status: EngineStatus): string | null {
  return status.kind === 'ready' || status.kind === 'generating' ? status.model.id : null;
}
