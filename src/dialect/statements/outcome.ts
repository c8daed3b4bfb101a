/** What became of a statement. */
export type ConversionOutcome =
  | {
      readonly kind: 'converted';
      /** One statement may become several: a table, its indexes, its comments. */
      readonly statements: readonly string[];
      /** What does not mean quite the same. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'skipped'; readonly reason: string };

export function converted(statements: readonly string[], notes: Iterable<string> = []): ConversionOutcome {
  return { kind: 'converted', statements, notes: [...notes] };
}

export function skipped(reason: string): ConversionOutcome {
  return { kind: 'skipped', reason };
}
