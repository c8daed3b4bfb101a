import type { Schema } from '../schema/model.ts';
import type { AskPorts, EnginePort } from './ports.ts';
import { showingWait } from './showing-wait.ts';
import type { ShowState } from './states.ts';
import type { Writing } from './write-query.ts';

/**
 * Waits for the model and for the grammar over exactly these tables. The grammar's text is made while the model still
 * loads; text and compiled form are kept where they are made, so that it takes long only once for the same tables.
 */
export async function prepareWriting(
  question: string,
  schema: Schema,
  { engine, grammar: grammarText }: AskPorts,
  enter: ShowState,
  signal: AbortSignal,
): Promise<Writing> {
  const { grammarDialect } = engine.expected();
  const expected = grammarText(schema, grammarDialect, signal);
  // It is awaited after the model, which may fail first.
  expected.catch(() => undefined);
  const model = await showingWait({ kind: 'model' }, engine.loaded(signal), enter);
  const text = model.grammarDialect === grammarDialect ? expected : grammarText(schema, model.grammarDialect, signal);
  const wait = { kind: 'grammar', tables: schema.tables.length } as const;
  const grammar = await showingWait(wait, compiled(text, engine, signal), enter);
  return { question, schema, model, grammar };
}

async function compiled(text: Promise<string>, engine: EnginePort, signal: AbortSignal): Promise<string> {
  const grammar = await text;
  await engine.prepareGrammar(grammar, signal);
  return grammar;
}
