/** Stage one of two: the model lists the tables that the question needs, and then writes the query over those. */
import type { ModelEntry } from '../engine/catalogue.ts';
import type { GenerateRequest } from '../engine/contract.ts';
import { printEbnf } from '../grammar/print-ebnf.ts';
import { printGbnf } from '../grammar/print-gbnf.ts';
import { readTableList, tableListGrammar } from '../grammar/table-list.ts';
import { AppError } from '../platform/errors.ts';
import { chatTablesPrompt } from '../prompt/chat-1-tables.ts';
import { linkTables } from '../schema/linking.ts';
import type { Schema, Table } from '../schema/model.ts';
import type { EnginePort } from './ports.ts';
import { fitsContext } from './prompt-for.ts';
import type { ShowState } from './states.ts';
import { tidy } from './tidy.ts';
import { withinTime } from './within-time.ts';

/** A dozen names: a model that goes on, or repeats itself, is cut off. */
const MAX_LIST_TOKENS = 64;
/**
 * Hardly any query reads more. What a weak model lists beyond that would only take the places of what linking finds: of
 * 20 tables the other 12 are as many as linking has where it decides alone.
 */
export const MAX_CHOSEN_TABLES = 8;
/**
 * A slow graphics card reads a prompt of this kind in some seconds. What takes longer is not worth waiting for: linking
 * alone finds the tables of most questions.
 */
export const TABLE_LIST_TIMEOUT_MS = 20_000;
/** Where not even the names fit the model's context, the least likely tables are left out, a tenth of them at a time. */
const SHARE_KEPT = 0.9;

export interface TableQuestion {
  readonly question: string;
  readonly schema: Schema;
  readonly model: ModelEntry;
}

/** Whether the model is to be asked: it can be, and it is not shown all tables anyway. */
export function choosesTables(model: ModelEntry, schema: Schema): boolean {
  return model.tableChoice === 'model' && schema.tables.length > model.maxTables;
}

/** The tables that the model names, in its order; none when it fails or takes too long. Rejects only with the signal. */
export async function askForTables(
  asked: TableQuestion,
  engine: EnginePort,
  enter: ShowState,
  signal: AbortSignal,
): Promise<readonly Table[]> {
  const offer = offerOf(asked);
  if (offer === null) return [];
  enter({ kind: 'preparing', waitingFor: null, choosingFrom: offer.tables });
  const generate = (limited: AbortSignal) => engine.generate(offer.request, () => undefined, limited);
  try {
    const { text } = await withinTime(TABLE_LIST_TIMEOUT_MS, generate, signal);
    return readTableList(tidy(text), asked.schema).slice(0, MAX_CHOSEN_TABLES);
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof AppError) return [];
    throw thrown;
  }
}

interface Offer {
  readonly request: GenerateRequest;
  /** How many the model chooses from. */
  readonly tables: number;
}

/** Of all tables, or of the likeliest where the model's context has no room for more; null when it has none for a choice. */
function offerOf({ question, schema, model }: TableQuestion): Offer | null {
  for (let offered = schema; offered.tables.length > model.maxTables; ) {
    const prompt = chatTablesPrompt(offered, question, (each) => fitsContext(each, model, MAX_LIST_TOKENS));
    if (prompt !== null) {
      const grammar = (model.grammarDialect === 'gbnf' ? printGbnf : printEbnf)(tableListGrammar(offered));
      const request = { prompt, grammar, maxTokens: MAX_LIST_TOKENS, temperature: 0, seed: 1 };
      return { request, tables: offered.tables.length };
    }
    const maxTables = Math.floor(offered.tables.length * SHARE_KEPT);
    offered = linkTables(question, schema, { maxTables }).schema;
  }
  return null;
}
