/**
 * The grammar as a person may look at it. Texts and compiled forms come from where a question gets its own, so that what
 * is shown is what the model is held to.
 */
import { tablesToShow } from '../ask/tables-to-show.ts';
import type { ModelEntry } from '../engine/catalogue.ts';
import type { GrammarDialect, GrammarPreparation } from '../engine/contract.ts';
import type { Schema } from '../schema/model.ts';
import type { SqlToolsClient } from '../sql-tools/client.ts';
import type { Explanation, GrammarText } from '../sql-tools/contract.ts';
import type { Models } from './models.ts';

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
export function grammarScope(whole: Schema, lastQuestion: string | null, model: ModelEntry): GrammarScope {
  const schema = tablesToShow(lastQuestion ?? '', whole, model);
  return { whole, schema, question: schema === whole ? null : lastQuestion };
}

interface Sources {
  readonly tools: Pick<SqlToolsClient, 'grammar' | 'explain'>;
  readonly models: Pick<Models, 'prepareGrammar'> & { readonly chosen: Pick<ModelEntry, 'joins'> };
}

export class GrammarInspector {
  readonly #sources: Sources;

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

  explain(sql: string, { whole, schema }: GrammarScope, signal: AbortSignal): Promise<Explanation> {
    const options = { joins: this.#joins, ...(schema !== whole && { tables: tableNames(schema) }) };
    return this.#sources.tools.explain({ sql, schema: whole, options }, signal);
  }

  get #joins() {
    return this.#sources.models.chosen.joins;
  }
}

function tableNames({ tables }: Schema) {
  return tables.map(({ namespace, name }) => ({ namespace, name }));
}
