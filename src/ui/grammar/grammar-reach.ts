import type { ModelEntry } from '../../engine/catalogue.ts';
import { keyJoinRule } from '../../grammar/key-join-rules.ts';
import { schemaNames } from '../../grammar/schema-names.ts';
import type { Schema } from '../../schema/model.ts';

/** What the grammar of a schema lets a query name, as the grammar itself decides it. */
export interface GrammarReach {
  /** As SQL text; a table without a column is none of them. */
  readonly tables: readonly string[];
  /** Columns that are compared with the texts of a list and no other. */
  readonly listedColumns: readonly ListedColumn[];
  /** `any-without-keys`: the model would join along foreign keys, and these tables have none. */
  readonly joins: 'any' | 'keys' | 'any-without-keys';
}

export interface ListedColumn {
  /** As SQL text: `orders.status`. */
  readonly name: string;
  readonly texts: readonly string[];
}

export function grammarReach(schema: Schema, { joins }: Pick<ModelEntry, 'joins'>): GrammarReach {
  const names = schemaNames(schema, schema.tables);
  return {
    tables: names.tables.map(({ text }) => text),
    listedColumns: names.tables.flatMap((table) =>
      table.columns
        .filter(({ allowedTexts }) => allowedTexts.length > 0)
        .map(({ text, allowedTexts }) => ({ name: `${table.text}.${text}`, texts: allowedTexts })),
    ),
    joins: joins === 'any' ? 'any' : keyJoinRule(names) ? 'keys' : 'any-without-keys',
  };
}
