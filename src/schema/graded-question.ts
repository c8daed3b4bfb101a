/**
 * A question about a sample, in both languages of the page. Reference queries are in `models/eval/suites/samples.json`,
 * where the same questions measure a model.
 */
export interface GradedQuestion {
  readonly level: 'simple' | 'intermediate' | 'hard';
  readonly en: string;
  readonly pt: string;
}
