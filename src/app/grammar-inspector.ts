/**
 * The grammar as a person may look at it. Texts and compiled forms come from where a question gets its own, so that what
 * is shown is what the model is held to.
 */
import type { GrammarDialect, GrammarPreparation } from '../engine/contract.ts';
import { DEFAULT_MAX_TABLES, linkTables } from '../schema/linking.ts';
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

export function grammarScope(whole: Schema, lastQuestion: string | null): GrammarScope {
  if (whole.tables.length <= DEFAULT_MAX_TABLES) return { whole, schema: whole, question: null };
  return { whole, schema: linkTables(lastQuestion ?? '', whole).schema, question: lastQuestion };
}

interface Sources {
  readonly tools: Pick<SqlToolsClient, 'grammar' | 'explain'>;
  readonly models: Pick<Models, 'prepareGrammar'>;
}

export class GrammarInspector {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Rejects with `ask/empty-schema`. */
  text({ schema }: GrammarScope, dialect: GrammarDialect, signal: AbortSignal): Promise<GrammarText> {
    return this.#sources.tools.grammar({ schema, dialect }, signal);
  }

  /** Makes it ready for the model, which has to be loaded; waits while the model writes. */
  prepare({ text }: GrammarText, signal: AbortSignal): Promise<GrammarPreparation> {
    return this.#sources.models.prepareGrammar(text, signal);
  }

  explain(sql: string, { whole, schema }: GrammarScope, signal: AbortSignal): Promise<Explanation> {
    const options = schema === whole ? {} : { options: { tables: tableNames(schema) } };
    return this.#sources.tools.explain({ sql, schema: whole, ...options }, signal);
  }
}

function tableNames({ tables }: Schema) {
  return tables.map(({ namespace, name }) => ({ namespace, name }));
}
