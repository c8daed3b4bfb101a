import type { Schema } from '../../../../schema/model.ts';
import { type CanonicalToken, canonicalTokens } from './canonical-tokens.ts';
import { type SeededChoice, seededChoice } from './seeded-choice.ts';
import {
  allNames,
  type ColumnReference,
  columnReferences,
  type TableReference,
  tableReferences,
} from './table-references.ts';

export interface MutationInput {
  readonly tokens: readonly CanonicalToken[];
  readonly schema: Schema;
  readonly choice: SeededChoice;
  readonly tables: readonly TableReference[];
  readonly columns: readonly ColumnReference[];
  /** Every name that the schema gives to anything. */
  readonly names: ReadonlySet<string>;
}

export function mutationInput(sql: string, schema: Schema, seed: number): MutationInput {
  const tokens = canonicalTokens(sql);
  const tables = tableReferences(tokens, schema);
  const columns = columnReferences(tokens, tables);
  return { tokens, schema, choice: seededChoice(seed), tables, columns, names: allNames(schema) };
}

/** The changed text; undefined when there is nothing of the kind to change. */
export type Mutate = (input: MutationInput) => string | undefined;

/** The text with `count` tokens from `index` on written as `replacement`. */
export function replaceTokens(
  tokens: readonly CanonicalToken[],
  index: number,
  count: number,
  replacement: string,
): string {
  return tokens
    .map(({ text }) => text)
    .toSpliced(index, count, replacement)
    .join('');
}

/** Writes one of the tokens that `isPlace` picks as `change` of its text. */
export function changeOne(
  { tokens, choice }: MutationInput,
  isPlace: (token: CanonicalToken, index: number) => boolean,
  change: (text: string) => string,
): string | undefined {
  const place = choice.one([...tokens.entries()].filter(([index, token]) => isPlace(token, index)));
  return place && replaceTokens(tokens, place[0], 1, change(place[1].text));
}
