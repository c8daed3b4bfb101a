/**
 * The grammar as a person may look at it. Texts and compiled forms come from where a question gets its own, so that what
 * is shown is what the model is held to.
 */
import type { DatabasePort } from '../ask/ports.ts';
import { NO_PREFERENCES, type TablePreferences } from '../ask/table-preferences.ts';
import { tablesToShow } from '../ask/tables-to-show.ts';
import { withinTime } from '../ask/within-time.ts';
import type { ModelEntry } from '../engine/catalogue.ts';
import type { GrammarDialect, GrammarPreparation } from '../engine/contract.ts';
import { cancelled, type ErrorData, toErrorData } from '../platform/errors.ts';
import { SerialQueue } from '../platform/serial-queue.ts';
import { unlessAborted } from '../platform/unless-aborted.ts';
import type { Schema } from '../schema/model.ts';
import type { SqlToolsClient } from '../sql-tools/client.ts';
import type { Explanation, GrammarText } from '../sql-tools/contract.ts';
import type { Databases } from './databases.ts';
import type { Models } from './models.ts';
import type { Readable } from './store.ts';

/** The tables that a question's grammar is made of. */
export interface GrammarScope {
  /** All that there is. */
  readonly whole: Schema;
  /** What the model reads: the same schema, or the tables that the question picked. */
  readonly schema: Schema;
  /** Which question picked; null when none had to, or none was asked yet. */
  readonly question: string | null;
}

/** What `model` would be shown for the last question. */
export function grammarScope(
  whole: Schema,
  lastQuestion: string | null,
  model: ModelEntry,
  preferences: TablePreferences = NO_PREFERENCES,
): GrammarScope {
  const schema = tablesToShow(lastQuestion ?? '', whole, model, { preferences });
  return { whole, schema, question: schema === whole ? null : lastQuestion };
}

type Accepted = Extract<Explanation, { kind: 'accepted' }>;

/** An explanation, and where the grammar has the query, what Postgres would say of it. */
export type InspectedExplanation =
  | Exclude<Explanation, Accepted>
  | (Accepted & {
      /**
       * Why Postgres would refuse the canonical text, whose position `details` has; null when it would run it, and when
       * there is no database that could tell at once.
       */
      readonly refusal: ErrorData | null;
    });

export type DatabaseState = ReturnType<Databases['store']['get']>['status']['kind'];

interface Sources {
  readonly tools: Pick<SqlToolsClient, 'grammar' | 'explain'>;
  readonly models: Pick<Models, 'prepareGrammar'> & { readonly chosen: Pick<ModelEntry, 'joins'> };
  readonly databases: {
    readonly store: Readable<{ readonly status: { readonly kind: DatabaseState } }>;
    readonly port: Pick<DatabasePort, 'prepare'>;
  };
}

/** Milliseconds that an explanation waits for Postgres, which needs a few of them when it has nothing else to do. */
const PATIENCE = 700;

/** Postgres is stopped by ending its worker: not for a statement that takes milliseconds, as somebody types on. */
const NEVER = new AbortController().signal;

export class GrammarInspector {
  readonly #sources: Sources;
  /** One statement at a time: those that were typed over while Postgres was busy never get there. */
  readonly #prepares = new SerialQueue();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Rejects with `ask/empty-schema`. */
  text({ schema }: GrammarScope, dialect: GrammarDialect, signal: AbortSignal): Promise<GrammarText> {
    return this.#sources.tools.grammar({ schema, dialect, options: { joins: this.#joins } }, signal);
  }

  /** Makes it ready for the model, which has to be loaded; waits while the model writes. */
  prepare({ text }: GrammarText, signal: AbortSignal): Promise<GrammarPreparation> {
    return this.#sources.models.prepareGrammar(text, signal);
  }

  /** Runs nothing: Postgres plans the query and forgets it. */
  async explain(sql: string, { whole, schema }: GrammarScope, signal: AbortSignal): Promise<InspectedExplanation> {
    const options = { joins: this.#joins, ...(schema !== whole && { tables: tableNames(schema) }) };
    const explanation = await this.#sources.tools.explain({ sql, schema: whole, options }, signal);
    if (explanation.kind !== 'accepted') return explanation;
    return { ...explanation, refusal: await this.#refusal(explanation.canonical, signal) };
  }

  async #refusal(sql: string, signal: AbortSignal): Promise<ErrorData | null> {
    const { store, port } = this.#sources.databases;
    if (store.get().status.kind !== 'ready') return null;
    const prepare = async () => await port.prepare(sql, NEVER);
    try {
      await withinTime(
        PATIENCE,
        async (patience) => await unlessAborted(this.#prepares.run(prepare, patience), patience),
        signal,
      );
      return null;
    } catch (thrown) {
      if (signal.aborted) throw cancelled();
      const error = toErrorData(thrown);
      return isAboutQuery(error) ? error : null;
    }
  }

  get #joins() {
    return this.#sources.models.chosen.joins;
  }
}

function tableNames({ tables }: Schema) {
  return tables.map(({ namespace, name }) => ({ namespace, name }));
}

/** Of Postgres' classes of errors, not those about memory, shutdowns, files and itself. */
function isAboutQuery({ code }: ErrorData): boolean {
  return /^pg\/(?!53|57|58|XX)/.test(code);
}
