import type { ModelEntry } from '../engine/catalogue.ts';
import { linkTables } from '../schema/linking.ts';
import type { Schema } from '../schema/model.ts';
import { fitsContext, promptFor } from './prompt-for.ts';
import {
  NO_PREFERENCES,
  type TableId,
  type TablePreferences,
  tablesNamed,
  withoutDropped,
} from './table-preferences.ts';
import { MAX_OUTPUT_TOKENS } from './write-query.ts';

export interface ShowOptions {
  /** Already known to be needed. */
  readonly chosen?: readonly TableId[];
  readonly preferences?: TablePreferences;
}

/**
 * The tables that the model is shown, and its grammar allows: those that a person has pinned, those that are already
 * chosen, and those that linking finds; none that were dropped. As many as the model takes, fewer where their columns
 * would not fit its context.
 */
export function tablesToShow(
  question: string,
  whole: Schema,
  model: ModelEntry,
  { chosen = [], preferences = NO_PREFERENCES }: ShowOptions = {},
): Schema {
  const schema = withoutDropped(whole, preferences);
  const pinned = tablesNamed(preferences.pinned, schema);
  const needed = tablesNamed(chosen, schema);
  for (let maxTables = model.maxTables; ; ) {
    const { schema: linked } = linkTables(question, schema, { maxTables, pinned, chosen: needed });
    const prompt = promptFor(model.promptTemplate, linked, question);
    // A single table that does not fit is the engine's to refuse.
    if (linked.tables.length <= 1 || fitsContext(prompt, model, MAX_OUTPUT_TOKENS)) return linked;
    maxTables = linked.tables.length - 1;
  }
}
