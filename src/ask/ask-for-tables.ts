/** Stage one of two: the model lists the tables that the question needs, and then writes the query over those. */
import type { ModelEntry } from '../engine/catalogue.ts';
import type { Prompt } from '../engine/contract.ts';
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

/** A dozen names. */
const MAX_LIST_TOKENS = 64;
/**
 * A slow graphics card reads a prompt of this kind in some seconds. What takes longer is not worth waiting for: linking
 * alone finds the tables of most questions.
 */
export const TABLE_LIST_TIMEOUT_MS = 20_000;

export interface TableQuestion {
  readonly question: string;
  readonly schema: Schema;
  readonly model: ModelEntry;
}

/** Whether the model has to be asked: it can be, and it is not shown all tables anyway. */
export function choosesTables(model: ModelEntry, schema: Schema): boolean {
  return model.tableChoice === 'model' && schema.tables.length > model.maxTables;
}

/** The tables that the model names, in its order; none when it fails or takes too long. Rejects only with the signal. */
export async function askForTables(
  { question, schema, model }: TableQuestion,
  engine: EnginePort,
  enter: ShowState,
  signal: AbortSignal,
): Promise<readonly Table[]> {
  const offer = offeredTables({ question, schema, model });
  if (offer === null) return [];
  enter({ kind: 'preparing', waitingFor: null, choosingFrom: offer.schema.tables.length });
  const grammar = (model.grammarDialect === 'gbnf' ? printGbnf : printEbnf)(tableListGrammar(offer.schema));
  const request = { prompt: offer.prompt, grammar, maxTokens: MAX_LIST_TOKENS, temperature: 0, seed: 1 };
  const limited = new AbortController();
  const stop = (): void => limited.abort(signal.reason);
  const timer = setTimeout(() => limited.abort(tooSlow()), TABLE_LIST_TIMEOUT_MS);
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    const { text } = await engine.generate(request, () => undefined, limited.signal);
    return readTableList(tidy(text), schema);
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof AppError) return [];
    throw thrown;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** All tables where their names fit the model's context, otherwise the likeliest; null when hardly any do. */
function offeredTables({ question, schema, model }: TableQuestion): { schema: Schema; prompt: Prompt } | null {
  for (let offered = schema; offered.tables.length > model.maxTables; ) {
    const prompt = chatTablesPrompt(offered, question, (each) => fitsContext(each, model, MAX_LIST_TOKENS));
    if (prompt !== null) return { schema: offered, prompt };
    const maxTables = Math.floor(offered.tables.length * FEWER);
    offered = linkTables(question, schema, { maxTables }).schema;
  }
  return null;
}

/** A tenth of the tables is left out at a time. */
const FEWER = 0.9;

function tooSlow(): AppError {
  return new AppError({ code: 'cancelled', message: 'The model took too long to choose tables.' });
}
