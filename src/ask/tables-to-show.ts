import type { ModelEntry } from '../engine/catalogue.ts';
import { linkTables } from '../schema/linking.ts';
import type { Schema, Table } from '../schema/model.ts';
import { fitsContext, promptFor } from './prompt-for.ts';
import { MAX_OUTPUT_TOKENS } from './write-query.ts';

/**
 * The tables that the model is shown, and its grammar allows: those that linking finds, and before them those that are
 * already `chosen`. As many as the model takes, fewer where their columns would not fit its context.
 */
export function tablesToShow(
  question: string,
  schema: Schema,
  model: ModelEntry,
  chosen: readonly Table[] = [],
): Schema {
  for (let maxTables = model.maxTables; ; ) {
    const { schema: linked } = linkTables(question, schema, { maxTables, chosen });
    const prompt = promptFor(model.promptTemplate, linked, question);
    // A single table that does not fit is the engine's to refuse.
    if (linked.tables.length <= 1 || fitsContext(prompt, model, MAX_OUTPUT_TOKENS)) return linked;
    maxTables = linked.tables.length - 1;
  }
}
