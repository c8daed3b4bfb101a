import type { ModelEntry } from '../engine/catalogue.ts';
import { AppError } from '../platform/errors.ts';
import type { Schema } from '../schema/model.ts';
import { askForTables, choosesTables } from './ask-for-tables.ts';
import type { AskPorts, EnginePort } from './ports.ts';
import { showingWait } from './showing-wait.ts';
import type { ShownTables, ShowState } from './states.ts';
import { type TablePreferences, withoutDropped } from './table-preferences.ts';
import { tablesToShow } from './tables-to-show.ts';
import type { Writing } from './write-query.ts';

export interface Asked {
  readonly question: string;
  /** All that there is. */
  readonly schema: Schema;
  readonly preferences: TablePreferences;
}

/**
 * Waits for the model, for the tables of a large schema that it chooses, and for the grammar over exactly the tables it
 * is shown. Where the model does not choose them itself, the grammar's text is made while the model still loads; text
 * and compiled form are kept where they are made, so that it takes long only once for the same tables.
 */
export async function prepareWriting(
  { question, schema: whole, preferences }: Asked,
  ports: AskPorts,
  enter: ShowState,
  signal: AbortSignal,
): Promise<Writing> {
  const { engine } = ports;
  const expected = engine.expected();
  const offered = offeredSchema(whole, preferences);
  const early = choosesTables(expected, offered)
    ? null
    : begin(tablesToShow(question, whole, expected, { preferences }), expected, ports, signal);
  const model = await showingWait({ kind: 'model' }, engine.loaded(signal), enter);
  const chosen = choosesTables(model, offered)
    ? await askForTables({ question, schema: offered, model }, engine, enter, signal)
    : [];
  const shown = tablesToShow(question, whole, model, { chosen, preferences });
  if (shown.tables.length < whole.tables.length)
    enter({ kind: 'preparing', waitingFor: null, shown: listOf(shown, whole) });
  const isEarly = early !== null && early.dialect === model.grammarDialect && areSameTables(early.schema, shown);
  const begun = isEarly ? early : begin(shown, model, ports, signal);
  const wait = { kind: 'grammar', tables: begun.schema.tables.length } as const;
  const grammar = await showingWait(wait, compiled(begun.text, engine, signal), enter);
  return { question, schema: begun.schema, model, grammar };
}

/** @throws AppError `ask/empty-schema` where all tables are dropped */
function offeredSchema(whole: Schema, preferences: TablePreferences): Schema {
  const offered = withoutDropped(whole, preferences);
  if (offered.tables.length > 0) return offered;
  throw new AppError({
    code: 'ask/empty-schema',
    message: 'Every table is left out, so there is nothing to ask about.',
    hint: 'Let the model be shown some tables again: the menu of a table does that.',
  });
}

function listOf(shown: Schema, whole: Schema): ShownTables {
  return { tables: shown.tables.map(({ namespace, name }) => ({ namespace, name })), of: whole.tables.length };
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
