/**
 * Canonical queries with one thing wrong, for tests that a grammar refuses them. Each has certainly no place in
 * canonical SQL (docs/canonical-sql.md): nothing in quotes changes, since a text may hold anything, and no name that is
 * free (an output name, a column of q1).
 */
import type { Schema } from '../../../schema/model.ts';
import { mutationInput } from './mutation/mutation.ts';
import { NAME_MUTATIONS } from './mutation/name-mutations.ts';
import { SPELLING_MUTATIONS } from './mutation/spelling-mutations.ts';
import { SYNTAX_MUTATIONS } from './mutation/syntax-mutations.ts';

const MUTATIONS = [...NAME_MUTATIONS, ...SYNTAX_MUTATIONS, ...SPELLING_MUTATIONS];

export type MutationKind = (typeof MUTATIONS)[number][0];

export const MUTATION_KINDS: readonly MutationKind[] = MUTATIONS.map(([kind]) => kind);

export interface Mutation {
  readonly kind: MutationKind;
  readonly sql: string;
}

/** At most one variant of each kind: where a kind could change several places, the seed decides. */
export function mutate(canonical: string, schema: Schema, seed: number): readonly Mutation[] {
  const input = mutationInput(canonical, schema, seed);
  return MUTATIONS.flatMap(([kind, change]) => {
    const sql = change(input);
    return sql === undefined ? [] : [{ kind, sql }];
  });
}
