import type { ModelEntry } from '../engine/catalogue.ts';
import type { Schema } from '../schema/model.ts';
import { askForTables, choosesTables } from './ask-for-tables.ts';
import type { AskPorts, EnginePort } from './ports.ts';
import { showingWait } from './showing-wait.ts';
import type { ShowState } from './states.ts';
import { tablesToShow } from './tables-to-show.ts';
import type { Writing } from './write-query.ts';

/**
 * Waits for the model, for the tables of a large schema that it chooses, and for the grammar over exactly the tables it
 * is shown. Where the model does not choose them itself, the grammar's text is made while the model still loads; text
 * and compiled form are kept where they are made, so that it takes long only once for the same tables.
 */
export async function prepareWriting(
  question: string,
  schema: Schema,
  ports: AskPorts,
  enter: ShowState,
  signal: AbortSignal,
): Promise<Writing> {
  const { engine } = ports;
  const expected = engine.expected();
  const early = choosesTables(expected, schema)
    ? null
    : begin(tablesToShow(question, schema, expected), expected, ports, signal);
  const model = await showingWait({ kind: 'model' }, engine.loaded(signal), enter);
  const chosen = choosesTables(model, schema)
    ? await askForTables({ question, schema, model }, engine, enter, signal)
    : [];
  const shown = tablesToShow(question, schema, model, chosen);
  const isEarly = early !== null && early.dialect === model.grammarDialect && areSameTables(early.schema, shown);
  const begun = isEarly ? early : begin(shown, model, ports, signal);
  const wait = { kind: 'grammar', tables: begun.schema.tables.length } as const;
  const grammar = await showingWait(wait, compiled(begun.text, engine, signal), enter);
  return { question, schema: begun.schema, model, grammar };
}

/** A grammar that is being made. */
interface BegunGrammar {
  readonly schema: Schema;
  readonly dialect: ModelEntry['grammarDialect'];
  readonly text: Promise<string>;
}

function begin(schema: Schema, model: ModelEntry, { grammar }: AskPorts, signal: AbortSignal): BegunGrammar {
  const dialect = model.grammarDialect;
  const text = grammar(schema, dialect, signal);
  // It is awaited after the model, which may fail first.
  text.catch(() => undefined);
  return { schema, dialect, text };
}

/** Both of one schema, in its order. */
function areSameTables(a: Schema, b: Schema): boolean {
  return (
    a.tables.length === b.tables.length &&
    a.tables.every((table, index) => {
      const other = b.tables[index];
      return table.namespace === other?.namespace && table.name === other.name;
    })
  );
}

async function compiled(text: Promise<string>, engine: EnginePort, signal: AbortSignal): Promise<string> {
  const grammar = await text;
  await engine.prepareGrammar(grammar, signal);
  return grammar;
}
